"""Doubts that a person looked at: they wait no more until the post changes what was doubtful."""

from collections.abc import Iterable, Mapping
from typing import Any

from conferences.models import Recap, Source
from conferences.recaps.formats import decode

Doubt = tuple[str, str, str]
"""Of which row, why, and the passage read with it."""


def doubts_looked_at(recap: Recap) -> dict[Doubt, Source]:
    """Those of the post as it stands so far."""
    sources = Source.objects.current().filter(version__recap=recap, looked_at__isnull=False)
    found = list(sources.select_related("version"))
    if not found:
        return {}
    text, _warnings = decode(bytes(found[0].version.data))
    return {_doubt(source, text): source for source in found}


def carry_looks(seen: Mapping[Doubt, Any], sources: Iterable[Source], text: str) -> None:
    """Mark what a new version says with the same doubt in the same words."""
    for source in sources if seen else ():
        before = seen.get(_doubt(source, text))
        if before:
            source.looked_at, source.looked_at_by = before.looked_at, before.looked_at_by


def _doubt(source: Source, text: str) -> Doubt:
    return source.key, source.doubt, text[source.start : source.end]
