"""What becomes of a field that posts speak of and people edit. Pure: three values, one result."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from conferences.importing.fold import NOTHING
from conferences.importing.texts import merge_texts


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field that both a person and the posts changed; the person's value stands."""

    field: str
    base: Any
    said: Any
    value: Any


@dataclass(frozen=True, slots=True)
class Merge:
    values: Mapping[str, Any]
    """The fields to write, by name; empty where the row stands as it should."""
    conflicts: tuple[FieldConflict, ...]


def merge_row(
    base: Mapping[str, Any] | None,
    said: Mapping[str, Any],
    row: Mapping[str, Any],
    *,
    texts: Collection[str] = (),
) -> Merge:
    """Merge field by field: `base` is what was last said, `said` what is now, `row` what stands.

    A field equal to its base follows; one that a person changed stays; both is a conflict.
    Of `texts` both may have changed different lines, which are merged.
    Without a base a person made the row: what they filled in stays, the rest is filled.
    """
    values, conflicts = {}, []
    for name, new in said.items():
        old = (base or {}).get(name)
        value = row[name]
        if same(value, new):
            continue
        if same(value, old) or (base is None and value in NOTHING):
            values[name] = new
        elif base is not None and not same(new, old):
            merged = merge_texts(old or "", new or "", value or "") if name in texts else None
            if merged is None:
                conflicts.append(FieldConflict(field=name, base=old, said=new, value=value))
            elif merged != value:
                values[name] = merged
    return Merge(values=values, conflicts=tuple(conflicts))


def is_edited(base: Mapping[str, Any] | None, row: Mapping[str, Any]) -> bool:
    """Whether a person made the row, or changed any field that posts speak of."""
    return base is None or any(not same(row[name], old) for name, old in base.items())


def same(one: Any, other: Any) -> bool:
    """Equal, an empty text and no value being the same."""
    return one == other or (one in NOTHING and other in NOTHING)
