"""Where a post names the topics that were found in it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..outline import TopicEntry

NOT_BEFORE = frozenset("_@/.#-")
"""Signs that make what follows a part of a longer word or an address."""


def topic_places(text: str, topics: Sequence[TopicEntry]) -> list[tuple[int, str]]:
    """Where the text names a topic in any of its spellings, as whole words: offset and name.

    Of places that overlap the first counts, and of those that begin together the longest.
    """
    names = {
        spelling: topic.name for topic in topics for spelling in (topic.name, *topic.spellings)
    }
    found = sorted(
        (start, -len(spelling), spelling)
        for spelling in names
        for start in _whole_words(text, spelling)
    )
    kept: list[tuple[int, str]] = []
    reached = 0
    for start, negative_length, spelling in found:
        if start >= reached:
            kept.append((start, names[spelling]))
            reached = start - negative_length
    return kept


def _whole_words(text: str, words: str) -> Iterator[int]:
    """Where words stand in a text with no letter or digit beside them."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        before, after = text[start - 1 : start], text[end : end + 1]
        joined = before.isalnum() or before in NOT_BEFORE or after.isalnum() or after == "_"
        if not joined:
            yield start
        start = text.find(words, start + 1)


def topics_within(places: Sequence[tuple[int, str]], start: int, end: int) -> tuple[str, ...]:
    """The topics named between two offsets, each once, in order."""
    first = bisect_left(places, (start, ""))
    last = bisect_left(places, (end, ""))
    return tuple(dict.fromkeys(name for _offset, name in places[first:last]))
