"""What becomes of rows: as they stand against what recaps say of them now."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from django.db.models import Model

from conferences.addresses import is_made
from conferences.importing.hearing import Place, Said
from conferences.importing.kinds import KINDS, Kind, children_of
from conferences.importing.merge import FieldConflict, is_edited, merge_row
from conferences.importing.rows import values_of
from conferences.models import Removed

DECIDED = (Removed.BY_PERSON, Removed.MERGED)
"""Rows that stay removed, whatever recaps say."""

CATEGORIES = ("conference", "day", "speaker", "topic")
"""What a person may well hang rows on though only a hidden recap speaks of it."""


class Action(StrEnum):
    CREATE = "create"
    UPDATE = "update"
    HIDE = "hide"
    SHOW = "show"


@dataclass(slots=True)
class RowChange:
    """What becomes of one row."""

    kind: str
    key: str
    said: dict[str, Any] | None
    """What all recaps say of the row from now on, or said last."""
    action: Action
    removed: str | None = None
    """Why it is hidden from now on; empty: shown; None: as it was."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """The fields to write."""
    before: Mapping[str, Any] = field(default_factory=dict)
    """What stood in them; rows by what they are called."""
    after: Mapping[str, Any] = field(default_factory=dict)
    """The fields to write, rows by what they are called."""
    conflicts: tuple[FieldConflict, ...] = ()
    line: int | None = None
    label: str = ""

    @property
    def writes_seen_fields(self) -> bool:
        """Whether it writes more than what recaps say of the row."""
        return self.action != Action.UPDATE or bool(self.values)

    @property
    def is_seen(self) -> bool:
        """Whether it changes anything that people see, or waits for them."""
        return self.writes_seen_fields or bool(self.conflicts)


def plan_changes(
    places: Iterable[Place],
    said: Mapping[Place, Said],
    rows: Mapping[Place, Any],
    lines: Mapping[Place, int],
) -> list[RowChange]:
    """The changes of the rows at `places`, parents first; rows that stay as they are have none."""
    changes = {
        place: change
        for place in sorted(places, key=_order)
        if (change := _change(place, said.get(place), rows.get(place), lines.get(place)))
    }
    _hold(changes)
    return list(changes.values())


def _order(place: Place) -> tuple[int, str]:
    return (list(KINDS).index(place[0]), place[1])


def _change(place: Place, said: Said | None, row: Any, line: int | None) -> RowChange | None:
    if said is None:
        return _unsaid(place, row) if row else None
    if row is None:
        return _create(place, said, line)
    return _update(place, said, row, line)


def _create(place: Place, said: Said, line: int | None) -> RowChange:
    removed = "" if said.is_public or place[0] == "recap" else Removed.HIDDEN
    values = said.values
    return RowChange(*place, values, Action.CREATE, removed=removed, values=values, line=line)


def _unsaid(place: Place, row: Any) -> RowChange | None:
    """A row that no recap speaks of any more goes, unless a person had a hand in it."""
    if row.by_hand or row.removed not in ("", Removed.HIDDEN):
        return None
    if _has_words_of_its_own(row):
        return None
    if is_edited(row.said, values_of(KINDS[place[0]], row)):
        return _dropped(place, row)
    return RowChange(*place, row.said, Action.HIDE, removed=Removed.UNSAID)


def _has_words_of_its_own(row: Any) -> bool:
    """Whether a person filled in a field that recaps never speak of: a biography, a status."""
    told = {rule.name for rule in KINDS[row.kind].rules}
    fields = [f for f in row._meta.concrete_fields if f.editable and f.name not in told]
    return any(getattr(row, f.name) != f.get_default() for f in fields if not f.primary_key)


def _dropped(place: Place, row: Any) -> RowChange | None:
    """A row that a person edited and no recap speaks of any more waits for a decision."""
    if row.removed:
        return None
    gone = FieldConflict("removed", base="", said=Removed.UNSAID.value, value="")
    return RowChange(*place, row.said, Action.UPDATE, conflicts=(gone,))


def _update(place: Place, said: Said, row: Any, line: int | None) -> RowChange | None:
    kind = KINDS[place[0]]
    current = values_of(kind, row)
    merge = merge_row(row.said, said.values, current, texts=kind.texts)
    conflicts = () if row.removed in DECIDED else _worth_telling(merge.conflicts, row)
    removed = _removed(said, row)
    is_shown_otherwise = removed != row.removed
    if not (merge.values or conflicts or is_shown_otherwise or said.values != row.said):
        return None
    return RowChange(
        *place,
        said.values,
        _action(removed) if is_shown_otherwise else Action.UPDATE,
        removed=removed if is_shown_otherwise else None,
        values=merge.values,
        before={name: _shown(row, name, current) for name in merge.values},
        conflicts=conflicts,
        line=line,
    )


def _worth_telling(conflicts: Collection[FieldConflict], row: Any) -> tuple[FieldConflict, ...]:
    """An address that follows the row's name is no edit of its own."""
    return tuple(c for c in conflicts if c.field != "slug" or not is_made(row))


def _removed(said: Said, row: Any) -> str:
    """Why the row is hidden once it is said so; empty where it is shown."""
    if row.removed in DECIDED:
        return str(row.removed)
    is_shown = said.is_public or row.by_hand or row.kind == "recap"
    return "" if is_shown else Removed.HIDDEN.value


def _action(removed: str) -> Action:
    return Action.HIDE if removed else Action.SHOW


def _shown(row: Any, name: str, current: Mapping[str, Any]) -> Any:
    value = getattr(row, name)
    return str(value) if isinstance(value, Model) else current[name]


def _hold(changes: dict[Place, RowChange]) -> None:
    """Let no row go that others hang on which stay, as those do that people made or edited.

    Children first: what they hang on stays with them.
    """
    for kind in reversed(KINDS.values()):
        going = [c.key for c in changes.values() if c.kind == kind.name and _may_stay(c)]
        for key in _held(kind, going, changes) if going else ():
            # Without going, nothing is left of what was to become of a row that nobody speaks of.
            change = changes.pop((kind.name, key))
            if change.removed == Removed.HIDDEN:
                changes[kind.name, key] = replace(change, action=Action.UPDATE, removed=None)


def _may_stay(change: RowChange) -> bool:
    if change.action != Action.HIDE:
        return False
    return change.removed == Removed.UNSAID or change.kind in CATEGORIES


def _held(kind: Kind, going: Collection[str], changes: Mapping[Place, RowChange]) -> set[str]:
    """The keys of the rows on which a row hangs that stays on the site."""
    held = set()
    for child, relation in children_of(kind.name):
        path = f"{relation}__key"
        present = child.model.objects.filter(removed="", **{f"{path}__in": going})
        for key, parent in present.order_by().values_list("key", path):
            change = changes.get((child.name, key))
            if not change or not (change.removed or relation in change.values):
                held.add(parent)
    return held
