"""Folding rows anew where no post has changed: what a person ruled says otherwise."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction

from conferences.importing.changes import RowChange
from conferences.importing.decisions import join_rows
from conferences.importing.fold import NOTHING
from conferences.importing.kinds import KINDS
from conferences.importing.plan import load_places, plan_rows
from conferences.importing.rows import values_of
from conferences.importing.writing import take_import_lock, write_changes
from conferences.models import Recap, Run, Source
from conferences.search import index_rows


@transaction.atomic
def merge_rows(kind: str, stay: str, go: str, *, user: Any, reason: str = "") -> None:
    """Make two rows one, as a person rules: the row with the key `go` lives on in `stay`."""
    take_import_lock()
    run = Run.objects.create(what="merge", user=user)
    touched = join_rows(kind, stay, go, run=run, reason=reason, user=user)
    rows = load_places(touched)
    changes = [
        _filling_only(change, rows[kind, stay]) if change.key == stay else change
        for change in plan_rows(set(touched), rows)
    ]
    write_changes(changes, rows, run=run, reason=reason or "merged", user=user)
    index_rows(touched)


def _filling_only(change: RowChange, row: Any) -> RowChange:
    """What a person merges into stays as it is called: the other row fills what is empty."""
    kind = KINDS[change.kind]
    current = values_of(kind, row)
    values = {
        name: value
        for name, value in change.values.items()
        if current[name] in NOTHING or name in kind.texts
    }
    return replace(change, values=values, conflicts=())


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
        rows = load_places(places)
        reason = "what a recap says hidden or shown"
        write_changes(plan_rows(places, rows), rows, run=run, reason=reason, user=user)
        index_rows(places)
