"""An outline -> the post with a margin: which lines became what, by which rule, in what doubt."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from .line_index import LineIndex
from .outline import Entry, Outline, Passage, PassageKind


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that the reader took from the line at which it stands."""

    kind: str
    """"conference", "day", "talk", "speaker", "link", "announcement" or "topic"."""
    what: str
    rule: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    number: int
    """1-based, in the source."""
    text: str
    passage: str
    """What the line belongs to: "front matter", "introduction", "talk 2", "other"."""
    statements: tuple[Statement, ...] = ()


def explain(outline: Outline) -> list[ExplainedLine]:
    """Every line of the post, in order, with what was read there.

    >>> from . import read_recap
    >>> outline = read_recap("## Fast tests by Jane Doe\\n\\nGood.\\n\\n## Slow ones by Joe Roe\\n")
    >>> [(s.kind, s.what) for s in explain(outline)[0].statements]
    [('talk', 'Fast tests'), ('speaker', 'Jane Doe')]
    """
    lines = outline.text.removesuffix("\n").split("\n")
    index = LineIndex(outline.text)
    told: defaultdict[int, list[Statement]] = defaultdict(list)
    for entry, statement in _statements(outline):
        told[min(index.line(entry.start), len(lines))].append(statement)
    return [
        ExplainedLine(number, text, passage, tuple(told[number]))
        for number, (text, passage) in enumerate(
            zip(lines, _passages(outline, index.starts[: len(lines)]), strict=True), start=1
        )
    ]


def _statements(outline: Outline) -> Iterator[tuple[Entry, Statement]]:
    """What the outline says: of the post, of each talk with what belongs to it, then the news."""
    if conference := outline.conference:
        yield conference, _statement("conference", conference.name, conference)
    for day in outline.days:
        name = f"day {day.number}" if day.number else "day"
        yield day, _statement("day", f"{name}, {day.date}" if day.date else name, day)
    for talk in outline.talks:
        title = talk.title if talk.titled else f"untitled: {talk.title}"
        yield talk, _statement("talk", title, talk)
        for speaker in talk.speakers:
            handles = (f"{site} {handle}" for site, handle in speaker.handles.items())
            what = ", ".join([speaker.name or speaker.credited_as, *handles])
            yield speaker, _statement("speaker", what, speaker)
        for link in talk.links:
            yield link, _statement("link", f"{link.kind}: {link.url}", link)
    for news in outline.announcements:
        yield news, _statement("announcement", f"{news.status}: {news.text}", news)
    for topic in outline.topics:
        yield topic, _statement("topic", topic.name, topic)


def _statement(kind: str, what: str, entry: Entry) -> Statement:
    return Statement(kind, what, entry.rule, entry.doubt or "")


def _passages(outline: Outline, starts: list[int]) -> Iterator[str]:
    """What each line belongs to; where passages share a line, the one that begins on it last."""
    begins = [passage.start for passage in outline.passages]
    ends = [*(start - 1 for start in starts[1:]), len(outline.text.removesuffix("\n"))]
    for start, end in zip(starts, ends, strict=True):
        index = bisect_right(begins, max(start, end - 1)) - 1
        yield _name(outline.passages[index]) if index >= 0 else PassageKind.OTHER.value


def _name(passage: Passage) -> str:
    if passage.talk is None:
        return passage.kind.value
    return f"talk {passage.talk + 1}"
