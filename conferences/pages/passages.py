"""A post cut where its talks begin and end, line by line."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Line:
    number: int
    text: str
    announcements: list = field(default_factory=list)
    appearances: list = field(default_factory=list)
    statements: tuple = ()
    """What the reader took from it, and why; only for editors."""


@dataclass
class Passage:
    """Lines that tell of the same talks, or of none."""

    talks: list
    lines: list


def cut(lines, sources, talks, announcements, appearances=()):
    """The passages of a post: `sources` say which lines speak of which of the rows."""
    talk_of = {talk.key: talk for talk in talks}
    spans = sorted(
        (source.line, source.last_line, source.key) for source in sources if source.key in talk_of
    )
    news, people = _told(sources, announcements), _told(sources, appearances)
    written = [
        Line(number, text, news[number], people[number])
        for number, text in enumerate(lines, start=1)
    ]
    borders = _borders(spans, len(lines))
    keys = _keys_by_border(spans, borders)
    return [
        Passage([talk_of[key] for key in keys[start]], written[start - 1 : stop - 1])
        for start, stop in zip(borders, [*borders[1:], len(lines) + 1], strict=True)
    ]


def _borders(spans, length):
    """The lines at which something begins, or has just ended; the first line always."""
    borders = {1} | {start for start, *_ in spans} | {last + 1 for _, last, _ in spans}
    return sorted(border for border in borders if border <= length)


def _keys_by_border(spans, borders):
    """Of what the lines from each border on speak, each key once, in the order of the post."""
    keys = defaultdict(dict)
    for start, last, key in spans:
        for border in borders[bisect_left(borders, start) : bisect_right(borders, last)]:
            keys[border][key] = None
    return keys


def _told(sources, rows):
    """By line, those of `rows` that are told of from there on."""
    row_of = {row.key: row for row in rows}
    told = defaultdict(list)
    for source in sources:
        if source.key in row_of and row_of[source.key] not in told[source.line]:
            told[source.line].append(row_of[source.key])
    return told
