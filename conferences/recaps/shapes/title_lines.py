"""Paragraphs that are nothing but a talk's name: all bold, all italic, all link, or in quotes."""

import re
from bisect import bisect_left, bisect_right

from ..blocks import BlockKind
from ..days import day_number
from ..drafts import Draft, Findings
from ..inline import Mark
from ..naming import read_title_line
from ..post import Post
from ..sections import says_no_talk
from ..skeleton import PERSON, TITLE, skeleton
from ..titles import clean_title, is_title_like, kind_of

RULE = "title_lines"
MARKS = (Mark.STRONG, Mark.EMPHASIS, Mark.LINK)
NAME_LINE = re.compile(rf"(?:by |with |von |por )?{PERSON}(?:, [^§.]{{1,60}})?")


def find(post: Post, findings: Findings) -> None:
    """Add a draft for each such line, where at least two of them name a speaker."""
    drafts = [
        draft
        for index in range(len(post.blocks))
        if index not in findings.taken and (draft := _read(post, index))
    ]
    if sum(bool(draft.speakers) for draft in drafts) < 2:
        return
    if len(drafts) > 2 * sum(bool(draft.speakers) for draft in drafts):
        drafts = [draft for draft in drafts if draft.speakers]
    stops = sorted(
        {draft.start for draft in drafts}
        | {b.start for b in post.blocks if b.kind in (BlockKind.HEADING, BlockKind.RULE)}
        | {len(post.text)}
    )
    starts = [block.start for block in post.blocks]
    for draft in drafts:
        draft.end = stops[bisect_right(stops, draft.start)]
        findings.drafts.append(draft)
        findings.lines.add(draft.block)
        findings.taken.update(range(draft.block, bisect_left(starts, draft.end)))


def _read(post: Post, index: int) -> Draft | None:
    block = post.blocks[index]
    if block.kind is not BlockKind.PARAGRAPH or block.parent is not None:
        return None
    lines = block.text.split("\n")
    first = lines[0]
    whole = any(
        span.start <= 1 and span.end >= len(first.rstrip()) - 1
        for span in block.inline.spans
        if span.mark in MARKS
    )
    if not whole or len(first) > 200 or day_number(first, post.words) or says_no_talk(post, first):
        return None
    line = read_title_line(post, index, 0, len(first))
    speakers = line.speakers
    if not speakers and len(lines) > 1:
        start = len(first) + 1
        bones = skeleton(post, index, start, start + len(lines[1]), marked=False)
        if NAME_LINE.fullmatch(bones.text.strip()):
            speakers = bones.people[0]
    title = line.title or clean_title(first)
    if not is_title_like(title) or len(title.split()) < 2 or _is_name(post, index, first):
        return None
    return Draft(block.start, block.end, index, title, True, speakers, RULE, kind_of(title))


def _is_name(post: Post, index: int, line: str) -> bool:
    bones = skeleton(post, index, 0, len(line), marked=False)
    return bones.text.strip() in (PERSON, TITLE)
