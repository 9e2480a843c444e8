"""Rows that people moved to where posts later speak of another: they are one.

A note moved by hand to a talk that its recap then covers, a link given the address that a
post then has: a second row beside it would be a double.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from conferences.importing.hearing import Place
from conferences.importing.identity import MEMBER_PARTS, member_key
from conferences.importing.kinds import KINDS, Kind
from conferences.importing.match import Claim
from conferences.importing.rows import values_of
from conferences.models import Removed

STANDING = ("", Removed.BY_PERSON)
"""Rows that claims on them mean, whatever else is there."""


def meet_twins(claims: Sequence[Claim], rows: Mapping[Place, Any]) -> list[Claim]:
    """The claims; each that would make a double of a row on the site is led to that row."""
    loose: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind in MEMBER_PARTS and not _stands(rows.get((claim.kind, claim.key))):
            loose[claim.kind].append(claim)
    met = {
        (name, key): twin
        for name, own in loose.items()
        for key, twin in _twins(KINDS[name], own, rows).items()
    }
    return [_led(claim, met.get((claim.kind, claim.key))) for claim in claims]


def _stands(row: Any) -> bool:
    return row is not None and row.removed in STANDING


def _led(claim: Claim, key: str | None) -> Claim:
    return replace(claim, key=key) if key else claim


def _twins(kind: Kind, claims: Iterable[Claim], rows: Mapping[Place, Any]) -> dict[str, str]:
    """The key of the row on the site that is by now what each claim means, by the claim's key."""
    rule = next(rule for rule in kind.rules if rule.name in PARENTS)
    # Nothing hangs on a row that is yet to be made.
    parents = {c.says[rule.name] for c in claims if (rule.relation, c.says[rule.name]) in rows}
    if not parents:
        return {}
    present = kind.model.objects.filter(removed="", **{f"{rule.name}__key__in": parents})
    found = present.select_related(*kind.relations).order_by("-pk")
    return {member_key(kind.name, values_of(kind, row)): row.key for row in found}


PARENTS = ("talk", "speaker", "content_object")
