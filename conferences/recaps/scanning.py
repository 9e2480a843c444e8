"""A block's source -> the words a reader sees, with links, emphasis, code and their places.

Not a renderer: what a reader would not see (marks, tags, zero-width signs) is left out, every
character kept knows where it stands. One pass, linear on any input.
"""

import html
import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

from .inline import Inline, Mark, Span

# The look ahead at one sign passes over plain words ten times as fast as the alternatives do.
SPECIAL = re.compile(
    r"(?=[\\`!\[\]*_<&\t\n\u00a0\u00ad\u2000-\u200f\u2060\u3000\ufeff]"
    r"| [ \t\n\\\u00a0\u2000-\u200a\u3000]|http)"
    r"(?:(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<space>[ \t]*\\?\n[ \t]*|[ \t\u00a0\u2000-\u200a\u3000]{2,}"
    r"|[\t\u00a0\u2000-\u200a\u3000])"
    r"|(?P<zero>[\u200b-\u200f\u2060\ufeff\u00ad]+)"
    r"|(?P<code>`+)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<run>\*+|_+)"
    r"|(?P<tag></?[A-Za-z][^<>]{0,2000}>|<!--)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<address>https?://[^\s<>\[\]()\"`]+))"
)
DESTINATION = re.compile(
    r"\(\s{0,20}<?(?P<url>(?:[^\s()<>]|\([^\s()<>]{0,200}\)){0,2000})>?"
    r"(?:\s{1,20}(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?\s{0,20}\)"
)
REFERENCE = re.compile(r"\[([^\[\]]{0,200})\]")
ATTRIBUTES = re.compile(r"\{:[^{}\n]{0,200}\}")  # kramdown: {:target="_blank"}
HREF = re.compile(r"\bhref\s{0,5}=\s{0,5}[\"']?([^\"'\s>]{1,2000})", re.IGNORECASE)
TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
# Other tags (`<title />`, `<int>`) are words that the author wrote.
TAGS = frozenset(
    {
        *("a", "abbr", "b", "big", "blockquote", "br", "caption", "center", "cite", "code"),
        *("dd", "del", "details", "div", "dl", "dt", "em", "embed", "figcaption", "figure"),
        *("font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i"),
        *("iframe", "img", "ins", "kbd", "li", "mark", "object", "ol", "p", "param"),
        *("picture", "pre", "q", "s", "script", "section", "small", "source", "span"),
        *("strike", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td", "th"),
        *("thead", "tr", "tt", "u", "ul", "video"),
    }
)
MARK_OF_TAG = {
    "b": Mark.STRONG,
    "strong": Mark.STRONG,
    "i": Mark.EMPHASIS,
    "em": Mark.EMPHASIS,
    "cite": Mark.EMPHASIS,
    "code": Mark.CODE,
    "a": Mark.LINK,
}


def read_inline(
    text: str, pieces: Sequence[tuple[int, int]], definitions: Mapping[str, str]
) -> Inline:
    """The visible words of `text` in `pieces` (source offsets of its lines, in order).

    >>> inline = read_inline("**X**, by [Jane](https://e.org)", [(0, 31)], {})
    >>> inline.text, [(span.mark.value, span.url) for span in inline.spans]
    ('X, by Jane', [('strong', ''), ('link', 'https://e.org')])
    """
    return _Scanner(text, pieces, definitions).scan()


class _Scanner:
    """Segments of visible text, so that an earlier mark can still be emptied when it closes."""

    def __init__(
        self, text: str, pieces: Sequence[tuple[int, int]], definitions: Mapping[str, str]
    ) -> None:
        self.source = "\n".join(text[start:end] for start, end in pieces)
        self.definitions = definitions
        self._places = list(accumulate((end - start + 1 for start, end in pieces[:-1]), initial=0))
        self._pieces = pieces
        self._piece = 0
        self.segments: list[tuple[str, int]] = []
        self.marks: list[tuple[Mark, int, int, str]] = []  # mark, first and last segment, url
        self.brackets: list[tuple[int, bool]] = []  # segment of the bracket, is it an image
        self.runs: dict[str, list[int]] = {}
        self.tags: dict[str, list[tuple[int, str]]] = {}
        self.ticks_missing: set[int] = set()

    def scan(self) -> Inline:
        place, source = 0, self.source
        while match := SPECIAL.search(source, place):
            self.add(source[place : match.start()], place)
            handler = getattr(self, f"on_{match.lastgroup}")
            place = handler(match)
        self.add(source[place:], place)
        for run, opened in self.runs.items():
            for segment in opened if run[0] == "_" else ():
                self.segments[segment] = ("", 0)  # a stray one, as in "_Jane Doe: _"
        return Inline(self.segments, self.spans())

    def add(self, words: str, place: int) -> None:
        if words:
            self.segments.append((words, self.at(place)))

    def at(self, place: int) -> int:
        while self._piece + 1 < len(self._places) and place >= self._places[self._piece + 1]:
            self._piece += 1
        piece = self._piece
        while piece and place < self._places[piece]:
            piece -= 1
        return self._pieces[piece][0] + place - self._places[piece]

    def spans(self) -> list[Span]:
        starts = list(accumulate((len(words) for words, _ in self.segments), initial=0))
        spans = [
            Span(mark, starts[first], starts[last], url)
            for mark, first, last, url in self.marks
            if starts[first] < starts[last]
        ]
        return sorted(spans, key=lambda span: (span.start, -span.end))

    def on_escape(self, match: re.Match[str]) -> int:
        self.add(match[0][1], match.start() + 1)
        return match.end()

    def on_space(self, match: re.Match[str]) -> int:
        words = match[0]
        forced = "\n" in words and (words.startswith("  ") or "\\" in words)
        self.add("\n" if forced else " ", match.start())
        return match.end()

    def on_zero(self, match: re.Match[str]) -> int:
        return match.end()

    def on_code(self, match: re.Match[str]) -> int:
        ticks, after = match[0], match.end()
        closing = -1 if len(ticks) in self.ticks_missing else self._closing(ticks, after)
        if closing < 0:
            self.ticks_missing.add(len(ticks))
            self.add(ticks, match.start())
            return after
        first = len(self.segments)
        words = self.source[after:closing]
        self.add(words.replace("\n", " "), after)
        self.marks.append((Mark.CODE, first, len(self.segments), ""))
        return closing + len(ticks)

    def _closing(self, ticks: str, after: int) -> int:
        place = self.source.find(ticks, after)
        while place >= 0:
            end = place + len(ticks)
            while self.source.startswith("`", end):
                end += 1
            if end - place == len(ticks):
                return place
            place = self.source.find(ticks, end)
        return -1

    def on_open(self, match: re.Match[str]) -> int:
        self.brackets.append((len(self.segments), match[0] == "!["))
        self.add(match[0], match.start())
        return match.end()

    def on_close(self, match: re.Match[str]) -> int:
        after = match.end()
        if self.brackets:
            first, is_image = self.brackets.pop()
            url, after = self._destination(first, match)
            if url is not None:
                self._link(first, url, is_image=is_image)
                return after
        self.add("]", match.start())
        return match.end()

    def _destination(self, first: int, match: re.Match[str]) -> tuple[str | None, int]:
        after = match.end()
        if found := DESTINATION.match(self.source, after):
            kramdown = ATTRIBUTES.match(self.source, found.end())
            return found["url"], kramdown.end() if kramdown else found.end()
        if not self.definitions:
            return None, after
        label = "".join(words for words, _ in self.segments[first + 1 : first + 40])
        if found := REFERENCE.match(self.source, after):
            label, after = found[1] or label, found.end()
        return self.definitions.get(label.casefold()), after

    def _link(self, first: int, url: str, *, is_image: bool) -> None:
        if is_image:
            del self.segments[first + 1 :]
            while self.marks and self.marks[-1][2] > first:
                self.marks.pop()
            self.segments[first] = ("", 0)
            return
        self.segments[first] = ("", 0)
        self.marks.append((Mark.LINK, first, len(self.segments), url))

    def on_run(self, match: re.Match[str]) -> int:
        run, source = match[0], self.source
        before = source[match.start() - 1 : match.start()] or " "
        after = source[match.end() : match.end() + 1] or " "
        segment = len(self.segments)
        self.add(run, match.start())
        inside_word = run[0] == "_" and before.isalnum() and after.isalnum()
        if inside_word or len(run) > 3:
            return match.end()
        opened = self.runs.setdefault(run, [])
        if opened and not before.isspace():
            self._emphasise(opened.pop(), segment, len(run))
        elif run[0] == "_" or not after.isspace():
            opened.append(segment)
        return match.end()

    def _emphasise(self, first: int, last: int, length: int) -> None:
        self.segments[first] = self.segments[last] = ("", 0)
        mark = Mark.EMPHASIS if length == 1 else Mark.STRONG
        self.marks.append((mark, first, last + 1, ""))

    def on_tag(self, match: re.Match[str]) -> int:
        if match[0] == "<!--":
            closing = self.source.find("-->", match.end())
            return closing + 3 if closing >= 0 else len(self.source)
        found = TAG_NAME.match(match[0])
        name = found[1].lower() if found else ""
        if name not in TAGS:
            return self._not_a_tag(match)
        if name == "br":
            self.add("\n", match.start())
        elif name in MARK_OF_TAG:
            self._tag(name, match[0])
        return match.end()

    def _not_a_tag(self, match: re.Match[str]) -> int:
        if match[0].startswith(("<http://", "<https://")):
            first = len(self.segments)
            self.add(match[0][1:-1], match.start() + 1)
            self.marks.append((Mark.LINK, first, len(self.segments), match[0][1:-1]))
        else:
            self.add(match[0], match.start())
        return match.end()

    def _tag(self, name: str, tag: str) -> None:
        opened = self.tags.setdefault(name, [])
        if not tag.startswith("</"):
            href = HREF.search(tag)
            opened.append((len(self.segments), html.unescape(href[1]) if href else ""))
        elif opened:
            first, url = opened.pop()
            if url or name != "a":
                self.marks.append((MARK_OF_TAG[name], first, len(self.segments), url))

    def on_entity(self, match: re.Match[str]) -> int:
        sign = html.unescape(match[0]).replace("\u00a0", " ")
        if sign not in ("\u200b", "\ufeff"):
            self.add(sign, match.start())
        return match.end()

    def on_address(self, match: re.Match[str]) -> int:
        url = match[0].rstrip(".,;:!?*_'’")
        first = len(self.segments)
        self.add(url, match.start())
        self.marks.append((Mark.LINK, first, len(self.segments), url))
        return match.start() + len(url)
