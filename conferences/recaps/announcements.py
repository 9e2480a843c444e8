"""News in a post: what was announced, released or is planned, as list items or sentences."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from .blocks import Block, BlockKind
from .drafts import Draft
from .inline import Inline, Mark
from .news import LEADS_IN, Said, Signals, list_status, may_be_news, said_in, signals_of, status_of
from .outline import AnnouncementEntry, Status
from .post import LONGEST, Post
from .talks import talk_at

MANY = 3
"""So many sure pieces of news make a post one in which weaker words are news too."""
SHORT_LEAD = 80
"""A lead-in that ends without a colon is no longer than this."""
NEAR = 3
"""So many blocks may stand between a list and the heading that says what it is."""
AFTER_NAME = re.compile(r"\s?(?::|[-–—]\s|\()")


def find_announcements(post: Post, drafts: list[Draft]) -> list[AnnouncementEntry]:
    """All news in order: items of a list that is introduced as news, sentences that say so."""
    return _Finder(post, drafts).find()


@dataclass
class _Finder:
    post: Post
    drafts: list[Draft]
    found: dict[int, AnnouncementEntry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.signals: Signals = signals_of(self.post.words)
        self.year = _year(self.post)
        self.titles = _titles(self.drafts)
        self.leads = _leads(self.post)
        self.said = {
            index: said
            for index, block in enumerate(self.post.blocks)
            if _may_be_news(block) and (said := self._said(index))
        }
        pieces = [piece for said in self.said.values() for *_, piece in said]
        self.many = sum(piece.sure for piece in pieces) >= MANY

    def find(self) -> list[AnnouncementEntry]:
        lists = self._lists()
        for index, block in enumerate(self.post.blocks):
            if index in lists:
                self._add(index, 0, len(block.text), lists[index], "news_list")
            elif index in self.said and block.parent not in lists:
                self._add_sentences(index)
        return sorted(self.found.values(), key=lambda entry: entry.start)

    def _said(self, index: int) -> list[tuple[int, int, Said]]:
        """The sentences of a block that are news, or may be."""
        text = self.post.blocks[index].text
        if not may_be_news(text, self.signals):
            return []
        if index in self.titles:
            text = _without_titles(self.post.blocks[index].inline, self.titles[index])
        return [
            (start, end, said)
            for start, end in self.post.sentences(index)
            if (said := said_in(text, start, end, self.signals, self.year))
        ]

    def _add_sentences(self, index: int) -> None:
        block = self.post.blocks[index]
        for start, end, said in self.said[index]:
            if said.sure or self.many or self._is_in_news(index):
                whole = block.kind is BlockKind.ITEM and start == 0
                self._add(
                    index, start, len(block.text) if whole else end, said.status, "news_sentence"
                )

    def _is_in_news(self, index: int) -> bool:
        """Whether the talk in which a block stands is all news by its title."""
        talk = talk_at(self.drafts, self.post.blocks[index].start)
        return talk is not None and self.signals.talk.search(self.drafts[talk].title) is not None

    def _lists(self) -> dict[int, Status]:
        """The items of the lists of news."""
        groups: dict[tuple[int, int], list[int]] = {}
        for index, block in enumerate(self.post.blocks):
            is_item = block.kind is BlockKind.ITEM and not block.quoted and block.text.strip()
            if is_item and index not in self.titles:
                groups.setdefault((block.list_id, self.leads[index]), []).append(index)
        return {
            index: self._item_status(index, status)
            for (_, lead), items in groups.items()
            if (status := self._list_status(lead, items))
            for index in items
            if not self.post.blocks[index].text.rstrip().endswith(":")
        }

    def _item_status(self, index: int, of_list: Status) -> Status:
        first, last = self.post.sentences(index)[0]
        return status_of(self.post.blocks[index].text[first:last], self.signals, of_list)

    def _list_status(self, lead: int, items: list[int]) -> Status | None:
        if lead >= 0 and (status := self._led_in(lead)):
            return status
        told = [index for index in items if index in self.said]
        sure = [index for index in told if any(said.sure for *_, said in self.said[index])]
        named = [index for index in items if _names_product(self.post.blocks[index])]
        if sure and len(items) > 1 and 3 * len(told) >= len(items):
            return Status.RELEASED
        if self.many and 2 * len(named) >= len(items):
            return Status.RELEASED
        return None

    def _led_in(self, lead: int) -> Status | None:
        block = self.post.blocks[lead]
        if status := self._under_heading(lead):
            return status
        if block.kind is BlockKind.HEADING:
            return None
        text = block.text.rstrip()
        if not text.endswith(LEADS_IN) and len(text) > SHORT_LEAD:
            return None
        return list_status(text[self.post.sentences(lead)[-1][0] :] if text else "", self.signals)

    def _under_heading(self, index: int) -> Status | None:
        """What the heading above says of the lists under it."""
        for number in range(index, max(-1, index - NEAR - 1), -1):
            block = self.post.blocks[number]
            if block.kind is BlockKind.HEADING:
                text = block.text[:200]
                if self.signals.heading.match(text) or (
                    number == index and self.signals.talk.search(text)
                ):
                    return list_status(text, self.signals) or Status.RELEASED
                if self.signals.lists[0][1].match(text):
                    return Status.PLANNED
                return None
        return None

    def _add(self, index: int, start: int, end: int, status: Status, rule: str) -> None:
        block = self.post.blocks[index]
        first, last = source_slice(self.post, index, start, end)
        entry = AnnouncementEntry(
            start=first,
            end=last,
            rule=rule,
            text=" ".join(self.post.text[first:last].split()),
            status=status,
            talk=talk_at(self.drafts, block.inline.source(start)),
        )
        self.found.setdefault(first, entry)


def _may_be_news(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and not block.quoted


def _titles(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """By block: the drafts whose titles stand in it."""
    titles: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.titled:
            titles.setdefault(draft.block, []).append(draft)
    return titles


def _without_titles(inline: Inline, drafts: Iterable[Draft]) -> str:
    """The text of a block, blank where titles stand near the start of their drafts: the words of
    a title tell nothing."""
    letters = list(inline.text)
    for draft in drafts:
        first = bisect_left(range(len(letters)), draft.start, key=inline.source)
        near = slice(first, min(first + LONGEST, len(letters)))
        letters[near] = "".join(letters[near]).replace(draft.title, " " * len(draft.title))
    return "".join(letters)


def _year(post: Post) -> int | None:
    published = post.front.published or ""
    return int(published[:4]) if published[:4].isdigit() else None


def _names_product(block: Block) -> bool:
    """Whether an item is of the form "**Product**: what it does"."""
    spans = block.inline.spans
    if not spans or spans[0].mark is not Mark.STRONG or spans[0].start:
        return False
    inside = block.text[spans[0].end - 1] in ":–—"
    return inside or AFTER_NAME.match(block.text, spans[0].end) is not None


def _leads(post: Post) -> list[int]:
    """For each block, what leads to its list: the item around it, else the last block before it
    that is no part of a list; -1 where there is none."""
    leads, last = [], -1
    for index, block in enumerate(post.blocks):
        nested = block.kind is BlockKind.ITEM and block.parent is not None
        leads.append(block.parent if nested and block.parent is not None else last)
        if block.kind is not BlockKind.ITEM and block.parent is None:
            last = index
    return leads


def source_slice(post: Post, index: int, start: int, end: int) -> tuple[int, int]:
    """Source places of a stretch of a block's text, with the marks that stand around it."""
    block = post.blocks[index]
    first = block.content if start == 0 else block.inline.source(start)
    if end >= len(block.text):
        return first, max(first, block.content_end)
    last = block.inline.source(end)
    while last > first and post.text[last - 1].isspace():
        last -= 1
    return first, last
