"""What all current recaps together say of rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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
    sources = (
        Source.objects.current()
        .filter(key__in={key for _kind, key in places})
        .exclude(version__recap__key=other_than)
        .order_by("version__rank", "pk")
        .select_related("version__recap")
        .only(
            "kind",
            "key",
            "says",
            "version__rank",
            "version__recap__visibility",
            "version__recap__removed",
        )
    )
    for source in sources.iterator():
        version = source.version
        entry = _Heard(version.rank, is_public(version.recap), source.says)
        yield (source.kind, source.key), entry


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
