from datetime import date

from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_note,
    make_recap,
    make_source,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
    make_version,
)
from tests.pages.reading import links, read, texts


def test_empty_home_tells_how_to_import(client):
    page = read(client.get("/"))

    assert texts(page, ".//pre") == ["python manage.py import_recaps PATH…"]
    assert links(page) == ["/admin/conferences/recap/import/"]
    assert texts(page, ".//h2") == []


def test_home_tells_what_there_is(client):
    conference = make_conference(name="PyCon 2015", place="Montréal")
    talk = make_talk(conference=conference, title="Taming tests")
    make_appearance(talk=talk, speaker=make_speaker(name="Jane Doe"))
    make_talk_topic(talk=talk, topic=make_topic(name="Testing"))
    make_announcement(talk=talk, text="Tests run in parallel.")
    note = make_note(
        talk=talk, text="*Old* fixtures", recap=make_recap(title="My day", author="Ann")
    )
    make_source(row=note, version=make_version(recap=note.recap), line=7, last_line=9)

    page = read(client.get("/"))

    assert texts(page, ".//*[@class='lead']") == [
        "1 talk by 1 speaker at 1 conference, 1 announcement, read out of 1 recap."
    ]
    assert texts(page, ".//h2") == [
        "Newest note",
        "Newest recaps",
        "Conferences",
        "Most covered",
        "Seen most",
        "Announced",
    ]
    assert texts(page, ".//article") == ["Old fixtures Ann My day 5 Jun 2015 lines 7–9"]
    assert texts(page, ".//*[@class='wide lines']/li") == [
        "My day – Ann 5 Jun 2015 1 note",
        "PyCon 2015 – Montréal 2015 1 talk",
    ]
    assert texts(page, ".//*[@class='name-index']/li") == ["Testing", "Jane Doe"]
    assert texts(page, ".//*[@class='whence']") == ["Taming tests PyCon 2015"]


def test_home_shows_the_newest_recaps_first(client):
    for day in range(1, 11):
        make_recap(title=f"Day {day}", published=date(2015, 6, day))

    page = read(client.get("/"))

    assert texts(page, ".//a[@class='recap']") == [f"Day {day}" for day in range(10, 2, -1)]


def test_home_shows_what_is_covered_most_first(client):
    topics = [make_topic(name=name) for name in ("Once", "Thrice", "Twice", "Never")]
    for topic, count in zip(topics, (1, 3, 2, 0), strict=True):
        for _ in range(count):
            make_talk_topic(topic=topic)

    page = read(client.get("/"))

    assert texts(page, ".//a[@class='topic']") == ["Thrice", "Twice", "Once"]


def test_every_page_leads_to_every_section(client):
    page = read(client.get("/"))

    assert links(page, ".//body/header") == [
        "/",
        "/conferences/",
        "/talks/",
        "/speakers/",
        "/topics/",
        "/announcements/",
        "/recaps/",
    ]


def test_section_of_the_page_is_marked(client):
    talk = make_talk()

    page = read(client.get(talk.get_absolute_url()))

    assert texts(page, ".//header//*[@aria-current]") == ["Talks"]


def test_favicon_is_where_browsers_look(client):
    assert client.get("/favicon.ico").url == "/static/conferences/favicon.svg"


def test_pages_are_sent_with_a_strict_policy(client):
    response = client.get("/")

    assert response["Content-Security-Policy"] == (
        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in response
