"""What is called as somebody types: names and titles for suggestions, in three queries."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Case, OuterRef, Subquery, When

from conferences.models import SearchDoc
from conferences.search.engine import engine
from conferences.search.filters import Filters
from conferences.search.query import Part, Query, parse_query, readable
from conferences.search.tied import MODELS
from conferences.search.tokens import tokens_of

NAMED = ("topic", "speaker", "conference")
"""By any of their names; talks by their titles only."""
LOOKED_AT = 200
MOST = 8
MOST_AT_ONCE = 3
"""Of one kind, before those of the others."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A row by one of its names."""

    kind: str
    slug: str
    name: str
    year: int
    """0 where it has none."""
    alias: str = ""
    """The other name that it is found by."""


def complete(text: str) -> list[Completion]:
    """The rows whose names have all the words typed, the last as it may go on; best first."""
    query = parse_query(text)
    if query.filters or not query.parts:
        return []
    numbers = chain.from_iterable(
        engine().find(_among(query, kinds), LOOKED_AT) for kinds in (NAMED, ("talk",))
    )
    docs = SearchDoc.objects.filter(pk__in=list(numbers)).annotate(slug=_slug())
    found = docs.exclude(slug=None).values_list("kind", "slug", "title", "year", "names")
    named = [row for kind, *rest in found if (row := _named(query, kind, *rest))]
    begun = " ".join(tokens_of(readable(text)))
    return _mixed(sorted(named, key=lambda row: _order(row, begun)))[:MOST]


def _among(query: Query, kinds: tuple[str, ...]) -> Query:
    return Query(query.parts, query.excluded, query.algorithms, filters=Filters(kinds=kinds))


def _slug() -> Any:
    """Of the row that a document is about, where readers may see it."""
    rows = {
        kind: MODELS[kind].objects.visible().filter(key=OuterRef("key")).order_by()
        for kind in (*NAMED, "talk")
    }
    return Case(
        *(When(kind=kind, then=Subquery(found.values("slug"))) for kind, found in rows.items())
    )


def _named(
    query: Query, kind: str, slug: str, title: str, year: int, names: str
) -> Completion | None:
    """The row, if one of its names has all of the words."""
    aliases = names.split("\n") if kind in NAMED else []
    for name in (title, *aliases):
        if _has_all(query.parts, name):
            return Completion(kind, slug, title, year, "" if name == title else name)
    return None


def _has_all(parts: tuple[Part, ...], name: str) -> bool:
    words = f" {' '.join(tokens_of(name))} "
    return all(f" {' '.join(part.words)}{'' if part.is_prefix else ' '}" in words for part in parts)


def _mixed(rows: list[Completion]) -> list[Completion]:
    """The first few of each kind first, so that no kind crowds out the others."""
    counts = Counter[str]()
    rounds: dict[Completion, int] = {}
    for row in rows:
        rounds[row] = counts[row.kind] // MOST_AT_ONCE
        counts[row.kind] += 1
    return sorted(rows, key=rounds.__getitem__)


def _order(row: Completion, begun: str) -> tuple[bool, bool, int, int, str, str]:
    """Names before other names, those that begin so before those that have it within."""
    is_begun = " ".join(tokens_of(row.alias or row.name)).startswith(begun)
    kind = (*NAMED, "talk").index(row.kind)
    return bool(row.alias), not is_begun, kind, -row.year, row.name, row.slug
