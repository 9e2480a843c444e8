"""Names that may mean one thing. Pure, and about linear: only names in one bucket are compared,
and a bucket of many says too little to be looked at.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from conferences.recaps.folding import fold

MANY = 12
SHORTEST_TYPO = 6
ENOUGH_WORDS = 0.6


class Called(NamedTuple):
    """What a row is called; only rows `within` the same place are compared."""

    key: str
    name: str
    within: str = ""


class Alike(NamedTuple):
    """Two rows, the smaller key first, and what speaks for their being one, in words."""

    one: str
    other: str
    why: str


def alike_people(names: Iterable[Called]) -> set[Alike]:
    """Names of people that differ in order, a letter, or in what is cut short.

    >>> alike_people([Called("1", "Ada Turner"), Called("2", "A. Turner")])
    {Alike(one='1', other='2', why='“A. Turner” may be short for “Ada Turner”')}
    """
    names = list(names)
    return {
        *_in_one_bucket(names, _sorted_words, _same_words),
        *_in_one_bucket(names, _with_a_letter_less, _almost_alike),
        *_in_one_bucket(names, _initial_and_last, _cut_short),
    }


def alike_topics(names: Iterable[Called]) -> set[Alike]:
    """Names of topics that differ in signs, a letter, the plural, or are initials of others."""
    names = list(names)
    return {
        *_in_one_bucket(names, _without_signs, _same_but_for_signs),
        *_in_one_bucket(names, _with_a_letter_less, _almost_alike),
        *_in_one_bucket(names, _initials, _are_initials),
    }


def alike_titles(names: Iterable[Called]) -> set[Alike]:
    """Titles that share most of their words."""
    return _in_one_bucket(list(names), _long_words, _share_words)


Buckets = Callable[[str], Iterable[str]]
Judge = Callable[[str, str], str]
"""What speaks for two names being one; empty where nothing does."""


def _in_one_bucket(names: list[Called], buckets_of: Buckets, judge: Judge) -> set[Alike]:
    buckets: dict[tuple[str, str], dict[Called, None]] = defaultdict(dict)
    for called in names:
        for bucket in buckets_of(called.name):
            buckets[called.within, bucket][called] = None
    return {
        Alike(one.key, other.key, why)
        for found in buckets.values()
        if 1 < len(found) <= MANY
        for one, other in _pairs(found)
        if (why := judge(one.name, other.name))
    }


def _pairs(found: Iterable[Called]) -> Iterator[tuple[Called, Called]]:
    for pair in combinations(found, 2):
        one, other = sorted(pair)
        if one.key != other.key:
            yield one, other


# People


def _sorted_words(name: str) -> Iterable[str]:
    words = fold(name).split()
    return [" ".join(sorted(words))] if len(words) > 1 else []


def _same_words(one: str, other: str) -> str:
    return f"“{one}” and “{other}” are the same words"


def _initial_and_last(name: str) -> Iterable[str]:
    words = fold(name).split()
    return [f"{words[0][0]} {words[-1]}"] if len(words) > 1 else []


def _cut_short(one: str, other: str) -> str:
    """An initial, or a given name of which the other is the beginning: Chris, Christopher."""
    short, long = sorted((one, other), key=lambda name: len(fold(name)))
    given, whole = fold(short).split()[0], fold(long).split()[0]
    is_short = given != whole and whole.startswith(given)
    is_middle = given == whole and len(fold(short).split()) != len(fold(long).split())
    return f"“{short}” may be short for “{long}”" if is_short or is_middle else ""


# Any names


def _without_signs(name: str) -> Iterable[str]:
    """Plus and sharp tell languages apart, other signs and spaces tell nothing."""
    compact = "".join(c for c in name.casefold() if c.isalnum() or c in "+#")
    return [compact.removesuffix("s") if len(compact) > 3 else compact]


def _same_but_for_signs(one: str, other: str) -> str:
    return f"“{one}” and “{other}” differ in signs, spaces or the plural alone"


def _with_a_letter_less(name: str) -> Iterable[str]:
    compact = fold(name).replace(" ", "")
    if len(compact) < SHORTEST_TYPO:
        return []
    return {compact, *(compact[:i] + compact[i + 1 :] for i in range(len(compact)))}


def _almost_alike(one: str, other: str) -> str:
    """Versions are another thing: digits are no slips."""
    digits = [[c for c in name if c.isdigit()] for name in (one, other)]
    words = [len(fold(name).split()) for name in (one, other)]
    is_slip = digits[0] == digits[1] and words[0] == words[1] and fold(one) != fold(other)
    return f"“{one}” and “{other}” differ in one letter" if is_slip else ""


def _initials(name: str) -> Iterable[str]:
    words = fold(name).split()
    if len(words) > 1:
        return ["".join(word[0] for word in words)]
    return words if name.isupper() and 2 <= len(name) <= 5 else []


def _are_initials(one: str, other: str) -> str:
    short, long = sorted((one, other), key=len)
    is_short = " " in fold(long) and " " not in fold(short)
    return f"“{short}” are the initials of “{long}”" if is_short else ""


# Titles


def _long_words(name: str) -> Iterable[str]:
    return {word for word in fold(name).split() if len(word) > 3}


def _share_words(one: str, other: str) -> str:
    ours, theirs = Counter(fold(one).split()), Counter(fold(other).split())
    shared, total = (ours & theirs).total(), (ours | theirs).total()
    if shared / max(1, total) < ENOUGH_WORDS:
        return ""
    if one == other:
        return f"both are called “{one}”"
    return f"“{one}” and “{other}” share {shared} of {total} words"
