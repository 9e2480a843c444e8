"""An outline as the JSON that people and the scorer read; places become lines."""

from collections.abc import Callable
from typing import Any

from .line_index import LineIndex
from .outline import AnnouncementEntry, Outline, SpeakerEntry, TalkEntry

LineOf = Callable[[int], int]


def as_reading(outline: Outline, path: str) -> dict[str, Any]:
    """What a post says, each statement with its 1-based line."""
    line_of = LineIndex(outline.text).line
    conference = outline.conference
    return {
        "post": path,
        "title": outline.title,
        "published": outline.published,
        "author": outline.author,
        "language": outline.language,
        "conference": {
            "name": conference.name,
            "year": conference.year,
            "url": conference.url,
        }
        if conference
        else None,
        "days": [{"number": day.number, "date": day.date} for day in outline.days],
        "talks": [_talk(outline, talk, line_of) for talk in outline.talks],
        "announcements": [_news(outline, news, line_of) for news in outline.announcements],
        "topics": [topic.name for topic in outline.topics],
        "warnings": [
            {"line": warning.line, "message": warning.message} for warning in outline.warnings
        ],
    }


def _talk(outline: Outline, talk: TalkEntry, line_of: LineOf) -> dict[str, Any]:
    return {
        "title": talk.title,
        "titled": talk.titled,
        "kind": talk.kind.value,
        "day": None if talk.day is None else outline.days[talk.day].number,
        "line": line_of(talk.start),
        "last_line": line_of(talk.start + len(outline.text[talk.start : talk.end].rstrip())),
        "speakers": [_speaker(speaker) for speaker in talk.speakers],
        "topics": list(talk.topics),
        "links": [
            {"url": link.url, "text": link.text, "kind": link.kind.value} for link in talk.links
        ],
        "rule": talk.rule,
        "doubt": talk.doubt,
    }


def _speaker(speaker: SpeakerEntry) -> dict[str, Any]:
    return {"name": speaker.name, "handles": dict(speaker.handles)}


def _news(outline: Outline, news: AnnouncementEntry, line_of: LineOf) -> dict[str, Any]:
    return {
        "text": news.text,
        "status": news.status.value,
        "talk": None if news.talk is None else outline.talks[news.talk].title,
        "line": line_of(news.start),
    }
