import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

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
)
from tests.shelf import PAGES, make_shelf

MOST = 12


@pytest.fixture
def tell():
    """A function that tells ever more about one conference, talk, speaker, topic and recap."""
    shelf = make_shelf()
    version, short_version = shelf.versions

    def tell(numbers):
        for number in numbers:
            edition = make_conference(name=f"PyCon {2016 + number}", series="PyCon")
            make_day(conference=shelf.conference, number=number + 2)
            other = make_talk(day=shelf.day, title=f"Talk {number}")
            co_speaker = make_speaker(name=f"Speaker {number}")
            make_speaker_name(speaker=shelf.speaker, name=f"J. {number}")
            make_handle(speaker=shelf.speaker, handle=f"jane{number}")
            related = make_topic(name=f"Topic {number}")
            make_topic_alias(topic=shelf.topic, name=f"alias {number}")
            make_link(talk=shelf.talk)
            for row in (shelf.talk, other, make_talk(conference=edition)):
                credit = make_appearance(talk=row, speaker=co_speaker, order=number)
                make_talk_topic(talk=row, topic=related)
                note = make_note(talk=row, recap=shelf.recap if row == other else make_recap())
                for told in (note, row, credit):
                    make_source(row=told, version=version, line=number + 1)
            make_appearance(talk=other, speaker=shelf.speaker)
            make_talk_topic(talk=other, topic=shelf.topic)
            make_note(talk=other, recap=shelf.excerpts)
            make_source(row=other, version=short_version)
            news = make_announcement(talk=shelf.talk)
            make_announcement(talk=other)
            make_announcement_topic(announcement=news, topic=shelf.topic)
            make_source(row=news, version=version)

    return tell


@pytest.mark.parametrize(
    "address",
    [
        *PAGES,
        "/announcements/?status=released&conference=pycon-2015",
        "/topics/testing+topic-0/",
    ],
)
def test_page_takes_as_many_queries_for_thirty_rows_as_for_one(client, tell, address):
    tell(range(1))
    with CaptureQueriesContext(connection) as few:
        first = client.get(address)
    tell(range(1, 30))
    with CaptureQueriesContext(connection) as many:
        second = client.get(address)

    assert (first.status_code, second.status_code) == (200, 200)
    assert len(first.content) < len(second.content)
    assert len(few) == len(many)
    assert len(many) <= MOST
