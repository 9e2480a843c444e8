"""Receipts: every field that a merge or split writes, as it was and as it became.

Written back last to first, each field that still is as it became: whoever changed it since
knew better, and is told of it. Fields that hold an object count key by key.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import Model

from conferences.importing.describe import describe
from conferences.importing.kinds import KINDS, Kind
from conferences.importing.rows import as_said, update_rows
from conferences.models import CatalogueRow, Conflict, Decision

Place = tuple[str, str]
Write = list[Any]
"""Model, field, value before, value after, and the numbers of the rows."""
OBJECTS = ("says", "said")


@dataclass(slots=True)
class Receipt:
    """What one merge or split wrote, in order."""

    writes: list[Write] = field(default_factory=list)
    created: list[tuple[str, int]] = field(default_factory=list)
    """Rows that were not there before, by model and number."""

    def note(self, rows: Sequence[Any], fields: Iterable[str]) -> None:
        """Write down what is about to be saved; the rows' fields still stand in the base."""
        if not rows:
            return
        model = type(rows[0])
        found = model._base_manager.filter(pk__in=[row.pk for row in rows])
        columns = [model._meta.get_field(name).attname for name in fields]
        before = {values["pk"]: values for values in found.values("pk", *columns)}
        changed: dict[tuple[str, str], Write] = {}
        for row in rows:
            for name, old, new in _differences(before[row.pk], row, columns):
                write = [model._meta.model_name, name, old, new, []]
                changed.setdefault((name, repr((old, new))), write)[-1].append(row.pk)
        self.writes += changed.values()

    def note_created(self, row: Model) -> None:
        self.created.append((str(row._meta.model_name), row.pk))

    def as_dict(self) -> dict[str, Any]:
        return {"writes": self.writes, "created": self.created}


def _differences(
    before: dict[str, Any], row: Any, columns: Iterable[str]
) -> Iterable[tuple[str, Any, Any]]:
    for name in columns:
        old, new = as_said(before[name]), as_said(getattr(row, name))
        if name not in OBJECTS:
            yield from [(name, old, new)] if old != new else []
            continue
        old, new = old or {}, new or {}
        for key in sorted(old.keys() | new.keys()):
            if old.get(key) != new.get(key):
                yield f"{name}.{key}", old.get(key), new.get(key)


def follow_keys(keys: Mapping[str, str], receipt: Receipt | None = None) -> None:
    """Let what was noted of rows under their old keys be found under the new ones."""
    noting: tuple[Any, ...] = (Conflict, Decision) if keys else ()
    for model in noting:
        noted = list(model.objects.filter(key__in=keys))
        for entry in noted:
            entry.key = keys[entry.key]
        if receipt:
            receipt.note(noted, ["key"])
        model.objects.bulk_update(noted, ["key"])


def fields_written(receipt: dict[str, Any]) -> set[tuple[str, str, int]]:
    """Model, field and number of each row that the receipt tells of."""
    return {(model, name, pk) for model, name, _old, _new, pks in receipt["writes"] for pk in pks}


@dataclass(slots=True)
class Returned:
    """What writing a receipt back has done."""

    places: set[Place] = field(default_factory=set)
    """Kind and key of the rows it is about, as they were and as they are now."""
    left: list[str] = field(default_factory=list)
    """What stays as people changed it since, in words."""


def write_back(receipt: dict[str, Any], *, reason: str, user: Any) -> Returned:
    """Give every field the value it had before, unless it has changed since."""
    rows = _rows_of(receipt)
    had = {row: row.key for row in rows.values() if isinstance(row, CatalogueRow)}
    returned, changed = Returned(), defaultdict(set)
    returned.places |= {place for row in rows.values() for place in _places(row)}
    for label, name, before, after, pks in reversed(receipt["writes"]):
        for pk in pks:
            row = rows.get((label, pk))
            if row is not None and _value(row, name) == after:
                changed[row].add(_set(row, name, before))
            elif row is not None and isinstance(row, CatalogueRow) and "." not in name:
                returned.left.append(_left(row, name))
    returned.left += _save(changed, reason=reason, user=user)
    _follow_keys_back({key: row for row, key in had.items() if row.key != key})
    returned.places |= {place for row in rows.values() for place in _places(row)}
    return returned


def _follow_keys_back(rows: Mapping[str, Any]) -> None:
    """What was noted since of rows, by the keys that they had until now, goes along with them."""
    still = {
        key
        for model in {type(row) for row in rows.values()}
        for key in model.objects.filter(key__in=rows).order_by().values_list("key", flat=True)
    }
    follow_keys({key: row.key for key, row in rows.items() if key not in still})


def _rows_of(receipt: dict[str, Any]) -> dict[tuple[str, int], Any]:
    numbers = defaultdict(set)
    for label, _name, _before, _after, pks in receipt["writes"]:
        numbers[label].update(pks)
    return {
        (label, row.pk): row
        for label, pks in numbers.items()
        for row in apps.get_model("conferences", label)._base_manager.filter(pk__in=pks)
    }


def _places(row: Any) -> list[Place]:
    """Of a source those it tells of; another name of a topic is nothing that posts claim."""
    return [(row.kind, row.key)] if getattr(row, "kind", "") in KINDS else []


def _value(row: Any, name: str) -> Any:
    column, _dot, key = name.partition(".")
    value = as_said(getattr(row, column))
    return (value or {}).get(key) if key else value


def _set(row: Any, name: str, value: Any) -> str:
    """Gives back the field's own name."""
    column, _dot, key = name.partition(".")
    if key:
        setattr(row, column, {**(getattr(row, column) or {}), key: value})
        return column
    found = row._meta.get_field(column)
    setattr(row, column, value if isinstance(found, models.ForeignKey) else found.to_python(value))
    return str(found.name)


def _left(row: CatalogueRow, name: str) -> str:
    label = row._meta.get_field(name).verbose_name  # type: ignore[union-attr]
    return f"{row._meta.verbose_name} {describe(row.kind, row)}: its {label} was changed since"


def _save(changed: dict[Any, set[str]], *, reason: str, user: Any) -> list[str]:
    """Save the rows, parents first; in words those whose place another has taken since."""
    alike: dict[tuple[str, frozenset[str]], list[Any]] = defaultdict(list)
    for row, fields in changed.items():
        alike[row._meta.model_name, frozenset(fields)].append(row)
    order = [kind.model._meta.model_name for kind in KINDS.values()]
    left = []
    for (label, names), rows in sorted(
        alike.items(), key=lambda group: order.index(group[0][0]) if group[0][0] in order else -1
    ):
        left += _save_alike(label, rows, names, reason=reason, user=user)
    return left


def _save_alike(
    label: str, rows: Sequence[Any], names: Iterable[str], *, reason: str, user: Any
) -> list[str]:
    """All at once, or where one of them cannot be saved one by one."""
    try:
        with transaction.atomic():
            _write(rows, names, reason=reason, user=user)
    except IntegrityError:
        if len(rows) == 1:
            return [f"{rows[0]._meta.verbose_name} {rows[0]}: another row has taken its place"]
        return [
            line
            for row in rows
            for line in _save_alike(label, [row], names, reason=reason, user=user)
        ]
    return []


def _write(rows: Sequence[Any], names: Iterable[str], *, reason: str, user: Any) -> None:
    model = type(rows[0])
    if issubclass(model, CatalogueRow):
        kind = KINDS.get(model.kind) or Kind(model, ())  # other names of topics are no claims
        update_rows(kind, rows, names, reason=reason, user=user)
    else:
        model._base_manager.bulk_update(rows, sorted(names), batch_size=500)
