"""Which known names stand where in a text: one pass over its words, the longest name first."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from conferences.mentions.names import KINDS, Name, Spot, means
from conferences.mentions.words import Word, blank_out, is_whole, words_of

MOST_IN_A_TEXT = 100


@dataclass(frozen=True, slots=True)
class Found:
    start: int
    end: int
    kind: str
    key: str


class Page:
    """Rendered HTML with its words, which are asked for more than once."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.text = blank_out(html)
        self.words = words_of(self.text)

    def begins(self) -> set[str]:
        """How a name that stands here may begin."""
        tokens = [word.token for word in self.words]
        return {*tokens, *(f"{one} {two}" for one, two in pairwise(tokens))}


@dataclass(slots=True)
class Node:
    names: dict[tuple[str, str], list[Name]] = field(default_factory=dict)
    """By kind and spelling: what is meant of one name, is of its namesakes."""
    next: dict[str, "Node"] = field(default_factory=dict)


class Names:
    """Known names by their words, one after the other."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.root = Node()
        for name in names:
            node = self.root
            for token in name.tokens:
                node = node.next.setdefault(token, Node())
            node.names.setdefault((name.kind, name.text), []).append(name)

    def at(self, words: list[Word], first: int) -> Iterator[tuple[int, Collection[list[Name]]]]:
        """The last word of each name that begins at a word, the longest first."""
        node, found = self.root, []
        for place in range(first, len(words)):
            following = node.next.get(words[place].token)
            if following is None:
                break
            node = following
            if node.names and words[place].is_last:
                found.append((place, node.names.values()))
        return reversed(found)


def find_names(page: Page, names: Names, *, itself: str = "", within: str = "") -> list[Found]:
    """The first place of each row named in a page, in order.

    `itself` is the key of the row that the page is about, `within` that of its conference.
    """
    found: dict[str, Found] = {}
    place, last = 0, len(page.words)
    while place < last and len(found) < MOST_IN_A_TEXT:
        end, name = _name_at(page, names, place, within)
        if name and name.key != itself:
            span = page.words[place].start, page.words[end].end
            found.setdefault(name.key, Found(*span, name.kind, name.key))
        place = end + 1
    return list(found.values())


def _name_at(page: Page, names: Names, first: int, within: str) -> tuple[int, Name | None]:
    """The longest name that is meant at a word, and its last word."""
    if page.words[first].is_first:
        for last, candidates in names.at(page.words, first):
            spot = Spot(page.html, page.text, page.words, first, last)
            if is_whole(page.text, spot.start, spot.end):
                meant = [alike for alike in candidates if means(alike[0], spot)]
                name = _meant([name for alike in meant for name in alike], within)
                if name:
                    return last, name
    return first, None


def _meant(names: Collection[Name], within: str) -> Name | None:
    """The one row that is meant; none where several of a kind may be."""
    for kind in KINDS:
        rows = {name.key: name for name in names if name.kind == kind}
        near = {key: name for key, name in rows.items() if name.within == within}
        if rows:
            return _only(near) or (None if near else _only(rows))
    return None


def _only(rows: dict[str, Any]) -> Name | None:
    return next(iter(rows.values())) if len(rows) == 1 else None
