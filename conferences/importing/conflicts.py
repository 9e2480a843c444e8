"""Deciding a conflict: whose value of a field stands, the person's or the posts'."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from conferences.addresses import remember_address
from conferences.importing.kinds import KINDS
from conferences.importing.merge import same
from conferences.importing.rows import load_rows, set_values, update_rows, values_of
from conferences.models import Conflict
from conferences.search import index_rows

OBSOLETE = Conflict.Outcome.OBSOLETE
TAKEN = Conflict.Outcome.TAKEN


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


def _why_not(conflict: Conflict, row: Any) -> str:
    """Why the conflict cannot be decided as it was shown, which is put right for the next look."""
    if conflict.outcome:
        return f"decided before: {conflict.get_outcome_display()}"
    if row is None or row.removed:
        _close(conflict, OBSOLETE)
        return "the row is not on the site any more"
    value = values_of(KINDS[conflict.kind], row)[conflict.field]
    said = (row.said or {}).get(conflict.field)
    if same(value, conflict.said) or not same(said, conflict.said):
        _close(conflict, OBSOLETE)
        return "no longer in conflict"
    if not same(value, conflict.value):
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
    old_slug = getattr(row, "slug", "")
    set_values(kind, row, {name: conflict.said}, _related(conflict))
    reason = f"conflict {conflict.pk}: the posts' {name} taken"
    update_rows(kind, [row], [name], reason=reason, user=user)
    if name == "slug":
        remember_address(row, old_slug)
    index_rows({(conflict.kind, conflict.key)})


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
