"""The text of a post in one piece, with what each of its characters stands in."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, islice

from ..blocks import Block, BlockKind
from ..drafts import Draft
from ..inline import Mark
from ..post import Post

# Each kind of place is a bit of `Page.flags`.
KINDS = ("title", "heading", "subject", "link", "strong", "code", "emphasis")
BITS = {kind: 1 << index for index, kind in enumerate(KINDS)}
MARKS = {
    Mark.LINK: "link",
    Mark.STRONG: "strong",
    Mark.CODE: "code",
    Mark.EMPHASIS: "emphasis",
}
ADDED = {bit: bytes(flags | bit for flags in range(256)) for bit in BITS.values()}
WORD = re.compile(r"[^\W_]+")
BETWEEN = re.compile(r"([\W_]+)")
IN_TITLE = BITS["title"] | BITS["heading"]
# A title line is a little longer than the title: a speaker, a number.
BESIDE_TITLE = 12


@dataclass(slots=True)
class Page:
    """The blocks' texts, each on lines of its own; `lower` has the same places as `text`."""

    text: str
    lower: str
    blocks: list[Block]
    starts: list[int]
    """Where each of the blocks begins in `text`."""
    flags: bytearray
    """Of each character, what it stands in."""
    words: dict[str, list[int]]
    """Where each word begins, in lower case; letters and digits only."""
    talks: list[tuple[int, int]]
    """Source offsets of the notes on each talk, in order."""
    talk_of: dict[int, int | None] = field(default_factory=dict)
    """The talk of each block that belongs to one as a whole, or to none."""
    marked: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    """Stretches of `text` that are a link, bold, code or emphasis as a whole."""
    urls: dict[int, str] = field(default_factory=dict)
    """Where links lead, by the place at which they begin."""

    def source(self, place: int) -> int:
        index = max(0, bisect_right(self.starts, place) - 1)
        return self.blocks[index].inline.source(place - self.starts[index])

    def talk_at(self, place: int) -> int | None:
        """Which talk's notes the place belongs to, by its number."""
        index = max(0, bisect_right(self.starts, place) - 1)
        if index not in self.talk_of:
            return self.talk_of_source(self.source(place))
        return self.talk_of[index]

    def talk_of_source(self, source: int) -> int | None:
        index = bisect_right(self.talks, source, key=lambda talk: talk[0]) - 1
        return index if index >= 0 and source < self.talks[index][1] else None

    def flag(self, kind: str, start: int, end: int) -> None:
        self.flags[start:end] = self.flags[start:end].translate(ADDED[BITS[kind]])


@cache
def kinds_of(flags: int) -> tuple[str, ...]:
    """What a character with these flags stands in."""
    return tuple(kind for kind in KINDS if flags & BITS[kind])


def lay_out(post: Post, drafts: Sequence[Draft]) -> Page:
    """The page of a post; code and tweets, which name much in passing, are left out."""
    kept = [index for index, block in enumerate(post.blocks) if _is_read(block)]
    starts, length = [], 0
    for index in kept:
        starts.append(length)
        length += len(post.blocks[index].text) + 1
    blocks = [post.blocks[index] for index in kept]
    # The one capital whose small letter is two characters.
    text = "\n".join(block.text for block in blocks).replace("İ", "I")
    talks = sorted((draft.start, draft.end) for draft in drafts)
    lower = text.lower()
    page = Page(text, lower, blocks, starts, bytearray(len(text)), _index(lower), talks)
    named = {draft.block: draft for draft in drafts}
    begins = [start for start, _ in talks]
    for number, block in enumerate(blocks):
        index = bisect_right(begins, block.start)
        if index == bisect_right(begins, block.end):
            talk = page.talk_of_source(block.start)
            if talk == page.talk_of_source(block.end - 1):
                page.talk_of[number] = talk
    for index, block, start in zip(kept, blocks, starts, strict=True):
        _flag_block(page, block, start)
        if draft := named.get(index):
            _flag_title(page, draft, start, start + len(block.text))
    return page


def _index(lower: str) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    parts = BETWEEN.split(lower)
    starts = accumulate(map(len, parts), initial=0)
    for word, start in islice(zip(parts, starts, strict=False), 0, None, 2):
        if word:
            found[word].append(start)
    return found


def _is_read(block: Block) -> bool:
    return block.kind is not BlockKind.CODE and bool(block.text) and not _is_tweet(block)


def _is_tweet(block: Block) -> bool:
    links = block.inline.links if block.quoted else ()
    return any("/status/" in link.url or "//t.co/" in link.url for link in links)


def _flag_block(page: Page, block: Block, start: int) -> None:
    if block.kind is BlockKind.HEADING:
        page.flag("heading", start, start + len(block.text))
    for span in block.inline.spans:
        if mark := MARKS.get(span.mark):
            first, last = start + span.start, start + span.end
            page.flag(mark, first, last)
            page.marked.setdefault((first, last), set()).add(mark)
            if span.url:
                page.urls[first] = span.url


def _flag_title(page: Page, draft: Draft, start: int, end: int) -> None:
    """The title where it is found, else the beginning of its line; or the subject."""
    found = page.text.find(draft.title, start, end) if draft.title else -1
    if found >= 0:
        kind = "title" if draft.titled else "subject"
        page.flag(kind, found, found + len(draft.title))
    elif draft.titled:
        page.flag("title", start, min(end, start + len(draft.title) + BESIDE_TITLE))
