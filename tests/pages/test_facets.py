"""Searches narrowed by kind, year, conference, topic and speaker: counted, chosen, in words."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences import search
from conferences.models import Topic
from conferences.search import rebuild
from tests.documents import ROOT
from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_old_address,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
)
from tests.pages.reading import head_link, links, read, text_of, texts

POSTS = ROOT / "fixtures" / "recaps"
HITS = ".//li[@class='leaf hit']/div/p[@class='line']/a[1]"
MOST = 14


@pytest.fixture
def workshop():
    """Gears told of at two conferences, on topics with one word in common."""
    old, new = (make_conference(name=f"Conf {year}", year=year) for year in (2014, 2015))
    swarm, docker = make_topic(name="Docker Swarm"), make_topic(name="Docker")
    jane, bob = make_speaker(name="Jane Doe"), make_speaker(name="Bob")
    for title, conference, topic, speaker, kind in (
        ("Gears one", old, docker, jane, "keynote"),
        ("Gears two", new, docker, jane, "talk"),
        ("Gears three", new, swarm, bob, "talk"),
    ):
        talk = make_talk(conference=conference, title=title, talk_kind=kind)
        make_talk_topic(talk=talk, topic=topic)
        make_appearance(talk=talk, speaker=speaker)
    news = make_announcement(conference=new, text="Gears are out.")
    make_announcement_topic(announcement=news, topic=docker)
    make_topic(name="Gears")
    rebuild()


def show(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return read(response)


def facets(page):
    """By label, the choices with their counts."""
    return {
        facet.find("p").text.strip(): texts(facet, "ul/li")
        for facet in page.iterfind(".//nav[@class='facets']/div")
        if facet.find("p").get("id") != "order"
    }


def address_of(page, choice):
    """Where a choice of a facet leads to."""
    (address,) = (
        link.get("href")
        for link in page.iterfind(".//nav[@class='facets']//a")
        if choice in texts(link, "bdi")
    )
    return address


def test_hits_are_counted_by_all_that_tells_them_apart(client, workshop):
    page = show(client, "/search/?q=gears")

    assert texts(page, ".//nav[@aria-label='By kind']//a") == [
        "all",
        "Talks3",
        "Topics1",
        "Announcements1",
    ]
    assert facets(page) == {
        "Year": ["20153", "20141"],
        "Conference": ["Conf 20153", "Conf 20141"],
        "Topic": ["Docker3", "Docker Swarm1", "Gears1"],
        "Speaker": ["Jane Doe2", "Bob1"],
    }


@pytest.mark.parametrize(
    ("choice", "address", "heading", "found"),
    [
        ("2014", "year=2014", "What is said about gears in 2014", ["Gears one"]),
        (
            "Conf 2015",
            "conference=conf-2015",
            "What is said about gears at Conf 2015",
            ["Gears are out.", "Gears three", "Gears two"],
        ),
        (
            "Docker",
            "topic=docker",
            "What is said about gears on Docker",
            ["Gears are out.", "Gears one", "Gears two"],
        ),
        (
            "Docker Swarm",
            "topic=docker-swarm",
            "What is said about gears on Docker Swarm",
            ["Gears three"],
        ),
        ("Bob", "speaker=bob", "What is said about gears by Bob", ["Gears three"]),
    ],
)
def test_choice_leads_to_as_many_hits_as_it_says(client, workshop, choice, address, heading, found):
    page = show(client, f"/search/?q=gears&{address}")

    assert address_of(show(client, "/search/?q=gears"), choice) == f"/search/?q=gears&{address}"
    assert texts(page, ".//h1") == [heading]
    assert sorted(texts(page, HITS)) == found


def test_every_count_is_what_its_link_finds(client, db, capsys):
    call_command("import_recaps", *map(str, POSTS.glob("dockercon-eu-2015-*.md")))
    page = show(client, "/search/?q=network")

    counted = {
        link.get("href"): int(text_of(link.find("span")))
        for link in page.iterfind(".//main//nav//a")
        if link.find("span") is not None
    }

    assert len(counted) > 10
    assert {address: count_on(show(client, address)) for address in counted} == counted


def count_on(page):
    """How many places a page says that there are."""
    return int(texts(page, ".//p[@class='lead']")[0].split()[0])


def test_choices_are_taken_away_one_by_one(client, workshop):
    page = show(client, "/search/?q=gears+speaker%3Ajane&kind=talk&year=2015")

    assert texts(page, ".//h1") == ["Talks about gears by jane in 2015"]
    assert texts(page, ".//ul[@class='chips']/li") == [
        "Speaker jane (take away)×",
        "Kind Talks (take away)×",
        "Year 2015 (take away)×",
        "Show all",
    ]
    assert links(page, ".//ul[@class='chips']") == [
        "/search/?q=gears&kind=talk&year=2015",
        "/search/?q=gears+speaker%3Ajane&year=2015",
        "/search/?q=gears+speaker%3Ajane&kind=talk",
        "/search/?q=gears",
    ]


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("q=year:2014..2015", "What is said in 2014–2015"),
        ("q=kind:keynotes+gears", "Keynotes about gears"),
        ("q=kind:speaker", "Speakers"),
        (
            'q="rolling++gears"+topic:"docker+swarm"',
            'What is said about "rolling gears" on docker swarm',
        ),
        ("q=year:soon", "What is said about year:soon"),
        ("kind=talk&conference=conf-2014", "Talks at Conf 2014"),
        ("q={}+{0}+%25s", "What is said about {} {0} %s"),
    ],
)
def test_heading_and_title_say_what_is_asked(client, workshop, query, heading):
    page = show(client, f"/search/?{query}")

    assert texts(page, ".//h1") == [heading]
    assert texts(page, ".//title") == [f"{heading} – Talk notes"]


def test_kinds_are_counted_whichever_is_chosen(client, workshop):
    page = show(client, "/search/?q=gears&kind=topic")

    assert texts(page, ".//nav[@aria-label='By kind']//a") == [
        "all",
        "Talks3",
        "Topics1",
        "Announcements1",
    ]
    assert texts(page, ".//nav[@aria-label='By kind']//a[@aria-current]") == ["Topics1"]
    assert texts(page, HITS) == ["Gears"]


def test_what_all_hits_have_in_common_is_no_choice(client, workshop):
    assert facets(show(client, "/search/?q=three")) == {}


def test_what_readers_may_not_see_is_no_choice(client, workshop):
    Topic.objects.filter(name="Docker Swarm").update(status="rejected")
    Topic.objects.filter(name="Gears").update(removed="person")

    assert facets(show(client, "/search/?q=gears"))["Topic"] == ["Docker3"]


def test_choices_among_more_hits_than_are_ranked_are_looked_for_anew(client, workshop, monkeypatch):
    monkeypatch.setattr(search, "RANKED", 2)
    monkeypatch.setattr(search, "NEWEST", 2)

    every = show(client, "/search/?q=gears")
    talks = show(client, "/search/?q=gears&kind=talk&year=2014")

    assert len(texts(every, HITS)) == 2
    assert texts(talks, HITS) == ["Gears one"]


def test_choice_by_an_old_name_leads_to_the_new_one(client, workshop):
    make_old_address(row=Topic.objects.get(name="Docker"), slug="moby")

    response = client.get("/search/?q=gears&topic=moby&year=")

    assert (response.status_code, response.url) == (302, "/search/?q=gears&topic=docker")


def test_nothing_among_the_choices_leads_to_what_is_elsewhere(client, workshop):
    page = show(client, "/search/?q=three&year=2014")

    assert texts(page, HITS) == []
    assert texts(page, ".//p[@class='byline']") == ["Look for it everywhere 1 place"]
    assert links(page, ".//p[@class='byline']") == ["/search/?q=three"]


def test_mistyped_word_is_mended_among_the_choices(client, workshop):
    page = show(client, "/search/?q=geers&year=2014")

    assert texts(page, ".//p[@class='byline']") == ["Did you mean gears? 1 place"]
    assert links(page, ".//p[@class='byline']") == ["/search/?q=gears&year=2014"]


@pytest.mark.parametrize(
    ("sort", "current", "found"),
    [
        ("", "best first", ["Gears", "Gears three", "Gears two", "Gears one", "Gears are out."]),
        (
            "&sort=newest",
            "newest first",
            ["Gears three", "Gears two", "Gears are out.", "Gears one", "Gears"],
        ),
        (
            "&sort=oldest",
            "oldest first",
            ["Gears one", "Gears three", "Gears two", "Gears are out.", "Gears"],
        ),
    ],
)
def test_hits_are_put_in_order(client, workshop, sort, current, found):
    page = show(client, f"/search/?q=gears{sort}")
    orders = page.find(".//ul[@aria-labelledby='order']")

    assert texts(orders, ".//a[@aria-current]") == [current]
    assert [link.get("href") for link in orders.iterfind(".//a")] == [
        "/search/?q=gears",
        "/search/?q=gears&sort=newest",
        "/search/?q=gears&sort=oldest",
    ]
    assert address_of(page, "Bob") == "/search/?q=gears&speaker=bob" + sort
    assert texts(page, HITS) == found


def test_address_of_narrowed_hits_is_always_written_alike(client, workshop):
    page = show(client, "/search/?year=2015&q=+gears+&page=1")

    assert head_link(page, "canonical") == "http://testserver/search/?q=gears&year=2015"


def test_narrowed_search_takes_no_more_queries_for_many_hits(client, workshop):
    address = "/search/?q=gears&kind=talk&year=2015&conference=conf-2015&topic=docker"
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(9):
        conference = make_conference(name=f"Other {number}")
        talk = make_talk(conference=conference, title=f"Gears {number}")
        make_talk_topic(talk=talk, topic=make_topic(name=f"Topic {number}"))
        make_appearance(talk=talk, speaker=make_speaker(name=f"Speaker {number}"))
    rebuild()
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(few) == len(many) <= MOST
