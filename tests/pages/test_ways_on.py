"""Each page leads on to at least three others, on the fullest rows and on the poorest."""

import pytest

from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_day,
    make_note,
    make_recap,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
)
from tests.pages.reading import links, read
from tests.shelf import LISTS, PAGES, make_shelf

ENOUGH = 3

pytestmark = pytest.mark.django_db


def ways_on(client, address, status=200):
    """The other pages that the text of a page leads on to."""
    response = client.get(address)
    assert response.status_code == status
    here = response.request["PATH_INFO"]
    paths = {link.partition("#")[0].partition("?")[0] for link in links(read(response))}
    return {path for path in paths if path.startswith("/") and not path.startswith("/admin/")} - {
        here
    }


def assert_leads_on(client, address, status=200):
    assert len(ways_on(client, address, status)) >= ENOUGH, ways_on(client, address, status)


@pytest.mark.parametrize("address", [*PAGES, "/search/", "/search/?q=talk"])
def test_full_page_leads_on(client, address):
    make_shelf()

    assert_leads_on(client, address)


@pytest.mark.parametrize("make_row", [make_talk, make_recap], ids=["talk", "recap"])
def test_home_of_one_row_leads_on(client, make_row):
    make_row()

    assert_leads_on(client, "/")


@pytest.mark.parametrize("address", ["/", *LISTS])
def test_empty_site_leads_nowhere_else(client, address):
    assert ways_on(client, address) == set()


@pytest.mark.parametrize("address", ["/search/", "/search/?q=nothing"])
def test_search_without_hits_leads_on(client, address):
    assert_leads_on(client, address)


@pytest.mark.parametrize("address", [f"{address}?year=1999" for address in LISTS])
def test_list_without_what_is_asked_for_leads_on(client, address):
    make_shelf()

    assert_leads_on(client, address)


def make_pair(*talks):
    """Two topics, both of each of the talks."""
    for name in ("One", "Other"):
        topic = make_topic(name=name)
        for talk in talks:
            make_talk_topic(talk=talk, topic=topic)


POOR_ROWS = {
    "conference": make_conference,
    "day": make_day,
    "talk": make_talk,
    "speaker": make_speaker,
    "speaker of one talk": lambda: make_appearance().speaker,
    "topic": make_topic,
    "topic of one talk": lambda: make_talk_topic().tag,
    "recap": make_recap,
    "recap of one note": lambda: make_note().recap,
    "announcement": make_announcement,
}


@pytest.mark.parametrize("make_row", POOR_ROWS.values(), ids=POOR_ROWS)
def test_poor_page_leads_on(client, make_row):
    assert_leads_on(client, make_row().get_absolute_url())


@pytest.mark.parametrize("count", [0, 1])
def test_two_topics_lead_on(client, count):
    make_pair(*[make_talk() for _number in range(count)])

    assert_leads_on(client, "/topics/one+other/")


@pytest.mark.parametrize(("address", "status"), [("/talks/nowhere/", 404), ("/talks/gone/", 410)])
def test_page_that_is_not_there_leads_on(client, address, status):
    make_talk(slug="gone", removed="person")

    assert_leads_on(client, address, status)


@pytest.mark.parametrize("count", [1, 2])
def test_several_talks_of_a_speaker_or_on_a_topic_can_be_chosen_from(client, count):
    speaker, topic = make_speaker(name="Jane Doe"), make_topic(name="Testing")
    for _number in range(count):
        talk = make_appearance(speaker=speaker).talk
        make_talk_topic(talk=talk, topic=topic)

    for row, address in (
        (speaker, "/talks/?speaker=jane-doe"),
        (topic, "/talks/?topic=testing"),
    ):
        page = read(client.get(row.get_absolute_url()))
        assert links(page).count(address) == count - 1
        assert client.get(address).context["page_obj"].paginator.count == count
