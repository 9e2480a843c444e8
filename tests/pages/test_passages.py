from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.pages.passages import cut
from tests.examples import at_least


@dataclass(frozen=True)
class Row:
    key: str


@dataclass(frozen=True)
class Place:
    key: str
    line: int
    last_line: int


A, B = Row("a"), Row("b")


@pytest.mark.parametrize(
    ("places", "passages"),
    [
        ([], [("", 5)]),
        ([("a", 1, 5)], [("a", 5)]),
        ([("a", 2, 3)], [("", 1), ("a", 2), ("", 2)]),
        ([("a", 1, 2), ("b", 3, 5)], [("a", 2), ("b", 3)]),
        ([("a", 2, 2), ("b", 2, 2)], [("", 1), ("ab", 1), ("", 3)]),
        ([("a", 1, 5), ("b", 3, 3)], [("a", 2), ("ab", 1), ("a", 2)]),
        ([("a", 1, 2), ("a", 4, 9)], [("a", 2), ("", 1), ("a", 2)]),
        ([("unknown", 2, 3)], [("", 5)]),
    ],
)
def test_post_is_cut_where_talks_begin_and_end(places, passages):
    sources = [Place(*place) for place in places]

    found = cut(["x"] * 5, sources, [A, B], [])

    assert [("".join(row.key for row in part.talks), len(part.lines)) for part in found] == passages


@given(
    lines=st.lists(st.text(max_size=3), min_size=1, max_size=12),
    places=st.lists(
        st.builds(
            lambda key, line, length: Place(key, line, line + length),
            st.sampled_from("abc"),
            st.integers(1, 15),
            st.integers(0, 9),
        )
    ),
)
@at_least(60)
def test_every_line_is_shown_once_in_order(lines, places):
    found = cut(lines, places, [A, B], [Row("c")])

    shown = [line for part in found for line in part.lines]
    assert [line.text for line in shown] == lines
    assert [line.number for line in shown] == list(range(1, len(lines) + 1))
