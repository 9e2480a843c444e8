"""Merging two rows, as a person rules: which of them stays, and what it is called."""

from collections.abc import Collection
from typing import Any

from django.db import transaction

from conferences.importing.decisions.joining import join_as
from conferences.importing.fold import NOTHING
from conferences.importing.kinds import KINDS, Kind
from conferences.importing.refolding import refold
from conferences.importing.rows import load_rows, values_of
from conferences.importing.writing import take_import_lock
from conferences.models import Decision, Removed, Run, Source


class CannotMerge(ValueError):
    """Why two rows were not made one; everything stands as it stood."""


@transaction.atomic
def merge_rows(
    kind: str, stay: str, go: str, *, user: Any, reason: str = "", chosen: Collection[str] = ()
) -> Decision:
    """Make two rows one, as a person rules: the row with the key `go` lives on in `stay`.

    `chosen` are the fields whose value the one that goes has right.
    """
    take_import_lock()
    rows = KINDS[kind].model.objects.filter(key__in=[stay, go])
    if rows.filter(removed=Removed.MERGED).exists():
        raise CannotMerge("one of them was merged into another row meanwhile")
    run = Run.objects.create(what="merge", user=user)
    decision = Decision(ruling=Decision.Ruling.MERGE, kind=kind, key=stay, other_key=go, user=user)
    decision.reason, decision.run = reason[:500], run
    decision.receipt = {"chosen": sorted(chosen)}
    touched = join_as(decision, called=called_as_ruled(decision))
    refold(touched, run=run, reason=reason or "merged", user=user)
    return decision


def called_as_ruled(decision: Decision) -> dict[str, Any]:
    """What of one row does not count, so that the one that stays is called as a person rules:
    as it is, but for the fields that the one that goes has right.
    """
    kind, chosen = KINDS[decision.kind], decision.receipt.get("chosen", ())
    rows = load_rows(kind, [decision.key, decision.other_key])
    sides = [_values(kind, rows[key]) for key in (decision.key, decision.other_key)]
    called = {}
    for name in sides[0][1]:
        (kept, ours), (gone, theirs) = reversed(sides) if name in chosen else sides
        right = (kept[name], *ours[name])
        shunned = [value for value in (gone[name], *theirs[name]) if value not in right]
        if kept[name] not in NOTHING and shunned:
            called[name] = {"kept": kept[name], "shunned": shunned}
    return called


def _values(kind: Kind, row: Any) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """What the row holds or was last said to hold, and all that recaps say, field by field."""
    says = [source.says for source in Source.objects.current().filter(kind=kind.name, key=row.key)]
    names = [rule.name for rule in kind.rules if not rule.relation and not rule.joined]
    kept = values_of(kind, row) | (row.said or {})
    return kept, {name: [said[name] for said in says if said.get(name)] for name in names}
