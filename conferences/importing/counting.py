"""How many pairs wait for somebody to look at them, counted anew only where something changed."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db.models import Count, F, Max, Value

from conferences.importing.duplicates import Likely
from conferences.importing.kinds import KINDS
from conferences.keys import key_of
from conferences.models import Decision

REMEMBERED = 600
"""Seconds: what is known around the rows may change as well."""
Finder = Callable[[], list[Likely]]


def count_likely(
    finders: Mapping[str, Finder],
) -> dict[str, tuple[int, datetime | None]]:
    """How many pairs of each kind are found and since when the oldest is, in one query of them all.

    Remembered until rows or rulings change.
    """
    states = _states(finders)
    return {kind: _counted(kind, states[kind], find) for kind, find in finders.items()}


def _states(kinds: Iterable[str]) -> dict[str, list[str]]:
    """By kind how many rows and rulings there are, and when the last of each changed."""
    states: dict[str, list[str]] = {kind: [] for kind in kinds}
    rulings = Decision.objects.filter(kind__in=states).annotate(of=F("kind"))
    rows = [KINDS[kind].model.objects.annotate(of=Value(kind)) for kind in states]
    found = [_state(rulings, "undone_at"), *(_state(each, "changed_at") for each in rows)]
    for kind, *state in found[0].union(*found[1:], all=True).order_by("of", "many", "last"):
        states[kind] += map(str, state)
    return states


def _state(rows: Any, changed: str) -> Any:
    counted = rows.order_by().values("of").annotate(many=Count("pk"), last=Max(changed))
    return counted.values_list("of", "many", "last")


def _counted(kind: str, state: Iterable[str], find: Finder) -> tuple[int, datetime | None]:
    remembered_as = key_of("likely", kind, *state)
    counted: tuple[int, datetime | None] | None = cache.get(remembered_as)
    if counted is None:
        found = find()
        counted = len(found), min((likely.since for likely in found), default=None)
        cache.set(remembered_as, counted, REMEMBERED)
    return counted
