"""Addresses of rows that were renamed.

An old address names its row by key, not by slug, so it stays right however often the row is
renamed: no chains. A slug that some row has now is no old address: no loops.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from conferences.models import OldAddress
from conferences.slugs import make_slug


def follow_name(row: Any, before: Any) -> None:
    """Give a renamed row the slug of its new name, unless a person chose its slug."""
    is_renamed = row.slug_text != before.slug_text
    if is_renamed and row.slug == before.slug and is_made(before):
        row.slug = row.free_slug()


def is_made(row: Any) -> bool:
    """Whether the slug is one that the row's name gives."""
    made = (make_slug(row.kind, row.slug_text, row.key, always=always) for always in (False, True))
    return row.slug in made


def remember_address(row: Any, old_slug: str) -> None:
    """Let the address that `row` had lead to it; no old slug: the row is new."""
    remember_addresses([(row, old_slug)])


def remember_addresses(rows_with_old_slugs: Iterable[tuple[Any, str]]) -> None:
    """The same for many rows, in three queries a kind; call it when the rows are saved."""
    by_model = defaultdict(list)
    for row, old_slug in rows_with_old_slugs:
        by_model[type(row)].append((row, old_slug))
    for model, rows in by_model.items():
        _remember(model, rows)


def _remember(model: Any, rows: Sequence[tuple[Any, str]]) -> None:
    old = {slug: row.key for row, slug in rows if slug}
    in_use = {row.slug for row, _slug in rows}
    in_use.update(model.objects.filter(slug__in=old).values_list("slug", flat=True))
    OldAddress.objects.filter(kind=model.kind, slug__in=in_use).delete()
    OldAddress.objects.bulk_create(
        [
            OldAddress(kind=model.kind, slug=slug, key=key)
            for slug, key in sorted(old.items())
            if slug not in in_use
        ],
        update_conflicts=True,
        unique_fields=["kind", "slug"],
        update_fields=["key"],
    )
