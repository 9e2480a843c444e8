import pytest

from conferences.importing.merge import merge_row
from conferences.importing.texts import MOST_LINES, merge_texts


@pytest.mark.parametrize(
    ("base", "one", "other", "merged"),
    [
        ("a\n\nb", "a\n\nb", "a\n\nb", "a\n\nb"),
        ("a\n\nb", "A\n\nb", "a\n\nB", "A\n\nB"),
        ("a\n\nb", "a\n\nb", "a\n\nB", "a\n\nB"),
        ("a\n\nb", "a\n\nB", "a\n\nB", "a\n\nB"),
        ("a\n\nb\n\nc", "b\n\nc", "a\n\nb\n\nc\n\nd", "b\n\nc\n\nd"),
        ("a\n\nb", "0\n\na\n\nb", "a\n\nb\n\nc", "0\n\na\n\nb\n\nc"),
        ("a\n\nb", "a\n\nb\n\nmine", "a\n\nb\n\ntheirs", None),
        ("a", "mine", "theirs", None),
        ("a\nb", "A\nb", "a\nB", None),
        ("a\n\nb", "a", "a\n\nB", None),
        ("", "mine", "theirs", None),
        ("", "mine", "", "mine"),
    ],
)
def test_merge_texts(base, one, other, merged):
    assert merge_texts(base, one, other) == merged
    assert merge_texts(base, other, one) == merged


def test_texts_that_differ_too_much_are_not_merged():
    base = "\n".join(f"{n}" for n in range(MOST_LINES + 1))
    one = "\n".join(f"one {n}" for n in range(MOST_LINES + 1))

    assert merge_texts(base, one, base + "\n\nmore") is None


def test_lines_that_only_one_side_changed_are_both_taken():
    merge = merge_row({"text": "a\n\nb"}, {"text": "a\n\nB"}, {"text": "A\n\nb"}, texts=("text",))

    assert (merge.values, merge.conflicts) == ({"text": "A\n\nB"}, ())


def test_lines_that_both_changed_alike_need_nothing():
    base, same = {"text": "a\n\nb\n\nc"}, {"text": "a\n\nb\n\nC"}
    merge = merge_row(base, same, {"text": "A\n\nb\n\nC"}, texts=("text",))

    assert (merge.values, merge.conflicts) == ({}, ())
