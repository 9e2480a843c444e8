"""What hangs on a row that goes into another: moved over, or met with what is there already."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from conferences.importing import identity
from conferences.importing.decisions.receipts import Receipt, follow_keys
from conferences.importing.fold import NOTHING
from conferences.importing.kinds import Kind
from conferences.importing.merge import is_edited, same
from conferences.importing.rows import update_rows, values_of
from conferences.models import Conflict, Removed, Run

Touched = set[tuple[str, str]]
Gone = tuple[str, str, str, str]
"""A row that went: its kind, the key of the one it went into, its own, and its slug if any."""


@dataclass(slots=True)
class Joining:
    """One join under way: the row that stays, the one that goes into it, and the receipt."""

    kind: str
    stay: Any
    go: Any
    run: Run | None
    reason: str
    user: Any
    called: Collection[str] = ()
    """Fields of the row that stays which a person ruled to be as they are."""
    rekeyed: dict[str, str] = field(default_factory=dict)
    """New keys of claims on rows that hang on the one that goes, by the old ones."""
    touched: Touched = field(default_factory=set)
    receipt: Receipt = field(default_factory=Receipt)
    parts: list[int] = field(default_factory=list)
    """Decisions on rows around them that this one brought about."""
    gone: list[Gone] = field(default_factory=list)
    """Of them as well."""

    def update(self, kind: Kind, rows: Sequence[Any], fields: Collection[str]) -> None:
        """Save the fields of rows, noting them in the receipt."""
        self.receipt.note(rows, fields)
        update_rows(kind, rows, fields, reason=self.reason, user=self.user)


def move_rows(joining: Joining, child: Kind, relation: str) -> None:
    """Hang the rows of the one that goes on the one that stays."""
    rows = _rows_to_move(joining, child, relation)
    keys = {row.key: _new_key(joining, child, relation, row) for row in rows}
    twins = _Twins(joining, child, relation, {new for old, new in keys.items() if new != old})
    rekeyed = {}
    for row in rows:
        new = keys[row.key]
        joining.touched |= {(child.name, row.key), (child.name, new)}
        twin = twins.of(row, new)
        if twin:
            joining.touched.add((child.name, twin.key))
            _merge_twin(joining, child, row, twin)
        elif new != row.key and new not in twins.by_key:
            rekeyed[row.key] = row.key = new
        if getattr(row, relation) == joining.go:
            setattr(row, relation, joining.stay)
        if row.said and row.said.get(relation) == joining.go.key:
            row.said = {**row.said, relation: joining.stay.key}
    fields = ["key", "removed", "merged_into", relation, "said"]
    joining.update(child, rows, fields)
    follow_keys(rekeyed, joining.receipt)


def _rows_to_move(joining: Joining, child: Kind, relation: str) -> list[Any]:
    """Those that hang on it, and those that did until a person moved them elsewhere."""
    hanging = child.model.objects.filter(**{relation: joining.go})
    moved = child.model.objects.filter(key__in=joining.rekeyed)
    return list((hanging | moved).select_related(*child.relations).order_by("pk"))


def _new_key(joining: Joining, child: Kind, relation: str, row: Any) -> str:
    """The key that claims on the row have from now on; a row moved by hand keeps its own."""
    says = row.said or values_of(child, row)
    old = member_key_of(child, {**says, relation: joining.go.key}, row.key)
    if row.key != old or row.removed == Removed.MERGED:
        return str(row.key)
    return member_key_of(child, {**says, relation: joining.stay.key}, row.key)


class _Twins:
    """The rows of the one that stays which are what rows of the one that goes will be."""

    def __init__(self, joining: Joining, child: Kind, relation: str, keys: set[str]) -> None:
        self.joining, self.child, self.relation = joining, child, relation
        ours = child.model.objects.filter(**{relation: joining.stay})
        known = child.model.objects.filter(key__in=keys)
        found = list((ours | known).select_related(*child.relations).order_by("pk"))
        self.by_key = {row.key: row for row in found}
        self.by_values = {
            member_key_of(child, values_of(child, row), row.key): row
            for row in found
            if not row.removed
        }

    def of(self, row: Any, new: str) -> Any:
        """None where the row is one of its own, or no longer there."""
        if row.removed == Removed.MERGED or getattr(row, self.relation) != self.joining.go:
            return None
        if new != row.key and new in self.by_key:
            return self.by_key[new]
        if row.removed:
            return None
        values = {**values_of(self.child, row), self.relation: self.joining.stay.key}
        return self.by_values.get(member_key_of(self.child, values, row.key))


def _merge_twin(joining: Joining, kind: Kind, row: Any, twin: Any) -> None:
    """Let the row live on in its twin, which is there if either is, and gone if either was
    taken off by a person, unless a person put the other there or edited it.
    """
    removed = _removed_of_both(kind, row, twin)
    carry_edits(joining, kind, row, twin)
    if removed != twin.removed:
        twin.removed = removed
        joining.update(kind, [twin], ["removed"])
    row.removed, row.merged_into = Removed.MERGED, twin
    drop_conflicts(joining, row)


def _removed_of_both(kind: Kind, row: Any, twin: Any) -> str:
    both = (row, twin)
    there = [one for one in both if not one.removed]
    if any(one.by_hand or is_edited(one.said, values_of(kind, one)) for one in there):
        return ""
    removals = {one.removed for one in both}
    return next(r for r in (Removed.BY_PERSON, "", twin.removed) if r in removals)


def drop_conflicts(joining: Joining, row: Any) -> None:
    """What is to be decided of a row that goes is found anew of the one it goes into."""
    waiting = list(Conflict.objects.filter(key=row.key, outcome=""))
    for conflict in waiting:
        conflict.outcome = Conflict.Outcome.OBSOLETE
    joining.receipt.note(waiting, ["outcome"])
    Conflict.objects.bulk_update(waiting, ["outcome"])


def carry_edits(joining: Joining, kind: Kind, go: Any, stay: Any) -> None:
    """Edits of the row that goes live on in the one that stays, where that has none itself.

    Its slug is its own: the address leads to the one that stays.
    """
    mine, theirs = values_of(kind, go), values_of(kind, stay)
    fields = []
    for rule in kind.rules:
        name = rule.name
        is_own = (
            rule.relation or name == "slug" or (stay == joining.stay and name in joining.called)
        )
        is_free = not is_own and not _is_edited(stay, name, theirs[name])
        if is_free and _is_edited(go, name, mine[name]):
            setattr(stay, name, getattr(go, name))
            fields.append(name)
    written = kind.model.markdown_field
    if written and getattr(go, written) and not getattr(stay, written):
        setattr(stay, written, getattr(go, written))
        fields.append(written)
    if go.by_hand and not go.removed and not stay.by_hand:
        stay.by_hand = True
        fields.append("by_hand")
    if fields:
        joining.update(kind, [stay], fields)


def _is_edited(row: Any, name: str, value: Any) -> bool:
    """Whether a person wrote what stands in the field."""
    if row.said is None:
        return value not in NOTHING
    return not same(value, row.said.get(name))


def member_key_of(kind: Kind, says: Mapping[str, Any], otherwise: str) -> str:
    """The key of a row that is what it is by what it hangs on; other kinds keep theirs."""
    if kind.name not in identity.MEMBER_PARTS:
        return otherwise
    return identity.member_key(kind.name, says)
