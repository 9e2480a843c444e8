"""Talks and announcements of an outline, as they are aligned with those of another version."""

from collections.abc import Sequence

from conferences.importing.match.align import Part
from conferences.recaps.outline import AnnouncementEntry, Outline, SpeakerEntry, TalkEntry


def parts_of(outline: Outline) -> dict[str, list[Part]]:
    """By the name of their list in the outline."""
    return {
        "talks": [part_of_talk(talk) for talk in outline.talks],
        "announcements": [part_of_news(outline, entry) for entry in outline.announcements],
    }


def part_of_talk(talk: TalkEntry) -> Part:
    return Part.of(talk.title, talk.notes, names_of(talk.speakers))


def part_of_news(outline: Outline, entry: AnnouncementEntry) -> Part:
    talk = outline.talks[entry.talk].title if entry.talk is not None else ""
    return Part.of(talk, entry.text)


def names_of(speakers: Sequence[SpeakerEntry]) -> list[str]:
    return [speaker.name or speaker.credited_as for speaker in speakers]
