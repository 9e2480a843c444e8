import pytest

from conferences.recaps import read_recap


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
