import pytest

from conferences.pages.quality.links import dead_links
from tests.factories import (
    make_conference,
    make_day,
    make_note,
    make_old_address,
    make_recap,
    make_speaker,
    make_talk,
    make_topic,
)

pytestmark = pytest.mark.django_db

HOST = "notes.example.org"


@pytest.fixture(autouse=True)
def host(settings):
    settings.ALLOWED_HOSTS = [HOST, ".example.net"]


@pytest.fixture
def conference():
    conference = make_conference(name="PyCon 2015")
    make_day(conference=conference, number=1)
    return conference


@pytest.fixture
def talk(conference):
    return make_talk(conference=conference, title="Gears", slug="gears")


def dead_in(text, talk):
    make_note(talk=talk, recap=None, text=f"See [there]({text}).")
    return [link.address for link in dead_links()]


@pytest.mark.parametrize(
    "address",
    [
        "/talks/gears/",
        "/talks/gears",
        "/talks/gears.json",
        "../gears/",
        "?page=2#notes",
        "#notes",
        f"https://{HOST}/conferences/pycon-2015/#talks",
        "/conferences/pycon-2015/day/1/",
        "/topics/steel+oil/",
        "/speakers/",
        "/speakers/j-doe/",
        "/speakers/jane/",
        "/static/conferences/site.css",
        "/",
        "https://elsewhere.example.org/talks/nothing/",
        "mailto:jane@example.org",
        "http://[",
    ],
)
def test_links_that_lead_somewhere_are_not_dead(talk, address):
    jane = make_speaker(name="Jane Doe")
    make_old_address(row=jane, slug="j-doe")
    make_speaker(name="Jane", removed="merged", merged_into=jane)
    make_topic(name="Steel")
    make_topic(name="Oil")

    assert dead_in(address, talk) == []


@pytest.mark.parametrize(
    "address",
    [
        "/talks/nothing/",
        "/talks/gone/",
        f"http://{HOST}/talks/gone/",
        "../nothing/",
        "slides.pdf",
        "/images/x.png",
        "/conferences/pycon-2015/day/2/",
        "/topics/steel+nothing/",
        "/speakers/gone/",
        "/recaps/private/",
    ],
)
def test_links_that_lead_nowhere_are_dead(talk, address):
    make_talk(conference=talk.conference, slug="gone", removed="person")
    gone = make_speaker(name="Gone person", removed="person")
    make_old_address(row=gone, slug="gone")
    make_topic(name="Steel")
    make_recap(title="Private", visibility="private")

    assert dead_in(address, talk) == [address]


def test_texts_that_readers_do_not_see_are_left_out(talk):
    make_note(talk=talk, text="[there](/nowhere/)", recap=make_recap(visibility="private"))
    make_speaker(biography="[there](/nowhere/)", removed="person")

    assert dead_links() == []


def test_a_row_merged_twice_is_where_the_last_one_is(talk):
    last = make_speaker(name="Last")
    middle = make_speaker(name="Middle", removed="merged", merged_into=last)
    make_speaker(name="First", removed="merged", merged_into=middle)

    assert dead_in("/speakers/first/", talk) == []


def test_many_links_cost_as_many_queries_as_few(talk, django_assert_num_queries):
    for number in range(3):
        make_note(
            talk=make_talk(conference=talk.conference, title=f"Talk {number}"),
            text=f"[a](/talks/gears/) [b](/talks/nothing-{number}/)",
        )

    with django_assert_num_queries(9):
        found = dead_links()

    assert len(found) == 3
