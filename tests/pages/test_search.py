import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.models import Talk
from conferences.search import rebuild
from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_note,
    make_recap,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
)
from tests.pages.reading import links, read, text_of, texts

MOST = 12


@pytest.fixture
def gears():
    """Something of each kind about gears."""
    conference = make_conference(name="Gears 2015")
    talk = make_talk(conference=conference, title="Oil")
    make_appearance(talk=talk, speaker=make_speaker(name="Gear Smith"))
    make_talk_topic(talk=talk, topic=make_topic(name="Gears"))
    make_note(talk=talk, text="A <b> gear & a `shaft`.", recap=make_recap())
    make_announcement(talk=talk, text="New **gears** are out.")
    rebuild()


def find(client, query):
    return read(client.get(f"/search/?{query}"))


def test_search_shows_each_kind_with_its_link_and_place(client, gears):
    page = find(client, "q=gears")

    assert sorted(texts(page, ".//li[@class='leaf hit']/div/p[@class='line']")) == [
        "Gear Smith",
        "Gears",
        "Gears 2015",
        "New gears are out. – Gears 2015",
        "Oil – Gear Smith – Gears 2015",
    ]
    assert texts(page, ".//nav[@aria-label='By kind']//a") == [
        "all",
        "Talks1",
        "Speakers1",
        "Topics1",
        "Conferences1",
        "Announcements1",
    ]
    assert {"/talks/oil-gears-2015/", "/speakers/gear-smith/", "/topics/gears/"} <= {*links(page)}


def test_search_can_be_narrowed_to_a_kind(client, gears):
    page = find(client, "q=gears&kind=topic")

    assert texts(page, ".//li[@class='leaf hit']/div/p[@class='line']") == ["Gears"]


def test_search_marks_what_was_asked_for_and_escapes_the_rest(client, gears):
    page = find(client, "q=shaft")

    (snippet,) = page.iterfind(".//p[@class='snippet']")
    assert text_of(snippet) == "A <b> gear & a shaft."
    assert texts(snippet, "mark") == ["shaft"]


def test_search_keeps_what_was_typed_in_the_box(client, gears):
    page = find(client, "q=%22%3E%3Cb%3Egears")

    assert page.find(".//input[@name='q']").get("value") == '"><b>gears'


def test_search_offers_what_was_meant(client, gears):
    page = find(client, "q=geers+-oil")

    assert texts(page, ".//div[@class='wide']/p/a") == ["gears -oil"]
    assert "?q=gears+-oil" in links(page)


def test_search_without_words_says_how_to_search(client):
    page = find(client, "")

    assert texts(page, ".//h1") == ["Search"]
    assert texts(page, ".//div[@class='wide']//code") == ['"in quotes"', "-word", "word*"]


def test_search_is_not_for_robots(client, gears):
    page = find(client, "q=gears")

    assert page.find(".//meta[@name='robots']").get("content") == "noindex"


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%ff%fe",
        "q=%22",
        "q=*",
        "q=NEAR(",
        "q=a%00b&kind=x&page=1",
        "q=" + "x" * 10_000,
        "q=" + "word+" * 1_000,
        "q=%F0%9F%9A%80",
        "q=gears&kind=nothing",
        "kind=talk",
    ],
)
def test_odd_search_is_answered(client, gears, query):
    assert client.get(f"/search/?{query}").status_code == 200


@pytest.mark.parametrize("page", ["0", "2", "x", "-1"])
def test_unknown_page_of_hits_is_not_found(client, gears, page):
    assert client.get(f"/search/?q=gears&page={page}").status_code == 404


def test_hits_come_in_pages(client):
    conference = make_conference(name="Conf")
    for number in range(21):
        make_talk(conference=conference, title=f"Gears {number}")
    rebuild()

    pages = [find(client, f"q=gears&page={number}") for number in (1, 2)]

    assert [len(texts(page, ".//li[@class='leaf hit']")) for page in pages] == [20, 1]
    assert texts(pages[0], ".//p[@class='lead']") == ["21 places"]


def test_removed_talk_is_not_shown_even_where_the_index_is_behind(client, gears):
    Talk.objects.update(removed="person")

    page = find(client, "q=oil")

    assert texts(page, ".//li[@class='leaf hit']") == []


def test_search_takes_as_many_queries_for_many_hits_as_for_few(client, gears):
    with CaptureQueriesContext(connection) as few:
        client.get("/search/?q=gears")
    conference = make_conference(name="Conf")
    for number in range(3):
        talk = make_talk(conference=conference, title=f"Gears {number}")
        make_appearance(talk=talk, speaker=make_speaker(name=f"Gears {number}"))
        make_announcement(talk=talk, text=f"Gears {number}")
    rebuild()
    with CaptureQueriesContext(connection) as many:
        client.get("/search/?q=gears")

    assert len(few) == len(many)
    assert len(many) <= MOST
