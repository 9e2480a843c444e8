"""An outline of a rewritten post -> the same outline, its places those of the source."""

from dataclasses import replace
from typing import TypeVar

from .line_index import LineIndex
from .markups import Rewriting
from .outline import Entry, Outline, ReadingWarning, TalkEntry
from .passages import tile

Placed = TypeVar("Placed", bound=Entry)


def place_in_source(outline: Outline, rewriting: Rewriting, body: int) -> Outline:
    """Every place of an outline of `rewriting.text` as one in `rewriting.source`.

    `body` is the offset at which the post's body begins, the same in both.
    """
    talks = tuple(_place_talk(talk, rewriting) for talk in outline.talks)
    starts = LineIndex(rewriting.text).starts
    spans = [(talk.start, talk.end) for talk in talks]
    return replace(
        outline,
        text=rewriting.source,
        conference=outline.conference and _place(outline.conference, rewriting),
        days=tuple(_place(day, rewriting) for day in outline.days),
        talks=talks,
        announcements=tuple(_place(entry, rewriting) for entry in outline.announcements),
        topics=tuple(_place(topic, rewriting) for topic in outline.topics),
        warnings=tuple(_place_warning(warning, starts, rewriting) for warning in outline.warnings),
        passages=tile(len(rewriting.source), body, spans),
    )


def _place_warning(
    warning: ReadingWarning, starts: list[int], rewriting: Rewriting
) -> ReadingWarning:
    """`starts` are the offsets at which the lines begin that the warnings name."""
    place = rewriting.place(starts[min(warning.line, len(starts)) - 1])
    return replace(warning, line=rewriting.source.count("\n", 0, place) + 1)


def _place(entry: Placed, rewriting: Rewriting) -> Placed:
    start = rewriting.place(entry.start)
    # What is written behind the last character may come from further on.
    end = rewriting.place(entry.end - 1) + 1 if entry.end > entry.start else start
    return replace(entry, start=start, end=min(max(start, end), len(rewriting.source)))


def _place_talk(talk: TalkEntry, rewriting: Rewriting) -> TalkEntry:
    # It ends where what follows begins, be that a tag of which Markdown has nothing.
    return replace(
        talk,
        start=rewriting.place(talk.start),
        end=rewriting.place(talk.end),
        speakers=tuple(_place(speaker, rewriting) for speaker in talk.speakers),
        links=tuple(_place(link, rewriting) for link in talk.links),
    )
