"""News of what was planned and news of its release: one thing, as a person rules.

The two stay two rows. What was ruled of a row holds for the one that it was merged into since,
and for the row itself once they are parted again: the decision keeps the keys it was made with.
"""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from conferences.importing.writing import take_import_lock
from conferences.models import Announcement, Decision, Removed

Pair = tuple[str, str]
"""The key of the earlier announcement, and that of the later one."""
KIND = Announcement.kind
RELEASE, NOT_RELEASE = Decision.Ruling.RELEASE, Decision.Ruling.NOT_RELEASE


class CannotRule(ValueError):
    """Why nothing was ruled of two announcements; everything stands as it stood."""


@transaction.atomic
def rule_release(one: str, other: str, *, is_release: bool, user: Any, reason: str = "") -> None:
    """Remember whether the later announcement tells of what the earlier one foresaw.

    A person may think better of it: what was ruled before is taken back.
    """
    take_import_lock()
    if one == other:
        raise CannotRule("choose two announcements")
    if Announcement.objects.visible().filter(key__in=[one, other]).count() < 2:
        raise CannotRule("one of the announcements is not on the site any more")
    ruling, contrary = (RELEASE, NOT_RELEASE) if is_release else (NOT_RELEASE, RELEASE)
    _take_back((one, other), contrary)
    if (one, other) not in ruled_pairs([one, other], ruling):
        Decision.objects.create(
            ruling=ruling, kind=KIND, key=one, other_key=other, reason=reason[:500], user=user
        )


def ruled_pairs(keys: Collection[str], *rulings: str) -> set[Pair]:
    """The pairs so ruled that have any of the announcements with these keys. One query."""
    return {pair for pair in _standing(keys, rulings).values() if pair[0] != pair[1]}


def is_ruled(ruling: str) -> Exists:
    """Whether anything was so ruled of the announcement that a query is at."""
    ours = Announcement.objects.filter(merged_into=OuterRef(OuterRef("pk"))).values("key")
    own = Q(key=OuterRef("key")) | Q(other_key=OuterRef("key"))
    merged = Q(key__in=ours) | Q(other_key__in=ours)
    return Exists(_decisions([ruling]).filter(own | merged))


def _take_back(pair: Pair, ruling: str) -> None:
    numbers = [pk for pk, found in _standing(pair, [ruling]).items() if found == pair]
    Decision.objects.filter(pk__in=numbers, undone_at=None).update(undone_at=timezone.now())


def _standing(keys: Collection[str], rulings: Collection[str]) -> dict[int, Pair]:
    """By number the decisions about announcements, or about what was merged into them."""
    ours = Announcement.objects.filter(Q(key__in=keys) | Q(merged_into__key__in=keys))
    about = Q(key__in=ours.values("key")) | Q(other_key__in=ours.values("key"))
    found = _decisions(rulings).filter(about).order_by("pk")
    ends = found.values_list("pk", _final("key"), _final("other_key"))
    return {pk: (one, other) for pk, one, other in ends}


def _decisions(rulings: Collection[str]) -> Any:
    return Decision.objects.filter(kind=KIND, ruling__in=rulings, undone_at=None)


def _final(column: str) -> Coalesce:
    """The key of the announcement that the one in the column was merged into, else its own."""
    merged = Announcement.objects.filter(removed=Removed.MERGED, key=OuterRef(column))
    return Coalesce(Subquery(merged.values("merged_into__key")), column)
