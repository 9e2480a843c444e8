"""Folding rows anew where no post has changed: what a person ruled says otherwise."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from conferences.importing.decisions import join_rows
from conferences.importing.fold import NOTHING
from conferences.importing.hearing import Place
from conferences.importing.kinds import KINDS, Kind
from conferences.importing.plan import load_places, plan_rows
from conferences.importing.rows import load_rows, values_of
from conferences.importing.writing import take_import_lock, write_changes
from conferences.models import Recap, Run, Source
from conferences.search import index_rows


@transaction.atomic
def merge_rows(kind: str, stay: str, go: str, *, user: Any, reason: str = "") -> None:
    """Make two rows one, as a person rules: the row with the key `go` lives on in `stay`."""
    take_import_lock()
    run = Run.objects.create(what="merge", user=user)
    called = _called(KINDS[kind], stay, go)
    touched = join_rows(kind, stay, go, run=run, reason=reason, user=user, called=called)
    _refold(touched, run=run, reason=reason or "merged", user=user)


def _called(kind: Kind, stay: str, go: str) -> dict[str, Any]:
    """What of the row that goes does not count, so that the one that stays is called as it is."""
    rows = load_rows(kind, [stay, go])
    kept, ours = _values(kind, rows[stay])
    gone, theirs = _values(kind, rows[go])
    return {
        name: {"kept": kept[name], "shunned": shunned}
        for name in ours
        if kept[name] not in NOTHING
        if (
            shunned := [
                v for v in [gone[name], *theirs[name]] if v not in (kept[name], *ours[name])
            ]
        )
    }


def _values(kind: Kind, row: Any) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """What the row holds or was last said to hold, and all that recaps say, field by field."""
    says = [source.says for source in Source.objects.current().filter(kind=kind.name, key=row.key)]
    names = [rule.name for rule in kind.rules if not rule.relation and not rule.joined]
    kept = values_of(kind, row) | (row.said or {})
    return kept, {name: [said[name] for said in says if said.get(name)] for name in names}


def follow_visibility(recaps: Sequence[Recap], *, user: Any) -> None:
    """Hide or show what recaps say that a person has hidden or shown themselves."""
    if recaps:
        _follow(recaps, user=user)


@transaction.atomic
def _follow(recaps: Sequence[Recap], *, user: Any) -> None:
    take_import_lock()
    said = Source.objects.current().filter(version__recap__in=recaps)
    places = set(said.order_by().values_list("kind", "key").distinct())
    if places:
        run = Run.objects.create(what="visibility", user=user)
        _refold(places, run=run, reason="what a recap says hidden or shown", user=user)


def _refold(places: set[Place], *, run: Run, reason: str, user: Any) -> None:
    rows = load_places(places)
    write_changes(plan_rows(places, rows), rows, run=run, reason=reason, user=user)
    index_rows(places)
