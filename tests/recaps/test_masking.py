import pytest

from conferences.recaps.blocks import read_blocks
from conferences.recaps.html_blocks import split_html
from conferences.recaps.markups import to_markdown
from conferences.recaps.masking import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("a {{< fig x >}} b", "a               b"),
        ("a {% img\nx %} b", "a       \n     b"),
        ("a <!-- more --> b", "a               b"),
        ("a {{< never closed", "a {{< never closed"),
        ("plain", "plain"),
    ],
)
def test_mask_blanks_what_is_no_prose(text, masked):
    assert mask(text) == masked


@pytest.mark.parametrize(
    ("path", "text", "headings"),
    [
        ("p.md", "##Glued\n\n#tag line\n", [(2, "Glued")]),
        ("p.md", "Title\n=====\n\nDay 1\n----\n", [(1, "Title"), (2, "Day 1")]),
        (
            "p.rst",
            "Title\n=====\n\nPart\n++++\n\nPart\n====\n",
            [(1, "Title"), (2, "Part"), (1, "Part")],
        ),
        ("p.adoc", "== Part\n\n=== Sub\n", [(2, "Part"), (3, "Sub")]),
        ("p.md", "<h2 id='x'>Part</h2>\n<p>text</p>\n", [(2, "Part")]),
        ("p.md", "{{< highlight >}}\n", []),
    ],
)
def test_headings_of_every_markup(path, text, headings):
    rewriting = to_markdown(text, 0, path)
    blocks = read_blocks(rewriting.text if rewriting else text)

    assert [(b.level, b.text) for b in blocks if b.kind.value == "heading"] == headings


def test_html_lists_and_paragraphs_become_blocks():
    html = "<p>a</p><ul>\n<li><p>b</p><p>c</p></li></ul><blockquote>d</blockquote>"

    assert [(part.kind, html[part.start : part.end], part.quoted) for part in split_html(html)] == [
        ("paragraph", "a", False),
        ("item", "b", False),
        ("paragraph", "c", False),
        ("paragraph", "d", True),
    ]


def test_item_with_two_markers_is_one_item():
    blocks = read_blocks("* 1. First\n* 2. Second\n")

    assert [(b.kind.value, b.level, b.text) for b in blocks] == [
        ("item", 1, "First"),
        ("item", 1, "Second"),
    ]


def test_table_row_holds_its_cells():
    blocks = read_blocks("| Title | Who |\n|---|---|\n| Tests | Jane Doe |\n")

    assert [b.text for b in blocks if b.kind.value == "row"] == ["Title\nWho", "Tests\nJane Doe"]
