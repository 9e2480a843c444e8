"""The visible text of a block, with its links, emphasis and code, and places in the source."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate


class Mark(StrEnum):
    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `Inline.text`; `url` is empty unless it is a link."""

    mark: Mark
    start: int
    end: int
    url: str = ""


class Inline:
    """The visible text of a block. A line break that the author forced stays as a newline."""

    def __init__(self, segments: Sequence[tuple[str, int]], spans: Sequence[Span]) -> None:
        kept = self.segments = [segment for segment in segments if segment[0]]
        self.text = "".join(words for words, _ in kept)
        self.spans = spans
        self._starts = list(accumulate((len(words) for words, _ in kept), initial=0))
        self._sources = [source for _, source in kept]
        self._end = kept[-1][1] + len(kept[-1][0]) if kept else 0

    def source(self, place: int) -> int:
        """The source offset of the character at `place` of the text (or of the text's end)."""
        if place >= len(self.text) or not self._sources:
            return self._end
        index = bisect_right(self._starts, place) - 1
        return self._sources[index] + place - self._starts[index]

    def followed_by(self, other: "Inline") -> "Inline":
        """Both texts with a forced line break between, as the cells of a table row."""
        if not self.text:
            return other
        segments = [*self.segments, ("\n", self._end), *other.segments]
        shift = len(self.text) + 1
        moved = [Span(s.mark, s.start + shift, s.end + shift, s.url) for s in other.spans]
        return Inline(segments, [*self.spans, *moved])

    @cached_property
    def quotes(self) -> list[Span]:
        """What stands in quotation marks, without them."""
        return [
            Span(Mark.QUOTE, match.start(match.lastgroup or 0), match.end(match.lastgroup or 0))
            for match in QUOTED.finditer(self.text)
        ]

    @cached_property
    def stretches(self) -> list[Span]:
        """What is quoted, bold, italic or linked: in order, the outermost first."""
        marked = [span for span in self.spans if span.mark is not Mark.CODE]
        return sorted([*marked, *self.quotes], key=lambda span: (span.start, -span.end))

    @property
    def links(self) -> list[Span]:
        return [span for span in self.spans if span.mark is Mark.LINK]


# “x”, "x", »x«, «x», „x“, ``x'', ‘x’, 'x': what is too long for a title is not taken.
QUOTED = re.compile(
    r"(?=[“\"»«„`‘'])"
    r"(?:“(?P<curly>[^“”\n]{2,200})”"
    r"|\"(?P<plain>[^\"\n]{2,200})\""
    r"|(?<!\w)»(?P<turned>[^«»\n]{2,200})«(?!\w)"
    r"|«\s?(?P<angle>[^«»\n]{2,200}?)\s?»"
    r"|„(?P<low>[^„“”\n]{2,200})[“”]"
    r"|``(?P<tex>[^`'\n]{2,200})''"
    r"|(?<!\w)‘(?P<single>[^‘’\n]{2,200})’(?!\w)"
    r"|(?<![\w'])'(?P<straight>[^'\n]{3,200})'(?![\w']))"
)
