"""Conflicts: opened and brought up to date by imports, decided by people.

One is about a field of a row, or about its being there: a row that a person edited and no
recap speaks of any more, the field then being `removed`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from conferences.addresses import follow_name, remember_address
from conferences.importing.changes import DECIDED, RowChange
from conferences.importing.hearing import Place
from conferences.importing.kinds import KINDS
from conferences.importing.merge import FieldConflict, same
from conferences.importing.rows import load_rows, set_values, update_rows, values_of
from conferences.models import Conflict, Removed, Run, Source
from conferences.upkeep import keep_up

KEPT, TAKEN = Conflict.Outcome.KEPT, Conflict.Outcome.TAKEN
OBSOLETE = Conflict.Outcome.OBSOLETE
PRESENCE = "removed"


class CannotDecide(ValueError):
    """Why a conflict was not decided; the row stands as it stood."""


def decide(conflict: Conflict, outcome: str, user: Any) -> None:
    """Settle an open conflict: `kept` leaves the row, `taken` writes the posts' value into it.

    Raises CannotDecide where it was decided before, or where what it is about has changed
    since, so that nobody overwrites a value that they have not seen.
    """
    try:
        with transaction.atomic():
            waiting = Conflict.objects.select_for_update(of=("self",)).get(pk=conflict.pk)
            row = load_rows(KINDS[waiting.kind], [waiting.key]).get(waiting.key)
            reason = _why_not(waiting, row)
            if not reason:
                _carry_out(waiting, row, outcome, user)
    except IntegrityError as error:
        raise CannotDecide("another row has the posts' value already") from error
    if reason:
        raise CannotDecide(reason)


def settle_by_hand(row: Any, fields: Iterable[str], user: Any) -> None:
    """Close the open conflicts about `fields` of a row, which a person has just edited."""
    for conflict in _waiting([row.key]).filter(field__in=fields):
        is_taken = same(_value(conflict, row), conflict.said)
        _close(conflict, TAKEN if is_taken else KEPT, user)


def drop_conflicts(keys: Collection[str]) -> None:
    """Close the open conflicts of rows that are taken off the site."""
    _waiting(keys).update(outcome=OBSOLETE, decided_at=timezone.now())


def drop_regained(keys: Collection[str]) -> None:
    """Close what is open about those of the rows that recaps had dropped and speak of again."""
    said = Source.objects.current().filter(key__in=keys).order_by().values("key")
    regained = _waiting(keys).filter(field=PRESENCE, key__in=said)
    regained.update(outcome=OBSOLETE, decided_at=timezone.now())


def write_conflicts(changes: Sequence[RowChange], rows: Mapping[Place, Any], run: Run) -> None:
    """Open conflicts, bring open ones up to date, their base staying the first; close others."""
    keys = {change.key for change in changes}
    waiting = {(c.key, c.field): c for c in _waiting(keys)}
    kept = _kept_as_they_were(changes)
    opened = []
    for change in changes:
        for found in change.conflicts:
            known = waiting.get((change.key, found.field))
            if known:
                known.said, known.value, known.run = found.said, found.value, run
            elif found.field != PRESENCE or change.key not in kept:
                opened.append(_conflict(change, found, run))
    by_key = {change.key: rows[change.kind, change.key] for change in changes}
    for conflict in waiting.values():
        if _is_moot(conflict, by_key[conflict.key]):
            conflict.outcome, conflict.decided_at = OBSOLETE, timezone.now()
    Conflict.objects.bulk_update(
        waiting.values(), ["said", "value", "run", "outcome", "decided_at"]
    )
    Conflict.objects.bulk_create(opened)


def _waiting(keys: Collection[str]) -> Any:
    return Conflict.objects.filter(key__in=keys, outcome="")


def _kept_as_they_were(changes: Iterable[RowChange]) -> set[str]:
    """Keys of rows that a person ruled to keep though no recap speaks of them."""
    keys = {c.key for c in changes if any(found.field == PRESENCE for found in c.conflicts)}
    if not keys:
        return set()
    ruled = Conflict.objects.filter(key__in=keys, field=PRESENCE, outcome=KEPT)
    return set(ruled.values_list("key", flat=True))


def _is_moot(conflict: Conflict, row: Any) -> bool:
    """Whether there is nothing to decide any more: the sides agree, or one took its change back."""
    if row.removed in (*DECIDED, Removed.UNSAID):
        return True
    if conflict.field == PRESENCE:
        sources = Source.objects.current().filter(kind=conflict.kind, key=conflict.key)
        return bool(sources.exists())
    said = (row.said or {}).get(conflict.field)
    value = _value(conflict, row)
    return same(value, said) or same(said, conflict.base) or not same(said, conflict.said)


def _value(conflict: Conflict, row: Any) -> Any:
    if conflict.field == PRESENCE:
        return row.removed
    return values_of(KINDS[conflict.kind], row)[conflict.field]


def _conflict(change: RowChange, found: FieldConflict, run: Run) -> Conflict:
    return Conflict(
        kind=change.kind,
        key=change.key,
        field=found.field,
        base=found.base,
        said=found.said,
        value=found.value,
        run=run,
    )


def _why_not(conflict: Conflict, row: Any) -> str:
    """Why the conflict cannot be decided as it was shown, which is put right for the next look."""
    if conflict.outcome:
        return f"decided before: {conflict.get_outcome_display()}"
    if row is None or row.removed in (*DECIDED, Removed.UNSAID):
        _close(conflict, OBSOLETE)
        return "the row is not on the site any more"
    if _is_moot(conflict, row):
        _close(conflict, OBSOLETE)
        return "no longer in conflict"
    if not same(value := _value(conflict, row), conflict.value):
        conflict.value = value
        conflict.save(update_fields=["value"])
        return "edited since: look at the new value first"
    return ""


def _carry_out(conflict: Conflict, row: Any, outcome: str, user: Any) -> None:
    if outcome == TAKEN:
        _take(conflict, row, user)
    _close(conflict, outcome, user)


def _take(conflict: Conflict, row: Any, user: Any) -> None:
    """Write the posts' value into the one field, but nothing into what the posts said."""
    kind, name = KINDS[conflict.kind], conflict.field
    before = copy(row)
    if name == PRESENCE:
        row.removed = Removed.UNSAID
    else:
        set_values(kind, row, {name: conflict.said}, _related(conflict))
    fields = {name}
    if row.slug_text:
        follow_name(row, before)
        fields |= {"slug"}
    reason = f"conflict {conflict.pk}: the posts' {name} taken"
    update_rows(kind, [row], fields, reason=reason, user=user)
    if "slug" in fields and row.slug != before.slug:
        remember_address(row, before.slug)
    keep_up({(conflict.kind, conflict.key)})


def _related(conflict: Conflict) -> dict[str, Any]:
    """The row whose key the posts' value is, by that key. Raises CannotDecide if it is gone."""
    relation = {rule.name: rule.relation for rule in KINDS[conflict.kind].rules}[conflict.field]
    if not relation or not conflict.said:
        return {}
    found = load_rows(KINDS[relation], [conflict.said])
    if conflict.said not in found or found[conflict.said].removed:
        raise CannotDecide(f"the {relation} that the posts name is not on the site any more")
    return found


def _close(conflict: Conflict, outcome: str, user: Any = None) -> None:
    conflict.outcome, conflict.decided_by = outcome, user
    conflict.decided_at = timezone.now()
    conflict.save(update_fields=["outcome", "decided_by", "decided_at"])
