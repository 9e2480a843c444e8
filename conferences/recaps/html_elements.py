"""Elements of HTML -> Markdown: what each becomes, and the stack of those still open."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .addresses import page_of_player, path_to_show, resolve
from .shortcodes import escape

ATTRIBUTE = re.compile(
    r"([A-Za-z_:][\w:.-]{0,60})\s{0,20}=\s{0,20}(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))"
)
INNER_TAG = re.compile(r"</?([A-Za-z][\w:-]*+)[^<>]*+>")

MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "dfn": "*", "var": "*"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = ("ul", "ol", "menu")
CODE = frozenset({"code", "tt", "kbd", "samp", "pre"})
EMPTY = frozenset(
    {"br", "hr", "img", "embed", "source", "param", "wbr", "col", "colgroup", "meta", "link"}
)
# Elements whose content is written anew; of the others only the content stays.
FRAMED = frozenset({"a", *MARKS, *HEADINGS, *LISTS, "li", "blockquote", "table", "tr", "td", "th"})
UNWRAPPED_BLOCKS = frozenset(
    {
        *("p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "center"),
        *("figure", "figcaption", "details", "summary", "dl", "dt", "dd", "address", "fieldset"),
        *("thead", "tbody", "tfoot", "caption", "hgroup"),
    }
)
UNWRAPPED = frozenset(
    {
        *("span", "font", "small", "big", "u", "abbr", "acronym", "time", "sup", "sub", "ins"),
        *("mark", "label", "button", "picture", "noscript", "q", "s", "del", "strike", "bdi"),
        *("bdo", "nobr", "o:p", "data", "video", "audio", "object", "iframe", "ruby", "rt", "rp"),
    }
)
BLOCKS = (UNWRAPPED_BLOCKS | FRAMED) - {"a", *MARKS}
PAIRED = BLOCKS | FRAMED | UNWRAPPED
PLAYING = frozenset({"iframe", "embed", "video", "audio", "source", "object"})
# In these a raw HTML block holds text that no Markdown reader would take as Markdown.
LITERAL = frozenset({"p", "li", "td", "th", "dt", "dd", "figcaption", *HEADINGS})
# What the opening of an element ends without a closing tag.
ENDED_BY: dict[str, tuple[str, ...]] = {
    "li": ("li", "p"),
    "p": ("p",),
    "td": ("td", "th", "p"),
    "th": ("td", "th", "p"),
    "tr": ("td", "th", "tr", "p"),
    "dt": ("dt", "dd", "p"),
    "dd": ("dt", "dd", "p"),
}
# Deeper than people write; beyond it structure is dropped, words are not.
FRAME_LIMIT = 16
# Markup at the head of a line that plain text must not become.
LINE_MARK = re.compile(r"(\s{0,3})(?:([#>+\-=~|])|(\d{1,9})(?=[.)](?:\s|$)))")


@dataclass(slots=True, kw_only=True)
class Frame:
    """An element that is still open, and where its output begins."""

    name: str
    attributes: dict[str, str]
    html_block: int
    prefix: str
    """What Markdown puts before further lines of the list item or quote around it."""
    line: int
    literal: str = ""
    """What to write of its tag where it turns out never to close; empty where that is nothing."""
    first: int = 0
    items: list[str] = field(default_factory=list)


class Elements:
    """The output so far and the elements open in it. No recursion: depth costs nothing."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.pieces: list[str] = []
        self.frames: list[Frame] = []
        self.unclosed: list[int] = []
        """Lines of tags that were kept as text."""
        self._open: dict[str, int] = {}

    def is_literal(self, html_block: int) -> bool:
        return any(
            frame.html_block == html_block and frame.name in LITERAL for frame in self.frames[-8:]
        )

    def at_line_start(self) -> bool:
        last = next((piece for piece in reversed(self.pieces[-9:]) if piece), "\n")
        return last.endswith("\n")

    def open(self, frame: Frame, lead: str) -> None:
        while self.frames and self.frames[-1].name in ENDED_BY.get(frame.name, ()):
            self._close_top(closed=True)
        frame.first = len(self.pieces)
        self.pieces.append(lead)
        self.frames.append(frame)
        self._open[frame.name] = self._open.get(frame.name, 0) + 1

    def close(self, name: str) -> bool:
        """Ends the innermost element of a name; False where none is open that may end here."""
        if not self._open.get(name) or (name not in BLOCKS and not self._is_inside(name)):
            return False
        while self.frames[-1].name != name:
            self._close_top()
        self._close_top(closed=True)
        return True

    def close_all(self) -> None:
        while self.frames:
            self._close_top()

    def add_block(self, block: str, prefix: str) -> None:
        """Sets a block off by blank lines, within the item or quote of Markdown around it."""
        if not block:
            return
        if self.frames and self.frames[-1].name == "li":
            self.pieces.append(f"\n{block}\n")
        elif prefix:
            margin = prefix.rstrip()
            self.pieces.append(f"\n{margin}\n{prefixed(block, prefix)}\n{margin}\n{prefix}")
        else:
            self.pieces.append(f"\n\n{block}\n\n")

    def _is_inside(self, name: str) -> bool:
        """Whether an inline element was opened within the innermost block."""
        for frame in reversed(self.frames[-FRAME_LIMIT:]):
            if frame.name == name:
                return True
            if frame.name in BLOCKS:
                return False
        return False

    def _close_top(self, *, closed: bool = False) -> None:
        frame = self.frames.pop()
        self._open[frame.name] -= 1
        if not closed and frame.literal and not frame.items:
            self.pieces[frame.first] = frame.literal
            self.unclosed.append(frame.line)
        elif not closed and frame.name not in BLOCKS:
            return
        elif frame.name in FRAMED and len(self.frames) < FRAME_LIMIT:
            content = "".join(self.pieces[frame.first + 1 :])
            del self.pieces[frame.first + 1 :]
            self._write(frame, content)
        elif frame.name in BLOCKS:
            self.pieces.append(f"\n{frame.prefix.rstrip()}\n{frame.prefix}")

    def _write(self, frame: Frame, content: str) -> None:
        match frame.name:
            case name if name in MARKS:
                self.pieces.append(marked(content, MARKS[name]))
            case "a":
                url = frame.attributes.get("href", "")
                self.pieces.append(linked(content, url, self.base_url))
            case "td" | "th":
                self._add_item(frame, ("tr",), one_line(content).replace("|", "\\|"))
            case "tr":
                self._add_item(frame, ("table",), f"| {' | '.join(frame.items)} |", content)
            case "li":
                self._add_entry(frame, content)
            case _:
                self.add_block(block_of(frame, content), frame.prefix)

    def _add_item(self, frame: Frame, owners: Sequence[str], item: str, rest: str = "") -> None:
        """Hands a cell to its row, a row to its table; without those it is a block."""
        near = (one for one in reversed(self.frames[-4:]) if one.name in owners)
        if owner := next(near, None):
            owner.items.append(item)
            item = ""
        self.add_block(f"{rest.strip()}\n\n{item}".strip(), frame.prefix)

    def _add_entry(self, frame: Frame, content: str) -> None:
        if not content.strip():
            return
        owner = self.frames[-1] if self.frames and self.frames[-1].name in LISTS else None
        marker = f"{len(owner.items) + 1}. " if owner and owner.name == "ol" else "- "
        entry = marker + prefixed(tidy(content), " " * len(marker)).lstrip()
        if owner:
            owner.items.append(entry)
        else:
            self.add_block(entry, frame.prefix)


def block_of(frame: Frame, content: str) -> str:
    if frame.name in HEADINGS:
        line = one_line(content)
        return f"{'#' * HEADINGS[frame.name]} {line}" if line else ""
    if frame.name == "blockquote":
        return prefixed(tidy(content), "> ") if content.strip() else ""
    items = table(frame.items) if frame.name == "table" else "\n".join(frame.items)
    return f"{tidy(content)}\n\n{items}".strip()


def read_attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, entities decoded.

    >>> read_attributes('<a href="/x?a&amp;b" title=y>')
    {'href': '/x?a&b', 'title': 'y'}
    """
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
        for found in ATTRIBUTE.finditer(tag)
    }


def without_tags(text: str) -> str:
    """Code without the elements that coloured it; `List<int>` is code."""
    known = PAIRED | CODE | EMPTY
    return INNER_TAG.sub(lambda tag: "" if tag[1].lower() in known else tag[0], text)


def marked(content: str, mark: str) -> str:
    """Emphasis round the words, not round the blanks at their ends."""
    core = content.strip()
    if not core or "\n\n" in core or core.startswith(mark[0]) or core.endswith(mark[0]):
        return content
    begin = content.index(core)
    return f"{content[:begin]}{mark}{core}{mark}{content[begin + len(core) :]}"


def linked(content: str, url: str, base_url: str) -> str:
    core = one_line(content) if "\n\n" not in content.strip() else content.strip()
    lead = " " if content[:1].isspace() else ""
    trail = " " if content[-1:].isspace() else ""
    absolute = resolve(page_of_player(url), base_url) if core else ""
    if not absolute and url.startswith("#") and core.isdigit():
        return f"{lead}\\[{core}\\]{trail}"
    if not absolute:
        path = path_to_show(url) if core else ""
        return f"{lead}{core} (`{path}`){trail}" if path else content
    if "\n\n" in core or re.search(r"(?<!!)\[[^\]]*\]\(", core):
        return f"{lead}{core} <{absolute}>{trail}"
    return f"{lead}[{core}]({absolute}){trail}"


def image(attributes: dict[str, str], base_url: str) -> str:
    text, url = escape(attributes.get("alt", "")), attributes.get("src", "")
    if absolute := resolve(url, base_url):
        return f"![{text}]({absolute})"
    path = path_to_show(url)
    return f"{text} (`{path}`)".strip() if path else text


def code_span(code: str) -> str:
    code = " ".join(code.split())
    if not code:
        return ""
    ticks = "`" * (longest_run(code) + 1)
    blank = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{blank}{code}{blank}{ticks}"


def code_block(code: str, language: str) -> str:
    fence = "`" * max(3, longest_run(code) + 1)
    code = code.strip("\n")
    return f"{fence}{language}\n{code}\n{fence}"


def longest_run(code: str) -> int:
    return max(map(len, re.findall(r"`+", code)), default=0)


def table(rows: Sequence[str]) -> str:
    """Rows of `| a | b |` as a table; a single row or column is no table but a layout."""
    width = max((row.count(" | ") for row in rows), default=0)
    if width == 0 or len(rows) == 1:
        return "\n\n".join(row.strip("| ").replace(" | ", "\n\n") for row in rows)
    head, *others = rows
    return "\n".join([head, "|" + " --- |" * (width + 1), *others])


def one_line(text: str) -> str:
    return " ".join(text.split())


def prefixed(text: str, prefix: str) -> str:
    margin = prefix.rstrip()
    return "\n".join(prefix + line if line else margin for line in text.split("\n"))


def tidy(text: str) -> str:
    """No more than one blank line anywhere, none at the ends."""
    return re.sub(r"\n[ \t]*(?:\n[ \t]*)++\n?", "\n\n", text).strip()


def guard_line(text: str) -> str:
    """Plain text at the head of a line, kept from becoming a list, a heading or a rule."""
    found = LINE_MARK.match(text)
    if not found:
        return text
    place = found.start(2) if found[2] else found.end(3)
    return f"{text[:place]}\\{text[place:]}"
