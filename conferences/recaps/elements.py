"""The output of a note so far, and the HTML elements that are open in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .addresses import page_of_player, resolve
from .html_elements import (
    BLOCKS,
    ENDED_BY,
    FRAMED,
    HEADINGS,
    LISTS,
    LITERAL,
    MARKS,
    PLAYING,
    image,
    linked,
    marked,
    one_line,
    prefixed,
    table,
    tidy,
)

# Deeper than people write; beyond it structure is dropped, words are not.
FRAME_LIMIT = 16


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
    """Entries of a list, cells of a row."""
    rows: list[list[str]] = field(default_factory=list)


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
        return not self.pieces or self.ends_with("\n")

    def ends_with(self, sign: str) -> bool:
        last = next((piece for piece in reversed(self.pieces[-9:]) if piece), "\n")
        return last.endswith(sign)

    def add_span(self, code: str) -> None:
        """Code within a line, parted from other code, whose ticks it would join."""
        self.pieces.append(f" {code}" if self.ends_with("`") else code)

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

    def add_empty(self, name: str, attributes: Mapping[str, str], prefix: str) -> None:
        """An element that has no content."""
        if name == "br":
            self.pieces.append("  \n")
        elif name == "hr":
            self.add_block("---", prefix)
        elif name == "img":
            self.pieces.append(image(attributes, self.base_url))
        elif name in PLAYING:
            self.add_player(attributes)

    def add_player(self, attributes: Mapping[str, str]) -> None:
        """A link to what is played."""
        url = attributes.get("src") or attributes.get("data", "")
        if page := resolve(page_of_player(url), self.base_url):
            self.pieces.append(f"{'' if self.at_line_start() else ' '}<{page}> ")

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
        if not closed and frame.literal and not frame.items and not frame.rows:
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
                self._add_cell(frame, tidy(content))
            case "tr":
                self._add_row(frame, content)
            case "li":
                self._add_entry(frame, content)
            case _:
                self.add_block(block_of(frame, content), frame.prefix)

    def _add_cell(self, frame: Frame, cell: str) -> None:
        if row := self._near("tr"):
            row.items.append(cell)
        else:
            self.add_block(cell, frame.prefix)

    def _add_row(self, frame: Frame, content: str) -> None:
        """What stands in a row outside its cells is put before the table, as browsers do."""
        cells = frame.items
        if table := self._near("table"):
            table.rows.append(cells)
            cells = []
        self.add_block("\n\n".join(filter(None, [tidy(content), *cells])), frame.prefix)

    def _near(self, name: str) -> Frame | None:
        return next((one for one in reversed(self.frames[-4:]) if one.name == name), None)

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
    items = table(frame.rows) if frame.name == "table" else "\n".join(frame.items)
    return f"{tidy(content)}\n\n{items}".strip()
