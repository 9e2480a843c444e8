"""Data that stands in a page for programs to read."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

# Without these no text in it can end the element, or begin another.
ESCAPES = str.maketrans({"<": r"\u003C", ">": r"\u003E", "&": r"\u0026"})


def embed_linked_data(data: dict[str, Any]) -> SafeString:
    """JSON-LD as an element of a page; no browser runs it."""
    written = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{written}</script>')
