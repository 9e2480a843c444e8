"""News that may be of one thing, told of twice as it came about. Pure, and about linear: only
news that share a rare word are compared.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations

from conferences.recaps.folding import fold
from conferences.recaps.outline import Status
from conferences.recaps.words import in_any_language
from conferences.search.tokens import ENGLISH, PIECE, stem, tokens_of

STAGES = (Status.PLANNED, Status.PREVIEW, Status.RELEASED)
MANY = 12
"""News that share a word; one of more says too little to compare them by."""
ENOUGH_WORDS = 0.5
BEGINNING = 3
"""Letters that all forms of a word share."""
STEM = 5
# "1.10", "v2": the numbers before it and after it are other versions.
VERSION = re.compile(r"\bv?(\d+(?:\.\d+)+)\b|\bv(\d+)\b", re.IGNORECASE)
# "**Silt 2.0** is planned": what the news is about.
STRONG = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
WORD = re.compile(rf"{VERSION.pattern}|{PIECE.pattern}", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
SPANS = frozenset(("year", "years", "month", "months", "week", "weeks"))


@dataclass(frozen=True)
class News:
    key: str
    text: str
    status: str
    year: int | None
    starts: str
    """The day on which its conference began, 2015-11-16; empty where nobody knows."""
    topics: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> dict[str, str]:
        """By stem the words that tell what it is about, as it has them."""
        return words_of(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of all its words."""
        return frozenset(_stem(piece[0]) for piece in WORD.finditer(self.text))

    @cached_property
    def lead(self) -> frozenset[str]:
        """The stems of what stands out in it, else of what it is about."""
        strong = " ".join(one or other for one, other in STRONG.findall(self.text))
        return frozenset(_stem(word) for word in _telling(strong)) or frozenset(self.words)

    @cached_property
    def versions(self) -> frozenset[str]:
        return frozenset(dotted or plain for dotted, plain in VERSION.findall(self.text))


@dataclass(frozen=True, slots=True)
class Retold:
    """Two pieces of news, the earlier first, and what both have."""

    one: News
    other: News
    words: tuple[str, ...]

    @property
    def topics(self) -> frozenset[str]:
        return self.one.topics & self.other.topics


def find_retold(news: Iterable[News]) -> list[Retold]:
    """What was told of first as planned or in preview, later as further on its way."""
    buckets: dict[str, dict[str, News]] = defaultdict(dict)
    for piece in news:
        for word in piece.words:
            buckets[word][piece.key] = piece
    found = {
        (one.key, other.key): retold
        for bucket in buckets.values()
        if 1 < len(bucket) <= MANY
        for one, other in _in_order(bucket.values())
        if (retold := compare(one, other))
    }
    return list(found.values())


def near(key: str, news: Iterable[News]) -> list[News]:
    """Of all news those that may share a word with the one of that key, found without reading
    the others' words: what is found of it among these is what is found of it among all.
    """
    news = list(news)
    own = {word for piece in news if piece.key == key for word in piece.words}
    beginnings = [fold(word)[:BEGINNING] for word in own]
    folded = ((piece, fold(piece.text)) for piece in news)
    return [piece for piece, text in folded if any(start in text for start in beginnings)]


def compare(one: News, other: News) -> Retold | None:
    """What two pieces of news have in common, if that is enough to be of one thing.

    What stands out in one of them, or half of the words of the shorter; and a topic, or two words.
    """
    shared = one.words.keys() & other.words.keys()
    if one.versions and other.versions and one.versions.isdisjoint(other.versions):
        return None
    if len(shared) < (1 if one.topics & other.topics else 2):
        return None
    if not _are_of_one_name(one, other) and not _share_enough(one, other, len(shared)):
        return None
    return Retold(one, other, tuple(word for key, word in one.words.items() if key in shared))


def words_of(text: str) -> dict[str, str]:
    """By stem the words of a text but for those with which any news is told.

    >>> words_of("**Silt 2.0** is planned for next summer, with column families.")
    {'silt': 'Silt', '2.0': '2.0', 'column': 'column', 'famili': 'families'}
    """
    found: dict[str, str] = {}
    for word in _telling(text):
        if word.casefold()[:STEM] not in _of_news():
            found.setdefault(_stem(word), word)
    return found


def _are_of_one_name(one: News, other: News) -> bool:
    """One word alone is that of many things: "Docker" of Docker for Windows, too."""
    if one.lead == other.lead:
        return True
    return any(
        len(told.lead) > 1 and told.lead <= again.stems
        for told, again in ((one, other), (other, one))
    )


def _share_enough(one: News, other: News, shared: int) -> bool:
    return shared > 1 and shared >= ENOUGH_WORDS * min(len(one.words), len(other.words))


def _telling(text: str) -> Iterator[str]:
    """The words that are neither small nor a span of time; names have capitals, as all that
    begins a text has.
    """
    for number, piece in enumerate(WORD.finditer(text)):
        word = piece[0]
        left_out = SPANS if number and word[0].isupper() else _small() | SPANS
        is_letter = len(word) == 1 and not word.isupper()
        if not (is_letter or YEAR.fullmatch(word) or word.casefold() in left_out):
            yield word


def _stem(word: str) -> str:
    """Of a version the number, whole."""
    if version := VERSION.fullmatch(word):
        return version[1] or version[2]
    return " ".join(stem(token, ENGLISH) for token in tokens_of(word))


@cache
def _small() -> frozenset[str]:
    return frozenset(in_any_language("grammar").split("|"))


@cache
def _of_news() -> frozenset[str]:
    """How the words begin that say that something is planned, or out."""
    return frozenset(word[:STEM] for word in in_any_language("news_stems").split("|"))


def _in_order(news: Iterable[News]) -> Iterator[tuple[News, News]]:
    for pair in combinations(news, 2):
        for one, other in (pair, pair[::-1]):
            if _stage(one) < _stage(other) and _is_before(one, other):
                yield one, other


def _stage(piece: News) -> int:
    return STAGES.index(Status(piece.status))


def _is_before(one: News, other: News) -> bool:
    """As far as it is known: of two conferences of one year only dates tell."""
    if not one.year or not other.year or one.year != other.year:
        return bool(one.year and other.year and one.year < other.year)
    return bool(one.starts and other.starts and one.starts < other.starts)
