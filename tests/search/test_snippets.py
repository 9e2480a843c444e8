"""What is shown of a hit, and what of it is marked."""

from datetime import date

import pytest

from conferences.search import excerpts, highlight, rebuild, search
from conferences.search.query import parse_query
from tests.factories import make_appearance, make_note, make_recap, make_talk

pytestmark = pytest.mark.django_db


def marked(text):
    """The snippet of the first hit, its hits in brackets."""
    found = search(text)
    key = found.places[0][1]
    return bracketed(excerpts(found.query, [key])[key].snippet)


def bracketed(snippet):
    return "".join(f"[{part}]" if is_hit else part for part, is_hit in snippet)


@pytest.mark.parametrize(
    ("text", "snippet"),
    [
        ("lathe measuring", "They [measured] the [lathe] twice."),
        ("observab", "Updates keep rolling in; scaled [observability]."),
        ("k8s", "[k8s]"),
        ("c#", ""),
    ],
)
def test_snippet_marks_what_was_asked_for(library, text, snippet):
    assert marked(text) == snippet


def test_snippet_is_cut_where_most_of_the_query_stands():
    talk = make_talk(title="x")
    filler = "far " * 60
    make_note(talk=talk, text=f"gear {filler} the <b> gear & shaft {filler}")
    rebuild()

    assert marked("gear shaft") == (
        "… far far far far far far the <b> [gear] & [shaft] " + "far " * 25 + "far …"
    )


def test_snippet_is_of_one_text_the_one_that_says_most():
    talk = make_talk(title="x")
    make_appearance(talk=talk, speaker=None, credited_as="Zoe")
    for number, text in enumerate(["A gear.", "", "A shaft.\n\nAnd a gear."]):
        make_note(talk=talk, text=text, recap=make_recap(published=date(2015, 6, 5 + number)))
    rebuild()

    assert (marked("gear"), noted("gear")) == ("A [gear].", 0)
    assert (marked("shaft gear"), noted("shaft gear")) == ("A [shaft]. And a [gear].", 2)
    assert (marked("zoe"), noted("zoe")) == ("[Zoe]", None)


def noted(text):
    """The number of the note that the snippet of the first hit is from."""
    found = search(text)
    key = found.places[0][1]
    return excerpts(found.query, [key])[key].number


@pytest.mark.parametrize(
    ("text", "is_enough"), [("gear", True), ("gears rolling", True), ("rolling twice", False)]
)
def test_title_is_enough_where_all_stands_in_it(library, text, is_enough):
    found = search(text)
    keys = [key for _kind, key in found.places]

    shown = [excerpts(found.query, keys)[key].is_title_enough for key in keys]

    assert shown[0] is is_enough


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("gears", "Rolling gears", "Rolling [gears]"),
        ("roll", "Gears, rolled & <b>rolling</b>", "Gears, [rolled] & <b>[rolling]</b>"),
        ("jose", "Jose\u0301", "[José]"),
        ("c++", "C++ and C", "[C++] and C"),
        ("nodejs", "Node.js", "[Node][.js]"),
        ("gears", "Lathes", "Lathes"),
        ("gears", "", ""),
        ("", "Lathes", "Lathes"),
    ],
)
def test_highlight_keeps_the_text_and_marks_what_was_asked_for(query, text, shown):
    assert bracketed(highlight(parse_query(query), text)) == shown
