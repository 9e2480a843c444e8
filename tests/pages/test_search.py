import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.models import Note, Talk
from conferences.search import rebuild
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
from tests.pages.reading import head_link, links, read, text_of, texts

MOST = 12


@pytest.fixture
def gears():
    """Something of each kind about gears."""
    conference = make_conference(name="Gears 2015")
    talk = make_talk(conference=conference, title="Oil & pumps", slug="oil")
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
        "Oil & pumps – Gear Smith – Gears 2015",
    ]
    assert texts(page, ".//nav[@aria-label='By kind']//a") == [
        "all",
        "Talks1",
        "Speakers1",
        "Topics1",
        "Conferences1",
        "Announcements1",
    ]
    assert {"/speakers/gear-smith/", "/topics/gears/", "/conferences/gears-2015/"} <= {*links(page)}


def test_search_can_be_narrowed_to_a_kind(client, gears):
    page = find(client, "q=gears&kind=topic")

    assert texts(page, ".//li[@class='leaf hit']/div/p[@class='line']") == ["Gears"]


def test_search_marks_what_was_asked_for_and_escapes_the_rest(client, gears):
    page = find(client, "q=shaft")

    (snippet,) = page.iterfind(".//p[@class='snippet']")
    assert text_of(snippet) == "A <b> gear & a shaft."
    assert texts(snippet, "mark") == ["shaft"]


def hit_links(page):
    """Where the title of each hit leads."""
    return [hit.find("div/p/a").get("href") for hit in page.iterfind(".//li[@class='leaf hit']")]


def test_search_marks_what_was_asked_for_in_titles(client, gears):
    page = find(client, "q=oil+pump")

    (title,) = page.iterfind(".//a[@class='talk']")
    assert text_of(title) == "Oil & pumps"
    assert texts(title, "bdi/mark") == ["Oil", "pumps"]


def test_search_marks_titles_of_every_kind_and_escapes_them(client):
    evil = "<img src=x>&amp; gears"
    make_appearance(
        talk=make_talk(title=evil, conference=make_conference(name=evil)),
        speaker=make_speaker(name=evil),
    )
    make_topic(name=evil)
    rebuild()

    page = find(client, "q=gears")

    titles = [hit.find("div/p/a") for hit in page.iterfind(".//li[@class='leaf hit']")]
    assert [text_of(title) for title in titles] == [evil] * 4
    assert [texts(title, "bdi/mark") for title in titles] == [["gears"]] * 4


def test_hit_in_a_note_leads_to_that_note(client):
    talk = make_talk(title="Oil", slug="oil")
    for author, text in (("Ann", "A gear."), ("Bob", "A shaft.")):
        note = make_note(talk=talk, text=text, recap=make_recap(title=author, author=author))
    make_note(talk=talk, text="Rust.", recap=None)
    rebuild()

    page = find(client, "q=shaft")
    place = f"/talks/oil/#note-{note.key[:8]}"
    notes = read(client.get("/talks/oil/"))

    assert hit_links(page) == [place]
    assert links(page, ".//li[@class='leaf hit']/p[@class='margin']") == [place]
    assert texts(page, ".//li[@class='leaf hit']/p[@class='margin']") == ["talk noted by Bob"]
    assert texts(notes, f".//article[@id='note-{note.key[:8]}']/div") == ["A shaft."]


def test_hit_in_an_editor_note_says_so(client):
    talk = make_talk(title="Oil", slug="oil")
    make_note(talk=talk, text="Rust.", recap=None)
    rebuild()

    page = find(client, "q=rust")

    assert texts(page, ".//li[@class='leaf hit']/p[@class='margin']") == ["talk noted by an editor"]


def test_hit_in_a_title_leads_to_the_talk_and_beside_it_to_the_note(client):
    talk = make_talk(title="Oil", slug="oil")
    note = make_note(talk=talk, text="Oil everywhere.")
    rebuild()

    page = find(client, "q=oil")

    assert links(page, ".//li[@class='leaf hit']")[0] == "/talks/oil/"
    assert links(page, ".//li[@class='leaf hit']")[-1] == f"/talks/oil/#note-{note.key[:8]}"


def test_hit_in_the_introduction_of_a_day_leads_to_that_day(client):
    conference = make_conference(name="Conf", slug="conf", description="Sun.")
    for number, text in ((1, "Rain."), (2, "Hail."), (3, "")):
        make_day(conference=conference, number=number, title=f"Title {number}", introduction=text)
    rebuild()

    for words, place in (
        ("sun", ""),
        ("rain", "day/1/"),
        ("hail", "day/2/"),
        ("title 3", "day/3/"),
    ):
        page = find(client, f"q={words}")
        assert hit_links(page) == [f"/conferences/conf/{place}"]
    assert texts(page, ".//li[@class='leaf hit']/p[@class='margin']") == ["conference day 3"]
    assert hit_links(find(client, "q=conf")) == ["/conferences/conf/"]


def test_hit_in_a_note_that_is_hidden_since_leads_to_the_talk(client):
    talk = make_talk(title="Oil", slug="oil")
    make_note(talk=talk, text="Rust.")
    rebuild()
    Note.objects.update(removed="person")

    assert hit_links(find(client, "q=rust")) == ["/talks/oil/"]


def test_announcement_found_leads_to_its_place_on_its_talk(client):
    talk = make_talk(slug="oil")
    told = make_announcement(talk=talk, text="Gears turn.")
    alone = make_announcement(conference=talk.conference, text="Shafts turn.")
    rebuild()

    assert hit_links(find(client, "q=gears")) == [f"/talks/oil/#announcement-{told.key[:8]}"]
    assert hit_links(find(client, "q=shafts")) == [alone.get_absolute_url()]


def test_search_keeps_what_was_typed_in_the_box(client, gears):
    page = find(client, "q=%22%3E%3Cb%3Egears")

    assert page.find(".//input[@name='q']").get("value") == '"><b>gears'


def test_search_offers_what_was_meant(client, gears):
    page = find(client, "q=geers+-oil")

    assert texts(page, ".//div[@class='wide']/p/a") == ["gears -oil"]
    assert "/search/?q=gears+-oil" in links(page)
    assert texts(page, ".//p[@class='byline']") == ["Did you mean gears -oil? 4 places"]


def test_search_without_words_says_how_to_search(client):
    page = find(client, "")

    assert texts(page, ".//h1") == ["Search"]
    assert texts(page, ".//div[@class='wide']//code") == [
        '"in quotes"',
        "-word",
        "word*",
        "speaker:",
        "topic:",
        "conference:",
        "kind:keynote",
        "year:2014..2016",
    ]


def test_what_is_found_is_not_for_robots(client, gears):
    page = find(client, "q=gears")

    assert page.find(".//meta[@name='robots']").get("content") == "noindex"


def test_box_alone_is_for_robots(client, gears):
    page = find(client, "from=elsewhere")

    assert page.find(".//meta[@name='robots']") is None
    assert head_link(page, "canonical") == "http://testserver/search/"


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%ff%fe",
        "q=%22",
        "q=*",
        "q=NEAR(",
        "q=a%00b&page=1",
        "q=" + "x" * 10_000,
        "q=" + "word+" * 1_000,
        "q=%F0%9F%9A%80",
        "kind=talk",
    ],
)
def test_odd_search_is_answered(client, gears, query):
    assert client.get(f"/search/?{query}").status_code == 200


@pytest.mark.parametrize(
    "choice", ["kind=nothing", "year=soon", "year=0", "topic=unknown", "conference=a%00b"]
)
def test_choice_that_cannot_be_is_not_found(client, gears, choice):
    assert client.get(f"/search/?q=gears&{choice}").status_code == 404


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
