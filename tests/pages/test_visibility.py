"""What readers must not see, on every page that could show it."""

import pytest

from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_day,
    make_handle,
    make_link,
    make_note,
    make_recap,
    make_source,
    make_speaker,
    make_speaker_name,
    make_talk,
    make_talk_topic,
    make_topic,
    make_topic_alias,
    make_version,
)
from tests.shelf import PAGES, make_shelf

SECRET = "Zanzibar"


@pytest.fixture
def shown():
    return make_shelf()


def removed_talk(shown, **changes):
    talk = make_talk(**{"day": shown.day, "title": SECRET, "removed": "person"} | changes)
    make_appearance(talk=talk, speaker=shown.speaker)
    make_talk_topic(talk=talk, topic=shown.topic)
    make_note(talk=talk, recap=shown.recap, text=SECRET)
    make_announcement(talk=talk, text="Kept")
    make_source(row=talk, version=shown.versions[0])


def talk_of_a_removed_conference(shown):
    conference = make_conference(name=SECRET, series="PyCon", removed="person")
    removed_talk(shown, day=make_day(conference=conference), removed="")
    announcement = make_announcement(conference=conference, text=SECRET)
    make_announcement_topic(announcement=announcement, topic=shown.topic)


def removed_speaker(shown):
    speaker = make_speaker(name=SECRET, removed="person")
    make_appearance(talk=shown.talk, speaker=speaker)


def removed_appearance(shown):
    make_appearance(talk=shown.talk, speaker=None, credited_as=SECRET, removed="person")


def removed_names_and_handles(shown):
    make_speaker_name(speaker=shown.speaker, name=SECRET, removed="person")
    make_handle(speaker=shown.speaker, handle=SECRET, removed="person")
    make_topic_alias(topic=shown.topic, name=SECRET, removed="person")
    make_link(talk=shown.talk, text=SECRET, removed="person")


def removed_topic(shown):
    make_talk_topic(talk=shown.talk, topic=make_topic(name=SECRET, removed="person"))


def rejected_topic(shown):
    make_talk_topic(talk=shown.talk, topic=make_topic(name=SECRET, status="rejected"))


def topic_taken_off(shown):
    """The topic is there, on another conference; only the tie is removed."""
    make_talk_topic(
        talk=shown.talk, topic=make_topic(name=SECRET, status="rejected"), removed="person"
    )


def removed_note(shown):
    make_note(talk=shown.talk, text=SECRET, removed="person")


def private_recap(shown):
    recap = make_recap(title=SECRET, author=SECRET, visibility="private")
    note = make_note(talk=shown.talk, recap=recap, text=SECRET)
    for row in (note, shown.talk, shown.announcement):
        make_source(row=row, version=make_version(recap=recap, is_current=row is note))


def removed_recap(shown):
    recap = make_recap(title=SECRET, author=SECRET, removed="person")
    note = make_note(talk=shown.talk, recap=recap, text=SECRET)
    make_source(row=note, version=make_version(recap=recap))


def removed_announcement(shown):
    row = make_announcement(talk=shown.talk, text=SECRET, removed="person")
    make_announcement_topic(announcement=row, topic=shown.topic)
    make_source(row=row, version=shown.versions[0])


def removed_edition(shown):
    make_conference(name=SECRET, series="PyCon", removed="person")


HIDERS = [
    removed_talk,
    talk_of_a_removed_conference,
    removed_speaker,
    removed_appearance,
    removed_names_and_handles,
    removed_topic,
    rejected_topic,
    topic_taken_off,
    removed_note,
    private_recap,
    removed_recap,
    removed_announcement,
    removed_edition,
]


@pytest.mark.parametrize("hide", HIDERS)
def test_hidden_row_is_on_no_page(client, shown, hide):
    hide(shown)

    pages = {address: client.get(address) for address in PAGES}

    assert {page.status_code for page in pages.values()} == {200}
    assert [
        address
        for address, page in pages.items()
        if SECRET.lower() in page.content.decode().lower()
    ] == []


def test_secret_would_be_found_where_it_is_shown(client, shown):
    removed_talk(shown, removed="")

    assert SECRET in client.get("/talks/").content.decode()


def test_hidden_rows_are_not_counted(client, shown):
    for hide in (removed_talk, talk_of_a_removed_conference, removed_speaker, private_recap):
        hide(shown)

    counts = client.get("/").context["counts"]

    assert counts == {
        "talks": 1,
        "speakers": 1,
        "conferences": 1,
        "announcements": 2,
        "recaps": 2,
    }
    assert client.get("/speakers/").context["page_obj"][0].talk_count == 1
    assert client.get("/topics/").context["page_obj"][0].talk_count == 1
    assert client.get("/conferences/").context["page_obj"][0].talk_count == 1
    assert client.get("/recaps/").context["page_obj"][0].note_count == 1


def test_proposed_topic_is_shown(client):
    topic = make_topic(name="New", status="proposed")

    assert client.get(topic.get_absolute_url()).status_code == 200


def test_removed_day_is_not_named_on_its_talks(client):
    day = make_day(number=77, removed="person")
    talk = make_talk(day=day)

    for address in (talk.get_absolute_url(), day.conference.get_absolute_url(), "/talks/"):
        assert "day 77" not in client.get(address).content.decode()


def test_editor_note_without_recap_is_shown(client):
    note = make_note(recap=None, text="By an editor")

    assert "By an editor" in client.get(note.talk.get_absolute_url()).content.decode()
