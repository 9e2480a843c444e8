"""What is found and in which order; the same expectations on each database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.models import SearchDoc
from conferences.search import rebuild, search, suggest
from conferences.search.tokens import OCCURRENCES
from tests.factories import (
    make_conference,
    make_note,
    make_recap,
    make_talk,
    make_talk_topic,
    make_topic,
)

pytestmark = pytest.mark.django_db


def titles(text):
    """The titles of what is found, in order."""
    by_key = dict(SearchDoc.objects.values_list("key", "title"))
    return [by_key[key] for _kind, key in search(text).places]


ROLLING, MESH = "Rolling updates of gears", "The mesh command is out."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lathe", ["Lathes", ROLLING]),
        ("LATHES", ["Lathes", ROLLING]),
        ("updates rolling", [ROLLING, "Lathes"]),
        ('"rolling updates"', [ROLLING]),
        ('"updates rolling"', []),
        ('rolling -"rolling updates"', ["Lathes"]),
        ("rolling -lathe", []),
        ("-lathe", []),
        ("scaling", ["Lathes"]),
        ("observab", ["Lathes"]),
        ("observab* rolling", ["Lathes"]),
        ("observab measured", []),
        ("jane garcia", ["Jane García", ROLLING]),
        ("Garcia-Perez", ["Jane García", ROLLING]),
        ("gearjane", ["Jane García", ROLLING]),
        ("kubernetes", ["Kubernetes", MESH, ROLLING]),
        ("k8s", ["Kubernetes", MESH, ROLLING]),
        ("lodz", ["GearConf 2015"]),
        ("mesh", [MESH]),
        ("C++", ["C++ for turners"]),
        ("cpp", ["C++ for turners"]),
        ("C#", ["C# in the shop"]),
        ("c", ["Plain C"]),
        ("f#", ["F#"]),
        (".net", ["The .NET way"]),
        ("node.js", ["Node.js"]),
        ("node", ["Node.js"]),
        ("nodejs", ["Node.js"]),
        ("NodeJS -lathe", ["Node.js"]),
        ('"nodejs"', []),
        ("js", ["Node.js"]),
        ('"gears jane"', []),
        ("nowhere", []),
    ],
)
def test_search_finds_in_order(library, text, found):
    assert titles(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        '"',
        '""',
        '"x',
        "*",
        ":*",
        "AND",
        "a AND",
        "OR NOT",
        "NEAR(",
        "NEAR(a b, 2)",
        "words : x",
        "col:x",
        'a"b',
        "'; --",
        "\\",
        "& |",
        "( ((",
        "-",
        "!",
        "<->",
        "%",
        "_",
        "🚀",
        "\0",
        "a\0b",
        "\ud800",
        "x" * 10_000,
        "word " * 5_000,
        "張偉",
    ],
)
def test_odd_query_finds_nothing_and_does_not_fail(library, text):
    assert titles(text) == []


@given(st.text(st.characters(), max_size=60) | st.text('ab"*-&|!()<>: ', max_size=30))
def test_any_query_is_answered(text):
    make_talk(title="a b ab")
    rebuild()

    assert isinstance(search(text).places, tuple)
    assert isinstance(suggest(text).text, str)


def test_titles_stand_over_names_over_notes():
    noted = make_talk(title="Third", conference=make_conference(name="A"))
    make_note(talk=noted, text="mesh " * 100)
    named = make_talk(title="Second", conference=noted.conference)
    make_talk_topic(talk=named, topic=make_topic(name="Mesh and gears"))
    make_talk(title="First, on a mesh", conference=noted.conference)
    rebuild()

    assert titles("mesh") == ["Mesh and gears", "First, on a mesh", "Second", "Third"]


def test_language_of_a_recap_tells_how_its_words_are_stemmed():
    talk = make_talk(title="Uno")
    make_note(talk=talk, text="Las redes son lentas.", recap=make_recap(language="es"))
    rebuild()

    assert titles("red lento") == ["Uno"]


def test_newer_of_equals_stands_first():
    for year in (2013, 2015, 2014):
        make_talk(title="Gears", conference=make_conference(name=f"Conf {year}", year=year))
    rebuild()

    years = {doc.key: doc.year for doc in SearchDoc.objects.all()}
    assert [years[key] for _kind, key in search("gears").places] == [2015, 2014, 2013]


def test_phrase_counts_only_as_far_as_each_engine_keeps_places():
    talk = make_talk(title="Go")
    make_note(talk=talk, text="gear " * (OCCURRENCES + 20) + "shaft")
    rebuild()

    assert (titles('"gear shaft"'), titles("gear shaft")) == ([], ["Go"])


def test_bounded_search_says_that_there_is_more(monkeypatch):
    conference = make_conference(name="Conf")
    for number in range(4):
        make_talk(title=f"Gears {number}", conference=conference)
    rebuild()

    exact = search("gears")
    monkeypatch.setattr("conferences.search.RANKED", 3)
    monkeypatch.setattr("conferences.search.NEWEST", 2)
    bounded = search("gears")

    assert (len(exact.places), exact.is_more) == (4, False)
    assert (len(bounded.places), bounded.is_more) == (2, True)
