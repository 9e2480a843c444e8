"""Rows that a person ruled not to be the same: nothing that posts say makes them one."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Q

from conferences.importing.kinds import KINDS
from conferences.models import Decision, Removed

Apart = dict[str, set[str]]
"""By a row's key the keys of those it is not."""


def apart(kind: str, keys: Collection[str]) -> Apart:
    """Which of the rows were ruled to be others of them. Two queries.

    What was ruled of a row holds for the one that it was merged into since.
    """
    merged = KINDS[kind].model.objects.filter(removed=Removed.MERGED, merged_into__key__in=keys)
    final = {key: key for key in keys}
    final |= dict(merged.order_by().values_list("key", "merged_into__key"))
    ruled = Decision.objects.filter(
        kind=kind,
        ruling__in=[Decision.Ruling.NOT_SAME, Decision.Ruling.SPLIT],
        undone_at=None,
        key__in=final,
        other_key__in=final,
    )
    found: Apart = defaultdict(set)
    for one, other in ruled.order_by().values_list("key", "other_key"):
        if final[one] != final[other]:
            found[final[one]].add(final[other])
            found[final[other]].add(final[one])
    return dict(found)


def dealt(bearers: set[str]) -> dict[str, str]:
    """By talk the one of the bearers of a name that decisions dealt it to."""
    about = Q(key__in=bearers) | Q(other_key__in=bearers)
    rulings = Decision.objects.filter(
        about, ruling=Decision.Ruling.SPLIT, kind="speaker", undone_at=None
    )
    found: dict[str, str] = {}
    for receipt in rulings.order_by("pk").values_list("receipt", flat=True):
        found |= {t: key for t, key in receipt.get("deals", {}).items() if key in bearers}
    return found
