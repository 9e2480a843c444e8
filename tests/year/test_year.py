"""A small year; the whole one is python -m tests.year."""

import pytest

from tests.year.playing import Amounts, Year

pytestmark = pytest.mark.django_db
SMALL = Amounts(posts=6, versions=4, edits=12, merges=2, unmerges=1, undos=1, exports=1)


def test_nothing_of_a_small_year_is_lost(tmp_path):
    year = Year(1, SMALL, tmp_path)
    try:
        done = year.play()
    finally:
        year.teardown()

    assert (done["post"], done["export"]) == (SMALL.posts, SMALL.exports)
