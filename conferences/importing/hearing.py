"""What all current recaps together say of rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import CharField, Min, Value
from django.db.models.functions import Cast, Collate, Concat, LPad

from conferences.importing.fold import Ruling, fold_claims
from conferences.importing.kinds import KINDS
from conferences.importing.match import Claim
from conferences.models import Decision, Recap, Removed, Source

Place = tuple[str, str]
"""Kind and key of a row."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A recap that is about to say something else than its sources in the base."""

    recap: str
    """Its key."""
    rank: str
    is_public: bool
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one row."""

    values: dict[str, Any]
    is_public: bool
    """Whether a recap that readers may see says it; then it alone is listened to."""


@dataclass(frozen=True, slots=True)
class _Heard:
    rank: str
    is_public: bool
    says: dict[str, Any]


def is_public(recap: Recap) -> bool:
    """Whether readers may know what the recap says, or will say: one withdrawn says nothing."""
    is_there = recap.removed in ("", Removed.UNSAID)
    return is_there and recap.visibility != Recap.Visibility.PRIVATE


def hear(places: Collection[Place], voice: Voice | None = None) -> dict[Place, Said]:
    """What is said of each of the rows that anything is said of, earliest published first."""
    heard: dict[Place, list[_Heard]] = defaultdict(list)
    for place, entry in _stored(places, voice.recap if voice else ""):
        heard[place].append(entry)
    if voice:
        for claim in voice.claims:
            entry = _Heard(voice.rank, voice.is_public, claim.says)
            heard[claim.kind, claim.key].append(entry)
    rulings = _rulings(places)
    return {place: _said(place, heard[place], rulings[place]) for place in places if place in heard}


def _stored(places: Iterable[Place], other_than: str) -> Iterator[tuple[Place, _Heard]]:
    """What is stored of each row, once for all recaps that say the same of it.

    Later ones add nothing to what is folded, and of a row that is in every post there are many.
    """
    sources = (
        Source.objects.current()
        .filter(key__in={key for _kind, key in places})
        .exclude(version__recap__key=other_than)
        .order_by()
        .values_list("kind", "key", "says", "version__recap__visibility", "version__recap__removed")
        .annotate(first=Min(_place_in_order()))
    )
    for kind, key, says, visibility, removed, first in sources.iterator():
        is_heard = is_public(Recap(visibility=visibility, removed=removed))
        yield (kind, key), _Heard(first, is_heard, says)


def _place_in_order() -> Any:
    """A text by which sources are in the order of their ranks, those of one post as stored."""
    number = LPad(Cast("pk", CharField()), 20, Value("0"))
    place = Concat("version__rank", Value(" "), number)
    # By characters, as Python sorts and SQLite does anyway, not as a language orders words.
    return Collate(place, "C") if connection.vendor == "postgresql" else place


def _rulings(places: Iterable[Place]) -> dict[Place, dict[str, Ruling]]:
    """By field what people ruled when they merged other rows into those at `places`."""
    rulings: dict[Place, dict[str, Ruling]] = defaultdict(dict)
    merges = Decision.objects.filter(ruling=Decision.Ruling.MERGE, undone_at=None)
    merges = merges.filter(key__in={key for _kind, key in places}, receipt__called__isnull=False)
    for kind, key, called in merges.order_by("pk").values_list("kind", "key", "receipt__called"):
        for name, ruling in called.items():
            earlier = rulings[kind, key].get(name)
            shunned = [*ruling["shunned"], *(earlier.shunned if earlier else ())]
            rulings[kind, key][name] = Ruling(ruling["kept"], shunned)
    return rulings


def _said(place: Place, heard: Collection[_Heard], rulings: Mapping[str, Ruling]) -> Said:
    """Hidden recaps count only where no other speaks of the row."""
    public = [entry for entry in heard if entry.is_public]
    entries = sorted(public or heard, key=lambda entry: entry.rank)
    rules = KINDS[place[0]].rules
    return Said(fold_claims([entry.says for entry in entries], rules, rulings), bool(public))
