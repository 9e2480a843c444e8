"""Keeping names and mentions in step with the rows, in the transaction that changes them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from conferences.mentions.finding import Names, find_names
from conferences.mentions.names import Name
from conferences.mentions.sentences import sentence_around
from conferences.mentions.texts import NAMES, TEXTS, Text, names_of, text_keys_of, texts_of
from conferences.models import KnownName, Mention, Note
from conferences.search import documents_with
from conferences.search.documents import DOCUMENTED

AT_ONCE = 200
PARAMETERS = 900  # of one statement
FEW_TEXTS = AT_ONCE  # for more of them all names are loaded, once; not for each post of many


@transaction.atomic(savepoint=False)
def keep_mentions(
    places: Iterable[tuple[str, str]], affected: Mapping[str, Collection[str]]
) -> None:
    """Bring up to date the names of rows, and the mentions in all texts that may hold one.

    `places` are the rows that changed, `affected` the keys, by kind, of those whose documents in
    the search index may have: of texts and of names alike. Where a name came or went, the index
    says which other texts hold it.
    """
    changed = [name for kind in NAMES for name in _keep_names(kind, affected.get(kind, ()))]
    wanted = {kind: set(affected.get(kind, ())) for kind in TEXTS}
    for kind, key in documents_with(name.tokens for name in changed):
        wanted.get(kind, set()).add(key)
    _keep_texts(wanted)
    _forget_rekeyed(key for kind, key in places if kind == Note.kind)


@transaction.atomic
def rebuild_mentions() -> int:
    """Make names and mentions anew; how many mentions there are."""
    Mention.objects.all().delete()
    KnownName.objects.all().delete()
    wanted = {model.kind: set(_all_keys(model)) for model in DOCUMENTED if model.kind in TEXTS}
    for kind in NAMES:
        _keep_names(kind, wanted[kind])
    _keep_texts(wanted)
    return Mention.objects.count()


def _all_keys(model: Any) -> Iterable[str]:
    keys: Iterable[str] = model.objects.order_by().values_list("key", flat=True)
    return keys


def _batches(keys: Iterable[str], size: int = AT_ONCE) -> Iterator[list[str]]:
    waiting = iter(sorted(keys))
    while batch := list(islice(waiting, size)):
        yield batch


def _keep_names(kind: str, keys: Collection[str]) -> list[Name]:
    """Store what rows are called; gives back the names that came or went."""
    changed: list[Name] = []
    for batch in _batches(keys):
        stored = {_name_of(row): row for row in KnownName.objects.filter(key__in=batch)}
        made = set(names_of(kind, batch))
        gone, new = stored.keys() - made, made - stored.keys()
        KnownName.objects.filter(pk__in=[stored[name].pk for name in gone]).delete()
        KnownName.objects.bulk_create(map(_row_of, sorted(new, key=lambda name: name.text)))
        changed += [*gone, *new]
    return changed


def _name_of(row: KnownName) -> Name:
    return Name(row.kind, row.key, row.name, row.within)


def _row_of(name: Name) -> KnownName:
    return KnownName(
        kind=name.kind, key=name.key, name=name.text, begin=name.begin, within=name.within
    )


def _keep_texts(keys_by_kind: Mapping[str, Collection[str]]) -> None:
    are_many = sum(map(len, keys_by_kind.values())) > FEW_TEXTS
    names = _load(KnownName.objects.all()) if are_many else None
    for kind, keys in keys_by_kind.items():
        for batch in _batches(keys):
            texts = list(texts_of(kind, batch))
            _write(text_keys_of(kind, batch), texts, names or _names_in(texts))


def _names_in(texts: Iterable[Text]) -> Names:
    """The names that the texts may hold: those whose first words they do."""
    begins = {begin for text in texts for begin in text.page.begins()}
    found = (KnownName.objects.filter(begin__in=batch) for batch in _batches(begins, PARAMETERS))
    return _load(row for rows in found for row in rows)


def _load(rows: Iterable[KnownName]) -> Names:
    return Names(_name_of(row) for row in rows)


def _write(keys: Collection[str], texts: Iterable[Text], names: Names) -> None:
    """Store the mentions that differ from those stored for texts with these keys."""
    made = {(row.text_key, row.start): row for text in texts for row in _mentions(text, names)}
    kept, gone = set(), []
    for batch in _batches(keys, PARAMETERS):
        for row in Mention.objects.filter(text_key__in=batch).order_by():
            place = row.text_key, row.start
            if place in made and _is_same(row, made[place]):
                kept.add(place)
            else:
                gone.append(row.pk)
    Mention.objects.filter(pk__in=gone).delete()
    new = [row for place, row in made.items() if place not in kept]
    Mention.objects.bulk_create(new, batch_size=AT_ONCE)


def _forget_rekeyed(keys: Iterable[str]) -> None:
    """Notes get other keys when their talks are merged."""
    for batch in _batches(keys, PARAMETERS):
        left = Mention.objects.filter(text_key__in=batch)
        left = left.exclude(Exists(Note.objects.filter(key=OuterRef("text_key"))))
        Mention.objects.filter(pk__in=list(left.values_list("pk", flat=True))).delete()


def _is_same(row: Mention, other: Mention) -> bool:
    return all(getattr(row, field) == getattr(other, field) for field in Mention.MADE)


def _mentions(text: Text, names: Names) -> Iterator[Mention]:
    for found in find_names(text.page, names, itself=text.itself, within=text.within):
        yield Mention(
            text_kind=text.kind,
            text_key=text.key,
            start=found.start,
            end=found.end,
            kind=found.kind,
            key=found.key,
            is_own=found.key in text.own,
            sentence=sentence_around(text.html, found.start, found.end),
            **text.place,
        )
