"""Tables whose rows are talks: a column of titles, mostly one of speakers beside it.

What a column holds is told by its head and by its cells, all of them together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..blocks import BlockKind
from ..drafts import Draft, Findings
from ..forms import agree
from ..naming import TitleLine, plain_line, readings
from ..people import Mention
from ..post import Post
from ..sections import is_social, says_no_talk
from ..skeleton import PERSON, skeleton
from ..titles import TIME, clean_title, is_title_like, kind_of

RULE = "tables"
SPEAKER_HEAD = re.compile(
    r"(?:speakers?|presenters?|presented by|by|who|referent(?:en|in)?|vortragende[rn]?|ponentes?"
    r"|palestrantes?|orateurs?|oratrices?|intervenants?|conf[eé]renciers?)(?:\(s\))?",
    re.IGNORECASE,
)
TITLE_HEAD = re.compile(
    r"(?:(?:talk|session|presentation)s?(?: title)?|titles?|titel|topics?"
    r"|vortr[aä]ge?|charlas?|palestras?|t[ií]tulos?|titres?|conf[eé]rences?|themas?)",
    re.IGNORECASE,
)
OTHER_HEAD = re.compile(
    r"(?:when|time|start|end|room|track|zeit|uhrzeit|raum|hora|heure|salle|sala|slides?|videos?|links?"
    r"|notes?|company|rating|stars?|comments?|day|firma|empresa|role|thoughts|remarks?|level)",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\W*\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]m|uhr|h)?\W*", re.IGNORECASE)


@dataclass(slots=True)
class _Table:
    """Rows of blocks, their heads apart."""

    rows: list[int]
    head: list[str]
    speakers: int | None = None
    """The column of speakers."""
    titles: int | None = None
    lines: list[TitleLine] = field(default_factory=list)


def find(post: Post, findings: Findings) -> None:
    """Add a draft for each row of each table of talks."""
    for table in _tables(post):
        table.speakers = _speaker_column(post, table)
        table.titles = _title_column(post, table)
        if table.titles is None:
            continue
        table.lines = _read_rows(post, table)
        if _is_of_talks(table):
            _add_all(post, findings, table)


def _tables(post: Post) -> Iterator[_Table]:
    rows: list[int] = []
    for index, block in enumerate(post.blocks):
        if block.kind is not BlockKind.ROW:
            continue
        starts = block.level or not rows or rows[-1] != index - 1
        if starts and rows:
            yield _table(post, rows)
            rows = []
        rows.append(index)
    if rows:
        yield _table(post, rows)


def _table(post: Post, rows: list[int]) -> _Table:
    first = post.blocks[rows[0]]
    if not first.level:
        return _Table(rows, [])
    return _Table(rows[1:], [first.text[start:end].strip() for start, end in first.cells])


def _columns(post: Post, table: _Table) -> range:
    return range(max((len(post.blocks[row].cells) for row in table.rows), default=0))


def _cell(post: Post, row: int, column: int) -> tuple[int, int]:
    cells = post.blocks[row].cells
    return cells[column] if column < len(cells) else (0, 0)


def _said(post: Post, row: int, column: int) -> str:
    return post.blocks[row].text[slice(*_cell(post, row, column))].strip()


def _head(table: _Table, column: int) -> str:
    return table.head[column].strip(" :?") if column < len(table.head) else ""


def _speaker_column(post: Post, table: _Table) -> int | None:
    """The column most of whose cells are people, or whose head says so."""
    ranked = []
    for column in _columns(post, table):
        head = _head(table, column)
        filled = [row for row in table.rows if _said(post, row, column)]
        if not filled or OTHER_HEAD.fullmatch(head) or TITLE_HEAD.fullmatch(head):
            continue
        named = sum(bool(_people(post, row, column)) for row in filled)
        said = 2 * bool(SPEAKER_HEAD.fullmatch(head))
        if named >= 0.6 * len(filled) or (said and named):
            ranked.append((named / len(filled) + said, -column))
    return -max(ranked)[1] if ranked else None


def _people(post: Post, row: int, column: int) -> list[Mention]:
    """The people that a cell names, where it names little else."""
    start, end = _cell(post, row, column)
    bones = skeleton(post, row, start, end, marked=False)
    rest = re.sub(r"\([^()]*\)|[\W_]|\b(?:and|und|y|et|e|by|from|at|of)\b", "", bones.text)
    if not bones.people or len(bones.text.replace(PERSON, "").strip()) > 40:
        return []
    begins = bones.text.lstrip().startswith(PERSON)
    return [m for group in bones.people for m in group] if begins or not rest else []


def _title_column(post: Post, table: _Table) -> int | None:
    """The column whose head says so, else the first whose cells are worded like titles."""
    columns = [c for c in _columns(post, table) if c != table.speakers]
    if named := [c for c in columns if TITLE_HEAD.fullmatch(_head(table, c))]:
        return named[0]
    for column in columns:
        if OTHER_HEAD.fullmatch(_head(table, column)) or not (
            filled := _texts(post, table, column)
        ):
            continue
        titled = [text for text in filled if _is_worded(text)]
        if len(titled) >= 0.6 * len(filled) and _is_various(filled):
            return column
    return None


def _texts(post: Post, table: _Table, column: int) -> list[str]:
    return [text for row in table.rows if (text := _said(post, row, column))]


def _is_worded(text: str) -> bool:
    words = TIME.sub("", text).split()
    return 1 <= len(words) <= 22 and is_title_like(text) and not CLOCK.fullmatch(text)


def _is_various(texts: list[str]) -> bool:
    """Whether cells differ, as titles do, and are not all single words."""
    return (
        len(set(texts)) > 0.7 * len(texts) and sum(" " in text for text in texts) >= len(texts) / 2
    )


def _read_rows(post: Post, table: _Table) -> list[TitleLine]:
    """Title and speakers of each row, both from one cell where there is no column of speakers."""
    column = table.titles or 0
    if table.speakers is not None:
        return [
            TitleLine(
                clean_title(_said(post, row, column)), _people(post, row, table.speakers), 2, RULE
            )
            for row in table.rows
        ]
    cells = [_cell(post, row, column) for row in table.rows]
    options = [readings(post, row, *cell) for row, cell in zip(table.rows, cells, strict=True)]
    return [
        line or plain_line(post, row, *cell)
        for row, cell, line in zip(table.rows, cells, agree(post, options), strict=True)
    ]


def _is_of_talks(table: _Table) -> bool:
    """Whether rows are talks: most name speakers, and the heads or the long titles say talk."""
    named = sum(bool(line.speakers) for line in table.lines)
    told = any(TITLE_HEAD.fullmatch(_head(table, c)) for c in range(len(table.head)))
    said = told or any(SPEAKER_HEAD.fullmatch(_head(table, c)) for c in range(len(table.head)))
    words = sum(len(line.title.split()) for line in table.lines)
    if not named or not (said or words >= 2.5 * len(table.lines)):
        return False
    return named >= (0.25 if told else 0.5) * len(table.lines)


def _add_all(post: Post, findings: Findings, table: _Table) -> None:
    for row, line in zip(table.rows, table.lines, strict=True):
        block, title = post.blocks[row], line.title
        off = says_no_talk(post, title) or (not line.speakers and is_social(title))
        if is_title_like(title) and not off and not CLOCK.fullmatch(title):
            doubt = None if line.speakers else "a row without speaker in a table of talks"
            draft = Draft(block.start, block.end, row, title, True, line.speakers, RULE)
            draft.kind, draft.doubt = kind_of(title), doubt
            findings.drafts.append(draft)
            findings.lines.add(row)
    findings.taken.update(table.rows)
