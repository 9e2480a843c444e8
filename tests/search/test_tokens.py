import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.search.tokens import (
    GAP,
    LENGTHS,
    OCCURRENCES,
    algorithm_for,
    fields_as_tokens,
    pieces_of,
    stem,
    tokens_of,
)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("C, C++, C#, F# and .NET", ["c", "cpp", "csharp", "fsharp", "and", "dotnet"]),
        ("C++11 and C#7", ["cpp", "11", "and", "csharp", "7"]),
        ("Node.js", ["node", "js"]),
        ("ASP.NET", ["asp", "dotnet"]),
        (".Networks", ["networks"]),
        ("Łukasz GARCÍA", ["lukasz", "garcia"]),
        ("re\u0301sume\u0301", ["resume"]),
        ("my_function", ["my", "function"]),
        ("O’Brien", ["o", "brien"]),
        ("1.9", ["1", "9"]),
        ("🚀 * ( ~ _ #", []),
        ("a\0b", ["a", "b"]),
        ("x" * 100, ["x" * 40]),
        ("", []),
    ],
)
def test_tokens_are_folded_words(text, tokens):
    assert tokens_of(text) == tokens


@given(st.text())
def test_tokens_of_any_text_are_what_engines_take(text):
    for token in tokens_of(text):
        assert token == "".join(c for c in token if c.isascii() and c.isalnum())


def test_pieces_tell_where_words_stand():
    text = "Use C#, Node.js"

    assert [(text[piece.start : piece.end], piece.tokens) for piece in pieces_of(text)] == [
        ("Use", ("use",)),
        ("C#", ("csharp",)),
        ("Node", ("node",)),
        (".js", ("js",)),
    ]


@pytest.mark.parametrize(
    ("language", "algorithm"),
    [
        ("", "english"),
        ("en-GB", "english"),
        ("pt_BR", "portuguese"),
        ("DE", "german"),
        ("ja", "english"),
        ("deutsch", "english"),
    ],
)
def test_algorithm_is_that_of_the_language(language, algorithm):
    assert algorithm_for(language) == algorithm


def test_stems_depend_on_the_language():
    assert (stem("testing", "english"), stem("redes", "spanish")) == ("test", "red")


def test_fields_are_parted_in_words_and_stems():
    fields = [[("Scaling Redis", "english")], [("Jane", "english")], [("redes", "spanish")]]

    assert fields_as_tokens(fields) == (
        "¦ scaling redis ¤ ¦ jane ¤ ¦ redes ¤",
        "¦ scale redi ¤ ¦ jane ¤ ¦ red ¤",
    )


def test_fields_are_cut_at_what_engines_hold():
    words, stems = fields_as_tokens([[("go " * 50_000, "english")]] * 3)

    assert words.count("go") == stems.count("go") == OCCURRENCES
    assert len(words.split()) == len(stems.split()) == sum(LENGTHS) + 3
    assert words.count(GAP) == 3
