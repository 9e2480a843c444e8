"""A small catalogue with one page of each kind, for tests that look at all of them."""

from types import SimpleNamespace

from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_day,
    make_note,
    make_recap,
    make_source,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
    make_version,
)

LISTS = [
    "/conferences/",
    "/talks/",
    "/speakers/",
    "/topics/",
    "/announcements/",
    "/recaps/",
]
PAGES = [
    "/",
    *LISTS,
    "/conferences/pycon-2015/",
    "/conferences/pycon-2015/day/1/",
    "/talks/the-talk/",
    "/speakers/jane-doe/",
    "/topics/testing/",
    "/recaps/the-recap/",
    "/recaps/the-excerpts/",
]
FIELDS = {
    "conference": {"name": "PyCon 2015", "series": "PyCon"},
    "day": {"number": 1},
    "talk": {"title": "The talk", "slug": "the-talk"},
    "speaker": {"name": "Jane Doe"},
    "topic": {"name": "Testing"},
    "recap": {"title": "The recap"},
    "excerpts": {"title": "The excerpts", "visibility": "excerpts"},
    "note": {},
    "announcement": {},
}


def make_shelf(*, text="First line\n\nThird line\n", **changes):
    """One row of each kind, all shown and tied to each other; `changes` are fields by kind.

    Two posts that say `text` tell of the talk: `recap`, shown whole, and `excerpts`.
    """
    fields = {kind: values | changes.get(kind, {}) for kind, values in FIELDS.items()}
    conference = make_conference(**fields["conference"])
    day = make_day(conference=conference, **fields["day"])
    talk = make_talk(day=day, **fields["talk"])
    shelf = SimpleNamespace(
        conference=conference,
        day=day,
        talk=talk,
        speaker=make_speaker(**fields["speaker"]),
        topic=make_topic(**fields["topic"]),
        recap=make_recap(**fields["recap"]),
        excerpts=make_recap(**fields["excerpts"]),
        announcement=make_announcement(talk=talk, **fields["announcement"]),
    )
    make_appearance(talk=talk, speaker=shelf.speaker)
    make_talk_topic(talk=talk, topic=shelf.topic)
    make_announcement_topic(announcement=shelf.announcement, topic=shelf.topic)
    shelf.versions = [make_version(recap=post, text=text) for post in (shelf.recap, shelf.excerpts)]
    for version in shelf.versions:
        note = make_note(talk=talk, recap=version.recap, **fields["note"])
        for row in (talk, note, shelf.announcement):
            make_source(row=row, version=version)
    return shelf
