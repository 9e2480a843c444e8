"""What holds for every post: nothing is lost, nothing raises, all places are in the text."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.recaps import read_recap
from conferences.recaps.outline import Outline, RecapError
from conferences.recaps.reading import as_reading
from tests.examples import at_least

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures" / "recaps").glob("*.md"))
SMALL_POSTS = [
    "# PyCon 2020\n\n## Fast tests by Jane Doe\n\nGood.\n\n## Slow (Joe Roe)\n\n- **X**: y\n",
    "+++\ntitle = 'MeshConf 2020 Day One'\n+++\n\nThe talk **Fast Tests**, by Jane Doe ([@jd](https://"
    "twitter.com/jd)), was good. News:\n\n- X 1.0 is out\n\nThe roadmap:\n\n- Y\n",
    "Sessions:\n\n* [K1] Fast tests, by Jane Doe (Acme)\n* Slow builds - Joe Roe\n  * nested\n\n"
    "> quoted “Title here” by Ann Poe\n\n| a | b |\n|---|---|\n| c | d |\n",
    "<p>Jane Doe gave a talk on §.</p><ul><li>¶ by Joe Roe</li></ul>\n\n{% img x %}\n\n***\n",
]
PIECES = (
    *("Jane Doe ", "by ", "talk ", "'s ", "@jd ", "Day 2", "x ", "é", "\u200b", ":", "§", "¶"),
    *("**", "[", "](u)", "“", "”", "`", "(", ")", "&amp;", "<li>", "</p>"),
    *("\n\n", "\n", "- ", "## ", "> ", "| ", "1. "),
)


def check(outline):
    length = len(outline.text)
    assert [p.start for p in outline.passages] == [0, *[p.end for p in outline.passages]][:-1]
    assert (outline.passages[-1].end if outline.passages else 0) == length
    entries = [*outline.days, *outline.talks, *outline.announcements, *outline.topics]
    entries += [part for talk in outline.talks for part in (*talk.speakers, *talk.links)]
    assert [e for e in entries if not 0 <= e.start <= e.end <= length] == []
    stored = json.loads(json.dumps(outline.as_dict()))
    assert Outline.from_dict(stored, outline.text) == outline
    as_reading(outline, "post.md")


@at_least(60)
@given(st.text(max_size=200))
def test_any_text_gives_an_outline(text):
    check(read_recap(text))


@at_least(120)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_markup_gives_an_outline(pieces):
    check(read_recap("".join(pieces)))


@at_least(80)
@given(st.sampled_from(SMALL_POSTS), st.data())
def test_mutated_posts_give_an_outline(post, data):
    start = data.draw(st.integers(0, len(post)))
    end = data.draw(st.integers(start, len(post)))
    put = data.draw(st.sampled_from(["", *PIECES]))

    check(read_recap(post[:start] + put + post[end:]))


@at_least(60)
@given(st.binary(max_size=120))
def test_any_bytes_give_an_outline_or_one_line_of_error(source):
    try:
        outline = read_recap(source)
    except RecapError as error:
        message = str(error)
    else:
        message = ""
        check(outline)

    assert message.count("\n") == 0


@pytest.mark.parametrize("post", FIXTURES, ids=lambda path: path.stem)
@pytest.mark.parametrize("ending", [".md", ".rst", ".adoc", ".html"])
def test_fixtures_are_read_in_any_format(post, ending):
    check(read_recap(post.read_bytes(), f"post{ending}"))


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "![",
        "> ",
        "- ",
        " -",
        "**",
        "_a",
        "`a``",
        "“",
        '"a ',
        "(Jane) ",
        "<a ",
        "<ul><li>",
        "{{< ",
    ],
)
def test_repeated_markup_is_survived(piece):
    check(read_recap(piece * 400))


@pytest.mark.parametrize(
    "piece",
    [
        "Jane Doe's talk and ",
        "talk by Jane Doe ",
        "Jane Doe, ",
        "- by Jane Doe\n",
        "followed by the my friend ",
        "Kelly Billy only ",
        '"A bcd" by Jo Xyz is out.\n',
        "## By Jane Doe\n\n",
    ],
)
def test_repeated_talks_are_survived(piece):
    check(read_recap(piece * 200))


def test_same_text_gives_the_same_outline():
    assert read_recap(SMALL_POSTS[0]) == read_recap(SMALL_POSTS[0].encode())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "EuroPython 2019: what I saw\n\nJane Doe talked about tests.\n",
            "EuroPython 2019: what I saw",
        ),
        ("I went to EuroPython 2019.\n\nJane Doe talked about tests.\n", ""),
        ("EuroPython 2019\n\n# Talks\n\nJane Doe talked about tests.\n", "Talks"),
        ("EuroPython 2019\n", ""),
    ],
)
def test_a_short_line_on_top_is_the_title_of_a_post_without_markup(text, title):
    assert read_recap(text).title == title
