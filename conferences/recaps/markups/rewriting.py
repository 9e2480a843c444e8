"""A text rewritten piece by piece, each piece knowing where in the source it stood."""

import re
from bisect import bisect_right
from collections.abc import Callable

from ..html_elements import longest_run

LONGEST_FENCE = 40


class Rewriting:
    """What is read of a source in another markup, and the way back to its places.

    >>> rewriting = Rewriting("== *Fast*")
    >>> rewriting.put("## ", 0)
    >>> rewriting.keep(3, 9)
    >>> rewriting.text, rewriting.place(rewriting.text.index("Fast"))
    ('## *Fast*', 4)
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.length = 0
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._places: list[int] = []
        self._kept: list[bool] = []

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def keep(self, start: int, end: int) -> None:
        """The source from `start` to `end` as it is."""
        self._add(self.source[start:end], start, kept=True)

    def put(self, words: str, at: int) -> None:
        """Words that the source does not have, for what stands there at `at`."""
        self._add(words, at, kept=False)

    def keep_all(self, start: int, end: int, pattern: re.Pattern[str], put: "Put") -> None:
        """The source from `start` to `end`, what the pattern finds replaced by `put`."""
        for match in pattern.finditer(self.source, start, end):
            self.keep(start, match.start())
            put(self, match)
            start = match.end()
        self.keep(start, end)

    def link(self, words: tuple[int, int], url: str, at: int) -> None:
        """A link whose words stand in the source; (-1, -1) for one that shows its address."""
        self.put("[", at)
        if words[0] < words[1]:
            self.keep(*words)
        else:
            self.put(url, at)
        self.put(destination(url), max(at, words[1]))

    def mark(self, sign: str, start: int, end: int) -> None:
        """The source from `start` to `end` between two signs."""
        self.put(sign, start)
        self.keep(start, end)
        self.put(sign, end)

    def place(self, offset: int) -> int:
        """The place in the source of an offset into the text."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0
        place = self._places[index]
        if self._kept[index]:
            return min(place + offset - self._starts[index], len(self.source))
        return place

    def _add(self, words: str, place: int, *, kept: bool) -> None:
        if words:
            self._pieces.append(words)
            self._starts.append(self.length)
            self._places.append(place)
            self._kept.append(kept)
            self.length += len(words)


def destination(url: str) -> str:
    """What Markdown puts behind the words of a link.

    >>> destination("https://example.org/a_(b)")
    '](<https://example.org/a_(b)>)'
    """
    return f"](<{url}>)" if "(" in url or ")" in url else f"]({url})"


def fence_around(text: str) -> str:
    """A fence of backticks that none within the text ends.

    >>> fence_around("a ``` b")
    '````'
    """
    return "`" * min(max(3, longest_run(text) + 1), LONGEST_FENCE)


Put = Callable[[Rewriting, re.Match[str]], None]
