"""The conference days that a post tells of: from its title, headings, lines and sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .blocks import Block, BlockKind
from .dates import find_dates
from .outline import DayEntry
from .post import Post
from .words import Words

LONGEST = 7
"""The last number that the tables have words for."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """From the offset `start` on, the post tells of this day: by its number, or its date alone."""

    start: int
    end: int
    number: int | None
    rule: str
    date: str | None = None

    @property
    def key(self) -> int | str | None:
        return self.number or self.date


@lru_cache(maxsize=16)
def _day_pattern(words: Words) -> re.Pattern[str]:
    # "Day One", "day 2", "Day1", "Days 2-4", "Segundo dia", "Tag 1", "2nd day", "the second day"
    return re.compile(
        rf"\b(?:{words.day})[se]?[ -]?(?:\#\s?)?(?P<digit>\d)\b(?!\d)"
        r"(?P<more>(?:\s?(?:,|-|–|\+|and|&|to|y|e|et|und)\s?\d\b)*+)"
        r"(?!\s(?:de|of|do) )"  # "los días 2 y 3 de abril" is a date
        rf"|\b(?:{words.day})[se]?[ -](?P<word>{words.numbers})\b(?:\s?(?:,|-|–|\+|and|&|to)\s?"
        rf"(?:{words.day})?\s?(?P<word_too>{words.numbers})\b)?"
        rf"|\b(?P<ordinal>{words.ordinals})(?: (?!of\b|and\b)\w+)? (?:{words.day})\b"
        rf"|\b(?P<nth>[1-7])(?:st|nd|rd|th|er|[eè]me|e|º|ª)(?: \w+)? (?:{words.day})\b"
        rf"|\b(?P<plain>\d)\.\s?(?:{words.day})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16)
def _day_word(words: Words) -> re.Pattern[str]:
    return re.compile(words.day)


def _may_name_day(text: str, words: Words) -> bool:
    """Whether a text has the word without which it names no day: asked first, as most have not."""
    return _day_word(words).search(text.lower()) is not None


def day_number(text: str, words: Words) -> int | None:
    """The number of the first day that words name.

    >>> from .words import ENGLISH
    >>> day_number("4 Days of X – Day 2", ENGLISH), day_number("Every day", ENGLISH)
    (2, None)
    """
    found = _day_pattern(words).search(text)
    return next(iter(_numbers(found, words)), None) if found else None


def _numbers(found: re.Match[str], words: Words) -> list[int]:
    """All days that are named at once: "Days 2-4", "Day 1 & 2"."""
    if digit := found["digit"] or found["nth"] or found["plain"]:
        return _series(int(digit), found["more"] or "")
    if found["word"]:
        named = words.numbers.split("|")
        both = [
            named.index(word.casefold()) % LONGEST + 1
            for word in found.group("word", "word_too")
            if word
        ]
        return both
    for number, ordinal in enumerate(words.ordinals.split("|"), 1):
        if re.fullmatch(ordinal, found["ordinal"], re.IGNORECASE):
            return [number]
    return []


def _series(first: int, more: str) -> list[int]:
    numbers = [first]
    for sign, digit in re.findall(r"\s?(\D+?)\s?(\d)", more):
        reaches = sign.strip() in ("-", "–", "to")
        numbers += range(numbers[-1] + 1, int(digit) + 1) if reaches else [int(digit)]
    return [number for number in dict.fromkeys(numbers) if 0 < number < 8]


def day_marks(post: Post) -> list[DayMark]:
    """Where the days begin in the post, in order; a day named in the title begins at 0."""
    titled, lines = _title_numbers(post), _lines(post)
    if len(titled) == 1:
        return sorted([DayMark(0, 0, titled[0], "title"), *lines], key=_start)
    marks = lines or _sentences(post)
    if lines and min(mark.number or 0 for mark in lines) == 2:
        marks = [
            *(m for m in _sentences(post) if m.number == 1 and m.start < lines[0].start),
            *lines,
        ]
    if titled and not lines:
        known = {mark.number for mark in marks}
        marks = [m for m in marks if m.number in titled]
        marks += [DayMark(0, 0, n, "title") for n in titled if n not in known]
    elif marks and min(mark.number or 0 for mark in marks) == 2 and _tells_before(post, marks):
        # Only the second day is marked: what stands before it is the first.
        marks.append(DayMark(post.front.end, post.front.end, 1, "before_second"))
    return sorted(marks or _dated(post), key=_start)


def _start(mark: DayMark) -> int:
    return mark.start


def _tells_before(post: Post, marks: list[DayMark]) -> bool:
    """Whether a good part of the post stands before the first day that is marked."""
    first = min(mark.start for mark in marks)
    before = [block for block in post.blocks if block.start < first]
    headings = [block for block in before if block.kind is BlockKind.HEADING]
    paragraphs = [block for block in before if block.kind is BlockKind.PARAGRAPH]
    told = len(paragraphs) > 2 and marks[0].rule == "sentence"
    return first > 0 and (len(headings) > 1 or told)


def _title_numbers(post: Post) -> list[int]:
    """The days that the title names."""
    title = post.front.title or next(
        (b.text for b in post.blocks[:3] if b.kind is BlockKind.HEADING and b.level == 1), ""
    )
    found = _day_pattern(post.words).search(title)
    return _numbers(found, post.words) if found else []


# "Day 1", "Day 2 - Thursday", "Saturday: day one", and little else
LINE, MARKED_LINE = 30, 70


def _lines(post: Post) -> list[DayMark]:
    """Headings and short lines that name a day and little else; where none do, the headings of
    its keynote."""
    marks, keynotes = [], []
    for block in post.blocks:
        text = block.text.strip()
        if not _is_line(block, text):
            continue
        found = _day_pattern(post.words).search(text)
        is_heading = block.kind is BlockKind.HEADING
        if found and not is_heading and _day_pattern(post.words).search(text, found.end()):
            continue  # "Day 1 | Day 2" leads to other posts
        if not found or len(text) > 80 or (found.start() > 12 and not is_heading):
            continue
        numbers = _numbers(found, post.words)
        named = [DayMark(block.start, block.end, number, "line") for number in numbers]
        if "keynote" not in text.casefold():
            marks += named
        elif is_heading:
            keynotes += named
    return marks or (keynotes if len({mark.number for mark in keynotes}) > 1 else [])


def _is_line(block: Block, text: str) -> bool:
    if block.kind is BlockKind.PARAGRAPH:
        whole = any(s.end - s.start >= len(text) for s in block.inline.spans)
        return len(text) < (MARKED_LINE if whole else LINE) and (whole or text[-1:] not in ".!?")
    return block.kind is BlockKind.HEADING


# "So, the second day", "On day two", "My first day": not "after the first day"
OPENS_DAY = re.compile(
    r"^(?!.*\b(?:after|before|until|till|since|than|unlike|like|by|miss(?:ed)?|skip(?:ped)?|end"
    r"|last|arrived|for|as|from|between|next)\b)(?:[\w'’]+[,:]? ){0,4}$",
    re.IGNORECASE,
)
# "I just went to the first day", "This is about the first day"
ATTENDED_DAY = re.compile(
    r"\b(?:i|we) (?:only |just )?(?:attended|went to|was there (?:for|on)|were there (?:for|on)"
    r"|made it to|visited|could (?:only )?attend) (?:only |just )?(?:the |on )?$"
    r"|^(?:this|these|here)(?: \w+)?(?: is| are|['’]s) (?:\w+ )?"
    r"(?:about|(?:notes|impressions) (?:on|of|from)) (?:the )?$",
    re.IGNORECASE,
)


def _sentences(post: Post) -> list[DayMark]:
    """Sentences that open a paragraph with a day, or say which day the author was there."""
    marks: list[DayMark] = []
    for index, block in enumerate(post.blocks):
        if block.kind is not BlockKind.PARAGRAPH or block.quoted:
            continue
        for place, found in _said(post, index):
            before = block.text[place : found.start()]
            opens = place == post.sentences(index)[0][0] and OPENS_DAY.match(before)
            if opens or ATTENDED_DAY.search(before):
                numbers = _numbers(found, post.words)
                marks += [DayMark(block.start, block.start, n, "sentence") for n in numbers]
    return _in_order(marks)


def _said(post: Post, index: int) -> Iterator[tuple[int, re.Match[str]]]:
    """The days named in a paragraph, each with where its sentence starts."""
    text = post.blocks[index].text
    if not _may_name_day(text, post.words):
        return
    for start, end in post.sentences(index):
        if found := _day_pattern(post.words).search(text, start, end):
            yield start, found


def _in_order(marks: list[DayMark]) -> list[DayMark]:
    """Days told one after the other; one that was before is only spoken of again."""
    kept: list[DayMark] = []
    for mark in marks:
        if not kept or (mark.number or 0) > (kept[-1].number or 0):
            kept.append(mark)
    return kept


def _dated(post: Post) -> list[DayMark]:
    """Headings that are a whole date and little else, where days have no numbers."""
    marks = []
    for block in post.blocks:
        if block.kind is BlockKind.HEADING and len(block.text) < 60:
            match find_dates(block.text):
                case [one] if one.until is None and len(block.text) - (one.end - one.start) < 20:
                    marks.append(DayMark(block.start, block.end, None, "date", one.date))
    return marks


def day_dates(post: Post) -> dict[int, str]:
    """The dates of the days, where one sentence or heading gives number and date, both whole."""
    dates: dict[int, str] = {}
    for index, block in enumerate(post.blocks):
        if block.quoted or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            continue
        if not _may_name_day(block.text, post.words):
            continue
        for start, end in post.sentences(index):
            said = block.text[start:end]
            numbers = [
                number
                for found in _day_pattern(post.words).finditer(said)
                for number in _numbers(found, post.words)
            ]
            if len(numbers) != 1:
                continue
            match find_dates(said):
                case [one] if one.until is None:
                    dates.setdefault(numbers[0], one.date)
    return dates


def days_of(marks: list[DayMark], dates: Mapping[int, str]) -> tuple[DayEntry, ...]:
    """One entry for each day, in their order."""
    entries: dict[int | str | None, DayEntry] = {}
    for mark in marks:
        date = mark.date or dates.get(mark.number or 0)
        entry = DayEntry(
            start=mark.start, end=mark.end, rule=mark.rule, number=mark.number, date=date
        )
        entries.setdefault(mark.key, entry)
    return tuple(sorted(entries.values(), key=lambda day: (day.number or 0, day.date or "")))


def days_at(
    marks: list[DayMark], days: tuple[DayEntry, ...], offsets: Iterable[int]
) -> list[int | None]:
    """For places in the post the index of the day that each belongs to; None where two days begin
    at once."""
    indexes = {day.number or day.date: index for index, day in enumerate(days)}
    reached = [_keys_at(marks, offset) for offset in offsets]
    return [indexes[keys.pop()] if len(keys) == 1 else None for keys in reached]


def _keys_at(marks: list[DayMark], offset: int) -> set[int | str | None]:
    """The days that begin at the last mark before a place."""
    last = bisect_right(marks, offset, key=_start)
    first = bisect_left(marks, marks[last - 1].start, key=_start) if last else 0
    return {mark.key for mark in marks[first:last]}
