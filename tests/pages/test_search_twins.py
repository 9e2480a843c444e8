"""The feed, the data and the calendar of what a search finds."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.search import rebuild
from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_day,
    make_note,
    make_speaker,
    make_talk,
    make_topic,
)
from tests.pages.reading import read
from tests.pages.test_head import alternates
from tests.pages.test_twins import ATOM, calendar, data, entries, feed, summaries
from tests.pages.test_visibility import HIDERS, SECRET
from tests.shelf import make_shelf

TWINS = ("/search.atom", "/search.json", "/search.ics")
MOST = 14


@pytest.fixture
def gears():
    """Something of each kind about gears, the announcement last."""
    conference = make_conference(name="Gears 2015", starts=date(2015, 6, 5))
    day = make_day(conference=conference, number=1, date=date(2015, 6, 5))
    talk = make_talk(day=day, title="Oil", slug="oil")
    make_talk(conference=make_conference(name="Other 2016", year=2016), title="More gears")
    make_topic(name="Gears")
    make_appearance(talk=talk, speaker=make_speaker(name="Gear Smith"))
    note = make_note(talk=talk, text="They *mesh* the gears.")
    make_announcement(talk=talk, text="New gears are out.")
    rebuild()
    return note


def test_feed_tells_of_what_is_found_as_it_came_in(client, gears):
    found = feed(client, "/search.atom?q=gears&year=2015")

    assert found.findtext(f"{ATOM}title") == "What is said about gears in 2015"
    assert entries(found) == ["New gears are out.", "Oil", "Gears 2015"]
    assert entries(found, "summary")[1].endswith(gears.html)
    assert {link.get("rel"): link.get("href") for link in found.iterfind(f"{ATOM}link")} == {
        "alternate": "http://testserver/search/?q=gears&year=2015",
        "self": "http://testserver/search.atom?q=gears&year=2015",
    }


def test_data_leads_to_the_passage(client, gears):
    found = data(client, "/search.json?q=mesh")

    (row,) = found["rows"]
    place = f"http://testserver/talks/oil/#note-{gears.key[:8]}"
    assert (found["title"], found["count"]) == ("What is said about mesh", 1)
    assert found["url"] == "http://testserver/search/?q=mesh"
    assert (row["kind"], row["title"]) == ("talk", "Oil")
    assert row["passage"] == {"url": place, "text": "They mesh the gears."}


def test_data_of_many_hits_leads_on(client):
    conference = make_conference(name="Conf")
    for number in range(21):
        make_talk(conference=conference, title=f"Gears {number}")
    rebuild()

    first = data(client, "/search.json?q=gears")
    second = data(client, first["next"])

    assert (first["count"], len(first["rows"]), len(second["rows"])) == (21, 20, 1)
    assert client.get("/search.json?q=gears&page=3").status_code == 404


def test_calendar_has_the_talks_and_conferences_that_are_dated(client, gears):
    found = calendar(client, "/search.ics?q=gears")

    assert sorted(summaries(found)) == ["Gears 2015", "Oil"]


@pytest.mark.parametrize(
    ("query", "endings"),
    [
        ("", []),
        ("?q=gears", ["atom", "json", "ics"]),
        ("?q=gears&kind=talk", ["atom", "json", "ics"]),
        ("?q=gears&kind=speaker", ["atom", "json"]),
        ("?q=nothing", ["atom", "json", "ics"]),
    ],
)
def test_page_names_its_twins(client, gears, query, endings):
    named = alternates(read(client.get(f"/search/{query}")))

    assert named == [f"http://testserver/search.{ending}{query}" for ending in endings]
    assert {client.get(address).status_code for address in named} <= {200}


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("query", ["", "?q=%00", "?q=nothing", "?q=*", '?q="', "?kind=topic"])
def test_twin_of_an_odd_search_is_answered(client, gears, twin, query):
    assert client.get(twin + query).status_code == 200


def test_twins_are_narrowed_by_what_can_be_only(client, gears):
    assert client.get("/search.json?q=gears&year=soon").status_code == 404
    response = client.get("/search.json?q=gears&year=")
    assert (response.status_code, response.url) == (302, "/search.json?q=gears")


@pytest.mark.parametrize("hide", HIDERS)
def test_hidden_row_is_in_no_twin_of_a_search(client, hide):
    shelf = make_shelf(conference={"starts": date(2015, 4, 8)}, day={"date": date(2015, 4, 8)})
    hide(shelf)
    rebuild()

    assert data(client, f"/search.json?q={SECRET}")["count"] == 0
    assert entries(feed(client, f"/search.atom?q={SECRET}")) == []
    assert summaries(calendar(client, f"/search.ics?q={SECRET}")) == []


@pytest.mark.parametrize("twin", TWINS)
def test_twin_takes_as_many_queries_for_many_hits_as_for_few(client, gears, twin):
    with CaptureQueriesContext(connection) as few:
        client.get(f"{twin}?q=gears")
    for number in range(3):
        conference = make_conference(name=f"Gears {number}", starts=date(2015, 6, 5))
        talk = make_talk(conference=conference, title=f"Gears {number}")
        make_appearance(talk=talk, speaker=make_speaker(name=f"Gears {number}"))
        make_note(talk=talk, text="Gears.")
        make_announcement(talk=talk, text="Gears.")
    rebuild()
    with CaptureQueriesContext(connection) as many:
        client.get(f"{twin}?q=gears")

    assert len(few) == len(many) <= MOST
