"""Undoing what was ruled: rows that were made one are two again, and stay so."""

from collections.abc import Set
from typing import Any

from django.db import transaction
from django.utils import timezone

from conferences.addresses import remember_address
from conferences.importing.decisions.apart import apart
from conferences.importing.decisions.joining import join_as
from conferences.importing.decisions.merging import called_as_ruled, merge_rows
from conferences.importing.decisions.receipts import Returned, fields_written, write_back
from conferences.importing.decisions.rematching import rematch
from conferences.importing.hearing import Place
from conferences.importing.kinds import KINDS
from conferences.importing.plan import load_places
from conferences.importing.refolding import refold
from conferences.importing.writing import take_import_lock
from conferences.models import Decision, Identity, OldAddress, Removed, Run, Speaker, TopicAlias

MERGE, SPLIT = Decision.Ruling.MERGE, Decision.Ruling.SPLIT
NOT_SAME = Decision.Ruling.NOT_SAME
LENT = "lent-"
"""Begins the slug of a row until it is found what posts call it now."""


class CannotUndo(ValueError):
    """Why a decision was not undone; everything stands as it stood."""


@transaction.atomic
def undo_decision(decision: Decision, *, user: Any, reason: str = "") -> list[str]:
    """Undo a merge, and remember that the two are not the same.

    Gives back in words what people have changed since, which stays as they left it. Later
    merges of the same rows stand: they are undone first and made again afterwards.
    """
    take_import_lock()
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    check_undoable(decision)
    if decision.ruling == SPLIT:
        return _undo_split(decision, user=user, reason=reason)
    later = _built_on(decision)
    run = Run.objects.create(what="unmerge", user=user)
    reason = reason or f"decision {decision.pk} undone"
    returned = Returned()
    for one in [*reversed(later), decision]:
        _take_back(one, returned, reason=reason, user=user)
    rule_not_same(decision.kind, decision.key, decision.other_key, user=user, reason=reason)
    for one in later:
        returned.places |= _do_again(one)
    ones = {stay for one in [decision, *later] for _kind, stay, _go, _slug in one.receipt["gone"]}
    touched = returned.places | rematch(ones, since=decision.receipt["version"], run=run)
    refold(touched, run=run, reason=reason, user=user)
    _take_lent_slugs_back(touched)
    return list(dict.fromkeys(returned.left))


def check_undoable(decision: Decision) -> None:
    """Raises CannotUndo, in a sentence, where the decision cannot be undone."""
    if decision.undone_at:
        raise CannotUndo("it was undone before")
    if decision.ruling not in (MERGE, SPLIT):
        raise CannotUndo(f"a decision of the sort “{decision.ruling}” is not undone here")
    if whole := decision.receipt.get("part_of"):
        raise CannotUndo(f"it is part of the merge of two {whole[0]}s: undo that one")
    if "writes" not in decision.receipt:
        raise CannotUndo("its receipt is from before receipts told all that undoing needs")


def _undo_split(decision: Decision, *, user: Any, reason: str) -> list[str]:
    """A speaker made by the split goes back into the one they came from, with all they have by
    now; another one gives back the talks that they were given.
    """
    Decision.objects.filter(pk=decision.pk).update(undone_at=timezone.now())
    if decision.receipt["created"]:
        if _are_two(decision):
            merge_rows("speaker", decision.key, decision.other_key, user=user, reason=reason)
        return []
    run = Run.objects.create(what="unsplit", user=user)
    reason = reason or f"decision {decision.pk} undone"
    returned = write_back(decision.receipt, reason=reason, user=user)
    places = returned.places | {("speaker", decision.key), ("speaker", decision.other_key)}
    refold(places, run=run, reason=reason, user=user)
    return returned.left


def _are_two(decision: Decision) -> bool:
    rows = Speaker.objects.filter(key__in=[decision.key, decision.other_key])
    return not rows.filter(removed=Removed.MERGED).exists()


@transaction.atomic
def rule_not_same(kind: str, one: str, other: str, *, user: Any, reason: str = "") -> None:
    """Remember that two rows are not the same, unless that is known."""
    take_import_lock()
    if one not in apart(kind, [one, other]):
        Decision.objects.create(
            ruling=NOT_SAME, kind=kind, key=one, other_key=other, reason=reason[:500], user=user
        )


def _built_on(decision: Decision) -> list[Decision]:
    """The later merges that stand and wrote what this one, or one of them, had written."""
    written = fields_written(decision.receipt)
    later = Decision.objects.filter(ruling=MERGE, undone_at=None, pk__gt=decision.pk)
    found = []
    for one in later.filter(receipt__writes__isnull=False).order_by("pk"):
        own = fields_written(one.receipt)
        if not written.isdisjoint(own):
            written |= own
            found.append(one)
    return found


def _take_back(decision: Decision, returned: Returned, *, reason: str, user: Any) -> None:
    given = write_back(decision.receipt, reason=reason, user=user)
    returned.left += given.left
    returned.places |= given.places
    _delete_created(decision)
    for kind, stay, go, slug in decision.receipt["gone"]:
        returned.places |= {(kind, stay), (kind, go)}
        _give_slug_back(kind, stay, go, slug)
    ruled = Decision.objects.filter(pk__in=[decision.pk, *decision.receipt["parts"]])
    ruled.update(undone_at=timezone.now())


def _delete_created(decision: Decision) -> None:
    """What stood only for the two being one: keys of one row under the name of the other."""
    for label, pk in decision.receipt["created"]:
        model: Any = {"identity": Identity, "topicalias": TopicAlias}[label]
        model.objects.filter(pk=pk).delete()


def _give_slug_back(kind: str, stay: str, go: str, slug: str) -> None:
    """A row that went gave its address up where posts called the two as one by its name.

    The one it had instead was never shown: it led on to the one that stayed.
    """
    model = KINDS[kind].model
    gone = model.objects.get(key=go)
    holder = model.objects.filter(slug=slug).first() if slug else None
    if not slug or gone.slug == slug or (holder and holder.key != stay):
        return
    if holder:
        _lend_slug(holder)
    gone.slug = slug
    gone.save(update_fields=["slug"])
    remember_address(gone, "")


def _lend_slug(row: Any) -> None:
    """Let the row have one for as long as it takes to find what posts call it now."""
    row.slug = LENT + row.key
    row.said = {**(row.said or {}), "slug": row.slug}
    row.save(update_fields=["slug", "said"])


def _take_lent_slugs_back(places: Set[Place]) -> None:
    """What no post calls anything now is called by what stands in it."""
    lent = {LENT + key for _kind, key in places}
    for row in load_places(places).values():
        if getattr(row, "slug", "") in lent:
            row.slug = row.free_slug()
            row.said = {**row.said, "slug": row.slug}
            row.save(update_fields=["slug", "said"])
            remember_address(row, "")
    OldAddress.objects.filter(slug__in=lent).delete()


def _do_again(decision: Decision) -> set[Place]:
    """Merge two rows as before, now that what one of them is made of has changed."""
    rows = KINDS[decision.kind].model.objects.in_bulk(
        [decision.key, decision.other_key], field_name="key"
    )
    if any(row.removed == Removed.MERGED for row in rows.values()):
        return set()
    called = None
    if "called" in decision.receipt:
        called = called_as_ruled(decision)
    decision.undone_at = None
    return join_as(decision, called=called)
