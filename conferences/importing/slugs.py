"""Slugs that no two rows share, whatever recaps call them."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from conferences.addresses import remember_address
from conferences.importing.kinds import KINDS


def settle(
    said: Mapping[tuple[str, str], dict[str, Any]], rows: Mapping[tuple[str, str], Any]
) -> None:
    """Add digits of a row's key to a said slug that another row has.

    A row that was merged into the one that wants its slug gives it up.
    """
    wanted: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for (kind, key), values in sorted(said.items(), key=lambda item: item[0]):
        if values.get("slug"):
            wanted[kind][key] = values
    for kind, claims in wanted.items():
        _settle_kind(kind, claims, {key: row for (name, key), row in rows.items() if name == kind})


def _settle_kind(kind: str, claims: Mapping[str, dict[str, Any]], rows: Mapping[str, Any]) -> None:
    taken = {}
    slugs = {values["slug"] for key, values in claims.items() if not _stands(rows.get(key), values)}
    if slugs:
        taken = {row.slug: row for row in KINDS[kind].model.objects.filter(slug__in=slugs)}
    given: dict[str, str] = {}
    for key, values in claims.items():
        slug, row = values["slug"], rows.get(key)
        holder = taken.get(slug)
        if holder and row and holder.merged_into_id == row.pk:
            _give_up(holder)
            holder = None
        is_held = bool(holder and holder.key != key) or given.get(slug, key) != key
        if is_held or _is_marked(row, slug):
            values["slug"] = f"{slug}-{key[:6]}"
        given[values["slug"]] = key


def _give_up(holder: Any) -> None:
    """It may yet turn out that the other row keeps its own: the address leads to it either way."""
    old = holder.slug
    holder.slug = f"{old}-{holder.key[:6]}"
    holder.save(update_fields=["slug"])
    remember_address(holder, old)


def _stands(row: Any, values: Mapping[str, Any]) -> bool:
    return bool(row and row.said and row.said.get("slug") == values["slug"])


def _is_marked(row: Any, slug: str) -> bool:
    """Whether the row was given the slug with digits before: an address stays."""
    return bool(row and row.said and row.said.get("slug") == f"{slug}-{row.key[:6]}")
