"""Paragraphs that begin with a talk's marked title and its speaker, the notes behind them."""

from bisect import bisect_left, bisect_right

from ..blocks import Block, BlockKind
from ..days import day_number
from ..drafts import Draft, Findings
from ..forms import agree
from ..inline import Mark, Span
from ..introductions import introductions
from ..naming import TitleLine, first_mark, lead_readings, two_lines
from ..people import Mention
from ..post import Post
from ..sections import CAPTION, is_social, says_no_talk
from ..skeleton import is_person, skeleton
from ..slots import slot_before
from ..titles import TIME, kind_of

RULE = "title_lines"
LEAST_NAMED = 0.7
"""So much of marked words are the names, where they are nothing else: "Jane Doe and Joe Roe"."""
MARKS = (Mark.STRONG, Mark.EMPHASIS, Mark.LINK, Mark.QUOTE)


def find(post: Post, findings: Findings) -> None:
    """Add a draft for each such paragraph, where those of one make mostly name a speaker."""
    by_make: dict[str, list[int]] = {}
    for index in range(len(post.blocks)):
        if index not in findings.taken and (make := _make(post, index)):
            by_make.setdefault(make, []).append(index)
    drafts = [draft for make in by_make for draft in _read_all(post, make, by_make[make])]
    timed = {post.blocks[index].start for index in by_make.get("timed", ())}
    _set_ends(post, drafts, findings, timed)
    findings.drafts += drafts


def _make(post: Post, index: int) -> str:
    """How a paragraph begins that may name a talk; empty where it does not so."""
    block = post.blocks[index]
    if block.kind is not BlockKind.PARAGRAPH or block.parent is not None or block.quoted:
        return ""
    if CAPTION.match(block.text):
        return ""
    if mark := _lead_mark(post, index):
        return mark.value
    if TIME.match(block.text):
        return "timed"
    return "plain" if _is_plain_line(post, index) else ""


def _lead_mark(post: Post, index: int) -> Mark | None:
    """How the first words of a paragraph are marked, or those after a speaker's name."""
    block = post.blocks[index]
    people = [mention for mention in post.in_block(index, 0, 2) if is_person(post, mention)]
    first = _after_people(post, index, people[0]) + 4 if people else _after_slot(post, index)
    for span in sorted((*block.inline.spans, *block.inline.quotes), key=lambda span: span.start):
        if span.mark in MARKS and not _is_of_people(post, index, span):
            return span.mark if span.start <= first else None
    return None


def _after_people(post: Post, index: int, first: Mention) -> int:
    """Where the names end that a paragraph begins with: "Jane Doe and Joe Roe"."""
    groups = skeleton(post, index, 0, 200, marked=False).people
    return next((group[-1].outer for group in groups if first in group), first.outer)


def _after_slot(post: Post, index: int) -> int:
    """Where marked words may start: behind what stands in a speaker's place too."""
    span = first_mark(post.blocks[index].inline)
    return span.start if span and slot_before(post, index, span.start) else 1


def _is_of_people(post: Post, index: int, span: Span) -> bool:
    """Whether marked words are names and nothing else."""
    people = [m for m in post.in_block(index, span.start, span.end) if is_person(post, m)]
    if not people or people[0].weight <= 1 or people[0].start != span.start:
        return False
    return people[-1].outer >= span.end - 2 and sum(len(m.name) for m in people) > LEAST_NAMED * (
        span.end - span.start
    )


def _is_plain_line(post: Post, index: int) -> bool:
    """Whether a paragraph without marks is one short line that names someone, no sentence."""
    text = post.blocks[index].text.strip()
    text = text[: post.line_end(index)].rstrip() if len(text) < 300 else text
    if len(text) > 140 or "\n" in text or text[-1:] in ".!:;,":
        return False
    named = any(" " in m.name and is_person(post, m) for m in post.in_block(index))
    return named or bool(two_lines(post, index))


LEAST = {"plain": (3, 0.7), "timed": (2, 0.25)}
"""So many paragraphs of a make must name a talk, and such a share; of marked ones two, and half."""


def _read_all(post: Post, make: str, series: list[int]) -> list[Draft]:
    lines = agree(post, [lead_readings(post, index) for index in series])
    if make == "timed":
        lines = [line or _told(post, index) for index, line in zip(series, lines, strict=True)]
    named = [(index, line) for index, line in zip(series, lines, strict=True) if line]
    least, share = LEAST.get(make, (2, 0.5))
    if len(named) < least or len(named) < share * len(series):
        return []
    return [_draft(post, index, line) for index, line in named if _is_talk(post, line)]


def _told(post: Post, index: int) -> TitleLine | None:
    """The talk that the first sentence behind a time tells of."""
    for found in introductions(post, index)[:1]:
        if found.people and found.titled:
            return TitleLine(found.title, found.people, 2, found.rule)
    return None


def _is_talk(post: Post, line: TitleLine) -> bool:
    beside = says_no_talk(post, line.title) or is_social(line.title)
    return not beside and day_number(line.title, post.words) is None


def _draft(post: Post, index: int, line: TitleLine) -> Draft:
    block = post.blocks[index]
    kind = kind_of(line.title)
    return Draft(block.start, block.end, index, line.title, True, line.speakers, RULE, kind)


def _parts(block: Block) -> bool:
    """Whether a block ends the notes before it: a heading, a rule, a line all in capitals."""
    if block.kind is BlockKind.PARAGRAPH:
        return block.text.isupper() and 4 < len(block.text) < 60 and not block.quoted
    return block.kind in (BlockKind.HEADING, BlockKind.RULE, BlockKind.TERM)


def _set_ends(post: Post, drafts: list[Draft], findings: Findings, timed: set[int]) -> None:
    """The notes of each go on to the next one, the next heading or the next time."""
    stops = timed | {draft.start for draft in drafts} | {b.start for b in post.blocks if _parts(b)}
    ordered = sorted(stops | {len(post.text)})
    starts = [block.start for block in post.blocks]
    for draft in drafts:
        draft.end = ordered[bisect_right(ordered, draft.start)]
        findings.lines.add(draft.block)
        findings.taken.update(range(draft.block, bisect_left(starts, draft.end)))
