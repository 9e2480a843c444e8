"""What is found and in which order; the same expectations on each database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.models import SearchDoc
from conferences.search import (
    excerpts,
    highlight,
    rebuild,
    search,
    search_loosely,
    suggest,
)
from conferences.search.query import parse_query
from conferences.search.tokens import OCCURRENCES
from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_handle,
    make_note,
    make_recap,
    make_speaker,
    make_speaker_name,
    make_talk,
    make_talk_topic,
    make_topic,
    make_topic_alias,
)

pytestmark = pytest.mark.django_db


def titles(text):
    """The titles of what is found, in order."""
    by_key = dict(SearchDoc.objects.values_list("key", "title"))
    return [by_key[key] for _kind, key in search(text).places]


@pytest.fixture
def library():
    """Some talks, all of one conference, and who and what they are about."""
    conference = make_conference(name="GearConf 2015", place="Łódź")
    jane = make_speaker(name="Jane García")
    make_speaker_name(speaker=jane, name="J. Garcia-Pérez")
    make_handle(speaker=jane, handle="gearjane")
    kubernetes = make_topic(name="Kubernetes")
    make_topic_alias(topic=kubernetes, name="k8s")
    rolling = make_talk(conference=conference, title="Rolling updates of gears")
    make_appearance(talk=rolling, speaker=jane)
    make_talk_topic(talk=rolling, topic=kubernetes)
    make_note(talk=rolling, text="They *measured* the lathe twice.", recap=make_recap())
    lathe = make_talk(conference=conference, title="Lathes")
    make_note(talk=lathe, text="Updates keep rolling in; scaled observability.", recap=make_recap())
    for title in ("C++ for turners", "C# in the shop", "Plain C", "F#", "The .NET way", "Node.js"):
        make_talk(conference=conference, title=title)
    news = make_announcement(conference=conference, text="The **mesh** command is out.")
    make_announcement_topic(announcement=news, topic=kubernetes)
    rebuild()


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
    assert isinstance(suggest(text), str)


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


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("kubernets", "kubernetes"),
        ("Garzia", "garcia"),
        ("-lathe kubernets", "-lathe kubernetes"),
        ("kubernetes", ""),
        ("xyzzy", ""),
        ("cubernetes", "kubernetes"),
        ("ubernetes", "kubernetes"),
        ("ukbernetes", "kubernetes"),
        ("kubernets xyzzy", ""),
        ("", ""),
    ],
)
def test_suggestion_is_a_query_that_finds_something(library, text, better):
    assert suggest(text) == better


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


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["rolling", "updates"], [ROLLING, "Lathes"]),
        (["roling", "udpates"], [ROLLING, "Lathes"]),
        (["updates", "rolling", "xyzzy", "plugh"], [ROLLING, "Lathes"]),
        (["rolling", "xyzzy", "plugh"], []),
        (["xyzzy"], []),
        ([], []),
    ],
)
def test_loose_search_forgives_typos_and_words_too_many(library, words, found):
    by_key = dict(SearchDoc.objects.values_list("key", "title"))

    assert [by_key[key] for _kind, key in search_loosely(words).places] == found


def test_loose_search_mends_a_few_words_and_no_more(library, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert search_loosely([f"kubernetz{number}" for number in range(50)]).places == ()
