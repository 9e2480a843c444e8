"""The body of a post -> its blocks, each with its place in the source; the only line syntax."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .block import NOTHING, Block, BlockKind
from .html_blocks import HtmlPart, split_html
from .inline import Inline
from .masking import mask
from .scanning import read_inline

__all__ = ["Block", "BlockKind", "read_blocks"]

DEFINITION = re.compile(
    r"^ {0,3}\[([^\[\]\n]{1,200})\]:[ \t]{0,10}<?([^\s<>]{1,2000})>?", re.MULTILINE
)
# "• A talk", "▸ A talk", "09:30 A talk": a list all the same
LONGEST_TERM = 200
LINE_MARK = re.compile(r"(?P<sign>[•●▪▸►‣◦➡→✔✅·]\s*)|\d{1,2}[:.h]\d\d\b")
WIDEST = 100
"""Cells of a row that are told apart; no table that people read is wider."""


def read_blocks(text: str, begin: int = 0) -> list[Block]:
    """The blocks of `text` from the offset `begin` on, in order.

    >>> [(b.kind.value, b.text) for b in read_blocks("# A\\n\\n- *b*\\n  - c\\n")]
    [('heading', 'A'), ('item', 'b'), ('item', 'c')]
    """
    shadow = mask(text, begin)
    definitions = {label.casefold(): url for label, url in DEFINITION.findall(text, begin)}
    return _Reader(text, shadow, begin, definitions).read()


def _parser(*, tables: bool) -> MarkdownIt:
    # Blocks only: inline text is read by inline.py, which keeps the places; and newlines are
    # plain, since `decode`.
    parser = MarkdownIt("commonmark", {"maxNesting": 100})
    parser.core.ruler.enableOnly(["block"])
    return parser.enable("table") if tables else parser


PARSER: Final = _parser(tables=True)
WITHOUT_TABLES: Final = _parser(tables=False)


def _parse(text: str) -> list[Token]:
    """The tokens of `text`. The parser fills each row up to the width of its table: a post with
    a line of more cells than are read would cost it rows times cells, and has no tables."""
    widest = max((line.count("|") for line in text.split("\n")), default=0)
    return (WITHOUT_TABLES if widest > WIDEST + 1 else PARSER).parse(text)


@dataclass
class _Reader:
    text: str
    shadow: str
    begin: int
    definitions: dict[str, str]
    blocks: list[Block] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    """Open list items, outermost first: index of their block."""
    lists: list[tuple[int, bool]] = field(default_factory=list)
    quotes: int = 0
    list_count: int = 0
    in_head: bool = False
    html_row: tuple[int, int] = (0, 0)
    line_list: int = 0

    def __post_init__(self) -> None:
        self.source = self.text[self.begin :].split("\n")
        self.shadows = self.shadow.split("\n")
        self.first_line = self.text.count("\n", 0, self.begin)
        lengths = (len(line) + 1 for line in self.source)
        self.starts = list(accumulate(lengths, initial=self.begin))

    def read(self) -> list[Block]:
        heading: Token | None = None
        for token in _parse(self.shadow):
            match token.type:
                case "heading_open":
                    heading = token
                case "heading_close":
                    heading = None
                case "inline":
                    self.on_inline(token, heading)
                case "blockquote_open":
                    self.quotes += 1
                case "blockquote_close":
                    self.quotes -= 1
                case "bullet_list_open" | "ordered_list_open":
                    self.list_count += 1
                    self.lists.append((self.list_count, token.type.startswith("ordered")))
                case "bullet_list_close" | "ordered_list_close":
                    self.lists.pop()
                case "list_item_open":
                    self.on_item(token)
                case "list_item_close":
                    self.items.pop()
                case "table_open":
                    self.list_count += 1
                case "thead_open" | "thead_close":
                    self.in_head = token.type == "thead_open"
                case "tr_open":
                    row = self.add(BlockKind.ROW, token, [])
                    row.list_id, row.level = self.list_count, int(self.in_head)
                case "fence" | "code_block":
                    self.add(BlockKind.CODE, token, [])
                case "hr":
                    self.add(BlockKind.RULE, token, [])
                case "html_block":
                    self.on_html(token)
        return self.blocks

    def on_item(self, token: Token) -> None:
        list_id, ordered = self.lists[-1]
        if self.is_bare(token):  # "* 1. Talk": one item with two markers
            self.items.append(self.items[-1])
            return
        block = self.add(BlockKind.ITEM, token, [])
        block.level, block.list_id, block.ordered = len(self.lists), list_id, ordered
        self.items.append(len(self.blocks) - 1)

    def is_bare(self, token: Token) -> bool:
        """Whether an item opens right behind the marker of the one that holds it."""
        if not self.items or self.items[-1] != len(self.blocks) - 1 or not token.map:
            return False
        holder = self.blocks[-1]
        return not holder.text and holder.line == self.first_line + token.map[0]

    def on_inline(self, token: Token, heading: Token | None) -> None:
        pieces = self.pieces(token)
        if heading:
            block = self.add(BlockKind.HEADING, heading, pieces)
            block.level = int(heading.tag[1:] or 1)
        elif self.blocks and self.blocks[-1].kind is BlockKind.ROW and _is_cell(token):
            self.on_cell(token)
        elif self.items and self.items[-1] == len(self.blocks) - 1 and not self.blocks[-1].text:
            self.blocks[-1].inline = self.inline(pieces)
            self.place_content(self.blocks[-1], pieces)
        elif pieces and (lines := self.lines_of(pieces)):
            self.add_lines(lines)
        elif pieces and any(map(self.is_definition, pieces)):
            self.add_definitions(pieces)
        elif pieces:
            self.add(BlockKind.PARAGRAPH, token, pieces)

    def lines_of(self, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The lines of a paragraph that is a list without markers of one, signs cut off."""
        if self.items:
            return []
        marks = [LINE_MARK.match(self.text, start, end) for start, end in pieces]
        if all(marks) and (len(marks) > 1 or (marks[0] and marks[0]["sign"])):
            return [
                (mark.end("sign") if mark and mark["sign"] else start, end)
                for mark, (start, end) in zip(marks, pieces, strict=True)
            ]
        return []

    def add_lines(self, lines: list[tuple[int, int]]) -> None:
        last = self.blocks[-1] if self.blocks else None
        if not (last and last.kind is BlockKind.ITEM and last.list_id == self.line_list):
            self.list_count += 1
            self.line_list = self.list_count
        for start, end in lines:
            number = bisect_right(self.starts, start) - 1
            inline = self.inline([(start, end)])
            begin = self.starts[number]
            block = Block(BlockKind.ITEM, begin, end, self.first_line + number, inline, 1)
            block.list_id, block.quoted = self.line_list, self.quotes > 0
            block.content, block.content_end = start, end
            self.blocks.append(block)

    def is_definition(self, piece: tuple[int, int]) -> bool:
        return self.text.startswith((": ", ":\t"), piece[0])

    def is_indented(self, piece: tuple[int, int]) -> bool:
        return any(map(str.isspace, self.text[piece[0] - 1 : piece[0] + 1].strip("\n")))

    def add_definitions(self, pieces: list[tuple[int, int]]) -> None:
        """The line before ": " is what is defined; it may stand in the paragraph before."""
        if self.is_definition(pieces[0]) and self.blocks and self.is_term(self.blocks[-1]):
            self.blocks[-1].kind = BlockKind.TERM
        groups: list[tuple[BlockKind, list[tuple[int, int]]]] = []
        for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
            if self.is_definition(piece):
                groups.append((BlockKind.PARAGRAPH, [(piece[0] + 2, piece[1])]))
            elif following and self.is_definition(following) and not self.is_indented(piece):
                groups.append((BlockKind.TERM, [piece]))
            elif groups:
                groups[-1][1].append(piece)
            else:
                groups.append((BlockKind.PARAGRAPH, [piece]))
        for kind, lines in groups:
            self.add_pieces(kind, lines)

    def is_term(self, block: Block) -> bool:
        """Whether a block is one line of plain text, as what is defined is."""
        line = self.text[block.content : block.content_end]
        return block.kind is BlockKind.PARAGRAPH and "\n" not in line and len(line) < LONGEST_TERM

    def add_pieces(self, kind: BlockKind, pieces: list[tuple[int, int]]) -> None:
        number = bisect_right(self.starts, pieces[0][0]) - 1
        start, end = self.starts[number], pieces[-1][1]
        block = Block(kind, start, end, self.first_line + number, self.inline(pieces))
        block.parent, block.quoted = self.items[-1] if self.items else None, self.quotes > 0
        self.place_content(block, pieces)
        self.blocks.append(block)

    def on_cell(self, token: Token) -> None:
        row = self.blocks[-1]
        if len(row.cells) >= WIDEST:
            return
        line = self.text[row.start : row.end]
        place = line.find(token.content, max(0, row.inline.source(len(row.text)) - row.start))
        found = token.content and place >= 0
        start = row.start + place
        row.add_cell(self.inline([(start, start + len(token.content))] if found else []))

    def add(self, kind: BlockKind, token: Token, pieces: list[tuple[int, int]]) -> Block:
        first, last = token.map or [0, 0]
        block = Block(
            kind=kind,
            start=self.starts[first],
            end=max(self.starts[first], self.starts[min(last, len(self.starts) - 1)] - 1),
            line=self.first_line + first,
            inline=self.inline(pieces),
            parent=self.items[-1] if self.items else None,
            quoted=self.quotes > 0,
        )
        self.place_content(block, pieces)
        self.blocks.append(block)
        return block

    @staticmethod
    def place_content(block: Block, pieces: list[tuple[int, int]]) -> None:
        block.content = pieces[0][0] if pieces else block.start
        block.content_end = pieces[-1][1] if pieces else block.end

    def inline(self, pieces: list[tuple[int, int]]) -> Inline:
        return read_inline(self.text, pieces, self.definitions) if pieces else NOTHING

    def pieces(self, token: Token) -> list[tuple[int, int]]:
        """The source places of the lines that the parser took as this block's text."""
        if not token.map:
            return []
        first = token.map[0]
        found = []
        for number, content in enumerate(token.content.split("\n"), first):
            if number >= len(self.source) or not content.strip():
                continue
            if self.shadows[number] != self.source[number]:
                content = content.rstrip()
            column = self.source[number].find(content)
            if column < 0:
                stripped = self.source[number].lstrip(" \t#=>.*-")
                column, content = len(self.source[number]) - len(stripped), stripped
            start = self.starts[number] + column
            found.append((start, start + len(content)))
        return found

    def on_html(self, token: Token) -> None:
        self.html_row = (0, 0)
        first, last = token.map or [0, 0]
        start, end = self.starts[first], self.starts[min(last, len(self.starts) - 1)] - 1
        shadow = "\n".join(self.shadows[first:last])
        if len(shadow) != end - start:  # a line was rewritten: then columns do not hold
            shadow = self.text[start:end]
        for part in split_html(shadow):
            self.add_part(part, start)

    def add_part(self, part: HtmlPart, base: int) -> None:
        start, end = base + part.start, base + part.end
        inline = self.inline([(start, end)])
        if part.row:
            self.add_html_cell(part, start, inline)
            return
        if not inline.text.strip():
            return
        number = bisect_right(self.starts, start) - 1
        kind = BlockKind(part.kind)
        block = Block(kind, start, end, self.first_line + number, inline, part.level)
        block.quoted = part.quoted or self.quotes > 0
        block.content, block.content_end = start, end
        block.list_id = -self.list_count * 1000 - part.list_id if part.list_id else 0
        self.blocks.append(block)

    def add_html_cell(self, part: HtmlPart, start: int, cell: Inline) -> None:
        row, number = (self.list_count, part.row), bisect_right(self.starts, start) - 1
        if self.html_row != row or len(self.blocks[-1].cells) >= WIDEST:
            self.html_row = row
            line = self.first_line + number
            made = Block(BlockKind.ROW, start, start, line, NOTHING, part.level)
            made.list_id = -self.list_count * 1000 - 500 - part.list_id
            made.content, made.quoted = start, part.quoted or self.quotes > 0
            self.blocks.append(made)
        self.blocks[-1].end = self.blocks[-1].content_end = start + part.end - part.start
        self.blocks[-1].add_cell(cell if cell.text.strip() else NOTHING)


def _is_cell(token: Token) -> bool:
    return token.level > 2 and bool(token.map)
