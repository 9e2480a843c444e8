"""How the rows found are tied to speakers, topics and conferences, and which to those asked for."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Value
from django.db.models.functions import Coalesce

from conferences.models import Announcement, Conference, SearchDoc, Speaker, Talk, Topic
from conferences.querysets import visible_along
from conferences.search.engine import engine
from conferences.search.filters import Filters, Tie
from conferences.search.query import Part, Query
from conferences.search.tokens import GAP

Condition = tuple[str, Any]
"""A lookup, and what it is to find."""

MEANT = 500
"""So many rows may be meant by a name; of more the newest."""
MODELS: dict[str, Any] = {
    model.kind: model for model in (Talk, Announcement, Speaker, Topic, Conference)
}
# How the rows of a kind are tied to others; what is not tied to one that is asked for, is not
# found.
WAYS = {
    "talk": {
        "speaker": "appearances__speaker",
        "topic": "topic_rows__tag",
        "conference": "conference",
    },
    "announcement": {"topic": "topic_rows__tag", "conference": "conference"},
    "speaker": {"speaker": ""},
    "topic": {"topic": ""},
    "conference": {"conference": ""},
}
SHOWN = {"topic": {"status__in": (Topic.Status.PROPOSED, Topic.Status.APPROVED)}}
"""What must hold of what a row is tied to, apart from not being removed."""


@dataclass(frozen=True, slots=True)
class Tied:
    """What some of the rows found are tied to."""

    kind: str
    slug: str
    name: str
    year: int
    """A conference's."""
    count: int
    """How many of the rows found; of one kind."""


def only_tied(filters: Filters, found: Collection[int]) -> list[int]:
    """Of the documents, by primary key, those whose rows are tied to all that is asked for."""
    if not (filters.ties or filters.talk_kinds):
        return list(found)
    meant = [(tie.kind, _condition(tie)) for tie in filters.ties]
    docs = SearchDoc.objects.filter(pk__in=found).values_list("kind", "key", "pk")
    by_kind: dict[str, dict[str, int]] = defaultdict(dict)
    for kind, key, pk in docs:
        by_kind[kind][key] = pk
    kept = [
        by_key[key]
        for kind, by_key in by_kind.items()
        for key in _tied(kind, by_key, meant, filters)
    ]
    return sorted(kept, reverse=True)


def ties_of(places: Iterable[tuple[str, str]]) -> list[Tied]:
    """All that readers may see of what the rows at `places`, each a kind and a key, are tied to."""
    keys: dict[str, list[str]] = defaultdict(list)
    for kind, key in places:
        keys[kind].append(key)
    ties = [_ties(kind, keys[kind], tie, way) for kind in keys for tie, way in WAYS[kind].items()]
    if not ties:
        return []
    return [Tied(*values) for values in ties[0].union(*ties[1:], all=True).order_by()]


def _ties(kind: str, keys: list[str], tie: str, way: str) -> Any:
    shown = {_at(way, name): value for name, value in SHOWN.get(tie, {}).items()}
    year = Coalesce(_at(way, "year"), 0) if tie == "conference" else Value(0)
    rows = MODELS[kind].objects.visible().filter(visible_along(way), **shown, key__in=keys)
    tied = rows.order_by().values_list(Value(tie), _at(way, "slug"), _at(way, "name"), year)
    return tied.annotate(count=Count("pk", distinct=True))


def _tied(
    kind: str, keys: Collection[str], meant: list[tuple[str, Condition]], filters: Filters
) -> list[str]:
    ways = WAYS[kind]
    if any(tie not in ways for tie, _condition in meant):
        return []
    rows = MODELS[kind].objects.visible().filter(key__in=list(keys)).order_by()
    for tie, (name, value) in meant:
        way = ways[tie]
        rows = rows.filter(visible_along(way), **{_at(way, name): value})
    if filters.talk_kinds:
        rows = rows.filter(talk_kind__in=filters.talk_kinds)
    return list(rows.values_list("key", flat=True).distinct())


def _at(way: str, name: str) -> str:
    return f"{way}__{name}" if way else name


def _condition(tie: Tie) -> Condition:
    return ("slug", tie.slug) if tie.slug else ("key__in", _meant_by(tie))


def _meant_by(tie: Tie) -> list[str]:
    """Keys of the rows that have the words in one of their names."""
    query = Query((Part(tie.words, frozenset()),), filters=Filters(kinds=(tie.kind,)))
    docs = SearchDoc.objects.filter(pk__in=engine().find(query, MEANT)).only("key", "words")
    return [doc.key for doc in docs if _is_named(doc, tie.words)]


def _is_named(doc: SearchDoc, words: tuple[str, ...]) -> bool:
    """Whether the words stand in the title or the names, not only in the text."""
    title, names = doc.words.split(GAP)[1:3]
    return any(f" {' '.join(words)} " in f"{field} " for field in (title, names))
