"""Handles that stand away from the name they belong to: "Follow her on Twitter: @jane".

A handle that is spelt like one person of the post is theirs wherever it stands; any other goes
to whoever was named last before it, if its line says how to reach them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .blocks import Block, BlockKind
from .folding import fold
from .handles import handle_of
from .people import Mention, People, Person

# So far back, in blocks, a line of contacts may have its name.
NEAR = 6
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
    named = [person for person in people.all() if person.name and person.weight >= 1]
    for loose in _loose_handles(blocks, by_block):
        alike = [person for person in named if is_spelt_like(loose.handle, person.name or "")]
        if len(alike) == 1:
            people.join(alike[0], loose.site, loose.handle)
        elif not alike and (owner := _owner(loose, blocks, by_block, people)):
            people.join(owner, loose.site, loose.handle)


def is_spelt_like(handle: str, name: str) -> bool:
    """Whether a handle is made of a name: "janedoe", "jdoe", "doe_jane".

    >>> is_spelt_like("jane_doe", "Jane Doe"), is_spelt_like("acme", "Jane Doe")
    (True, False)
    """
    letters = re.sub(r"[\W_\d]", "", handle.casefold())
    parts = [re.sub(r"\W", "", part) for part in fold(name).split()]
    parts = [part for part in parts if part]
    if len(parts) < 2 or len(letters) < 3:
        return False
    first, last = parts[0], parts[-1]
    whole = {"".join(parts), last + first, first + last, first[0] + last, last + first[0]}
    return (
        letters in whole | {first + last[0]}
        or (len(last) > 4 and letters.endswith(last))
        or (len(first) > 4 and letters.startswith(first))
    )


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
        for link in inline.links:
            inside = any(
                mention.handles and link.start < mention.outer and mention.start < link.end
                for mention in mentions
            )
            if not inside and (known := handle_of(link.url)):
                yield _Loose(index, link.start, link.end, *known)


def _owner(
    loose: _Loose, blocks: Sequence[Block], by_block: Sequence[list[Mention]], people: People
) -> Person | None:
    """Who was named last before a handle whose line says how to reach them."""
    block = blocks[loose.block]
    begin = max(block.text.rfind(stop, 0, loose.start) for stop in (". ", "! ", "? ", "\n")) + 1
    sentence = block.text[begin : loose.end]
    bare = len(block.text) < 200 and _is_bare(block)
    if block.quoted or OF_AUTHOR.search(sentence) or not (bare or REACH.search(sentence)):
        return None
    for index in range(loose.block, max(-1, loose.block - NEAR - 1), -1):
        for mention in reversed(by_block[index]):
            if index == loose.block and mention.start >= loose.start:
                continue
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
