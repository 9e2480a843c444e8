"""The feed, the data and the calendar beside each page."""

import json
from datetime import date
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from conferences.models import Conference, Talk
from conferences.pages.twins import page_of, twin_of
from conferences.pages.twins.calendar import fold_line, text_line
from tests.factories import (
    make_appearance,
    make_conference,
    make_day,
    make_note,
    make_old_address,
    make_recap,
    make_speaker,
    make_talk,
)
from tests.pages.test_visibility import HIDERS, SECRET
from tests.shelf import make_shelf

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = [
    "/conferences.atom",
    "/talks.atom",
    "/speakers.atom",
    "/topics.atom",
    "/announcements.atom",
    "/recaps.atom",
    "/conferences/pycon-2015.atom",
    "/speakers/jane-doe.atom",
    "/topics/testing.atom",
]
DATA = [
    "/conferences.json",
    "/talks.json",
    "/speakers.json",
    "/topics.json",
    "/announcements.json",
    "/recaps.json",
    "/conferences/pycon-2015.json",
    "/talks/the-talk.json",
    "/speakers/jane-doe.json",
    "/topics/testing.json",
    "/recaps/the-recap.json",
    "/recaps/the-excerpts.json",
]
CALENDARS = [
    "/conferences.ics",
    "/talks.ics",
    "/conferences/pycon-2015.ics",
    "/talks/the-talk.ics",
    "/speakers/jane-doe.ics",
    "/topics/testing.ics",
]
EVIL = '</title>]]><script>alert(1)</script>"&;\\,\x0b\n😀' + "é" * 60


def feed(client, address):
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (
        200,
        "application/atom+xml; charset=utf-8",
    )
    return ElementTree.fromstring(response.content)


def entries(feed, name="title"):
    return [entry.findtext(f"{ATOM}{name}") for entry in feed.iterfind(f"{ATOM}entry")]


def data(client, address):
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    return json.loads(response.content)


def calendar(client, address):
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return Calendar.from_ical(response.content)


def summaries(calendar):
    return [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]


@pytest.mark.parametrize("address", FEEDS)
def test_feed_names_itself_and_its_page(client, address):
    make_shelf()

    found = feed(client, f"{address}?x=1")

    links = {link.get("rel"): link.get("href") for link in found.iterfind(f"{ATOM}link")}
    assert links == {
        "alternate": f"http://testserver{page_of(address)}",
        "self": f"http://testserver{address}?x=1",
    }
    assert len(entries(found)) == len(set(entries(found, "id"))) > 0


def test_feed_tells_of_talks_in_the_order_in_which_they_came(client):
    old = make_conference(name="Old", year=2001)
    for title, conference in (("First", make_conference()), ("Second", old)):
        make_talk(title=title, conference=conference)

    assert entries(feed(client, "/talks.atom")) == ["Second", "First"]


def test_feed_holds_what_the_list_was_narrowed_to(client):
    make_talk(title="Here", conference=make_conference(year=2015))
    make_talk(title="There", conference=make_conference(name="Other", year=2014))

    found = feed(client, "/talks.atom?year=2014")

    assert found.findtext(f"{ATOM}title") == "Talks in 2014"
    assert entries(found) == ["There"]


def test_feed_of_talks_holds_their_notes(client):
    note = make_note(talk=make_talk(title="Here"), text="**Bold** news")

    (summary,) = entries(feed(client, "/talks.atom"), "summary")

    assert summary.endswith(f"<h2>Noted by {note.recap.author}</h2>{note.html}")


@pytest.mark.parametrize("address", FEEDS)
def test_empty_feed_stays_the_same(client, address):
    make_shelf()
    Talk.objects.all().delete()
    Conference.objects.exclude(slug="pycon-2015").delete()

    assert client.get(address).content == client.get(address).content


def test_data_of_a_list_leads_to_its_next_page(client):
    conference = make_conference()
    for number in range(51):
        make_talk(conference=conference, title="Same", slug=f"same-{number}")

    first = data(client, "/talks.json?year=2015")
    second = data(client, first["next"])

    assert (first["title"], first["count"], first["page"], first["pages"]) == (
        "Talks in 2015",
        51,
        1,
        2,
    )
    assert first["url"] == "http://testserver/talks/?year=2015"
    assert second["previous"] == "http://testserver/talks.json?year=2015&page=1"
    assert second["next"] is None
    assert len({row["key"] for row in first["rows"] + second["rows"]}) == 51


@pytest.mark.parametrize("address", DATA)
def test_data_names_its_page(client, address):
    make_shelf()

    assert data(client, address)["url"] == f"http://testserver{page_of(address)}"


def test_data_of_a_talk_says_what_its_page_says(client):
    shelf = make_shelf(note={"text": "A note."})

    found = data(client, "/talks/the-talk.json")

    assert found["speakers"] == [
        {
            "credited_as": "Jane Doe",
            "role": "",
            "speaker": {"name": "Jane Doe", "url": "http://testserver/speakers/jane-doe/"},
        }
    ]
    assert [topic["name"] for topic in found["topics"]] == ["Testing"]
    assert [note["html"] for note in found["notes"]] == ["<p>A note.</p>"] * 2
    assert [note["lines"] for note in found["notes"]] == [[[1, 1]]] * 2
    assert [news["key"] for news in found["announcements"]] == [shelf.announcement.key]
    assert found["day"] == {"number": 1, "date": None}


def test_calendar_has_whole_days(client):
    conference = make_conference(starts=date(2015, 6, 5), ends=date(2015, 6, 7), place="Cardiff")
    day = make_day(conference=conference, date=date(2015, 6, 6))
    make_talk(day=day, title="Dated", slug="dated")
    make_talk(conference=conference, title="Undated")

    events = calendar(client, "/conferences/djangocon-2015.ics").walk("VEVENT")

    assert [
        (str(event["SUMMARY"]), event["DTSTART"].dt, event["DTEND"].dt, str(event["LOCATION"]))
        for event in events
    ] == [
        ("DjangoCon 2015", date(2015, 6, 5), date(2015, 6, 8), "Cardiff"),
        ("Dated", date(2015, 6, 6), date(2015, 6, 7), "Cardiff"),
    ]
    assert summaries(calendar(client, "/talks.ics")) == ["Dated"]
    assert summaries(calendar(client, "/talks/dated.ics")) == ["Dated"]


def test_last_day_of_all_is_a_day(client):
    make_conference(starts=date.max, ends=date.max)

    assert summaries(calendar(client, "/conferences.ics")) == ["DjangoCon 2015"]


@pytest.mark.parametrize("address", CALENDARS)
def test_calendar_without_dates_is_empty(client, address):
    make_shelf()

    assert summaries(calendar(client, address)) == []


@pytest.fixture
def evil():
    conference = make_conference(name=EVIL[:150], slug="evil", starts=date(2015, 6, 5))
    day = make_day(conference=conference, date=date(2015, 6, 5))
    talk = make_talk(day=day, title=EVIL, slug="evil")
    make_appearance(talk=talk, speaker=make_speaker(name=EVIL[:150], slug="evil"))
    make_note(talk=talk, recap=make_recap(author=EVIL[:150]), text=EVIL)


def test_hostile_texts_stand_in_each_twin_as_they_are(client, evil):
    without_control = EVIL.replace("\x0b", "")

    assert entries(feed(client, "/talks.atom")) == [without_control]
    assert data(client, "/talks/evil.json")["title"] == EVIL
    assert summaries(calendar(client, "/talks.ics")) == [without_control]


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.just("\n")))
def test_any_text_is_read_back_from_a_calendar(text):
    line = fold_line(text_line("SUMMARY", text))
    content = f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n"

    assert str(Calendar.from_ical(content)["SUMMARY"]) == text
    assert max(len(piece.encode()) for piece in line.split("\r\n")) <= 75


@pytest.mark.parametrize("hide", HIDERS)
def test_hidden_row_is_in_no_twin(client, hide):
    shelf = make_shelf(conference={"starts": date(2015, 4, 8)}, day={"date": date(2015, 4, 8)})
    hide(shelf)

    twins = {address: client.get(address) for address in [*FEEDS, *DATA, *CALENDARS]}

    assert {twin.status_code for twin in twins.values()} == {200}
    assert [
        address
        for address, twin in twins.items()
        if SECRET.lower() in twin.content.decode().lower()
    ] == []


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/talks.xml", 404),
        ("/announcements.ics", 404),
        ("/recaps.ics", 404),
        ("/recaps/the-recap.atom", 404),
        ("/talks/the-talk.atom", 404),
        ("/talks/unknown.json", 404),
        ("/talks/gone.json", 410),
        ("/talks.json?year=x", 404),
        ("/talks.json?page=9", 404),
    ],
)
def test_twin_that_is_not_there_is_not_found(client, address, status):
    make_shelf()
    make_talk(slug="gone", removed="person")

    assert client.get(address).status_code == status


def test_old_address_of_a_twin_leads_to_the_twin(client):
    make_old_address(row=make_speaker(), slug="old-name")

    response = client.get("/speakers/old-name.atom")

    assert (response.status_code, response.url) == (301, "/speakers/jane-doe.atom")


def test_twin_of_a_list_has_one_address_too(client):
    response = client.get("/talks.atom?kind=&year=2015")

    assert response.url == "/talks.atom?year=2015"


@pytest.mark.parametrize("ending", ["atom", "json", "ics"])
@pytest.mark.parametrize("page", ["/talks/", "/talks/?a=b/c", "/talks/x-1/", "/talks/x/?a=b.c"])
def test_page_of_a_twin_is_that_whose_twin_it_is(page, ending):
    assert page_of(twin_of(page, ending)) == page


@pytest.mark.parametrize("address", [*FEEDS, *DATA, *CALENDARS])
def test_twin_takes_as_many_queries_for_twenty_talks_as_for_one(client, address):
    shelf = make_shelf(conference={"starts": date(2015, 4, 8)}, day={"date": date(2015, 4, 8)})
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(20):
        talk = make_talk(day=shelf.day, title=f"Talk {number}")
        make_appearance(talk=talk, speaker=shelf.speaker)
        make_note(talk=talk)
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(few) == len(many) <= 12
