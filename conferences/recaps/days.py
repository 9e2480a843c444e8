"""The conference days that a post tells of: from its title, headings, lines and sentences."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from .blocks import BlockKind
from .dates import find_dates
from .outline import DayEntry
from .post import Post
from .words import Words

NUMBERS = "one|two|three|four|five|six|seven"


@dataclass(frozen=True, slots=True)
class DayMark:
    """From the offset `start` on, the post tells of this day."""

    start: int
    end: int
    number: int
    rule: str


@lru_cache(maxsize=16)
def _day_pattern(words: Words) -> re.Pattern[str]:
    # "Day One", "day 2", "Day1", "Segundo dia", "Tag 1", "2nd day", "the second day"
    return re.compile(
        rf"\b(?:{words.day})[ -]?(?:\#\s?)?(?P<digit>\d)\b(?!\d)"
        r"(?P<more>(?:\s?(?:,|-|–|\+|and|&)\s?\d)*)"
        rf"|\b(?:{words.day})[ -](?P<word>{NUMBERS})\b"
        rf"|\b(?P<ordinal>{words.ordinals})(?: \w+)? (?:{words.day})\b"
        rf"|\b(?P<nth>[1-7])(?:st|nd|rd|th|er|º|ª)(?: \w+)? (?:{words.day})\b"
        rf"|\b(?P<plain>\d)\.\s?(?:{words.day})\b",
        re.IGNORECASE,
    )


def day_number(text: str, words: Words) -> int | None:
    """The number of the first day that words name.

    >>> from .words import ENGLISH
    >>> day_number("4 Days of X – Day 2", ENGLISH), day_number("Every day", ENGLISH)
    (2, None)
    """
    found = _day_pattern(words).search(text)
    return _number(found, words) if found else None


def _number(found: re.Match[str], words: Words) -> int | None:
    if digit := found["digit"] or found["nth"] or found["plain"]:
        return int(digit)
    if found["word"]:
        return NUMBERS.split("|").index(found["word"].casefold()) + 1
    for number, ordinal in enumerate(words.ordinals.split("|"), 1):
        if re.fullmatch(ordinal, found["ordinal"], re.IGNORECASE):
            return number
    return None


def day_marks(post: Post) -> list[DayMark]:
    """Where the days begin in the post, in order; a day named in the title begins at 0."""
    marks = [*_title_mark(post), *_lines(post)]
    if not any(mark.start for mark in marks):
        marks += _sentences(post, several=bool(marks))
    elif min(mark.number for mark in marks) == 2 and _tells_before(post, marks):
        # Only the second day has a heading of its own: what stands before it is the first.
        marks.insert(0, DayMark(post.front.end, post.front.end, 1, "before_second"))
    return sorted(marks, key=lambda mark: mark.start)


def _tells_before(post: Post, marks: list[DayMark]) -> bool:
    """Whether sections stand before the first day marked, in a post that is not of one day."""
    first = min(mark.start for mark in marks)
    before = [b for b in post.blocks if b.kind is BlockKind.HEADING and b.start < first]
    named = any(_day_pattern(post.words).search(text) for text in _titles(post))
    return first > 0 and len(before) > 1 and not named


def _titles(post: Post) -> list[str]:
    first = [b.text for b in post.blocks[:3] if b.kind is BlockKind.HEADING and b.level == 1]
    return [post.front.title, *first]


def _title_mark(post: Post) -> list[DayMark]:
    title = post.front.title or next(
        (b.text for b in post.blocks[:3] if b.kind is BlockKind.HEADING and b.level == 1), ""
    )
    found = _day_pattern(post.words).search(title)
    if not found or found.groupdict().get("more") or re.search(r"\bdays\b\s*\d", title, re.I):
        return []
    number = _number(found, post.words)
    return [DayMark(0, 0, number, "title")] if number else []


def _lines(post: Post) -> list[DayMark]:
    """Headings and short lines that name a day and little else."""
    marks = []
    for block in post.blocks:
        text = block.text.strip()
        is_line = block.kind is BlockKind.PARAGRAPH and len(text) < 30
        if not is_line and block.kind is not BlockKind.HEADING:
            continue
        found = _day_pattern(post.words).search(text)
        if not found or len(text) > 80 or (found.start() > 12 and is_line):
            continue
        if (number := _number(found, post.words)) and "keynote" not in text.casefold():
            marks.append(DayMark(block.start, block.end, number, "line"))
    return marks


OPENS_DAY = re.compile(r"^(?:(?:so|the|on|then|and|now|today was|this) ){0,3}$", re.IGNORECASE)


def _sentences(post: Post, *, several: bool) -> list[DayMark]:
    """Sentences that open a paragraph with a day: "The second day was keynoted by"."""
    marks: list[DayMark] = []
    if several:
        return marks
    for block in post.blocks:
        if block.kind is not BlockKind.PARAGRAPH or block.quoted:
            continue
        found = _day_pattern(post.words).search(block.text, 0, 120)
        if found is None or not OPENS_DAY.match(block.text[: found.start()]):
            continue
        if number := _number(found, post.words):
            marks.append(DayMark(block.start, block.start, number, "sentence"))
    return marks


def day_dates(post: Post) -> dict[int, str]:
    """The dates of the days, where one sentence or heading gives number and date, both whole."""
    dates: dict[int, str] = {}
    for index, block in enumerate(post.blocks):
        if block.quoted or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            continue
        if not _day_pattern(post.words).search(block.text):
            continue
        for start, end in post.sentences(index):
            said = block.text[start:end]
            numbers = [
                _number(found, post.words) for found in _day_pattern(post.words).finditer(said)
            ]
            if len(numbers) != 1 or numbers[0] is None:
                continue
            match find_dates(said):
                case [one] if one.until is None:
                    dates.setdefault(numbers[0], one.date)
    return dates


def days_of(marks: list[DayMark], dates: Mapping[int, str]) -> tuple[DayEntry, ...]:
    """One entry for each number, in order of first mention."""
    entries: dict[int, DayEntry] = {}
    for mark in marks:
        entries.setdefault(
            mark.number,
            DayEntry(
                start=mark.start,
                end=mark.end,
                rule=mark.rule,
                number=mark.number,
                date=dates.get(mark.number),
            ),
        )
    return tuple(sorted(entries.values(), key=lambda day: day.number or 0))


def day_at(marks: list[DayMark], days: tuple[DayEntry, ...], offset: int) -> int | None:
    """Index of the day that a place in the post belongs to."""
    number = None
    for mark in marks:
        if mark.start <= offset:
            number = mark.number
    for index, day in enumerate(days):
        if day.number == number:
            return index
    return None
