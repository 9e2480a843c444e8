"""Complete dates in running text and in front matter, in English, Spanish, French, German and
Portuguese. A date without day, month or year is no date here: nothing is guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from .words import LANGUAGES

MONTHS = tuple(map(" ".join, zip(*(w.months.split("|") for w in LANGUAGES.values()), strict=True)))
MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}

# Every repetition is bounded, so a hostile line costs no more than a plain one.
SPACE = r"(?:[ \t\xa0]{1,3}\n?[ \t]{0,3}|\n[ \t]{0,3})"
DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?"
DASH = r"(?:[-–—/]|to|through|until|al|a|au|à|bis|até)"
AND = r"(?:and|&|\+|y|et|und|e)"
OF = rf"(?:{SPACE}(?:of|de|del))?"
MONTH = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b\.?"
YEAR = r"(?:19|20)\d\d(?!\d)"
DAYS = (
    rf"(?P<first>{DAY})"
    rf"(?:{SPACE}?{DASH}{SPACE}?|(?:,{SPACE}?{DAY}){{0,5}},?{SPACE}?{AND}{SPACE})(?P<last>{DAY})"
    rf"|(?P<only>{DAY})"
)
BEFORE = r"(?<![\w.:/-])"
# "9 October 2014", "9.-11. Oktober 2014", "del 9 al 11 de octubre de 2014", "7, 8 and 9 Oct 2014"
DAY_FIRST = re.compile(
    rf"{BEFORE}(?:{DAYS}){OF}{SPACE}?(?P<month>{MONTH}),?{OF}{SPACE}?(?P<year>{YEAR})", re.I
)
# "October 9th, 2014", "Oct. 9-11, 2014"
MONTH_FIRST = re.compile(
    rf"{BEFORE}(?P<month>{MONTH}){SPACE}?(?:{DAYS})(?:,{SPACE}?|{SPACE})(?P<year>{YEAR})", re.I
)
# "30 September - 2 October 2014"
DAY_FIRST_SPAN = re.compile(
    rf"{BEFORE}(?P<first>{DAY}){OF}{SPACE}?(?P<month>{MONTH}){SPACE}?{DASH}{SPACE}?"
    rf"(?P<last>{DAY}){OF}{SPACE}?(?P<last_month>{MONTH}),?{OF}{SPACE}?(?P<year>{YEAR})",
    re.I,
)
# "September 30 - October 2, 2014"
MONTH_FIRST_SPAN = re.compile(
    rf"{BEFORE}(?P<month>{MONTH}){SPACE}?(?P<first>{DAY}){SPACE}?{DASH}{SPACE}?"
    rf"(?P<last_month>{MONTH}){SPACE}?(?P<last>{DAY})(?:,{SPACE}?|{SPACE})(?P<year>{YEAR})",
    re.I,
)
# "2014-10-09", "2014/10/09", "2014.10.9"
YEAR_FIRST = re.compile(
    rf"{BEFORE}(?P<year>{YEAR})(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})"
    r"(?![\d/-]|\.\d)"
)
# "17.11.2015", "17/11/2015", "11-17-2015": taken where only one reading is a date
YEAR_LAST = re.compile(
    rf"{BEFORE}(?P<one>\d{{1,2}})(?P<sign>[-/.])(?P<two>\d{{1,2}})(?P=sign)(?P<year>{YEAR})"
    r"(?![\w/-]|\.\d)"
)
BETWEEN = re.compile(rf"{SPACE}?{DASH}{SPACE}?", re.I)

ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?")
WEEKDAY = re.compile(r"[^\W\d_]{2,14}(?:-[^\W\d_]{5})?\.?,?\s+(?:(?:den|le|the)\s+)?(?=\S)", re.I)
TIME = re.compile(
    r"(?:,?\s{1,3}(?:at|um|à|a las|às)?\s?|T)(?P<hour>\d{1,2}):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:\.\d{1,9})?)?(?:\s?(?P<half>[ap])\.?m\.?)?"
    r"\s{0,2}(?P<zone>Z|(?:UTC|GMT)?[+-]\d\d:?(?:\d\d)?(?:\s\([\w ]{1,40}\))?|[A-Z][\w/]{1,40})?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Where a date stands and what it is, in ISO form; `until` is the last day of a range."""

    start: int
    end: int
    date: str
    until: str | None = None


def find_dates(text: str) -> list[FoundDate]:
    """Every complete date of a text, in order.

    >>> find_dates("Held on Oct 9-11, 2014; May was rainy.")
    [FoundDate(start=8, end=22, date='2014-10-09', until='2014-10-11')]
    """
    found = sorted(_find_each(text), key=lambda one: (one.start, -one.end))
    dates: list[FoundDate] = []
    for one in found:
        if dates and one.start < dates[-1].end:
            continue
        if dates and _is_range(text, dates[-1], one):
            one = replace(one, start=dates[-1].start, date=dates.pop().date, until=one.date)
        dates.append(one)
    return dates


def parse_date(text: str) -> str | None:
    """The ISO date or date-time that a text is, None where it is incomplete or impossible.

    >>> parse_date("Thu, 9 Oct 2014 12:30 +0200")
    '2014-10-09T12:30:00+02:00'
    >>> parse_date("October 2014"), parse_date("2014-13-45")
    (None, None)
    """
    text = text.strip()
    if len(text) > 80:
        return None
    if ISO.fullmatch(text):
        return text if _is_possible(text) else None
    weekday = WEEKDAY.match(text)
    for begin in {0, weekday.end() if weekday else 0}:
        for found in _find_each(text):
            if found.start == begin and found.until is None:
                return _with_time(found.date, text[found.end :])
    return None


def _find_each(text: str) -> Iterator[FoundDate]:
    for pattern in (DAY_FIRST_SPAN, MONTH_FIRST_SPAN, DAY_FIRST, MONTH_FIRST):
        for match in pattern.finditer(text):
            yield from _worded(match)
    for match in YEAR_FIRST.finditer(text):
        yield from _numeric(match, match["month"], match["day"])
    for match in YEAR_LAST.finditer(text):
        day, month = match["one"], match["two"]
        if match["sign"] != "." and int(day) <= 12:
            if int(month) <= 12 and day != month:
                continue
            day, month = month, day
        yield from _numeric(match, month, day)


def _worded(match: re.Match[str]) -> Iterator[FoundDate]:
    parts = match.groupdict()
    month = _month(parts["month"])
    last_month = _month(parts.get("last_month") or parts["month"])
    first = _iso(parts["year"], month, parts.get("only") or parts["first"])
    last = _iso(parts["year"], last_month, parts["last"]) if parts["last"] else None
    if first and (not parts["last"] or (last and first < last)):
        yield FoundDate(match.start(), match.end(), first, last)


def _numeric(match: re.Match[str], month: str, day: str) -> Iterator[FoundDate]:
    if found := _iso(match["year"], int(month), day):
        yield FoundDate(match.start(), match.end(), found)


def _month(name: str) -> int:
    return MONTH_NUMBERS[name.rstrip(".").lower()]


def _iso(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year), month, int(re.sub(r"\D", "", day))).isoformat()
    except ValueError:
        return None


def _is_range(text: str, first: FoundDate, last: FoundDate) -> bool:
    between = BETWEEN.fullmatch(text, first.end, last.start)
    return bool(between and not first.until and not last.until and first.date < last.date)


def _is_possible(text: str) -> bool:
    """Year 1 is how generators write "no date"."""
    try:
        return datetime.fromisoformat(text).year >= 1900
    except ValueError:
        return False


def _with_time(day: str, rest: str) -> str | None:
    if not rest.strip():
        return day
    time = TIME.fullmatch(rest.rstrip())
    if time is None:
        return None
    hour = int(time["hour"])
    if time["half"]:
        hour = hour % 12 + (12 if time["half"] in "pP" else 0)
    stamp = f"{day}T{hour:02}:{time['minute']}:{time['second'] or '00'}{_offset(time['zone'])}"
    return stamp if _is_possible(stamp) else None


def _offset(zone: str | None) -> str:
    """The offset of a zone that says one; of "CEST" and the like the local time is kept."""
    digits = re.search(r"[+-]\d\d:?(?:\d\d)?", zone or "")
    if digits:
        sign, plain = digits[0][0], re.sub(r"\D", "", digits[0])
        return f"{sign}{plain[:2]}:{plain[2:] or '00'}"
    return "+00:00" if (zone or "").upper() in ("Z", "UTC", "GMT") else ""
