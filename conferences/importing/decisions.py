"""Joining two rows into one: what a merge does to sources, identities and the rows around."""

from typing import Any

from conferences.importing import identity
from conferences.importing.joining import (
    Joining,
    Touched,
    carry_edits,
    drop_conflicts,
    member_key_of,
    move_rows,
)
from conferences.importing.kinds import KINDS, children_of
from conferences.importing.rows import update_rows
from conferences.models import (
    Day,
    Decision,
    Identity,
    Removed,
    Run,
    Source,
    TopicAlias,
)
from conferences.recaps.folding import fold


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
        move_rows(joining, child, relation)
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
            is_own = source.key == member_key_of(child, source.says, source.key)
            source.says[relation] = stay
            if is_own:
                new = member_key_of(child, source.says, source.key)
                joining.rekeyed[source.key] = source.key = new
            joining.touched.add((child.name, source.key))
            moved.append(source)
    Source.objects.bulk_update(moved, ["key", "says"], batch_size=500)


def _retire(joining: Joining) -> None:
    kind, stay, go = KINDS[joining.kind], joining.stay, joining.go
    carry_edits(joining, kind, go, stay)
    if stay.by_hand and stay.removed in (Removed.UNSAID, Removed.HIDDEN):
        stay.removed = ""
        update_rows(kind, [stay], ["removed"], reason=joining.reason, user=joining.user)
    if joining.kind == "topic":
        _move_aliases(joining)
    drop_conflicts(go)
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
