"""What is suggested while somebody types, here and in the browser's own bar."""

import json
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.search import rebuild
from tests.factories import make_conference, make_speaker, make_talk, make_topic, make_topic_alias
from tests.pages.reading import head_link, read
from tests.pages.test_visibility import HIDERS, SECRET
from tests.shelf import make_shelf

pytestmark = pytest.mark.django_db

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
MOST = 3


def suggested(client, text):
    response = client.get("/search/suggestions.json", {"q": text})
    assert (response.status_code, response["Content-Type"]) == (
        200,
        "application/x-suggestions+json",
    )
    return json.loads(response.content)


def test_suggestions_name_what_they_are_and_where(client):
    conference = make_conference(name="Gears 2015", year=2015)
    make_talk(conference=conference, title="Gears & oil", slug="oil")
    make_talk(conference=make_conference(name="Old", year=None), title="Gears", slug="gears")
    make_topic_alias(topic=make_topic(name="Cogs"), name="gearing")
    make_speaker(name="Gear Smith")
    rebuild()

    assert suggested(client, "gear") == [
        "gear",
        ["Gear Smith", "Gears 2015", "Gears & oil", "Gears", "Cogs"],
        ["speaker", "conference", "talk, 2015", "talk", "topic, also gearing"],
        [
            f"http://testserver{path}"
            for path in (
                "/speakers/gear-smith/",
                "/conferences/gears-2015/",
                "/talks/oil/",
                "/talks/gears/",
                "/topics/cogs/",
            )
        ],
    ]


@pytest.mark.parametrize("text", ["", "\0", "x" * 10_000, "*", '"', "NEAR(", "🚀", "<b>"])
def test_odd_text_has_no_suggestions(client, text):
    assert suggested(client, text)[1:] == [[], [], []]


def test_suggestions_are_kept_a_while_by_all_who_pass_them_on(client):
    response = client.get("/search/suggestions.json?q=gears")

    assert response["Cache-Control"] == "public, max-age=60"
    assert response.cookies == {}


@pytest.mark.parametrize("hide", HIDERS)
def test_hidden_row_is_never_suggested(client, hide):
    hide(make_shelf())
    rebuild()

    assert suggested(client, SECRET)[1:] == [[], [], []]


def test_suggestions_take_as_many_queries_for_many_names_as_for_one(client):
    make_topic(name="Gears")
    rebuild()
    with CaptureQueriesContext(connection) as few:
        suggested(client, "gear")
    for number in range(9):
        make_speaker(name=f"Gear {number}")
        make_talk(conference=make_conference(name=f"Gears {number}"), title=f"Gears {number}")
    rebuild()
    with CaptureQueriesContext(connection) as many:
        suggested(client, "gear")

    assert len(few) == len(many) <= MOST


def test_every_page_tells_browsers_how_to_search_here(client):
    address = head_link(read(client.get("/")), "search")
    response = client.get(address)
    description = ElementTree.fromstring(response.content)

    assert address == "/opensearch.xml"
    assert response["Content-Type"] == "application/opensearchdescription+xml"
    assert description.findtext(f"{OPENSEARCH}ShortName") == "Talk notes"
    assert {
        url.get("type"): url.get("template") for url in description.iterfind(f"{OPENSEARCH}Url")
    } == {
        "text/html": "http://testserver/search/?q={searchTerms}",
        "application/x-suggestions+json": "http://testserver/search/suggestions.json?q={searchTerms}",
        "application/atom+xml": "http://testserver/search.atom?q={searchTerms}",
        "application/opensearchdescription+xml": "http://testserver/opensearch.xml",
    }
