from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.recaps.dates import MONTHS, find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 2014-10-09.", [("2014-10-09", "2014-10-09", None)]),
        ("on 2014/10/9,", [("2014/10/9", "2014-10-09", None)]),
        ("9 October 2014", [("9 October 2014", "2014-10-09", None)]),
        ("October 9th, 2014", [("October 9th, 2014", "2014-10-09", None)]),
        ("Oct. 9 2014", [("Oct. 9 2014", "2014-10-09", None)]),
        ("the 9th of October, 2014", [("9th of October, 2014", "2014-10-09", None)]),
        ("held 9\nOctober\n2014", [("9\nOctober\n2014", "2014-10-09", None)]),
        ("el 1 de mayo de 2014", [("1 de mayo de 2014", "2014-05-01", None)]),
        ("le 1er août 2014", [("1er août 2014", "2014-08-01", None)]),
        ("am 9. März 2014", [("9. März 2014", "2014-03-09", None)]),
        ("9 de março de 2014", [("9 de março de 2014", "2014-03-09", None)]),
        ("am 17.11.2015.", [("17.11.2015", "2015-11-17", None)]),
        ("17/11/2015", [("17/11/2015", "2015-11-17", None)]),
        ("11-17-2015", [("11-17-2015", "2015-11-17", None)]),
        ("9-11 Oct 2014", [("9-11 Oct 2014", "2014-10-09", "2014-10-11")]),
        ("Oct 9\u201311, 2014", [("Oct 9\u201311, 2014", "2014-10-09", "2014-10-11")]),
        ("October 9th to 11th, 2014", [("October 9th to 11th, 2014", "2014-10-09", "2014-10-11")]),
        ("7, 8 and 9 Oct 2014", [("7, 8 and 9 Oct 2014", "2014-10-07", "2014-10-09")]),
        ("9.-11. Oktober 2014", [("9.-11. Oktober 2014", "2014-10-09", "2014-10-11")]),
        ("du 9 au 11 mai 2014", [("9 au 11 mai 2014", "2014-05-09", "2014-05-11")]),
        ("del 9 al 11 de mayo de 2014", [("9 al 11 de mayo de 2014", "2014-05-09", "2014-05-11")]),
        ("30 June - 2 July 2014", [("30 June - 2 July 2014", "2014-06-30", "2014-07-02")]),
        ("June 30 - July 2, 2014", [("June 30 - July 2, 2014", "2014-06-30", "2014-07-02")]),
        ("2014-10-09 to 2014-10-11", [("2014-10-09 to 2014-10-11", "2014-10-09", "2014-10-11")]),
        (
            "5 May 2014 and May 7, 2014",
            [("5 May 2014", "2014-05-05", None), ("May 7, 2014", "2014-05-07", None)],
        ),
        ("room 12, 9 May 2014", [("9 May 2014", "2014-05-09", None)]),
    ],
)
def test_find_dates_finds_complete_ones(text, dates):
    found = find_dates(text)

    assert [(text[one.start : one.end], one.date, one.until) for one in found] == dates


@pytest.mark.parametrize(
    "text",
    [
        "May",
        "Monday",
        "Day 2",
        "we may 2014",
        "October 2014",
        "9 October",
        "5th to 7th Feb'16",
        "29th and 30th of September",
        "2014",
        "2014-10",
        "2015-13-45",
        "February 30, 2014",
        "9-7 October 2014",
        "4/5/2014",
        "version 1.10.2014.3",
        "/2015/11/17/post",
        "2015-11-17-post.md",
        "9 October 20145",
        "1.9 October 2014",
        "9\n\nOctober 2014",
    ],
)
def test_find_dates_invents_nothing(text):
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2014-10-09", "2014-10-09"),
        ("2015-11-17T19:30:49+01:00", "2015-11-17T19:30:49+01:00"),
        ("2018-03-01T00:43:26.875Z", "2018-03-01T00:43:26.875Z"),
        ("2014-06-21T10:00Z", "2014-06-21T10:00Z"),
        (" 2014-10-09 12:00 ", "2014-10-09T12:00:00"),
        ("2014/10/09 12:00", "2014-10-09T12:00:00"),
        ("2014-1-9", "2014-01-09"),
        ("2017-08-20 14:25:12 UTC", "2017-08-20T14:25:12+00:00"),
        ("2009-08-05 11:12:13.000000000 -03:00", "2009-08-05T11:12:13-03:00"),
        ("2025-08-16 09:00:00 +0530", "2025-08-16T09:00:00+05:30"),
        ("2014-10-09 12:00 CEST", "2014-10-09T12:00:00"),
        ("9 October 2014", "2014-10-09"),
        ("Oct 9th, 2014", "2014-10-09"),
        ("Oct 9, 2014 3:05 PM", "2014-10-09T15:05:00"),
        ("Oct 9, 2014 12:05 am", "2014-10-09T00:05:00"),
        ("Thu, 09 Oct 2014 12:00:00 +0200", "2014-10-09T12:00:00+02:00"),
        ("Thu Oct 09 2014 12:00:00 GMT+0200 (CEST)", "2014-10-09T12:00:00+02:00"),
        ("Donnerstag, den 9. Oktober 2014", "2014-10-09"),
        ("quinta-feira, 9 de outubro de 2014", "2014-10-09"),
        ("11-15-2024", "2024-11-15"),
    ],
)
def test_parse_date_reads_complete_dates(text, iso):
    assert parse_date(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May",
        "2014",
        "2014-10",
        "October 2014",
        "2015-13-45",
        "2015-02-30T10:00:00Z",
        "2014-10-09 25:00",
        "0000-00-00",
        "0001-01-01T00:00:00Z",
        "04/05/2014",
        "Oct 9-11, 2014",
        "9 October 2014 was fine",
        "written 9 October 2014, edited 10 October 2014",
        "20141009",
        "2014-10-09T12:00:00Z" * 9,
    ],
)
def test_parse_date_refuses_others(text):
    assert parse_date(text) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.data())
def test_parse_date_reads_every_month_name(day, data):
    month = data.draw(st.sampled_from(MONTHS[day.month - 1].split()))

    assert parse_date(f"{day.day} {month.title()} {day.year}") == day.isoformat()
    assert parse_date(f"{month} {day.day}, {day.year}") == day.isoformat()


# Quadratic patterns would hold this test for minutes.
@pytest.mark.parametrize(
    "unit", ["1", "1 ", "1, ", "1-", "1\n", "Oct ", "Oct 1, ", "1 Oct - ", "1."]
)
def test_find_dates_survives_hostile_text(unit):
    assert find_dates(unit * 100_000) == []
