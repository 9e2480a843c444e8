"""The talks of a post: the shapes in order, what they found brought together.

A shape is a way of writing recaps; each finds drafts and marks the blocks it has spoken for, so
that a later shape leaves them alone. A new shape is a file and a row.
"""

import re
from bisect import bisect_right
from collections.abc import Callable

from .blocks import BlockKind
from .drafts import Draft, Findings
from .outline import TalkKind
from .post import Post
from .repeats import find_notes, without_repeats
from .shapes import headings, list_items, narrative, tables, title_lines
from .titles import kind_of

# "The opening keynote, and", "Keynote by", "A panel with"
SAID_KIND = re.compile(
    r"(?:(?:the|an?|our|this) )?(?:(?:opening|closing|morning|evening|first|second|last|final) )?"
    r"(?:keynote|panel|workshop|tutorial)\b",
    re.IGNORECASE,
)

Shape = Callable[[Post, Findings], None]

SHAPES: tuple[tuple[str, Shape], ...] = (
    ("headings", headings.find),
    ("title_lines", title_lines.find),
    ("tables", tables.find),
    ("list_items", list_items.find),
    ("notes", find_notes),
    ("narrative", narrative.find),
)


def find_talks(post: Post) -> list[Draft]:
    """Drafts of all talks, in the order of the post, none inside another unless it must be."""
    findings = Findings()
    for _, find in SHAPES:
        find(post, findings)
    drafts = sorted(
        _without_blocks(post, findings.drafts), key=lambda draft: (draft.start, draft.block)
    )
    for draft in drafts:
        draft.kind = _kind_by_notes(post, draft)
    return without_repeats(post, drafts)


def _kind_by_notes(post: Post, draft: Draft) -> TalkKind:
    """The kind that its title names, else the one that its notes begin with."""
    if draft.kind is not TalkKind.TALK or draft.rule.startswith(narrative.RULE):
        return draft.kind
    for block in post.blocks[draft.block + 1 : draft.block + 3]:
        if block.kind is BlockKind.PARAGRAPH and (said := SAID_KIND.match(block.text)):
            return kind_of(said[0])
    return draft.kind


def _without_blocks(post: Post, drafts: list[Draft]) -> list[Draft]:
    """A block like "Lightning talks" whose talks are all listed is left out."""
    items = {draft.block for draft in drafts if draft.rule == list_items.RULE}
    return [
        draft
        for draft in drafts
        if draft.kind is not TalkKind.LIGHTNING_TALK
        or draft.rule != headings.RULE
        or _after_introduction(post, draft.block + 1) not in items
    ]


def _after_introduction(post: Post, index: int) -> int:
    """The block behind a paragraph that only leads to a list: "The ones I noted:"."""
    if index < len(post.blocks) and post.blocks[index].kind is BlockKind.PARAGRAPH:
        return index + post.blocks[index].text.rstrip().endswith(":")
    return index


def talk_at(drafts: list[Draft], offset: int) -> int | None:
    """Index of the talk whose notes hold a place; the one begun last."""
    last = bisect_right(drafts, offset, key=lambda draft: draft.start) - 1
    for index in range(last, max(-1, last - 8), -1):
        if drafts[index].start <= offset < drafts[index].end:
            return index
    return None
