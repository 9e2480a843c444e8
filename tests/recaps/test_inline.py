import pytest

from conferences.recaps.scanning import read_inline


def read(source, definitions=None):
    return read_inline(source, [(0, len(source))], definitions or {})


def marked(inline):
    return [
        (span.mark.value, inline.text[span.start : span.end], span.url) for span in inline.spans
    ]


@pytest.mark.parametrize(
    ("source", "text", "spans"),
    [
        ("**X**, by Jane", "X, by Jane", [("strong", "X", "")]),
        ("*a* and _b_", "a and b", [("emphasis", "a", ""), ("emphasis", "b", "")]),
        ("snake_case_name", "snake_case_name", []),
        ("2 * 3 * 4", "2 * 3 * 4", []),
        ("`a*b` c", "a*b c", [("code", "a*b", "")]),
        ("one ` tick", "one ` tick", []),
        ("[Jane](https://e.org/x)", "Jane", [("link", "Jane", "https://e.org/x")]),
        ('[a](https://e.org "t") b', "a b", [("link", "a", "https://e.org")]),
        ("[a](https://e.org/x_(y))", "a", [("link", "a", "https://e.org/x_(y)")]),
        ('[a](u){:target="_blank"} b', "a b", [("link", "a", "u")]),
        ("[not a link] here", "[not a link] here", []),
        ("![a picture](p.png)text", "text", []),
        ("[![a](p.png)](https://e.org) b", " b", []),
        ("https://e.org/x.", "https://e.org/x.", [("link", "https://e.org/x", "https://e.org/x")]),
        (
            '<a href="https://e.org">J</a> <b>x</b>',
            "J x",
            [("link", "J", "https://e.org"), ("strong", "x", "")],
        ),
        ("List<int> and <title />", "List<int> and <title />", []),
        ("a &amp; b &#8211; c&nbsp;d", "a & b – c d", []),
        ("zero\u200bwidth no\u00a0break", "zerowidth no break", []),
        ("soft\nwrap, hard  \nbreak", "soft wrap, hard\nbreak", []),
        ("a<br/>b", "a\nb", []),
        ("a <!-- gone --> b", "a  b", []),
        (r"\*plain\*", "*plain*", []),
        ("_von Jane: _[X](u)", "von Jane: X", [("link", "X", "u")]),
    ],
)
def test_inline_shows_what_a_reader_sees(source, text, spans):
    inline = read(source)

    assert (inline.text, marked(inline)) == (text, spans)


def test_reference_links_take_their_definitions():
    inline = read("[Jane][j] and [docs]", {"j": "https://j.org", "docs": "https://d.org"})

    assert marked(inline) == [("link", "Jane", "https://j.org"), ("link", "docs", "https://d.org")]


def test_every_character_knows_its_place_in_the_source():
    source = "**Bold** &amp; [link](u) end"

    inline = read(source)

    assert [
        source[inline.source(inline.text.index(word))] for word in ("Bold", "&", "link", "end")
    ] == [
        "B",
        "&",
        "l",
        "e",
    ]
    assert inline.source(len(inline.text)) == len(source)


@pytest.mark.parametrize(
    ("source", "quoted"),
    [
        ("“Curly one” by", ["Curly one"]),
        ('"Plain" and "two"', ["Plain", "two"]),
        ("„Tief“ «Angle» ``tex''", ["Tief", "Angle", "tex"]),
        ("'Straight title' 😆", ["Straight title"]),
        ("don't and can't", []),
        ("Jane's and Joe's", []),
    ],
)
def test_quotes_are_found_without_their_marks(source, quoted):
    inline = read(source)

    assert [inline.text[span.start : span.end] for span in inline.quotes] == quoted
