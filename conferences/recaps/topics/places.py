"""Where a post names the topics that were found in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..outline import TopicEntry


def topic_places(text: str, topics: Sequence[TopicEntry]) -> list[tuple[int, str]]:
    """Where the text names a topic in any of its spellings, as whole words: offset and name."""
    names = {
        spelling: topic.name for topic in topics for spelling in (topic.name, *topic.spellings)
    }
    if not names:
        return []
    spellings = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    found = re.finditer(rf"(?<![\w@/.#-])(?:{spellings})(?![\w])", text)
    return [(match.start(), names[match[0]]) for match in found]


def topics_within(places: Sequence[tuple[int, str]], start: int, end: int) -> tuple[str, ...]:
    """The topics named between two offsets, each once, in order."""
    first = bisect_left(places, (start, ""))
    last = bisect_left(places, (end, ""))
    return tuple(dict.fromkeys(name for _offset, name in places[first:last]))
