"""Handles that stand away from the name they belong to: "Follow her on Twitter: @jane".

A handle that is spelt like one person of the post is theirs wherever it stands; any other goes
to whoever was named last before it, if its line says how to reach them.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .blocks import Block, BlockKind
from .folding import fold
from .handles import handle_of
from .people import Mention, People, Person

# So far back, in blocks, a line of contacts may have its name.
NEAR = 6
MOST = 20
"""So many names before a handle are looked at."""
REACH = re.compile(
    r"\b(?:follow|twitter|tweets?|find (?:him|her|them)|reach(?:ed)?|contact|mastodon|bluesky"
    r"|github|linkedin|sigue|síguel[ao]|suivre|folgen)\b",
    re.IGNORECASE,
)
OF_AUTHOR = re.compile(r"\b(?:i|me|my|us|our|we|share)\b", re.IGNORECASE)
# What is left of a line of nothing but links and handles.
SEPARATORS = re.compile(r"[\s|,;:/()\[\]·•*–—-]*")


@dataclass(frozen=True, slots=True)
class _Loose:
    """A handle beside no name, in a block's text."""

    block: int
    start: int
    end: int
    site: str
    handle: str


def spread_handles(
    blocks: Sequence[Block], by_block: Sequence[list[Mention]], people: People
) -> None:
    """Give the people of a post the handles that stand away from their names."""
    loose_handles = list(_loose_handles(blocks, by_block))
    if not loose_handles:
        return
    spellings = _Spellings(person for person in people.all() if person.weight >= 1)
    for loose in loose_handles:
        alike = spellings.of(loose.handle)
        if len(alike) == 1:
            people.join(alike[0], loose.site, loose.handle)
        elif not alike and (owner := _owner(loose, blocks, by_block, people)):
            people.join(owner, loose.site, loose.handle)


class _Spellings:
    """The people of a post by what handles are made of: "janedoe", "jdoe", "doe_jane"."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.whole: dict[str, list[Person]] = defaultdict(list)
        self.firsts: dict[str, list[Person]] = defaultdict(list)
        self.lasts: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            parts = re.findall(r"\w+", fold(person.name or ""))
            if len(parts) > 1:
                self._add(person, parts)

    def _add(self, person: Person, parts: list[str]) -> None:
        first, last = parts[0], parts[-1]
        made = {first + last, last + first, first[0] + last, last + first[0], first + last[0]}
        for spelling in made | {"".join(parts)}:
            self.whole[spelling].append(person)
        if len(first) > 4:
            self.firsts[first].append(person)
        if len(last) > 4:
            self.lasts[last].append(person)

    def of(self, handle: str) -> list[Person]:
        """Who may be called so."""
        letters = re.sub(r"[\W_\d]", "", handle.casefold())[:40]
        found = list(self.whole.get(letters, ()))
        for length in range(5, len(letters) + 1):
            found += self.firsts.get(letters[:length], ())
            found += self.lasts.get(letters[-length:], ())
        return list({id(person): person for person in found}.values())


def _loose_handles(blocks: Sequence[Block], by_block: Sequence[list[Mention]]) -> Iterable[_Loose]:
    """Handles without a name, and profiles linked from other words."""
    for index, mentions in enumerate(by_block):
        inline = blocks[index].inline
        if not inline.links and not mentions:
            continue
        for mention in mentions:
            if not mention.name:
                ((site, handle),) = mention.handles.items()
                yield _Loose(index, mention.start, mention.end, site, handle)
        taken = [(m.start, m.outer) for m in mentions if m.handles]
        for link in inline.links:
            nearest = bisect_left(taken, (link.end,)) - 1
            inside = nearest >= 0 and link.start < taken[nearest][1]
            if not inside and (known := handle_of(link.url)):
                yield _Loose(index, link.start, link.end, *known)


def _owner(
    loose: _Loose, blocks: Sequence[Block], by_block: Sequence[list[Mention]], people: People
) -> Person | None:
    """Who was named last before a handle whose line says how to reach them."""
    block = blocks[loose.block]
    nearby = max(0, loose.start - 300)
    stops = (block.text.rfind(stop, nearby, loose.start) for stop in (". ", "! ", "? ", "\n"))
    begin = max(nearby - 1, *stops) + 1
    sentence = block.text[begin : loose.end]
    bare = len(block.text) < 200 and _is_bare(block)
    if block.quoted or OF_AUTHOR.search(sentence) or not (bare or REACH.search(sentence)):
        return None
    for index in range(loose.block, max(-1, loose.block - NEAR - 1), -1):
        mentions = by_block[index]
        last = len(mentions)
        if index == loose.block:
            last = bisect_left(mentions, loose.start, key=lambda mention: mention.start)
        for mention in reversed(mentions[max(0, last - MOST) : last]):
            person = people.of(mention)
            if person and person.name and person.weight >= 2 and mention.weight > -3:
                return None if loose.site in person.handles else person
        if blocks[index].kind is BlockKind.HEADING:
            return None
    return None


def _is_bare(block: Block) -> bool:
    """Whether a block is nothing but links and handles."""
    text = block.text
    for link in reversed(block.inline.links):
        text = text[: link.start] + text[link.end :]
    return bool(SEPARATORS.fullmatch(re.sub(r"@\w+", "", text)))
