"""Drafts of one talk brought together: an agenda names each talk, the notes name it again.

The spellings differ: a title without its subtitle, a speaker's first name. Two drafts are one
talk where a speaker is the same and the titles are alike, or where only one names a speaker and
the titles begin alike.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations

from .drafts import Draft, Findings
from .folding import fold
from .post import Post
from .sections import Section, acting_headings, sections
from .shapes.headings import RULE as HEADINGS
from .shapes.list_items import RULE as LISTS
from .shapes.tables import RULE as TABLES

ALIKE = 0.6
"""So many of the words of the shorter title stand in the longer one too."""
LONGEST = 24
"""So many words of a title may a heading repeat."""


def find_notes(post: Post, findings: Findings) -> None:
    """Move the talks of a list or table to the headings under which their notes stand."""
    listed = _by_beginnings(draft for draft in findings.drafts if draft.rule in (LISTS, TABLES))
    for section in sections(post, acting_headings(post)) if listed else ():
        if section.heading is None or section.heading in findings.lines:
            continue
        draft = listed.get(tuple(_words(post.blocks[section.heading].text)))
        if draft and draft.block != section.heading:
            _move(post, findings, draft, section)


def _by_beginnings(drafts: Iterable[Draft]) -> dict[tuple[str, ...], Draft]:
    """The first draft for all the words with which a title may begin."""
    found: dict[tuple[str, ...], Draft] = {}
    for draft in drafts:
        words = _words(draft.title)[:LONGEST]
        for number in range(1, len(words) + 1):
            found.setdefault(tuple(words[:number]), draft)
    return found


def _move(post: Post, findings: Findings, draft: Draft, section: Section) -> None:
    index, last = section.heading or 0, section.last
    draft.start, draft.block, draft.planned = post.blocks[index].start, index, False
    draft.end = post.blocks[last].start if last < len(post.blocks) else len(post.text)
    findings.lines.add(index)
    findings.taken.update(range(index, last))


def without_repeats(post: Post, drafts: list[Draft]) -> list[Draft]:
    """The drafts in order, one for each talk: with the notes of the longest, the fullest title
    and all speakers. What was only planned is left out where other talks are told of."""
    known = _Known(post)
    for draft in drafts:
        known.add(draft)
    told = [draft for draft in known.kept if not draft.planned]
    return sorted(
        told if len(told) > 1 else known.kept, key=lambda draft: (draft.start, draft.block)
    )


class _Known:
    """The talks so far, found again by their speakers and by how their titles begin."""

    def __init__(self, post: Post) -> None:
        self.post = post
        self.kept: list[Draft] = []
        self.by_person: dict[int | str, list[int]] = defaultdict(list)
        self.by_title: dict[str, list[int]] = defaultdict(list)

    def add(self, draft: Draft) -> None:
        for number in self.candidates(draft):
            if self.is_same(self.kept[number], draft):
                self.name_handle(self.kept[number], draft)
                self.kept[number] = _joined(self.kept[number], draft)
                self.index(number, draft)
                return
        self.kept.append(draft)
        self.index(len(self.kept) - 1, draft)

    def name_handle(self, *drafts: Draft) -> None:
        """Say whose the handle is that one draft names alone, where the other has one name."""
        speakers = [draft.speakers for draft in drafts if len(draft.speakers) == 1]
        for (mention,), (other,) in permutations(speakers, 2):
            person = self.post.person(mention)
            if person and person.name and not other.name:
                for site, handle in other.handles.items():
                    self.post.people.join(person, site, handle)

    def candidates(self, draft: Draft) -> list[int]:
        found = [n for person in self.people(draft) for n in self.by_person[person][-8:]]
        return sorted({*found, *self.by_title[_beginning(draft)][-8:]})

    def index(self, number: int, draft: Draft) -> None:
        for person in self.people(draft):
            self.by_person[person].append(number)
        self.by_title[_beginning(draft)].append(number)

    def people(self, draft: Draft) -> set[int | str]:
        return {self.post.key_of(mention) for mention in draft.speakers}

    def is_same(self, one: Draft, two: Draft) -> bool:
        if not (one.titled and two.titled) or one.end == two.end:
            return False
        first, second = self.people(one), self.people(two)
        if self.elaborates(one, two) or self.elaborates(two, one):
            return True
        if first and second:
            # Two headings with a word of their own each are two talks: "Part 1", "Part 2".
            share = 1.0 if one.rule == two.rule else ALIKE
            return bool(first & second) and _are_alike(one.title, two.title, share)
        return _words(one.title)[:3] == _words(two.title)[:3] and len(_words(one.title)) > 2

    def elaborates(self, row: Draft, section: Draft) -> bool:
        """Whether a section says more of a row of a table: its heading begins the row's title,
        or is not a title of its own and the speaker has one row only."""
        if row.rule != TABLES or section.rule != HEADINGS:
            return False
        words = _words(section.title)
        if len(words) > 2 and _words(row.title)[: len(words)] == words:
            return True
        people = self.people(section)
        rows = {n for person in people for n in self.by_person[person][-8:]}
        return bool(people & self.people(row)) and len(rows) == 1 and len(words) < 3


def _beginning(draft: Draft) -> str:
    return " ".join(_words(draft.title)[:3]) if draft.titled else ""


def _words(title: str) -> list[str]:
    return fold(title).split()


def _are_alike(one: str, two: str, share: float) -> bool:
    """Whether so many of the shorter title's words stand in the longer one."""
    shorter, longer = sorted((set(_words(one)), set(_words(two))), key=len)
    return bool(shorter) and len(shorter & longer) >= share * len(shorter)


def _joined(one: Draft, two: Draft) -> Draft:
    """The draft with more notes, with what the other says more."""
    noted, other = (two, one) if two.end - two.start > one.end - one.start else (one, two)
    shorter, longer = sorted((noted.title, other.title), key=len)
    if other.rule == TABLES:
        noted.title = other.title
    elif set(_words(shorter)) <= set(_words(longer)):
        noted.title = longer
    noted.planned = one.planned and two.planned
    if len(other.speakers) > len(noted.speakers):
        noted.speakers = other.speakers
    return noted
