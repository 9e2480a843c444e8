"""A block of a post: a heading, paragraph, item, row, with its place in the source."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from .inline import Inline

NOTHING: Final = Inline((), ())


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CODE = "code"
    RULE = "rule"
    TERM = "term"
    """What a list of definitions defines; what it says of it are paragraphs."""


@dataclass(slots=True)
class Block:
    """A heading, paragraph, list item (its first paragraph is its own text) or table row."""

    kind: BlockKind
    start: int
    end: int
    line: int
    """0-based, in the post."""
    inline: Inline
    level: int = 0
    """Of a heading, or how deep an item's list is nested, from 1; 1 for a table's head."""
    parent: int | None = None
    """Index of the item that holds this block."""
    list_id: int = 0
    """Items of one list share it, and rows of one table."""
    quoted: bool = False
    ordered: bool = False
    content: int = 0
    """Source offset at which its own text begins, after marks like `## ` or `- `."""
    content_end: int = 0
    cells: list[tuple[int, int]] = field(default_factory=list)
    """Of a row: where in its text each cell stands, empty ones too."""

    @property
    def text(self) -> str:
        return self.inline.text

    def add_cell(self, cell: Inline) -> None:
        """Append a cell of a row; an empty one is only a place."""
        if cell.text:
            self.inline = self.inline.followed_by(cell)
        self.cells.append((len(self.text) - len(cell.text), len(self.text)))
