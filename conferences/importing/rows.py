"""Reading and writing rows field by field, with their histories, in bulk."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from conferences.importing.kinds import Kind


def load_rows(kind: Kind, keys: Iterable[str]) -> dict[str, Any]:
    """The rows of `keys`, by key, locked until the transaction ends."""
    keys = sorted(keys)
    if not keys:
        return {}
    # Unordered: by a model's own order each query would join and sort for nothing.
    found = kind.model.objects.select_for_update(of=("self",)).filter(key__in=keys).order_by()
    if kind.relations:
        found = found.select_related(*kind.called_by)
    return {row.key: row for row in found}


def values_of(kind: Kind, row: Any) -> dict[str, Any]:
    """What the row holds, as claims would say it: rows by their keys, dates as ISO texts."""
    return {rule.name: as_said(getattr(row, rule.name)) for rule in kind.rules}


def as_said(value: Any) -> Any:
    """The value as claims, which are JSON, would say it."""
    if isinstance(value, models.Model):
        return value.key  # type: ignore[attr-defined]
    return value.isoformat() if isinstance(value, date) else value


def set_values(kind: Kind, row: Any, values: Mapping[str, Any], related: Mapping[str, Any]) -> None:
    """Set fields to what claims say; `related` are the rows that keys may stand for."""
    for rule in kind.rules:
        if rule.name not in values:
            continue
        value = values[rule.name]
        field = kind.model._meta.get_field(rule.name)
        if rule.relation:
            value = related[value] if value else None
        elif value is None:
            value = None if field.null else field.get_default()
        else:
            value = field.to_python(value)
        setattr(row, rule.name, value)


def create_rows(kind: Kind, rows: Sequence[Any], *, reason: str, user: Any) -> None:
    """Render, insert and give each a first history entry."""
    for row in rows:
        row.render()
    bulk_create_with_history(
        rows, kind.model, default_user=user, default_change_reason=reason[:100]
    )


def update_rows(
    kind: Kind, rows: Sequence[Any], fields: Iterable[str], *, reason: str, user: Any
) -> None:
    """Write `fields` of rows, render what changed, and add a history entry to each."""
    if not rows:
        return
    now = timezone.now()
    names = {*fields, "changed_at"}
    if kind.model.markdown_field in names:
        names |= {"html", "renderer"}
    for row in rows:
        row.changed_at = now
        if "html" in names:
            row.render()
    bulk_update_with_history(
        rows, kind.model, sorted(names), default_user=user, default_change_reason=reason[:100]
    )
