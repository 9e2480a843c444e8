"""A small year; the whole one is python -m tests.year."""

import pytest

from conferences.importing.kinds import KINDS
from tests.year.playing import EDITING, Amounts, Year

pytestmark = pytest.mark.django_db
SMALL = Amounts(posts=6, versions=4, edits=12, merges=2, unmerges=1, undos=1, exports=1)
TINY = Amounts(posts=1, versions=1, edits=6, merges=1, unmerges=1, undos=0, exports=0)


def played(amounts, folder):
    """What was done in a year, and the keys of the rows that there are after it."""
    year = Year(1, amounts, folder)
    try:
        return year.play(), {
            name: list(kind.model.objects.order_by("pk").values_list("key", flat=True))
            for name, kind in KINDS.items()
        }
    finally:
        year.teardown()


def test_nothing_of_a_small_year_is_lost(tmp_path):
    done, _keys = played(SMALL, tmp_path)

    edits = sum(done.pop(name, 0) for name in EDITING)
    assert done | {"edit": edits} == SMALL.of()


def test_a_year_repeats(tmp_path):
    assert played(TINY, tmp_path) == played(TINY, tmp_path)
