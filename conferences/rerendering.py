"""Rendering stored texts anew, after an upgrade of what renders them or a change from outside."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction

from conferences.importing.kinds import KINDS
from conferences.upkeep import keep_up

AT_ONCE = 500
MADE = ("html", "renderer")


def render_all() -> Iterator[tuple[str, int, int]]:
    """Render the texts of every kind of row that has one, a transaction for each batch.

    Gives the kind's name, how many texts were rendered and how many came out otherwise than they
    were stored. Only these are written; nothing that a person or a post said is touched.
    """
    for kind in KINDS.values():
        if kind.model.markdown_field:
            yield kind.name, *_render_kind(kind.name, kind.model)


def _render_kind(name: str, model: Any) -> tuple[int, int]:
    keys = list(model.objects.order_by("pk").values_list("pk", flat=True))
    batches = [keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE)]
    return len(keys), sum(_render_batch(name, model, batch) for batch in batches)


@transaction.atomic
def _render_batch(name: str, model: Any, keys: Sequence[int]) -> int:
    rows = model.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    changed = [row for row in rows if _changes(row)]
    # Without a history: what people and posts wrote is as it was.
    model.objects.bulk_update(changed, MADE, batch_size=100)
    keep_up((name, row.key) for row in changed)
    return len(changed)


def _changes(row: Any) -> bool:
    before = [getattr(row, field) for field in MADE]
    row.render()
    return [getattr(row, field) for field in MADE] != before
