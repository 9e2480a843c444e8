"""Folding rows anew where no post has changed: what a person ruled says otherwise."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import transaction

from conferences.importing.decisions import join_rows
from conferences.importing.hearing import Place
from conferences.importing.plan import load_places, plan_rows
from conferences.importing.writing import take_import_lock, write_changes
from conferences.models import Recap, Run, Source
from conferences.search import index_rows


@transaction.atomic
def merge_rows(kind: str, stay: str, go: str, *, user: Any, reason: str = "") -> None:
    """Make two rows one, as a person rules: the row with the key `go` lives on in `stay`."""
    take_import_lock()
    run = Run.objects.create(what="merge", user=user)
    touched = join_rows(kind, stay, go, run=run, reason=reason, user=user)
    _refold(touched, run=run, reason=reason or "merged", user=user)


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


def _refold(places: Collection[Place], *, run: Run, reason: str, user: Any) -> None:
    rows = load_places(places)
    changes = plan_rows(set(places), rows)
    write_changes(changes, rows, run=run, reason=reason, user=user)
    index_rows(places)
