from hypothesis import given
from hypothesis import strategies as st

from conferences.recaps import read_recap
from conferences.recaps.explaining import explain
from tests.examples import at_least

POST = """\
---
title: PyCon 2020
---
We came.

## Fast tests by Jane Doe

Good: [slides](https://example.org/s).

## Slow tests by Jane

## Conclusion
"""


def explained(post):
    return {
        line.number: [(told.kind, told.what) for told in line.statements if told.kind != "topic"]
        for line in explain(read_recap(post))
        if line.statements
    }


def test_statements_stand_at_their_lines():
    assert explained(POST) == {
        2: [("conference", "PyCon 2020")],
        6: [("talk", "Fast tests"), ("speaker", "Jane Doe")],
        8: [("link", "slides: https://example.org/s")],
        10: [("talk", "Slow tests"), ("speaker", "Jane Doe")],
    }


def test_every_line_says_what_it_belongs_to():
    assert [line.passage for line in explain(read_recap(POST))] == [
        *["front matter"] * 3,
        *["introduction"] * 2,
        *["talk 1"] * 4,
        *["talk 2"] * 2,
        "other",
    ]


def test_rule_and_doubt_are_told():
    post = "## Fast tests by Jane Doe\n\n## Slow tests by Joe\n"

    told = [line.statements[1] for line in explain(read_recap(post)) if line.statements]

    assert [(speaker.rule, speaker.doubt) for speaker in told] == [
        ("headings", ""),
        ("headings", "only one name is given: Joe"),
    ]


@at_least(100)
@given(st.lists(st.sampled_from(["## Talk by Jane Doe", "\n", "- a", "x", " ", "---\n"])))
def test_the_explained_lines_are_the_post(pieces):
    outline = read_recap("".join(pieces))

    assert "\n".join(line.text for line in explain(outline)) == outline.text.removesuffix("\n")
