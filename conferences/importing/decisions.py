"""Joining two rows into one: what a merge does to sources, identities and the rows around."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from conferences.importing import identity
from conferences.importing.fold import NOTHING
from conferences.importing.kinds import KINDS, Kind, children_of
from conferences.importing.merge import same
from conferences.importing.rows import update_rows, values_of
from conferences.models import (
    Conflict,
    Day,
    Decision,
    Identity,
    Removed,
    Run,
    Source,
    TopicAlias,
)
from conferences.recaps.folding import fold

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


def join_rows(
    kind: str,
    stay: str,
    go: str,
    *,
    run: Run,
    reason: str,
    user: Any = None,
    called: dict[str, Any] | None = None,
) -> Touched:
    """Make the rows with the keys `stay` and `go` one, and leave a receipt.

    `called` is what a person rules of their fields; without it the posts alone decide.

    Gives back kind and key of every row that must be folded anew.
    """
    locked = KINDS[kind].model.objects.select_for_update(of=("self",))
    rows = locked.in_bulk([stay, go], field_name="key")
    joining = Joining(kind, rows[stay], rows[go], run, reason, user, called or ())
    _join_doubles(joining)
    _move_sources(joining)
    for child, relation in children_of(kind):
        _move_rows(joining, child, relation)
    _retire(joining)
    Decision.objects.create(
        ruling=Decision.Ruling.MERGE,
        kind=kind,
        key=stay,
        other_key=go,
        reason=reason[:500],
        receipt=joining.receipt | ({"called": called} if called else {}),
        run=run,
        user=user,
    )
    return joining.touched | {(kind, stay)}


def _join_doubles(joining: Joining) -> None:
    """What was the same day, talk or announcement but for its parent is now one as well."""
    stay, go = joining.stay.key, joining.go.key
    Identity.objects.filter(row_key=go).update(row_key=stay)
    for old in Identity.objects.filter(token__contains=go):
        token = identity.token_of_text(old.kind, old.token.replace(go, stay))
        new, _made = Identity.objects.get_or_create(
            key=token.key,
            defaults={"kind": old.kind, "row_key": old.row_key, "token": token.text},
        )
        if new.row_key != old.row_key:
            _join_others(joining, old.kind, new.row_key, old.row_key)
    if joining.kind == "conference":
        _join_days(joining)


def _join_days(joining: Joining) -> None:
    """Days of one number or date that no identity told to be one: renumbered by hand."""
    days = Day.objects.filter(removed="").select_related("conference").order_by("pk")
    ours = {part: day for day in days.filter(conference=joining.stay) for part in _parts(day)}
    for day in days.filter(conference=joining.go):
        twin = next((ours[part] for part in _parts(day) if part in ours), None)
        if twin:
            _join_others(joining, "day", twin.key, day.key)


def _parts(day: Day) -> list[tuple[str, Any]]:
    parts = [("number", day.number), ("date", day.date)]
    return [(name, value) for name, value in parts if value is not None]


def _join_others(joining: Joining, kind: str, stay: str, go: str) -> None:
    joining.touched |= join_rows(
        kind, stay, go, run=joining.run, reason=joining.reason, user=joining.user
    )


def _move_sources(joining: Joining) -> None:
    stay, go = joining.stay.key, joining.go.key
    moved = list(Source.objects.filter(key=go))
    for source in moved:
        joining.receipt["sources"][source.pk] = go
        source.key = stay
    for child, relation in children_of(joining.kind):
        for source in Source.objects.filter(kind=child.name, **{f"says__{relation}": go}):
            joining.receipt["sources"][source.pk] = source.key
            joining.touched.add((child.name, source.key))
            is_own = source.key == _member_key(child, source.says, source.key)
            source.says[relation] = stay
            if is_own:
                new = _member_key(child, source.says, source.key)
                joining.rekeyed[source.key] = source.key = new
            joining.touched.add((child.name, source.key))
            moved.append(source)
    Source.objects.bulk_update(moved, ["key", "says"], batch_size=500)


def _member_key(kind: Kind, says: Mapping[str, Any], otherwise: str) -> str:
    """The key of a row that is what it is by what it hangs on; other kinds keep theirs."""
    if kind.name not in identity.MEMBER_PARTS:
        return otherwise
    return identity.member_key(kind.name, says)


def _move_rows(joining: Joining, child: Kind, relation: str) -> None:
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
    old = _member_key(child, {**says, relation: joining.go.key}, row.key)
    if row.key != old or row.removed == Removed.MERGED:
        return str(row.key)
    return _member_key(child, {**says, relation: joining.stay.key}, row.key)


class _Twins:
    """The rows of the one that stays which are what rows of the one that goes will be."""

    def __init__(self, joining: Joining, child: Kind, relation: str, keys: set[str]) -> None:
        self.joining, self.child, self.relation = joining, child, relation
        ours = child.model.objects.filter(**{relation: joining.stay})
        known = child.model.objects.filter(key__in=keys)
        found = list((ours | known).select_related(*child.relations).order_by("pk"))
        self.by_key = {row.key: row for row in found}
        self.by_values = {
            _member_key(child, values_of(child, row), row.key): row
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
        return self.by_values.get(_member_key(self.child, values, row.key))


def _merge_twin(joining: Joining, kind: Kind, row: Any, twin: Any) -> None:
    """Let the row live on in its twin, which is there if either is, and gone if either was
    taken off by a person, unless a person put the other there.
    """
    _carry_edits(joining, kind, row, twin)
    removed = _removed_of_both(row, twin)
    if removed != twin.removed:
        twin.removed = removed
        update_rows(kind, [twin], ["removed"], reason=joining.reason, user=joining.user)
    row.removed, row.merged_into = Removed.MERGED, twin
    _drop_conflicts(row)


def _removed_of_both(row: Any, twin: Any) -> str:
    both = (row, twin)
    if any(one.by_hand and not one.removed for one in both):
        return ""
    removals = {one.removed for one in both}
    return next(r for r in (Removed.BY_PERSON, "", twin.removed) if r in removals)


def _drop_conflicts(row: Any) -> None:
    """What is to be decided of a row that goes is found anew of the one it goes into."""
    Conflict.objects.filter(key=row.key, outcome="").update(outcome=Conflict.Outcome.OBSOLETE)


def _carry_edits(joining: Joining, kind: Kind, go: Any, stay: Any) -> None:
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


def _retire(joining: Joining) -> None:
    kind, stay, go = KINDS[joining.kind], joining.stay, joining.go
    _carry_edits(joining, kind, go, stay)
    if stay.by_hand and stay.removed in (Removed.UNSAID, Removed.HIDDEN):
        stay.removed = ""
        update_rows(kind, [stay], ["removed"], reason=joining.reason, user=joining.user)
    if joining.kind == "topic":
        _move_aliases(joining)
    _drop_conflicts(go)
    earlier = list(kind.model.objects.filter(merged_into=go))
    for row in [*earlier, go]:
        row.merged_into = stay
    go.removed = Removed.MERGED
    fields = ["removed", "merged_into"]
    update_rows(kind, [*earlier, go], fields, reason=joining.reason, user=joining.user)


def _move_aliases(joining: Joining) -> None:
    """All that the topic which goes was called is another name of the one that stays."""
    for alias in TopicAlias.objects.filter(topic=joining.go):
        alias.topic = joining.stay
        alias.save()
    name = joining.go.name
    if not TopicAlias.objects.filter(removed="", folded=fold(name)).exists():
        TopicAlias.objects.create(topic=joining.stay, name=name)
