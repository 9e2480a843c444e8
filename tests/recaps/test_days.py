import pytest

from conferences.recaps import read_recap
from conferences.recaps.days import DayMark, day_number, days_at, days_of
from conferences.recaps.words import words_of


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("## Day 1: Saturday, 11 April 2015", [(1, "2015-04-11")]),
        ("## Day 1", [(1, None)]),
        ("## Day 1\n\nWritten on 12 April 2015.", [(1, None)]),
        ("## Day 1\n\nThe first day, 11-13 April 2015, was long.", [(1, None)]),
        ("## Day 2\n\nOn 12 April 2015, the second day, I slept.", [(2, "2015-04-12")]),
    ],
)
def test_day_has_the_date_that_is_stated_with_its_number(text, days):
    outline = read_recap(f"# PyCon 2015\n\n{text}\n\nFast tests by Jane Doe.\n")

    assert [(day.number, day.date) for day in outline.days] == days


TOLD = "Jane Doe talked about fast tests. It was good and well received.\n\n"


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([1, 2, 3], "# Mesh 2015\n\n## Day 1\n\n~## Day 2\n\n~## Day 3\n\n~"),
        ([2], "# Mesh 2015 Day 2\n\n~"),
        ([1, 2], "# Mesh 2015, Days 1 & 2\n\n~"),
        ([2, 3, 4], "# Mesh Roundup - Days 2-4\n\n~"),
        ([1, 2], "# Mesh: Day One and Two\n\n~"),
        (
            [1, 2],
            "# Mesh 2015\n\nThe first day was opened by Jane Doe.\n\n~"
            "The second day was closed by Joe Roe.\n\n~",
        ),
        (
            [1, 2],
            "# Mesh 2015\n\nOn day one I saw Jane Doe talk.\n\n~On day two, I slept.\n\n",
        ),
        ([], "# Mesh 2015\n\nOn Friday I saw Jane Doe talk.\n\n~On Saturday, I slept.\n\n"),
        ([], "# Mesh 2015\n\n~After the second day we went home.\n\n"),
        ([1], "# Mesh 2015\n\nI just attended the first day. ~"),
        ([2], "# Mesh 2015\n\nI was there. This post is about the second day. ~"),
        ([], "# Mesh 2015\n\nThis book is good for the second day. ~"),
        ([1, 2], "# Mesh 2015\n\n## Day one keynote\n\n~## The day two keynote\n\n~"),
        ([], "# Mesh 2015\n\n## Day one keynote\n\n~## Fast tests\n\n~"),
        (
            [1, 2],
            "# Mesh 2015\n\n~~~The second day started with Joe Roe.\n\n~",
        ),
        (
            [1, 2],
            "# Mesh 2015\n\n~## Talk a\n\n~## Talk b\n\n~## Second day\n\n~",
        ),
        (
            [2],
            "# Mesh 2015 Day 2\n\n~## Talk a\n\n~## Talk b\n\n~## Day 2 afternoon\n\n~",
        ),
        ([], "# Data Days 2015\n\n~"),
        ([], "# 3 days of Mesh\n\n~"),
        (
            [1, 2],
            "# Mesh\n\n**Day 1 - Thursday 5 November**\n\n~**Day 2 - Friday, 6 November**\n\n~",
        ),
        ([1, 2], "# Mesh\n\nDay 1:\n\n~Day 2:\n\n~"),
        ([2], "# Mesh: Day 2\n\n[Day 1](/one) | **Day 2** | [Day 3](/three)\n\n~"),
        ([1, 2], "# Mesh\n\n## Thursday (day 1)\n\n~## Friday (day 2)\n\n~"),
        (
            [1, 2],
            "---\ntitle: Malla 2015\nlang: es\n---\n\n## Primer día\n\n~## Segundo día\n\n~",
        ),
        (
            [1, 2],
            "---\ntitle: Netz 2015\nlang: de\n---\n\n## Erster Tag\n\n~## Zweiter Tag\n\n~",
        ),
        (
            [1, 2],
            "---\ntitle: Netz 2015\nlang: de\n---\n\n"
            "Am ersten Tag sprach Jane Doe über Tests.\n\n~Am zweiten Tag kam Joe Roe.\n\n~",
        ),
        (
            [1, 2],
            "---\ntitle: Malla 2015\nlang: es\n---\n\nEl primer día habló Jane Doe.\n\n~"
            "El segundo día empezó con Joe Roe.\n\n~",
        ),
        (
            [1, 2],
            "---\ntitle: Malha 2015\nlang: pt\n---\n\nNo primeiro dia, Jane Doe falou.\n\n"
            "~No segundo dia, Joe Roe.\n\n~",
        ),
        (
            [1, 2],
            "---\ntitle: Mailles 2015\nlang: fr\n---\n\n"
            "Le premier jour, Jane Doe a parlé.\n\n~Le deuxième jour, Joe Roe.\n\n~",
        ),
        (
            [1, 2],
            "---\ntitle: Mailles 2015\nlang: fr\n---\n\n## 1er jour\n\n~## 2e jour\n\n~",
        ),
        ([1, 2], "---\ntitle: Netz 2015\nlang: de\n---\n\n## 1. Tag\n\n~## 2. Tag\n\n~"),
        ([2, 3], "# Mesh\n\n## Day 2\n\n~## Day 3\n\n~"),
        ([1, 2], "# Mesh\n\n## First Day\n\n~## Second Day\n\n~"),
        (
            [1, 2],
            "# Mesh\n\nMy first day began with a talk by Jane Doe.\n\n~Day 2 began early.\n\n~",
        ),
        (
            [1, 2],
            "# Mesh\n\n1. [Day one](#a)\n2. [Day two](#b)\n\n## Day one\n\n~## Day two\n\n~",
        ),
        ([3], "---\ntitle: 'Mesh 2015: Day 3'\n---\n\nDay 1 was good, and day 2 too.\n\n~"),
        (
            [],
            "---\ntitle: 'Mesh 2015'\n---\n\n"
            "It is a three-day conference and I was there every day.\n\n~",
        ),
        ([], "---\ntitle: 'Mesh 2015'\n---\n\n## One day to go\n\n~"),
    ],
)
def test_days_are_numbered_by_title_lines_or_sentences(numbers, text):
    assert [day.number for day in read_recap(text.replace("~", TOLD)).days] == numbers


@pytest.mark.parametrize(
    ("language", "heading", "number"),
    [
        ("de", "Tag zwei", 2),
        ("de", "Zweiter Tag", 2),
        ("de", "2. Tag", 2),
        ("de", "Day Three", 3),
        ("fr", "Jour deux", 2),
        ("fr", "Deuxième jour", 2),
        ("es", "Día dos", 2),
        ("es", "Segundo día", 2),
        ("pt", "Dia três", 3),
        ("pt", "Terceiro dia", 3),
    ],
)
def test_day_is_numbered_in_the_words_of_its_language(language, heading, number):
    assert day_number(heading, words_of(language)) == number


def test_days_without_number_are_known_by_whole_dates():
    text = f"# Mesh\n\n## 5 November 2012\n\n{TOLD}## Friday, 6 November 2012\n\n{TOLD}"

    days = read_recap(text).days

    assert [(day.number, day.date) for day in days] == [(None, "2012-11-05"), (None, "2012-11-06")]


def test_talk_of_two_days_that_begin_at_once_is_of_neither():
    outline = read_recap(f"# Mesh, days 1-2\n\n## Fast tests (Jane Doe)\n\n{TOLD}")

    assert [talk.day for talk in outline.talks] == [None]


@pytest.mark.parametrize(
    ("heading", "days", "of_talk"),
    [("Day 2,2,2,2,2,2", [2], 0), ("Day 1-7,1-7,1-7,1-7,1-7", [1, 2, 3, 4, 5, 6, 7], None)],
)
def test_day_that_is_named_again_and_again_is_one(heading, days, of_talk):
    outline = read_recap("# Mesh\n\n" + f"## {heading}\n\n### Fast tests (Jane Doe)\n\n{TOLD}" * 40)

    assert [day.number for day in outline.days] == days
    assert {talk.day for talk in outline.talks} == {of_talk}


# To go through all marks for each place would hold this test for minutes.
def test_places_among_many_days_are_of_the_last_that_began():
    marks = [DayMark(n, n, None, "date", f"day {n}") for n in range(0, 60_000, 2)]

    days = days_of(marks, {})
    found = days_at(marks, days, range(60_000))

    assert [days[index].start for index in found] == [n - n % 2 for n in range(60_000)]
