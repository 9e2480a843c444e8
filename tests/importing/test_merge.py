import pytest

from conferences.importing.merge import FieldConflict, is_edited, merge_row

OLD, NEW, MINE = "old", "new", "mine"


@pytest.mark.parametrize(
    ("base", "said", "row", "written", "conflicts"),
    [
        pytest.param(OLD, OLD, OLD, {}, 0, id="nothing changed"),
        pytest.param(OLD, NEW, OLD, {"title": NEW}, 0, id="posts changed it"),
        pytest.param(OLD, OLD, MINE, {}, 0, id="a person changed it"),
        pytest.param(OLD, NEW, NEW, {}, 0, id="both changed it to the same"),
        pytest.param(OLD, NEW, MINE, {}, 1, id="both changed it"),
        pytest.param(OLD, NEW, "", {}, 1, id="a person emptied it, posts changed it"),
        pytest.param(OLD, OLD, "", {}, 0, id="a person emptied it"),
        pytest.param(OLD, None, OLD, {"title": None}, 0, id="posts no longer say it"),
        pytest.param(None, NEW, "", {"title": NEW}, 0, id="posts say it for the first time"),
        pytest.param("", None, None, {}, 0, id="no value and an empty text are one"),
    ],
)
def test_merge_of_a_field(base, said, row, written, conflicts):
    merge = merge_row({"title": base}, {"title": said}, {"title": row})

    assert merge.values == written
    assert len(merge.conflicts) == conflicts


def test_conflict_holds_all_three_values():
    merge = merge_row({"title": OLD}, {"title": NEW}, {"title": MINE})

    assert merge.conflicts == (FieldConflict(field="title", base=OLD, said=NEW, value=MINE),)


def test_what_a_person_made_is_filled_up_but_not_changed():
    merge = merge_row(None, {"title": NEW, "place": "Rome"}, {"title": MINE, "place": ""})

    assert merge.values == {"place": "Rome"}
    assert merge.conflicts == ()


@pytest.mark.parametrize(
    ("base", "row", "edited"),
    [
        ({"title": OLD}, {"title": OLD, "other": 1}, False),
        ({"title": OLD}, {"title": MINE}, True),
        ({"title": None}, {"title": ""}, False),
        (None, {"title": ""}, True),
    ],
)
def test_is_edited(base, row, edited):
    assert is_edited(base, row) is edited
