import pytest

from conferences.admin.diffs import line_diff

TEN = "\n".join("abcdefghij")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a", "a", []),
        ("", "a", ["+ a"]),
        ("a", "", ["− a"]),
        ("a\nb\nc", "a\nB\nc", ["  a", "− b", "+ B", "  c"]),
        (TEN, TEN.replace("a", "A"), ["− a", "+ A", "  b", "  c"]),
        (
            TEN,
            TEN.replace("a", "A").replace("j", "J"),
            ["− a", "+ A", "  b", "  c", "…", "  h", "  i", "− j", "+ J"],
        ),
    ],
)
def test_lines_that_differ_are_shown_with_those_around(old, new, expected):
    assert lines_of(line_diff(old, new)) == expected


def test_texts_are_escaped():
    assert "<img" not in line_diff("<img>", "<img src=x>")


def test_long_texts_are_shown_whole():
    old, new = "a\n" * 2_001, "b\n" * 2_001

    assert lines_of(line_diff(old, new)) == ["− a"] * 2_001 + ["+ b"] * 2_001


def lines_of(page):
    for start in ('<span class="line">', '<del class="line">', '<ins class="line">'):
        page = page.replace(start, "\n")
    page = page.replace('<span class="skipped">', "\n").replace('<div class="diff">', "")
    for tag in ("<b>", "</b>", "</span>", "</del>", "</ins>", "</div>"):
        page = page.replace(tag, "")
    return page.split("\n")[1:]
