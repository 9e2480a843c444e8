"""Folding rows anew where no post has changed: what a person ruled says otherwise."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from conferences.importing.conflicts import drop_regained
from conferences.importing.hearing import Place
from conferences.importing.plan import load_places, plan_rows
from conferences.importing.writing import take_import_lock, write_changes
from conferences.models import Recap, Run, Source
from conferences.upkeep import keep_up


def refold(places: set[Place], *, run: Run, reason: str, user: Any) -> None:
    """Bring rows in line with what is said of them now."""
    rows = load_places(places)
    write_changes(plan_rows(places, rows), rows, run=run, reason=reason, user=user)
    drop_regained({key for _kind, key in places})
    keep_up(places)


def hide_what_nobody_sees_told(rows: Sequence[Any], *, user: Any) -> None:
    """Hide those of the rows that only recaps tell which readers do not see."""
    sources = Source.objects.of(*rows).order_by()
    told = set(sources.current().values_list("kind", "key"))
    told -= set(sources.visible().values_list("kind", "key"))
    if told:
        _follow(told, user=user)


def follow_visibility(recaps: Sequence[Recap], *, user: Any) -> None:
    """Hide or show what recaps say that a person has hidden or shown themselves."""
    said = Source.objects.current().filter(version__recap__in=recaps)
    if recaps and (places := set(said.order_by().values_list("kind", "key"))):
        _follow(places, user=user)


@transaction.atomic
def _follow(places: set[Place], *, user: Any) -> None:
    take_import_lock()
    run = Run.objects.create(what="visibility", user=user)
    refold(places, run=run, reason="what a recap says hidden or shown", user=user)
