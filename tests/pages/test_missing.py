"""What is suggested where an address leads nowhere, and what never is."""

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from conferences.models import SearchTerm, Speaker
from conferences.pages.missing import Wanted, read_path
from conferences.search import rebuild
from conferences.search.indexing import index_rows
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
from tests.pages.reading import links, read, texts

MOST_QUERIES = 20
WAYS_ON = ["/conferences/", "/talks/", "/speakers/", "/topics/", "/announcements/", "/recaps/"]


@pytest.fixture
def shelf():
    """A talk and what belongs to it."""
    conference = make_conference(name="DockerCon EU 2015")
    talk = make_talk(conference=conference, title="Docker networking deep dive")
    make_appearance(talk=talk, speaker=make_speaker(name="Jane Doe"))
    make_talk_topic(talk=talk, topic=make_topic(name="C++"))
    make_note(talk=talk, recap=make_recap(title="Tapas and tunnels", slug="tapas-and-tunnels-1a2b"))
    make_announcement(talk=talk, text="Docker networking deep dive is a tool now.")
    rebuild()


def suggested(response):
    """Where the suggestions of a page lead."""
    assert response.status_code == 404
    hits = read(response).iterfind(".//li[@class='leaf hit']")
    return [hit.find("div/p/a").get("href") for hit in hits]


TALK = "/talks/docker-networking-deep-dive-dockercon-eu-2015/"
JANE, CPP = "/speakers/jane-doe/", "/topics/cpp/"
CONFERENCE, RECAP = "/conferences/dockercon-eu-2015/", "/recaps/tapas-and-tunnels-1a2b/"


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/talks/docker-netwroking/", [TALK]),
        ("/talks/networking-docker-dive-deep/", [TALK]),
        ("/talks/docker-networking-deep-dive/", [TALK]),
        ("/talks/docker-networking.html", [TALK]),
        ("/docker_networking", [TALK]),
        ("/2015/11/docker-networking-deep-dive-notes/", [TALK]),
        ("/speaker/jane-doe", [JANE, TALK]),
        ("/talks/jane-doe/", [JANE, TALK]),
        ("/speakers/Jane%20Doe/", [JANE, TALK]),
        ("/speakers/doe-jane/", [JANE, TALK]),
        ("/speakers/jnae-doe/", [JANE, TALK]),
        ("/topics/c++/", [CPP, TALK]),
        ("/conferences/dockercon-eu-2015/day/7/", [CONFERENCE, TALK]),
        ("/conferences/dockercon-eu/", [CONFERENCE, TALK]),
        ("/recaps/tapas-and-tunnels/", [RECAP]),
        ("/tapas-and-tunnels-1a2b", [RECAP]),
        ("/talks/", None),
        ("/talk/", []),
        ("/nowhere/", []),
        ("/wp-login.php", []),
        ("/a/b/c/d/e/", []),
    ],
)
def test_unknown_address_suggests_what_was_meant(client, shelf, path, found):
    if found is None:
        assert client.get(path).status_code == 200
    else:
        assert suggested(client.get(path)) == found


def test_suggestions_are_shown_with_their_kind_and_place(client, shelf):
    page = read(client.get("/speaker/jane-doe"))

    assert texts(page, ".//h2") == ["Did you mean", "Ways on"]
    assert texts(page, ".//li[@class='leaf hit']") == [
        "Jane Doe speaker 1 talk",
        "Docker networking deep dive – Jane Doe – DockerCon EU 2015 talk",
    ]
    assert page.find(".//main//input[@name='q']").get("value") == "jane doe"


def test_unknown_address_shows_ways_on_and_a_search(client):
    page = read(client.get("/nowhere/else"))

    assert links(page) == WAYS_ON
    assert page.find(".//main//input[@name='q']").get("value") == "nowhere else"


def test_five_are_suggested_at_most(client):
    for number in range(9):
        make_talk(title=f"Gears {number}")
    rebuild()

    assert len(suggested(client.get("/gears/"))) == 5


# Absence


@pytest.mark.parametrize("path", ["/talks/zanzibar/", "/zanzibar-x/", "/zanzibra/", "/zanz/"])
@pytest.mark.parametrize("is_indexed", [True, False])
def test_what_readers_may_not_see_is_never_suggested(client, path, is_indexed):
    if not is_indexed:
        rebuild()
    hidden = [
        make_talk(title="Zanzibar talk"),
        make_speaker(name="Zanzibar Smith"),
        make_topic(name="Zanzibar topic"),
        make_conference(name="Zanzibar Conf"),
        make_recap(title="Zanzibar recap"),
    ]
    make_talk(title="Zanzibar of a conference that is lost", conference=hidden[3])
    if is_indexed:
        rebuild()
    assert suggested(client.get("/zanzibar/")) != []
    for row in hidden:
        type(row).objects.filter(pk=row.pk).update(removed="person")

    response = client.get(path)

    assert suggested(response) == []
    assert "Zanzibar" not in response.content.decode()


def test_private_recap_and_its_notes_are_never_suggested(client):
    recap = make_recap(title="Zanzibar diary", visibility="private")
    make_note(talk=make_talk(title="Oil"), recap=recap, text="Zanzibar")
    make_note(talk=make_talk(title="Sand"), text="Zanzibar", removed="person")
    make_topic(name="Zanzibar", status="rejected")
    rebuild()

    for path in ("/recaps/zanzibar-diary/", "/zanzibar/", "/zanzibra/"):
        assert suggested(client.get(path)) == []


def test_word_of_a_removed_row_is_not_told_to_those_who_mistype_it(client):
    speaker = make_speaker(name="Zanzibar Smith")
    rebuild()
    Speaker.objects.filter(pk=speaker.pk).update(removed="person")
    index_rows({("speaker", speaker.key)})

    response = client.get("/speakers/zanzibra/")

    assert SearchTerm.objects.filter(word="zanzibar").exists()
    assert "zanzibar" not in response.content.decode().lower()


# Whatever is asked for


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/%ff%fe/",
        "/" + "a" * 5_000,
        "/" + "docker-" * 1_000,
        "/" + "docker/" * 1_000,
        "/%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/talks/'; DROP TABLE talks; --/",
        "/talks/%25%25_%5F*/",
        "/talks/-docker/",
        "/talks/%22docker/",
        "/talks/..%2f..%2fetc/passwd",
        "/%ED%A0%80/",
        "/talks/%F0%9F%9A%80/",
        "/%E5%BC%B5%E5%81%89/",
        "/{{7*7}}{% load x %}/",
        "/\\/",
    ],
)
def test_odd_address_is_answered_within_bounds(client, shelf, path):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)

    page = read(response)
    assert response.status_code == 404
    assert links(page)[-len(WAYS_ON) :] == WAYS_ON
    assert page.findall(".//main//script") == []
    assert len(queries) <= MOST_QUERIES


def test_queries_do_not_grow_with_what_is_found(client, shelf):
    with CaptureQueriesContext(connection) as few:
        client.get("/docker-netwroking/")
    conference = make_conference(name="Docker networking days")
    for number in range(30):
        talk = make_talk(conference=conference, title=f"Docker networking {number}")
        make_appearance(talk=talk, speaker=make_speaker(name=f"Docker {number}"))
    rebuild()
    with CaptureQueriesContext(connection) as many:
        client.get("/docker-netwroking/")

    assert len(many) <= len(few) + 2


def test_base_that_is_down_leaves_the_page_standing(client, shelf, monkeypatch):
    def fail(words):
        raise DatabaseError("gone away")

    monkeypatch.setattr("conferences.pages.missing.search_loosely", fail)

    assert suggested(client.get("/docker/")) == []


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/speaker/Jane_Doe", Wanted(["jane-doe"], "speaker")),
        ("/talks//a/b/c/d/", Wanted(["b", "c", "d"], "talk")),
        ("/", Wanted([])),
        ("/announcements/x/", Wanted(["announcements", "x"])),
        ("/🚀/\0/", Wanted(["rocket"])),
        ("/topics/C++/", Wanted(["cpp"], "topic")),
        ("/" + "x" * 9_000, Wanted(["x" * 80])),
    ],
)
def test_path_is_read_for_slugs_and_kind(path, wanted):
    assert read_path(path) == wanted
