"""Keeping the index in step with the rows, in the transaction that changes them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

from django.db import connection, transaction
from django.db.models import Value

from conferences.models import (
    Announcement,
    Conference,
    SearchDoc,
    SearchTerm,
    Speaker,
    Talk,
    Topic,
)
from conferences.search.documents import DOCUMENTED, documents_of
from conferences.search.engine import engine
from conferences.search.tokens import tokens_of

Item = TypeVar("Item")

AT_ONCE = 500
UNITED = 20
"""So many queries are asked as one, each of at most as many keys."""
INDEX_LOCK = 0x7A1C_0E6
"""PostgreSQL's advisory lock that one writer of the index holds at a time."""
SHORTEST_TERM = 4

# How the rows that a document is made of are reached from the row that it is about.
PATHS: dict[Any, dict[str, str]] = {
    Conference: {"conference": "", "day": "days"},
    Talk: {
        "talk": "",
        "conference": "conference",
        "speaker": "appearances__speaker",
        "speaker name": "appearances__speaker__names",
        "handle": "appearances__speaker__handles",
        "topic": "topic_rows__tag",
        "topic alias": "topic_rows__tag__aliases",
        "appearance": "appearances",
        "talk topic": "topic_rows",
        "note": "notes",
        "recap": "notes__recap",
    },
    Speaker: {"speaker": "", "speaker name": "names", "handle": "handles"},
    Topic: {"topic": "", "topic alias": "aliases"},
    Announcement: {
        "announcement": "",
        "conference": "conference",
        "talk": "talk",
        "topic": "topic_rows__tag",
        "topic alias": "topic_rows__tag__aliases",
        "announcement topic": "topic_rows",
    },
}


@transaction.atomic(savepoint=False)
def index_rows(places: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Bring up to date whatever is found by the rows at `places`, each a kind and a key.

    Gives back the keys of what may have changed, by kind.
    """
    keys_by_kind = defaultdict(set)
    for kind, key in places:
        keys_by_kind[kind].add(key)
    _take_index_lock()
    affected = _affected(keys_by_kind)
    rows = [(model, key) for model in DOCUMENTED for key in sorted(affected[model.kind])]
    for batch in _batches(rows, AT_ONCE):
        _write(batch)
    return affected


@transaction.atomic
def rebuild() -> int:
    """Make the index anew; how many documents there are."""
    _take_index_lock()
    SearchDoc.objects.all().delete()
    SearchTerm.objects.all().delete()
    for model in DOCUMENTED:
        keys = model.objects.order_by("pk").values_list("key", flat=True)
        for batch in _batches([(model, key) for key in keys], AT_ONCE):
            _write(batch)
    return SearchDoc.objects.count()


def _take_index_lock() -> None:
    """Who waits for it sees what the others wrote: no document is made of half of it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [INDEX_LOCK])


def _affected(keys_by_kind: dict[str, set[str]]) -> dict[str, set[str]]:
    """By kind the keys of the rows whose documents may change."""
    affected = {model.kind: set(keys_by_kind.get(model.kind, ())) for model in DOCUMENTED}
    reached = [rows for model in DOCUMENTED for rows in _reached(model, keys_by_kind)]
    for first, *others in _batches(reached, UNITED):
        # Unordered: Django 6 would order the union by the first model's own order.
        for kind, key in first.union(*others, all=True).order_by():
            affected[kind].add(key)
    return affected


def _reached(model: Any, keys_by_kind: dict[str, set[str]]) -> Iterator[Any]:
    """Kind and key of the rows of `model` that the keys lead to."""
    for kind, path in PATHS[model].items():
        # What was merged into a row is found no more, and nobody may have told of it.
        field = f"{path or 'merged_into'}__key__in"
        for keys in _batches(sorted(keys_by_kind.get(kind, ())), AT_ONCE):
            rows = model.objects.filter(**{field: keys}).order_by()
            yield rows.annotate(of=Value(model.kind)).values_list("of", "key")


def _batches(items: Sequence[Item], size: int) -> Iterator[list[Item]]:
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def _write(rows: Sequence[tuple[Any, str]]) -> None:
    """Save the documents that differ from those stored, and have the engine know them.

    `rows` are models and keys of any kinds, so that few rows of many kinds are written at once.
    """
    stored = {doc.key: doc for doc in SearchDoc.objects.filter(key__in=[key for _, key in rows])}
    if not (stored or SearchDoc.objects.exists()):
        engine().clear()  # rows may have been flushed without a word to the engine
    made = {
        doc.key: doc
        for model, found in groupby(rows, key=itemgetter(0))
        for doc in documents_of(model, [key for _, key in found])
    }
    new = [doc for key, doc in made.items() if key not in stored]
    changed = [doc for key, doc in made.items() if key in stored and _differ(doc, stored[key])]
    gone = [doc for key, doc in stored.items() if key not in made]
    for doc in changed:
        doc.pk = stored[doc.key].pk
    if forgotten := [*gone, *(stored[doc.key] for doc in changed)]:
        engine().remove(forgotten)
    SearchDoc.objects.filter(pk__in=[doc.pk for doc in gone]).delete()
    SearchDoc.objects.bulk_create(new)
    # Inserted over themselves: an update of many rows is a CASE for each field of each.
    SearchDoc.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["pk"], update_fields=SearchDoc.MADE
    )
    if learned := [*new, *changed]:
        engine().add(learned)
        _remember_terms(learned)


def _differ(doc: SearchDoc, other: SearchDoc) -> bool:
    return any(getattr(doc, name) != getattr(other, name) for name in SearchDoc.MADE)


def _remember_terms(docs: Iterable[SearchDoc]) -> None:
    """Words of titles and names, which are what people mistype."""
    words = {word for doc in docs for word in tokens_of(f"{doc.title}\n{doc.names}")}
    terms = [SearchTerm(word=word) for word in sorted(words) if len(word) >= SHORTEST_TERM]
    SearchTerm.objects.bulk_create(terms, ignore_conflicts=True, batch_size=AT_ONCE)
