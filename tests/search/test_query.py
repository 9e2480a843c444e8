import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.search.query import MOST_PARTS, parse_query, replace_words
from conferences.search.tokens import Piece


def shown(query):
    """The query in one line: words in a phrase joined by +, open ends marked by *."""
    return " ".join(
        sign + "+".join(part.words) + ("*" if part.is_prefix else "")
        for sign, parts in (("", query.parts), ("-", query.excluded))
        for part in parts
    )


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("docker networking", "docker networking*"),
        ("Networking DOCKER ", "networking docker*"),
        ("dock* swarm", "dock* swarm*"),
        ('"rolling updates"', "rolling+updates"),
        ("“rolling updates” swarm", "rolling+updates swarm*"),
        ("docker -windows", "docker -windows"),
        ('docker -"rolling updates"', "docker -rolling+updates"),
        ("docker -win*", "docker -win*"),
        ("node.js", "node+js*"),
        ("server-side", "server+side*"),
        ("c", "c"),
        ("C++ and C", "cpp and c"),
        ("o'brien", "o+brien*"),
        ("o'brien x", "o+brien x"),
        ('"unclosed phrase', "unclosed+phrase"),
        ('a"b"c', "a b c"),
        ("NEAR(a b)", "near+a b"),
        ("a AND", "a and*"),
        ("col:xy", "col+xy*"),
        ("-windows", "-windows"),
        ("", ""),
        ('* - -- " "" ( ) ^ : :* & | ! \\ % _ \'; --', ""),
        ("🚀", ""),
        ("\0", ""),
    ],
)
def test_query_is_understood(text, understood):
    assert shown(parse_query(text)) == understood


def test_query_knows_the_stems_of_each_language():
    (part,) = parse_query('"redes testing"', ["spanish"]).parts

    assert part.stems == {("red", "testing"), ("rede", "test")}


@given(st.text(max_size=400))
def test_query_of_any_text_is_bounded(text):
    query = parse_query(text)

    assert max(len(query.parts), len(query.excluded)) <= MOST_PARTS
    assert all(part.words and part.stems for part in query.parts + query.excluded)


@pytest.mark.parametrize("text", ["a" * 10_000, "word " * 5_000, '"' * 5_000, "- " * 5_000])
def test_query_of_a_huge_text_is_cut(text):
    assert len(parse_query(text).parts) <= MOST_PARTS


@pytest.mark.parametrize(
    ("text", "token", "is_match"),
    [
        ('"scaling"', "scales", True),
        ('"scaling"', "scalar", False),
        ("scal", "scalar", True),
        ('"scal"', "scalar", False),
    ],
)
def test_part_matches_words_of_its_stem_or_beginning(text, token, is_match):
    (part,) = parse_query(text).parts

    assert part.matches(Piece(0, 1, (token,)), ["english"]) is is_match


def test_replace_words_leaves_the_rest_as_typed():
    text = 'C++ "Kubernets, scaling" -dcoker'

    assert (
        replace_words(text, {"kubernets": "kubernetes", "dcoker": "docker"})
        == 'C++ "kubernetes, scaling" -docker'
    )
