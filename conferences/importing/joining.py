"""What hangs on a row that goes into another: moved over, or met with what is there already."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from conferences.importing import identity
from conferences.importing.fold import NOTHING
from conferences.importing.kinds import Kind
from conferences.importing.merge import same
from conferences.importing.rows import update_rows, values_of
from conferences.models import Conflict, Removed, Run

Touched = set[tuple[str, str]]


@dataclass(slots=True)
class Joining:
    """One join under way: the row that stays, the one that goes into it, and the receipt."""

    kind: str
    stay: Any
    go: Any
    run: Run
    reason: str
    user: Any
    called: Collection[str] = ()
    """Fields of the row that stays which a person ruled to be as they are."""
    rekeyed: dict[str, str] = field(default_factory=dict)
    """New keys of claims on rows that hang on the one that goes, by the old ones."""
    touched: Touched = field(default_factory=set)
    receipt: dict[str, Any] = field(default_factory=lambda: {"sources": {}, "rows": {}})


def move_rows(joining: Joining, child: Kind, relation: str) -> None:
    """Hang the rows of the one that goes on the one that stays."""
    rows = _rows_to_move(joining, child, relation)
    keys = {row.key: _new_key(joining, child, relation, row) for row in rows}
    twins = _Twins(joining, child, relation, {new for old, new in keys.items() if new != old})
    for row in rows:
        new = keys[row.key]
        joining.receipt["rows"].setdefault(child.name, []).append([row.pk, row.key])
        joining.touched |= {(child.name, row.key), (child.name, new)}
        twin = twins.of(row, new)
        if twin:
            joining.touched.add((child.name, twin.key))
            _merge_twin(joining, child, row, twin)
        elif new not in twins.by_key:
            row.key = new
        if getattr(row, relation) == joining.go:
            setattr(row, relation, joining.stay)
        if row.said and row.said.get(relation) == joining.go.key:
            row.said = {**row.said, relation: joining.stay.key}
    fields = ["key", "removed", "merged_into", relation, "said"]
    update_rows(child, rows, fields, reason=joining.reason, user=joining.user)


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
    taken off by a person, unless a person put the other there.
    """
    carry_edits(joining, kind, row, twin)
    removed = _removed_of_both(row, twin)
    if removed != twin.removed:
        twin.removed = removed
        update_rows(kind, [twin], ["removed"], reason=joining.reason, user=joining.user)
    row.removed, row.merged_into = Removed.MERGED, twin
    drop_conflicts(row)


def _removed_of_both(row: Any, twin: Any) -> str:
    both = (row, twin)
    if any(one.by_hand and not one.removed for one in both):
        return ""
    removals = {one.removed for one in both}
    return next(r for r in (Removed.BY_PERSON, "", twin.removed) if r in removals)


def drop_conflicts(row: Any) -> None:
    """What is to be decided of a row that goes is found anew of the one it goes into."""
    Conflict.objects.filter(key=row.key, outcome="").update(outcome=Conflict.Outcome.OBSOLETE)


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
        update_rows(kind, [stay], fields, reason=joining.reason, user=joining.user)


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
