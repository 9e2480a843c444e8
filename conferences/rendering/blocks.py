"""Block tokens -> the note again, in the one form Python-Markdown reads without doubt.

Blocks stand apart by blank lines, the content of a list item four columns in. Neighbours that
Python-Markdown would make one are kept apart by an empty paragraph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from conferences.rendering.inline import InlineWriter
from conferences.rendering.marks import LANGUAGE, TIGHT, opaque

EMPTY = TIGHT + TIGHT

# A note's headings stand below the page's own <h1> and <h2>.
HEADINGS = {"h1": "###", "h2": "####", "h3": "#####"}
LOWEST_HEADING = "######"

TAKES_NEXT = {
    "list": {"list", "code"},
    "code": {"code"},
    "quote": {"quote"},
    "definitions": {"code"},
}


@dataclass(frozen=True, slots=True)
class Block:
    kind: str
    text: str


class BlockWriter:
    def __init__(self, inline: InlineWriter) -> None:
        self.inline = inline

    def write(self, tokens: Sequence[Token]) -> str:
        return _join(self._blocks(iter(tokens)))

    def _blocks(self, tokens: Iterator[Token]) -> list[Block]:
        """The blocks up to the end of the container whose start was just taken."""
        blocks = []
        for token in tokens:
            if token.nesting < 0:
                break
            blocks.append(self._block(token, tokens))
        return blocks

    def _block(self, token: Token, tokens: Iterator[Token]) -> Block:
        match token.type:
            case "paragraph_open":
                return Block("paragraph", self._paragraph(token, tokens))
            case "heading_open":
                marks = HEADINGS.get(token.tag, LOWEST_HEADING)
                return Block("heading", f"{marks} {self._line(tokens) or EMPTY}")
            case "bullet_list_open" | "ordered_list_open":
                return Block("list", self._list(token, tokens))
            case "blockquote_open":
                return Block("quote", _prefixed(_join(self._blocks(tokens)) or EMPTY, "> "))
            case "fence" | "code_block":
                return Block("code", _code(token.content, token.info))
            case "dl_open":
                return Block("definitions", self._definitions(tokens))
            case "table_open":
                return Block("table", self._table(tokens))
        return Block("rule", "***")

    def _paragraph(self, opening: Token, tokens: Iterator[Token]) -> str:
        text = self.inline.write(next(tokens).children or [])
        next(tokens)
        if "footnote" in opening.meta:
            label, number = opening.meta["footnote"]
            text = self.inline.write_footnote(label, number, text)
        return f"{TIGHT}{text}{TIGHT}" if opening.hidden or not text else text

    def _line(self, tokens: Iterator[Token]) -> str:
        """The text of an element that holds one line; takes its end too."""
        text = self.inline.write_line(next(tokens).children or [])
        next(tokens)
        return text

    def _list(self, opening: Token, tokens: Iterator[Token]) -> str:
        number = int(opening.attrs.get("start", 1))
        items = []
        for token in tokens:
            if token.nesting < 0:
                break
            mark = f"{number}." if opening.tag == "ol" else "-"
            items.append(_item(mark, self._blocks(tokens)))
            number += 1
        return "\n\n".join(items)

    def _definitions(self, tokens: Iterator[Token]) -> str:
        parts = []
        for token in tokens:
            if token.nesting < 0:
                break
            text = self._line(tokens) or EMPTY
            parts.append(f"{text}\n" if token.tag == "dt" else f":   {text}\n\n")
        return "".join(parts).rstrip("\n")

    def _table(self, tokens: Iterator[Token]) -> str:
        rows, aligns = self._rows(tokens)
        separator = [align or "---" for align in aligns]
        return "\n".join(map(_row, [rows[0], separator, *rows[1:]]))

    def _rows(self, tokens: Iterator[Token]) -> tuple[list[list[str]], list[str]]:
        """The cells of a table by row, and the alignments of its columns."""
        rows: list[list[str]] = []
        aligns: list[str] = []
        for token in tokens:
            match token.type:
                case "table_close":
                    break
                case "tr_open":
                    rows.append([])
                case "th_open":
                    aligns.append(ALIGNMENTS.get(str(token.attrs.get("style")), ""))
                case "inline":
                    rows[-1].append(self.inline.write_line(token.children or []))
        return rows, aligns


ALIGNMENTS = {"text-align:left": ":--", "text-align:center": ":-:", "text-align:right": "--:"}


def _join(blocks: list[Block]) -> str:
    parts: list[str] = []
    before = ""
    for block in blocks:
        if block.kind in TAKES_NEXT.get(before, ()):
            parts.append(EMPTY)
        parts.append(block.text)
        before = block.kind
    return "\n\n".join(parts)


def _item(mark: str, blocks: list[Block]) -> str:
    """An item begins with a tight paragraph: anything else would be read otherwise there."""
    if not blocks or not blocks[0].text.startswith(TIGHT):
        blocks = [Block("paragraph", EMPTY), *blocks]
    return f"{mark}  {_prefixed(_join(blocks), '    ').lstrip(' ')}"


def _prefixed(text: str, prefix: str) -> str:
    empty = prefix.rstrip()  # a blank line of a quote keeps its mark
    return "\n".join(prefix + line if line else empty for line in text.split("\n"))


def _code(text: str, info: str) -> str:
    language = info.split(maxsplit=1)[0] if info.strip() else ""
    return f"    {LANGUAGE}{opaque(language)}{LANGUAGE}{opaque(text.removesuffix(chr(10)))}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
