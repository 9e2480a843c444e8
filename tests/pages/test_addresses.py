from datetime import date

import pytest

from tests.factories import (
    make_conference,
    make_day,
    make_old_address,
    make_recap,
    make_speaker,
    make_talk,
    make_topic,
)
from tests.pages.reading import read, texts

DETAILS = [
    ("conferences", make_conference, {"name": "Jane"}),
    ("talks", make_talk, {"title": "Jane"}),
    ("speakers", make_speaker, {"name": "Jane"}),
    ("topics", make_topic, {"name": "Jane"}),
    ("recaps", make_recap, {"title": "Jane"}),
]


@pytest.mark.parametrize(("folder", "make", "fields"), DETAILS)
def test_renamed_row_is_found_by_its_old_address(client, folder, make, fields):
    row = make(**fields)
    make_old_address(row=row, slug="old-name")

    response = client.get(f"/{folder}/old-name/")

    assert (response.status_code, response.url) == (301, row.get_absolute_url())


@pytest.mark.parametrize(("folder", "make", "fields"), DETAILS)
def test_merged_row_leads_to_the_last_of_those_it_became(client, folder, make, fields):
    last = make(**fields, slug="last")
    middle = make(
        **fields | ({"name": "Other"} if folder == "topics" else {}),
        slug="middle",
        removed="merged",
        merged_into=last,
    )
    first = make(
        **fields | ({"name": "First"} if folder == "topics" else {}),
        slug="first",
        removed="merged",
        merged_into=middle,
    )
    make_old_address(row=first, slug="old-name")

    for slug in ("first", "middle", "old-name"):
        response = client.get(f"/{folder}/{slug}/")
        assert (response.status_code, response.url) == (301, last.get_absolute_url())


@pytest.mark.parametrize(("folder", "make", "fields"), DETAILS)
@pytest.mark.parametrize("removed", ["person", "unsaid"])
def test_removed_row_is_gone_and_not_named(client, folder, make, fields, removed):
    row = make(**fields, removed=removed)
    make_old_address(row=row, slug="old-name")

    for address in (row.get_absolute_url(), f"/{folder}/old-name/"):
        response = client.get(address)
        assert response.status_code == 410
        assert "Jane" not in response.content.decode()


@pytest.mark.parametrize("removed", ["person", "unsaid"])
def test_talk_of_a_removed_conference_is_gone_with_it(client, removed):
    talk = make_talk(conference=make_conference(removed=removed))
    make_old_address(row=talk, slug="old-name")

    for address in (talk.get_absolute_url(), "/talks/old-name/", "/talks/old-name.json"):
        assert client.get(address).status_code == 410


def test_merged_rows_in_a_circle_are_gone(client):
    one, other = make_speaker(slug="one"), make_speaker(slug="other")
    for row, into in ((one, other), (other, one)):
        row.removed, row.merged_into = "merged", into
        row.save()

    assert client.get("/speakers/one/").status_code == 410


@pytest.mark.parametrize(
    "row",
    [
        lambda: make_recap(visibility="private"),
        lambda: make_topic(status="rejected"),
        lambda: make_talk(conference=make_conference(removed="hidden")),
    ],
)
def test_row_not_for_readers_is_unknown_at_any_address(client, row):
    row = row()
    make_old_address(row=row, slug="old-name")
    folder = row.get_absolute_url().split("/")[1]

    for address in (row.get_absolute_url(), f"/{folder}/old-name/"):
        assert client.get(address).status_code == 404


def test_old_address_of_another_kind_leads_nowhere(client):
    make_old_address(row=make_speaker(), slug="old-name")

    assert client.get("/topics/old-name/").status_code == 404


def test_address_in_use_goes_before_an_old_one(client):
    make_old_address(row=make_speaker(slug="new"), slug="jane")
    make_speaker(slug="jane")

    assert client.get("/speakers/jane/").status_code == 200


@pytest.mark.parametrize("folder", ["conferences", "talks", "speakers", "topics", "recaps"])
@pytest.mark.parametrize(
    "slug",
    ["unknown", "x" * 500, "..", "%2e%2e%2f", "a%00b", "JANE", "jane%20", "jos%65%CC%81", "%ff"],
)
def test_unknown_slug_is_not_found(client, folder, slug):
    make_speaker(slug="jane")

    assert client.get(f"/{folder}/{slug}/").status_code == 404


@pytest.mark.parametrize("address", ["/", "/talks/", "/talks/it/", "/announcements/", "/recaps/"])
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_page_is_only_read(client, address, method):
    make_talk(slug="it")

    assert getattr(client, method)(address).status_code == 405
    assert client.head(address).status_code == 200


# Days


def test_day_is_found_by_its_number(client):
    day = make_day(number=2, date=date(2015, 6, 5))

    assert day.get_absolute_url() == "/conferences/djangocon-2015/day/2/"
    assert client.get(day.get_absolute_url()).status_code == 200


def test_day_without_number_is_found_by_its_date(client):
    day = make_day(number=None, date=date(2015, 6, 5))

    assert day.get_absolute_url() == "/conferences/djangocon-2015/day/2015-06-05/"
    assert client.get(day.get_absolute_url()).status_code == 200


def test_day_zero_is_a_day(client):
    day = make_day(number=0)

    assert texts(read(client.get(day.get_absolute_url())), ".//h1") == ["Day 0"]


@pytest.mark.parametrize("address", ["2015-06-05", "02", "0002"])
def test_day_has_one_address(client, address):
    day = make_day(number=2, date=date(2015, 6, 5))

    response = client.get(f"/conferences/djangocon-2015/day/{address}/")

    assert (response.status_code, response.url) == (301, day.get_absolute_url())


@pytest.mark.parametrize(
    "address",
    ["3", "2015-06-06", "2015-13-45", "0000-00-00", "99999", "-1", "1e3", "１", "one", "1%00"],
)
def test_unknown_day_is_not_found(client, address):
    make_day(number=1)

    assert client.get(f"/conferences/djangocon-2015/day/{address}/").status_code == 404


def test_day_of_a_renamed_conference_is_found(client):
    day = make_day(number=1)
    make_old_address(row=day.conference, slug="old-name")

    response = client.get("/conferences/old-name/day/1/")

    assert (response.status_code, response.url) == (301, day.get_absolute_url())


def test_merged_day_leads_to_the_other(client):
    day = make_day(number=1)
    make_day(conference=day.conference, number=7, removed="merged", merged_into=day)

    response = client.get("/conferences/djangocon-2015/day/7/")

    assert (response.status_code, response.url) == (301, day.get_absolute_url())


def test_removed_day_is_gone_until_another_takes_its_place(client):
    removed = make_day(number=1, removed="person")
    address = removed.get_absolute_url()

    assert client.get(address).status_code == 410

    make_day(conference=removed.conference, number=1)

    assert client.get(address).status_code == 200


def test_day_of_a_removed_conference_is_gone(client):
    day = make_day(conference=make_conference(removed="person"))

    assert client.get(day.get_absolute_url()).status_code == 410
