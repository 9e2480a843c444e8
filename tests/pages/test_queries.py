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
    make_version,
)

MOST = 12


@pytest.fixture
def told():
    """A function that tells ever more about one conference, talk, speaker, topic and recap."""
    conference = make_conference(name="PyCon 2015", series="PyCon")
    day = make_day(conference=conference, number=1)
    talk = make_talk(day=day, title="The talk")
    jane = make_speaker(name="Jane Doe")
    topic = make_topic(name="Testing")
    recap = make_recap(title="The recap", url="")
    excerpts = make_recap(title="The excerpts", visibility="excerpts")
    version, short_version = make_version(recap=recap), make_version(recap=excerpts)
    make_appearance(talk=talk, speaker=jane)
    make_talk_topic(talk=talk, topic=topic)

    def tell(numbers):
        for number in numbers:
            edition = make_conference(name=f"PyCon {2016 + number}", series="PyCon")
            make_day(conference=conference, number=number + 2)
            other = make_talk(day=day, title=f"Talk {number}")
            co_speaker = make_speaker(name=f"Speaker {number}")
            make_speaker_name(speaker=jane, name=f"J. {number}")
            make_handle(speaker=jane, handle=f"jane{number}")
            related = make_topic(name=f"Topic {number}")
            make_topic_alias(topic=topic, name=f"alias {number}")
            make_link(talk=talk)
            for row in (talk, other, make_talk(conference=edition)):
                make_appearance(talk=row, speaker=co_speaker, order=number)
                make_talk_topic(talk=row, topic=related)
                note = make_note(talk=row, recap=recap if row == other else make_recap())
                make_source(row=note, version=version)
                make_source(row=row, version=version)
            make_appearance(talk=other, speaker=jane)
            make_talk_topic(talk=other, topic=topic)
            make_note(talk=other, recap=excerpts)
            make_source(row=other, version=short_version)
            news = make_announcement(talk=talk)
            make_announcement(talk=other)
            make_announcement_topic(announcement=news, topic=topic)
            make_source(row=news, version=version)

    return tell


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/conferences/",
        "/conferences/pycon-2015/",
        "/conferences/pycon-2015/day/1/",
        "/talks/",
        "/talks/the-talk-pycon-2015/",
        "/speakers/",
        "/speakers/jane-doe/",
        "/topics/",
        "/topics/testing/",
        "/announcements/",
        "/announcements/?status=released&conference=pycon-2015",
        "/recaps/",
        "/recaps/the-recap/",
        "/recaps/the-excerpts/",
    ],
)
def test_page_takes_as_many_queries_for_thirty_rows_as_for_one(client, told, address):
    told(range(1))
    with CaptureQueriesContext(connection) as few:
        first = client.get(address)
    told(range(1, 30))
    with CaptureQueriesContext(connection) as many:
        second = client.get(address)

    assert (first.status_code, second.status_code) == (200, 200)
    assert len(first.content) < len(second.content)
    assert len(few) == len(many)
    assert len(many) <= MOST
