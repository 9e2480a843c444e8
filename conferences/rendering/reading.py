"""What a note says, as markdown-it-py's tokens: CommonMark, tables, strikes, and two rules of ours.

Ours are footnotes (shown where they stand) and definition lists. Raw HTML is text.
"""

import re
from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, list_block, paragraph, table
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

BlockRule = Callable[[StateBlock, int, int, bool], bool]

# Lists count double. markdown-it-py drops what nests deeper than its own limit, so ours is lower:
# deeper marks are shown as text. The limit also holds runs of brackets down: 64 kB of "[" cost
# 3 s at 100, 0.7 s at 20.
DEEPEST_BLOCK = 16
NESTING_LIMIT = 20

# A row may leave its cells out, but they cost HTML: a table of 4 kB made 4 MB of it. Tables that
# would grow more than this, and some to spare for small ones, are shown as written; past the
# limit of cells nothing more is read as a table.
TABLE_GROWTH = 15
SPARE_GROWTH = 4_000
ROW, CELL, ALIGNED_CELL = 12, 10, 26  # characters of HTML each takes
CELLS_LIMIT = 20_000

FOOTNOTE_LABEL = re.compile(r"\[\^([^\s\[\]^]{1,40})\]")  # [^1]
FOOTNOTE_START = re.compile(FOOTNOTE_LABEL.pattern + r":[ \t]*")  # [^1]: as she said later
DEFINITION_START = re.compile(r":[ \t]+(?=\S)")  # : a unit of work


def read_note(text: str) -> list[Token]:
    """The block tokens of a whole note."""
    return PARSER.parse(text, _environment())


def read_line(text: str) -> list[Token]:
    """The inline tokens of one line."""
    return PARSER.parseInline(text, _environment())[0].children or []


def _environment() -> dict[str, Any]:
    """What the rules below know of one note: footnotes by label, cells met, growth to spare."""
    return {"footnotes": {}, "cells": 0, "spare": SPARE_GROWTH}


def _capped(rule: BlockRule) -> BlockRule:
    def capped(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.level < DEEPEST_BLOCK and rule(state, start, end, silent)

    return capped


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.env["cells"] > CELLS_LIMIT:
        return False
    before = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    if not silent and _grows_too_much(state, before):
        del state.tokens[before:]
        code = state.push("code_block", "code", 0)
        code.content = state.getLines(start, state.line, state.blkIndent, True)
        code.map = [start, state.line]
    return True


def _grows_too_much(state: StateBlock, first: int) -> bool:
    """Counts a table's cells, and takes what it grows from what there is to spare."""
    tokens = state.tokens[first:]
    start, end = tokens[0].map or [0, 0]
    cells = [token for token in tokens if token.type in ("th_open", "td_open")]
    cell = ALIGNED_CELL if any(token.attrs for token in cells) else CELL
    written = state.eMarks[end - 1] - state.bMarks[start]
    growth = (end - start) * ROW + len(cells) * cell - TABLE_GROWTH * written
    state.env["cells"] += len(cells)
    if growth > state.env["spare"]:
        return True
    state.env["spare"] -= max(growth, 0)
    return False


def _match_line(pattern: re.Pattern[str], state: StateBlock, line: int) -> re.Match[str] | None:
    if state.is_code_block(line):
        return None
    start = state.bMarks[line] + state.tShift[line]
    return pattern.match(state.src, start, state.eMarks[line])


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[^label]: text` is a paragraph that knows its label."""
    match = _match_line(FOOTNOTE_START, state, start)
    if match is None or match[1] in state.env["footnotes"]:
        return False
    if silent:
        return True
    state.env["footnotes"][match[1]] = len(state.env["footnotes"]) + 1
    paragraph(state, start, end, False)
    opening, inline = state.tokens[-3:-1]
    opening.meta["footnote"] = match[1], state.env["footnotes"][match[1]]
    inline.content = inline.content[len(match[0]) :]
    return True


def _footnote_reference(state: StateInline, silent: bool) -> bool:
    match = FOOTNOTE_LABEL.match(state.src, state.pos, state.posMax)
    if match is None or match[1] not in state.env["footnotes"] or state.linkLevel:
        return False
    if not silent:
        token = state.push("footnote_reference", "", 0)
        token.content = match[1]
        token.meta = {"number": state.env["footnotes"][match[1]]}
    state.pos = match.end()
    return True


def _definition_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line, and below it lines that begin with a colon."""
    line = start + 1
    if state.is_code_block(start) or not _is_definition(state, line, end):
        return False
    if silent:
        return True
    state.push("dl_open", "dl", 1)
    _push(state, "dt", start, line)
    while _is_definition(state, line, end):
        first, line = line, _end_of_definition(state, line, end)
        _push(state, "dd", first, line)
    state.push("dl_close", "dl", -1)
    state.line = line
    return True


def _is_definition(state: StateBlock, line: int, end: int) -> bool:
    if line >= end or state.sCount[line] < state.blkIndent:
        return False
    return _match_line(DEFINITION_START, state, line) is not None


def _end_of_definition(state: StateBlock, line: int, end: int) -> int:
    line += 1
    while line < end and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        if _is_definition(state, line, end) or _ends_paragraph(state, line, end):
            break
        line += 1
    return line


def _ends_paragraph(state: StateBlock, line: int, end: int) -> bool:
    parent, state.parentType = state.parentType, "paragraph"  # which an empty item does not end
    rules = state.md.block.ruler.getRules("paragraph")
    ended = any(rule(state, line, end, True) for rule in rules)
    state.parentType = parent
    return ended


def _push(state: StateBlock, tag: str, start: int, end: int) -> None:
    state.push(f"{tag}_open", tag, 1).map = [start, end]
    text = state.getLines(start, end, state.blkIndent, False).strip()
    inline = state.push("inline", "", 0)
    inline.content = DEFINITION_START.sub("", text, count=1) if tag == "dd" else text
    inline.map = [start, end]
    inline.children = []
    state.push(f"{tag}_close", tag, -1)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"maxNesting": NESTING_LIMIT})
    block, inline = parser.block.ruler, parser.inline.ruler
    block.at("table", _table, {"alt": ["paragraph", "reference"]})
    ending = ["paragraph", "reference", "blockquote"]
    block.at("blockquote", _capped(blockquote), {"alt": [*ending, "list"]})
    block.at("list", _capped(list_block), {"alt": ending})
    block.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    block.before("lheading", "definition_list", _definition_list)
    inline.before("link", "footnote_reference", _footnote_reference)
    return parser


PARSER = _parser()
