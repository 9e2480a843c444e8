"""The Markdown of a note before it is turned, and what its lines are."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

CONTAINER = re.compile(r"[ \t]{0,40}(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]{1,8}){0,12}>?")


@dataclass(slots=True)
class Source:
    text: str
    lines: Sequence[int]
    """Number in the post of each line."""
    code: Sequence[tuple[int, int]] = ()
    """Offsets of code blocks, in order."""
    html: Sequence[tuple[int, int]] = ()
    """Offsets of raw HTML blocks, in order."""
    contained: frozenset[int] = frozenset()
    """Indices of the lines inside lists and quotes of Markdown."""
    definitions: Mapping[str, str] = field(default_factory=dict)
    """Label of a reference, as `fold_label` makes it, to its address."""
    _starts: list[int] = field(init=False)
    _html_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        self._starts = list(accumulate(lengths, initial=0))
        self._html_starts = [start for start, _ in self.html]

    def line_of(self, place: int) -> int:
        """Number in the post of the line at a place."""
        return self.lines[self._index(place)]

    def html_block(self, place: int) -> int:
        """Number of the raw HTML block at a place, 0 outside any."""
        number = bisect_right(self._html_starts, place)
        return number if number and place < self.html[number - 1][1] else 0

    def next_change(self, place: int, end: int) -> int:
        """Where, up to `end`, a raw HTML block next begins or ends."""
        if block := self.html_block(place):
            return min(end, self.html[block - 1][1])
        number = bisect_right(self._html_starts, place)
        return min(end, self._html_starts[number]) if number < len(self._html_starts) else end

    def is_contained(self, place: int) -> bool:
        return self._index(place) in self.contained

    def column(self, place: int) -> int:
        return place - self._starts[self._index(place)]

    def prefix(self, place: int) -> str:
        """What Markdown puts before a further line of the list item or quote at a place."""
        if not self.is_contained(place):
            return ""
        marks = CONTAINER.match(self.text, place - self.column(place), place)
        return re.sub(r"[^>\s]", " ", marks[0]) if marks else ""

    def _index(self, place: int) -> int:
        return min(bisect_right(self._starts, place), len(self.lines)) - 1
