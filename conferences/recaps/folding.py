"""Text folded for comparing: one form for case, accents, scripts and punctuation."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Names whose signs carry the meaning: "C++", "C#" and "C" are three languages.
SIGNS = (("c++", "cpp"), ("c#", "csharp"), ("f#", "fsharp"), (".net", "dotnet"))
NOT_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower-case ASCII words parted by one blank; equal for spellings a reader takes as one.

    >>> fold("  Łukasz  GARCÍA-Pérez ")
    'lukasz garcia perez'
    >>> fold("C++"), fold("C#"), fold(".NET")
    ('cpp', 'csharp', 'dotnet')
    >>> fold("張偉") != fold("王偉")
    True
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    for sign, word in SIGNS:
        if sign in text:
            text = re.sub(rf"(?<![^\W_]){re.escape(sign)}(?!\w)", f" {word} ", text)
    return NOT_WORD.sub(" ", anyascii(text).lower()).strip()


def slugify(text: str, *, limit: int = 80) -> str:
    """The folded words joined by hyphens, cut at a word to at most `limit` characters."""
    slug = fold(text).replace(" ", "-")
    if len(slug) <= limit:
        return slug
    return slug[: limit + 1].rpartition("-")[0] or slug[:limit]
