"""Two sessions at one time: which of those that a sentence names the author went to."""

import re
from collections.abc import Iterable
from functools import lru_cache

from .introductions import Introduction
from .post import Post
from .words import Words

REACH = 400
"""Within so many characters behind the sentence it is said which one it was."""


def without_unchosen(post: Post, index: int, found: list[Introduction]) -> list[Introduction]:
    """The sessions of a block without those that another was preferred to.

    "It was a toss-up between §'s talk and §'s. I went with the latter" tells of one talk.
    """
    if len(found) < 2:
        return found
    kept: list[Introduction] = []
    for start in dict.fromkeys(each.start for each in found):
        rivals = [each for each in found if each.start == start]
        choice = _between(post.words).search(rivals[0].words.lower())
        kept += _chosen(post, index, rivals) if choice and len(rivals) == 2 else rivals
    return kept


@lru_cache(maxsize=16)
def _between(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.between})\b")


@lru_cache(maxsize=16)
def _this_one(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    former, latter = words.former_latter.split(" ")
    return re.compile(rf"\b(?:{former})\b", re.I), re.compile(rf"\b(?:{latter})\b", re.I)


def _chosen(post: Post, index: int, rivals: list[Introduction]) -> list[Introduction]:
    """The one of two that the next sentences speak of first; both where they tell nothing."""
    end = rivals[0].end
    said = post.blocks[index].text[end : end + REACH]
    places = [
        _first(found.start() for found in pattern.finditer(said))
        for pattern in _this_one(post.words)
    ]
    for number, rival in enumerate(rivals):
        people = {post.key_of(mention) for mention in rival.people}
        named = (m.start - end for m in post.in_block(index, end) if post.key_of(m) in people)
        places[number] = min(places[number], _first(named))
    if places[0] == places[1]:
        return rivals
    return [rivals[places[1] < places[0]]]


def _first(places: Iterable[int]) -> int:
    return min(places, default=REACH)
