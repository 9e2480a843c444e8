"""What all recaps together say of a row. Pure: the claims decide, never the order they came in."""

from collections.abc import Iterable, Mapping, Sequence
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


def fold_claims(claims: Iterable[Mapping[str, Any]], rules: Sequence[FieldRule]) -> dict[str, Any]:
    """The fields of a row, from claims on it in order of rank: earliest published recap first.

    >>> fold_claims([{"title": ""}, {"title": "A", "day": 1}], [FieldRule("title")])
    {'title': 'A'}
    """
    claims = list(claims)
    return {rule.name: _fold_field(claims, rule) for rule in rules}


def _fold_field(claims: Sequence[Mapping[str, Any]], rule: FieldRule) -> Any:
    values = _values(claims, rule.name) or _values(claims, rule.otherwise)
    if not values:
        return None
    return "\n\n".join(dict.fromkeys(values)) if rule.joined else values[0]


def _values(claims: Sequence[Mapping[str, Any]], name: str) -> list[Any]:
    return [claim[name] for claim in claims if claim.get(name) not in NOTHING]
