"""Joining two rows into one: what a merge does to sources, identities and the rows around."""

from dataclasses import dataclass, field
from typing import Any

from conferences.importing import identity
from conferences.importing.kinds import KINDS, Kind
from conferences.importing.merge import same
from conferences.importing.rows import update_rows, values_of
from conferences.models import Conflict, Decision, Identity, Removed, Run, Source

Touched = set[tuple[str, str]]


@dataclass(slots=True)
class Joining:
    """One join under way: the row that stays, the one that goes into it, and the receipt."""

    kind: str
    stay: Any
    go: Any
    run: Run
    reason: str
    touched: Touched = field(default_factory=set)
    receipt: dict[str, Any] = field(default_factory=lambda: {"sources": {}, "rows": {}})


def join_rows(kind: str, stay: str, go: str, *, run: Run, reason: str) -> Touched:
    """Make the rows with the keys `stay` and `go` one, and leave a receipt.

    Gives back kind and key of every row that must be folded anew.
    """
    locked = KINDS[kind].model.objects.select_for_update(of=("self",))
    rows = locked.in_bulk([stay, go], field_name="key")
    joining = Joining(kind, rows[stay], rows[go], run, reason)
    _join_doubles(joining)
    _move_sources(joining)
    for child, relation in _children_of(kind):
        _move_rows(joining, child, relation)
    _retire(joining)
    Decision.objects.create(
        ruling=Decision.Ruling.MERGE,
        kind=kind,
        key=stay,
        other_key=go,
        reason=reason[:500],
        receipt=joining.receipt,
        run=run,
    )
    return joining.touched | {(kind, stay)}


def _children_of(kind: str) -> list[tuple[Kind, str]]:
    """The kinds that hang on `kind`, each with the field that holds it."""
    return [
        (child, rule.name)
        for child in KINDS.values()
        for rule in child.rules
        if rule.relation == kind
    ]


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
            joining.touched |= join_rows(
                old.kind, new.row_key, old.row_key, run=joining.run, reason=joining.reason
            )


def _move_sources(joining: Joining) -> None:
    stay, go = joining.stay.key, joining.go.key
    moved = list(Source.objects.filter(key=go))
    for source in moved:
        joining.receipt["sources"][source.pk] = go
        source.key = stay
    for child, relation in _children_of(joining.kind):
        for source in Source.objects.filter(kind=child.name, **{f"says__{relation}": go}):
            joining.receipt["sources"][source.pk] = source.key
            joining.touched.add((child.name, source.key))
            source.says[relation] = stay
            if child.name in identity.MEMBER_PARTS:
                source.key = identity.member_key(child.name, source.says)
            joining.touched.add((child.name, source.key))
            moved.append(source)
    Source.objects.bulk_update(moved, ["key", "says"], batch_size=500)


def _move_rows(joining: Joining, child: Kind, relation: str) -> None:
    """Hang the rows of the one that goes on the one that stays."""
    rows = list(
        child.model.objects.filter(**{relation: joining.go}).select_related(*child.relations)
    )
    keys = {row.key: _new_key(joining, child, relation, row) for row in rows}
    twins = child.model.objects.select_related(*child.relations).in_bulk(
        [new for old, new in keys.items() if new != old], field_name="key"
    )
    for row in rows:
        new = keys[row.key]
        joining.receipt["rows"].setdefault(child.name, []).append([row.pk, row.key])
        joining.touched |= {(child.name, row.key), (child.name, new)}
        if new in twins and new != row.key:
            row.removed, row.merged_into = row.removed or Removed.MERGED, twins[new]
            _carry_edits(joining, child, row, twins[new])
        else:
            Conflict.objects.filter(key=row.key).update(key=new)
            row.key = new
            setattr(row, relation, joining.stay)
        if row.said and row.said.get(relation) == joining.go.key:
            row.said = {**row.said, relation: joining.stay.key}
    fields = ["key", "removed", "merged_into", relation, "said"]
    update_rows(child, rows, fields, reason=joining.reason, user=None)


def _new_key(joining: Joining, child: Kind, relation: str, row: Any) -> str:
    """The key that claims on the row have from now on; a row made by hand keeps its own."""
    if child.name not in identity.MEMBER_PARTS or not row.said:
        return str(row.key)
    return identity.member_key(child.name, {**row.said, relation: joining.stay.key})


def _carry_edits(joining: Joining, kind: Kind, go: Any, stay: Any) -> None:
    """Edits of the row that goes live on in the one that stays, where that has none itself."""
    mine, theirs = values_of(kind, go), values_of(kind, stay)
    fields = []
    for rule in kind.rules:
        name = rule.name
        is_edited = go.said is not None and not same(mine[name], go.said.get(name))
        is_free = stay.said is None or same(theirs[name], stay.said.get(name))
        if is_edited and is_free and not rule.relation:
            setattr(stay, name, getattr(go, name))
            fields.append(name)
    written = kind.model.markdown_field
    if written and getattr(go, written) and not getattr(stay, written):
        setattr(stay, written, getattr(go, written))
        fields.append(written)
    if fields:
        update_rows(kind, [stay], fields, reason=joining.reason, user=None)


def _retire(joining: Joining) -> None:
    kind, stay, go = KINDS[joining.kind], joining.stay, joining.go
    _carry_edits(joining, kind, go, stay)
    earlier = list(kind.model.objects.filter(merged_into=go))
    for row in [*earlier, go]:
        row.merged_into = stay
    go.removed = Removed.MERGED
    fields = ["removed", "merged_into"]
    update_rows(kind, [*earlier, go], fields, reason=joining.reason, user=None)
