import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.importing.decisions.releasing import rule_release
from conferences.search import rebuild
from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_day,
    make_recap,
    make_source,
    make_speaker,
    make_talk,
    make_topic,
    make_version,
)
from tests.pages.reading import links, read, texts

COURSE = "//p[@class='whence course']"

pytestmark = pytest.mark.django_db


@pytest.fixture
def loom():
    """What was planned, tried and released at three conferences, on one topic."""
    return make_topic(name="Loom")


def make_news(loom, year, status):
    day = make_day(conference=make_conference(name=f"LoomConf {year}", year=year))
    talk = make_talk(day=day, title=f"Looms of {year}")
    make_appearance(talk=talk, speaker=make_speaker(name=f"Weaver {year}"))
    row = make_announcement(talk=talk, text="**Loom 2.0**", status=status)
    make_announcement_topic(announcement=row, topic=loom)
    return row


@pytest.fixture
def plan(loom):
    return make_news(loom, 2016, "planned")


@pytest.fixture
def release(loom, plan):
    release = make_news(loom, 2018, "released")
    rule_release(plan.key, release.key, is_release=True, user=None)
    return release


def course_on(client, row, address):
    page = read(client.get(address))
    inside = f".//li[@id='announcement-{row.key[:8]}']{COURSE}"
    return texts(page, inside), links(page, inside) if page.find(inside) is not None else []


def pages_of(row):
    day = row.talk.day
    speaker = row.talk.appearances.get().speaker
    things = (row, row.talk, day, row.conference, speaker)
    return ["/", "/topics/loom/", *(thing.get_absolute_url() for thing in things)]


def test_both_announcements_lead_to_each_other_on_every_page(client, plan, release):
    there, back = (
        f"{row.talk.get_absolute_url()}#announcement-{row.key[:8]}" for row in (release, plan)
    )

    for address in pages_of(plan):
        assert course_on(client, plan, address) == (
            ["planned here → released at LoomConf 2018"],
            [there],
        )
    for address in pages_of(release):
        assert course_on(client, release, address) == (
            ["planned at LoomConf 2016 → released here"],
            [back],
        )


def test_what_was_tried_in_between_has_one_before_and_one_after(client, loom, plan, release):
    trial = make_news(loom, 2017, "preview")
    rule_release(plan.key, trial.key, is_release=True, user=None)
    rule_release(trial.key, release.key, is_release=True, user=None)

    assert course_on(client, trial, "/topics/loom/")[0] == [
        "planned at LoomConf 2016 → in preview here → released at LoomConf 2018"
    ]
    assert course_on(client, plan, "/topics/loom/")[0] == [
        "planned here → in preview at LoomConf 2017 → released at LoomConf 2018"
    ]


@pytest.mark.parametrize("is_ruled", [False, True])
def test_nothing_shows_of_what_is_only_proposed_or_was_refused(client, loom, plan, is_ruled):
    other = make_news(loom, 2018, "released")
    if is_ruled:
        rule_release(plan.key, other.key, is_release=False, user=None)

    assert texts(read(client.get("/topics/loom/")), f".{COURSE}") == []


@pytest.mark.parametrize("what", ["announcement", "conference"])
def test_end_that_is_not_on_the_site_hides_the_tie(client, plan, release, what):
    gone = {"announcement": release, "conference": release.conference}[what]
    gone.removed = "person"
    gone.save()

    assert course_on(client, plan, plan.talk.get_absolute_url()) == ([], [])


def test_data_tells_of_both_ends(client, plan, release):
    told = {
        "key": release.key,
        "url": f"http://testserver{release.talk.get_absolute_url()}#announcement-{release.key[:8]}",
        "status": "released",
        "conference": {
            "name": "LoomConf 2018",
            "url": "http://testserver/conferences/loomconf-2018/",
        },
    }
    make_source(row=plan, version=make_version(recap=make_recap()))

    (listed,) = client.get("/announcements.json?conference=loomconf-2016").json()["rows"]
    (on_talk,) = client.get(f"{plan.talk.get_absolute_url()[:-1]}.json").json()["announcements"]

    assert (listed["earlier"], listed["later"]) == ([], [told])
    assert on_talk == listed
    (after,) = client.get("/announcements.json?conference=loomconf-2018").json()["rows"]
    assert ([one["key"] for one in after["earlier"]], after["later"]) == ([plan.key], [])


def test_ties_cost_two_queries_however_many_there_are(
    client, loom, plan, django_assert_num_queries
):
    with CaptureQueriesContext(connection) as untied:
        client.get("/topics/loom/")
    for year in (2017, 2018):
        release = make_news(loom, year, "released")
        rule_release(plan.key, release.key, is_release=True, user=None)

    with django_assert_num_queries(len(untied) + 2):
        client.get("/topics/loom/")


def test_search_tells_of_both_ends_in_its_data(client, plan, release):
    rebuild()

    rows = client.get("/search.json?q=kind:announcement+loom").json()["rows"]

    assert {row["key"]: [one["key"] for one in row["later"]] for row in rows} == {
        plan.key: [release.key],
        release.key: [],
    }
