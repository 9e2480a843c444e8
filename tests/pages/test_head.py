"""What the head of each page says of it."""

import json
from datetime import date
from xml.etree import ElementTree

import pytest

from tests.factories import (
    make_appearance,
    make_conference,
    make_day,
    make_handle,
    make_note,
    make_recap,
    make_speaker,
    make_speaker_name,
    make_talk,
    make_talk_topic,
    make_topic,
)
from tests.pages.reading import head_link, read, texts
from tests.pages.test_visibility import HIDERS, SECRET
from tests.shelf import PAGES, make_shelf

EVIL = '</title></script><script>alert(1)</script>"&<!--'
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def alternates(page):
    return [link.get("href") for link in page.iterfind(".//head/link[@rel='alternate']")]


def properties(page):
    found = page.iterfind(".//head/meta[@property]")
    return {meta.get("property"): meta.get("content") for meta in found}


def linked_data(page):
    return json.loads(page.find(".//script[@type='application/ld+json']").text)


@pytest.mark.parametrize("address", PAGES)
def test_head_says_the_same_to_all_who_ask(client, address):
    make_shelf()

    page = read(client.get(f"{address}?from=elsewhere"))
    (title,) = texts(page, ".//head/title")
    description = page.find(".//head/meta[@name='description']").get("content")

    assert head_link(page, "canonical") == f"http://testserver{address}"
    assert properties(page)["og:url"] == f"http://testserver{address}"
    assert f"{properties(page)['og:title']} – Talk notes" == title
    assert properties(page)["og:description"] == description != ""


def test_titles_tell_pages_apart(client):
    make_shelf()

    titles = {texts(read(client.get(address)), ".//head/title")[0] for address in PAGES}

    assert len(titles) == len(PAGES)


@pytest.mark.parametrize("address", PAGES)
def test_every_twin_that_is_named_is_there(client, address):
    make_shelf()

    named = alternates(read(client.get(address)))

    assert {client.get(twin).status_code for twin in named} <= {200}
    assert len(named) > 0 or "/day/" in address


def test_twins_are_narrowed_as_the_list_is(client):
    make_talk()

    page = read(client.get("/talks/?year=2015&page=1"))

    assert alternates(page) == [
        f"http://testserver/talks.{ending}?year=2015" for ending in ("atom", "json", "ics")
    ]


@pytest.mark.parametrize(
    ("address", "is_indexed"),
    [("/talks/", True), ("/talks/?year=2015", True), ("/talks/?year=2015&kind=talk", False)],
)
def test_lists_narrowed_by_much_are_not_for_robots(client, address, is_indexed):
    make_talk()

    page = read(client.get(address))

    assert (page.find(".//head/meta[@name='robots']") is None) == is_indexed


def test_lists_of_nothing_are_not_for_robots_whatever_their_title_says(client, db):
    make_recap()

    page = read(client.get("/recaps/?language=anybody’s+words"))

    assert texts(page, ".//h1") == ["Recaps in anybody’s words"]
    assert page.find(".//head/meta[@name='robots']").get("content") == "noindex"


def test_data_of_a_conference_is_an_event_of_events(client):
    conference = make_conference(
        starts=date(2015, 6, 5), ends=date(2015, 6, 7), website="https://example.org/"
    )
    talk = make_talk(day=make_day(conference=conference, date=date(2015, 6, 6)))
    make_appearance(talk=talk)

    assert linked_data(read(client.get(conference.get_absolute_url()))) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": "http://testserver/conferences/djangocon-2015/",
        "url": "http://testserver/conferences/djangocon-2015/",
        "name": "DjangoCon 2015",
        "startDate": "2015-06-05",
        "endDate": "2015-06-07",
        "sameAs": "https://example.org/",
        "subEvent": [
            {
                "@type": "Event",
                "@id": f"http://testserver{talk.get_absolute_url()}",
                "url": f"http://testserver{talk.get_absolute_url()}",
                "name": "Taming tests",
                "startDate": "2015-06-06",
                "performer": [
                    {
                        "@type": "Person",
                        "@id": "http://testserver/speakers/jane-doe/",
                        "url": "http://testserver/speakers/jane-doe/",
                        "name": "Jane Doe",
                    }
                ],
            }
        ],
    }


def test_data_of_a_talk_names_its_topics_and_the_posts_on_it(client):
    talk = make_talk(language="en")
    make_talk_topic(talk=talk, topic=make_topic(name="Testing"))
    make_note(talk=talk, recap=make_recap(title="My days"))

    data = linked_data(read(client.get(talk.get_absolute_url())))

    assert data["superEvent"]["name"] == "DjangoCon 2015"
    assert data["inLanguage"] == "en"
    assert [topic["name"] for topic in data["about"]] == ["Testing"]
    assert [(post["@type"], post["headline"]) for post in data["subjectOf"]] == [
        ("Article", "My days")
    ]


def test_data_of_a_speaker_names_their_accounts(client):
    speaker = make_speaker()
    make_speaker_name(speaker=speaker)
    make_handle(speaker=speaker, site="github", handle="janedoe")
    make_handle(speaker=speaker, site="mastodon", handle="nowhere")

    data = linked_data(read(client.get(speaker.get_absolute_url())))

    assert (data["@type"], data["name"]) == ("Person", "Jane Doe")
    assert data["alternateName"] == ["J. Doe"]
    assert data["sameAs"] == ["https://github.com/janedoe"]


def test_data_of_a_recap_is_its_authors_article(client):
    recap = make_recap(licence="CC BY 4.0")

    data = linked_data(read(client.get(recap.get_absolute_url())))

    assert data == {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": f"http://testserver{recap.get_absolute_url()}",
        "url": f"http://testserver{recap.get_absolute_url()}",
        "headline": "My days at DjangoCon",
        "author": {"@type": "Person", "name": "Ann Attendee"},
        "datePublished": "2015-06-05",
        "inLanguage": "en",
        "isBasedOn": "https://example.org/djangocon",
        "license": "CC BY 4.0",
    }


@pytest.fixture
def evil():
    conference = make_conference(name=EVIL, slug="it")
    talk = make_talk(day=make_day(conference=conference), title=EVIL, slug="it")
    make_appearance(talk=talk, speaker=make_speaker(name=EVIL, slug="it", biography=EVIL))
    make_talk_topic(talk=talk, topic=make_topic(name=EVIL, slug="it"))
    make_note(talk=talk, recap=make_recap(title=EVIL, slug="it", author=EVIL))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/conferences/it/", "name"),
        ("/talks/it/", "name"),
        ("/speakers/it/", "name"),
        ("/topics/it/", "name"),
        ("/recaps/it/", "headline"),
    ],
)
def test_no_title_breaks_out_of_the_head(client, evil, address, name):
    page = read(client.get(address))

    assert linked_data(page)[name] == EVIL
    assert properties(page)["og:title"] == EVIL
    assert texts(page, ".//head/title") == [f"{EVIL} – Talk notes"]
    assert [script.get("type") for script in page.iterfind(".//script")] == [
        "module",
        "application/ld+json",
    ]


# Sitemap and robots


def locations(client, address):
    response = client.get(address)
    assert response.status_code == 200
    found = ElementTree.fromstring(response.content)
    return [location.text for location in found.iter(f"{SITEMAP}loc")]


def test_sitemap_names_every_page(client):
    make_shelf()

    parts = locations(client, "/sitemap.xml")
    pages = [address for part in parts for address in locations(client, part)]

    assert sorted(pages) == sorted(f"http://testserver{address}" for address in PAGES)


def test_sitemap_tells_when_a_page_changed(client):
    talk = make_talk()

    found = ElementTree.fromstring(client.get("/sitemap-talks.xml").content)

    assert found.findtext(f".//{SITEMAP}lastmod") == talk.changed_at.date().isoformat()


@pytest.mark.parametrize("hide", HIDERS)
def test_hidden_row_is_in_no_sitemap(client, hide):
    hide(make_shelf())

    parts = locations(client, "/sitemap.xml")

    assert [part for part in parts if SECRET.lower() in client.get(part).content.decode()] == []


def test_unknown_part_of_the_sitemap_is_not_found(client):
    assert client.get("/sitemap-unknown.xml").status_code == 404


def test_robots_are_kept_out_of_the_admin_and_shown_the_sitemap(client):
    response = client.get("/robots.txt")

    assert response["Content-Type"].startswith("text/plain")
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\nSitemap: http://testserver/sitemap.xml\n"
    )
