"""Merging texts line by line, as version control does. Pure: three texts, one result."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

MOST_LINES = 1000
"""More lines that differ are not compared: that takes time by their square."""


class _Hunk(NamedTuple):
    """Lines of the base from `start` to `end` that a text has otherwise."""

    start: int
    end: int
    lines: tuple[str, ...]


def merge_texts(base: str, one: str, other: str) -> str | None:
    """The base with what both texts changed of it; None where they changed the same lines.

    >>> merge_texts("a\\n\\nb", "A\\n\\nb", "a\\n\\nB")
    'A\\n\\nB'
    """
    lines = base.split("\n")
    mine, theirs = _hunks(lines, one.split("\n")), _hunks(lines, other.split("\n"))
    if mine is None or theirs is None:
        return None
    hunks = sorted({*mine, *theirs})
    if any(hunk.end >= later.start for hunk, later in pairwise(hunks)):
        return None
    for hunk in reversed(hunks):
        lines[hunk.start : hunk.end] = hunk.lines
    return "\n".join(lines)


def _hunks(base: Sequence[str], text: Sequence[str]) -> list[_Hunk] | None:
    """None where too much differs to be compared."""
    start = _common(base, text)
    end = _common(base[start:][::-1], text[start:][::-1])
    old, new = base[start : len(base) - end], text[start : len(text) - end]
    if max(len(old), len(new)) > MOST_LINES:
        return None
    return [
        _Hunk(start + i1, start + i2, tuple(new[j1:j2]))
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes()
        if tag != "equal"
    ]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines both begin with."""
    same = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(same) if a != b), min(len(one), len(other)))
