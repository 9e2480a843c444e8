"""What each kind of row is found by; only what readers may see."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from django.db.models import Prefetch

from conferences.models import (
    Announcement,
    AnnouncementTopic,
    Appearance,
    Conference,
    Day,
    Handle,
    Note,
    SearchDoc,
    Speaker,
    SpeakerName,
    Talk,
    TalkTopic,
    Topic,
    TopicAlias,
)
from conferences.rendering import plain_text
from conferences.search.tokens import ENGLISH, algorithm_for, fields_as_tokens, normal

Text = tuple[str, str]
"""What stands there, and its language."""

TEXT_BREAK = "\n\n"
"""Stands between the texts of a document: no text rendered plain has a blank line."""

SPEAKER_NAMES = (("names", SpeakerName), ("handles", Handle))
DOCUMENTED: tuple[Any, ...] = (Conference, Talk, Speaker, Topic, Announcement)


def documents_of(model: Any, keys: Collection[str]) -> list[SearchDoc]:
    """Documents, not saved, of those rows that readers may see; queries do not grow with them."""
    rows = model.objects.visible().filter(key__in=keys).order_by("pk")
    return list(BUILDERS[model](rows))


def _conferences(rows: Any) -> Iterator[SearchDoc]:
    for row in rows.prefetch_related(_visible("days", Day)):
        names = [row.series, row.place, str(row.year or "")]
        days = [text for day in row.found_days for text in (day.title, plain_text(day.html))]
        texts = [(text, "") for text in [plain_text(row.html), *days]]
        yield _document(row, (row.name, ""), names, texts, row.year)


def _talks(rows: Any) -> Iterator[SearchDoc]:
    notes = Note.objects.visible().select_related("recap")
    rows = rows.select_related("conference").prefetch_related(
        _visible("appearances", Appearance),
        *(_visible(f"found_appearances__speaker__{name}", model) for name, model in SPEAKER_NAMES),
        *_topics(TalkTopic),
        Prefetch("notes", notes, to_attr="found_notes"),
    )
    for row in rows:
        names = [
            name
            for appearance in row.found_appearances
            for name in [appearance.credited_as, *_names_of(appearance.speaker)]
        ]
        names += _topic_names(row)
        texts = [
            (plain_text(note.html), note.recap.language if note.recap else row.language)
            for note in row.found_notes
        ]
        title = (row.title or row.subject, row.language)
        yield _document(row, title, [*names, *_where(row)], texts, row.conference.year)


def _speakers(rows: Any) -> Iterator[SearchDoc]:
    for row in rows.prefetch_related(*(_visible(name, model) for name, model in SPEAKER_NAMES)):
        texts = [(plain_text(row.html), "")]
        yield _document(row, (row.name, ""), _names_of(row), texts)


def _topics_themselves(rows: Any) -> Iterator[SearchDoc]:
    for row in rows.prefetch_related(_visible("aliases", TopicAlias)):
        names = [alias.name for alias in row.found_aliases]
        yield _document(row, (row.name, ""), names, [(plain_text(row.html), "")])


def _announcements(rows: Any) -> Iterator[SearchDoc]:
    rows = rows.select_related("conference", "talk").prefetch_related(*_topics(AnnouncementTopic))
    for row in rows:
        title = (plain_text(row.html), row.talk.language if row.talk else "")
        yield _document(row, title, [*_topic_names(row), *_where(row)], [], row.conference.year)


BUILDERS: dict[Any, Callable[[Any], Iterator[SearchDoc]]] = {
    Conference: _conferences,
    Talk: _talks,
    Speaker: _speakers,
    Topic: _topics_themselves,
    Announcement: _announcements,
}


def _document(
    row: Any, title: Text, names: Iterable[str], texts: Iterable[Text], year: int | None = None
) -> SearchDoc:
    names = [normal(name) for name in dict.fromkeys(names) if name and name != title[0]]
    texts = [(normal(text), algorithm_for(language)) for text, language in texts]
    heading = (normal(title[0]), algorithm_for(title[1]))
    said = [text for text in texts if text[0]]
    words, stems = fields_as_tokens([[heading], [(name, ENGLISH) for name in names], said])
    return SearchDoc(
        kind=row.kind,
        key=row.key,
        title=heading[0],
        names="\n".join(names),
        text=TEXT_BREAK.join(text for text, _algorithm in texts),
        words=words,
        stems=stems,
        year=year or 0,
    )


def _visible(path: str, model: Any) -> "Prefetch[Any]":
    """The visible rows at the end of `path`, as `found_...`."""
    return Prefetch(path, model.objects.visible(), to_attr=f"found_{path.rpartition('__')[2]}")


def _topics(model: Any) -> "tuple[Prefetch[Any], Prefetch[Any]]":
    rows = model.objects.visible().select_related("tag")
    return (
        Prefetch("topic_rows", rows, to_attr="found_topics"),
        _visible("found_topics__tag__aliases", TopicAlias),
    )


def _topic_names(row: Any) -> list[str]:
    tags = [found.tag for found in row.found_topics]
    return [name for tag in tags for name in [tag.name, *(a.name for a in tag.found_aliases)]]


def _names_of(speaker: Speaker | None) -> list[str]:
    """All that a speaker is called; of a homepage its address without "https://"."""
    if speaker is None:
        return []
    found: Any = speaker
    handles = [handle.handle.rpartition("://")[2] for handle in found.found_handles]
    return [speaker.name, *(name.name for name in found.found_names), *handles]


def _where(row: Any) -> list[str]:
    return [row.conference.name, str(row.conference.year or "")]
