"""What all recaps together say of a row. Pure: the claims decide, never the order they came in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

NOTHING = (None, "")


@dataclass(frozen=True, slots=True)
class FieldRule:
    """How a field is folded out of what several recaps say of it."""

    name: str
    relation: str = ""
    """The kind of row that the value is the key of; empty for a plain value."""
    otherwise: str = ""
    """What is taken where no recap has the field."""
    joined: bool = False
    """All different texts one under another, instead of the first."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person ruled of a field: which values of a row merged into this one do not count."""

    kept: Any
    """What counts where nothing else is said."""
    shunned: Collection[Any]


def fold_claims(
    claims: Iterable[Mapping[str, Any]],
    rules: Sequence[FieldRule],
    rulings: Mapping[str, Ruling] | None = None,
) -> dict[str, Any]:
    """The fields of a row, from claims on it in order of rank: earliest published recap first.

    >>> fold_claims([{"title": ""}, {"title": "A", "day": 1}], [FieldRule("title")])
    {'title': 'A'}
    """
    claims = list(claims)
    return {rule.name: _fold_field(claims, rule, (rulings or {}).get(rule.name)) for rule in rules}


def _fold_field(claims: Sequence[Mapping[str, Any]], rule: FieldRule, ruling: Ruling | None) -> Any:
    values = _values(claims, rule.name) or _values(claims, rule.otherwise)
    if not values:
        return None
    if ruling:
        values = [value for value in values if value not in ruling.shunned] or [ruling.kept]
    return "\n\n".join(dict.fromkeys(values)) if rule.joined else values[0]


def _values(claims: Sequence[Mapping[str, Any]], name: str) -> list[Any]:
    return [claim[name] for claim in claims if claim.get(name) not in NOTHING]
