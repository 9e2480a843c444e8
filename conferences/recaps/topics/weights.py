"""How much each piece of evidence weighs: weights.json, learned from labelled posts."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

_TABLE = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))

WEIGHTS: Final[Mapping[str, float]] = _TABLE["weights"]
THRESHOLD: Final[float] = _TABLE["threshold"]
"""The least score of a topic."""
LEAST: Final[float] = _TABLE["least"]
"""The least score of one in a post that has hardly any."""


def score(evidence: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS) -> float:
    """The logarithm of the odds that a term is a topic.

    >>> score({"known": 1.0, "title": 1.0}) > score({"known": 1.0})
    True
    """
    get = weights.get
    return get("always", 0.0) + sum(get(name, 0.0) * value for name, value in evidence.items())


def contributions(evidence: Mapping[str, float]) -> list[tuple[str, float]]:
    """What each piece of evidence adds to the score, the weightiest first."""
    weighed = [(name, WEIGHTS.get(name, 0.0) * value) for name, value in evidence.items()]
    return sorted(weighed, key=lambda row: (-abs(row[1]), row[0]))


def ground(evidence: Mapping[str, float]) -> str:
    """What speaks most for a term, as the rule that found it."""
    return max(contributions(evidence), key=lambda row: row[1], default=("", 0.0))[0]
