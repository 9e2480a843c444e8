"""Joining two rows into one: what a merge does to sources, identities and the rows around."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Max

from conferences.importing import identity
from conferences.importing.decisions.apart import apart
from conferences.importing.decisions.carrying import (
    Joining,
    Touched,
    carry_edits,
    drop_conflicts,
    member_key_of,
    move_rows,
)
from conferences.importing.kinds import KINDS, Kind, children_of
from conferences.models import (
    Day,
    Decision,
    Identity,
    Removed,
    Run,
    Source,
    TopicAlias,
    Version,
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
    decision = Decision(ruling=Decision.Ruling.MERGE, kind=kind, key=stay, other_key=go, user=user)
    decision.reason, decision.run = reason[:500], run
    return join_as(decision, called=called)


def join_as(decision: Decision, *, called: dict[str, Any] | None = None) -> Touched:
    """Carry out a decision to merge, and save it with its receipt.

    The decision names the fields that the row which goes has right as `chosen` in its receipt.
    """
    chosen = decision.receipt.get("chosen", [])
    joining = _begin(decision, called or {})
    _join(joining)
    _take_chosen(joining, chosen)
    decision.receipt = {
        "chosen": chosen,
        **joining.receipt.as_dict(),
        "parts": joining.parts,
        "gone": joining.gone,
        "version": _newest_version(),
        **({"called": called} if called else {}),
    }
    decision.save()
    return joining.touched | {(joining.kind, joining.stay.key)}


def _newest_version() -> int:
    """What is said by later versions is said of the rows as one."""
    return Version.objects.aggregate(newest=Max("pk"))["newest"] or 0


def _begin(decision: Decision, called: dict[str, Any]) -> Joining:
    kind, stay, go = decision.kind, decision.key, decision.other_key
    locked = KINDS[kind].model.objects.select_for_update(of=("self",))
    rows = locked.in_bulk([stay, go], field_name="key")
    return Joining(kind, rows[stay], rows[go], decision.run, decision.reason, decision.user, called)


def _join(joining: Joining) -> None:
    _join_doubles(joining)
    _move_sources(joining)
    for child, relation in children_of(joining.kind):
        move_rows(joining, child, relation)
    _retire(joining)


def _join_doubles(joining: Joining) -> None:
    """What was the same day, talk or announcement but for its parent is now one as well."""
    stay, go = joining.stay.key, joining.go.key
    own = list(Identity.objects.filter(row_key=go))
    for known in own:
        known.row_key = stay
    joining.receipt.note(own, ["row_key"])
    Identity.objects.bulk_update(own, ["row_key"])
    for old in Identity.objects.filter(token__contains=go):
        if joining.gone:
            # Its row may have gone into another by what the tokens before it meant.
            old.refresh_from_db(fields=["row_key"])
        token = identity.token_of_text(old.kind, old.token.replace(go, stay))
        new, is_made = Identity.objects.get_or_create(
            key=token.key,
            defaults={"kind": old.kind, "row_key": old.row_key, "token": token.text},
        )
        if is_made:
            joining.receipt.note_created(new)
        if new.row_key != old.row_key and not apart(old.kind, [new.row_key, old.row_key]):
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
    """A decision of its own, which stands and falls with the one under way."""
    part = Decision(ruling=Decision.Ruling.MERGE, kind=kind, key=stay, other_key=go)
    part.reason, part.run, part.user = joining.reason[:500], joining.run, joining.user
    others = _begin(part, {})
    others.receipt = joining.receipt
    _join(others)
    part.receipt = {"part_of": [joining.kind, joining.stay.key, joining.go.key]}
    part.save()
    joining.parts += [*others.parts, part.pk]
    joining.gone += others.gone
    joining.touched |= others.touched | {(kind, stay)}


def _move_sources(joining: Joining) -> None:
    stay, go = joining.stay.key, joining.go.key
    moved = list(Source.objects.filter(key=go))
    for source in moved:
        source.key = stay
    for child, relation in children_of(joining.kind):
        for source in Source.objects.filter(kind=child.name, **{f"says__{relation}": go}):
            joining.touched.add((child.name, source.key))
            is_own = source.key == member_key_of(child, source.says, source.key)
            source.says[relation] = stay
            if is_own:
                new = member_key_of(child, source.says, source.key)
                joining.rekeyed[source.key] = source.key = new
            joining.touched.add((child.name, source.key))
            moved.append(source)
    joining.receipt.note(moved, ["key", "says"])
    Source.objects.bulk_update(moved, ["key", "says"], batch_size=500)


def _retire(joining: Joining) -> None:
    kind, stay, go = KINDS[joining.kind], joining.stay, joining.go
    joining.gone.append((joining.kind, stay.key, go.key, getattr(go, "slug", "")))
    carry_edits(joining, kind, go, stay)
    if stay.by_hand and stay.removed in (Removed.UNSAID, Removed.HIDDEN):
        stay.removed = ""
        joining.update(kind, [stay], ["removed"])
    if joining.kind == "topic":
        _move_aliases(joining)
    drop_conflicts(joining, go)
    earlier = list(kind.model.objects.filter(merged_into=go))
    for row in [*earlier, go]:
        row.merged_into = stay
    go.removed = Removed.MERGED
    joining.update(kind, [*earlier, go], ["removed", "merged_into"])


def _take_chosen(joining: Joining, fields: Sequence[str]) -> None:
    for name in fields:
        setattr(joining.stay, name, getattr(joining.go, name))
    if fields:
        joining.update(KINDS[joining.kind], [joining.stay], fields)


def _move_aliases(joining: Joining) -> None:
    """All that the topic which goes was called is another name of the one that stays."""
    aliases = list(TopicAlias.objects.filter(topic=joining.go))
    for alias in aliases:
        alias.topic = joining.stay
    joining.update(Kind(TopicAlias, ()), aliases, ["topic"])
    name = joining.go.name
    if not TopicAlias.objects.filter(removed="", folded=fold(name)).exists():
        made = TopicAlias.objects.create(topic=joining.stay, name=name)
        joining.receipt.note_created(made)
