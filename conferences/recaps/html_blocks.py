"""Raw HTML of posts (WordPress and Pandoc exports) -> headings, items and paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HtmlPart:
    """The text between two block tags: offsets into the HTML."""

    kind: str
    start: int
    end: int
    level: int = 0
    list_id: int = 0
    quoted: bool = False
    row: int = 0
    """Cells of one table row share it."""


BLOCK_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>h[1-6]|p|li|ul|ol|div|blockquote|section|article|figure|figcaption"
    r"|table|tbody|thead|tr|td|th|hr|pre|center|dl|dt|dd)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)


@dataclass
class _State:
    heading: int = 0
    item: bool = False
    term: bool = False
    quotes: int = 0
    depth: int = 0
    lists: int = 0
    cell: str = ""
    """The open cell's tag: td or th."""
    rows: int = 0
    tables: int = 0

    def enter(self, name: str, *, ends: bool) -> None:
        if name[0] == "h" and name[1:].isdigit():
            self.heading = 0 if ends else int(name[1])
        elif name in ("ul", "ol"):
            self.depth = max(0, self.depth + (-1 if ends else 1))
            self.lists += not ends
        elif name == "li":
            self.item = not ends
        elif name == "dt":
            self.term = not ends
        elif name == "blockquote":
            self.quotes = max(0, self.quotes + (-1 if ends else 1))
        elif name in ("table", "tr", "td", "th"):
            self.cell = name if name in ("td", "th") and not ends else ""
            self.tables += name == "table" and not ends
            self.rows += name == "tr" and not ends

    def part(self, start: int, end: int) -> HtmlPart:
        quoted = self.quotes > 0
        if self.heading:
            return HtmlPart("heading", start, end, self.heading, quoted=quoted)
        if self.cell:
            level = int(self.cell == "th")
            return HtmlPart("row", start, end, level, self.tables, quoted, self.rows)
        if self.term:
            return HtmlPart("term", start, end, quoted=quoted)
        if self.item:
            self.item = False  # what follows in the item is a paragraph of it
            return HtmlPart("item", start, end, max(1, self.depth), max(1, self.lists), quoted)
        return HtmlPart("paragraph", start, end, quoted=quoted)


def split_html(html: str) -> Iterator[HtmlPart]:
    """The stretches of text in `html`, each with what its tags make of it.

    >>> [(part.kind, "<li><p>a</p></li>"[part.start:part.end]) for part in
    ...  split_html("<li><p>a</p></li>")]
    [('item', 'a')]
    """
    state, place = _State(), 0
    for tag in BLOCK_TAG.finditer(html):
        ends_cell = state.cell and tag["end"] and tag["name"].lower() == state.cell
        if html[place : tag.start()].strip() or (ends_cell and html[place - 1 : place] == ">"):
            yield state.part(place, tag.start())
        state.enter(tag["name"].lower(), ends=bool(tag["end"]))
        place = tag.end()
    if html[place:].strip():
        yield state.part(place, len(html))
