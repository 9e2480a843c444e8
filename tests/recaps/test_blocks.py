import pytest

from conferences.recaps.blocks import BlockKind, read_blocks


def test_item_of_several_paragraphs_keeps_its_first_as_its_own():
    blocks = read_blocks("- Title - Jane Doe\n\n  What she said.\n\n- Other\n")

    assert [(block.kind.value, block.text, block.parent) for block in blocks] == [
        ("item", "Title - Jane Doe", None),
        ("paragraph", "What she said.", 0),
        ("item", "Other", None),
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("• A tour – Jane Doe\n• A trip – Joe Roe\n", ["A tour – Jane Doe", "A trip – Joe Roe"]),
        ("▸ A tour\n", ["A tour"]),
        ("09:30 A tour\n10:00 A trip\n", ["09:30 A tour", "10:00 A trip"]),
        ("09:30 was too early.\n", []),
        ("09:30 was too early\nfor us all.\n", []),
        ("A tour  \nA trip  \n", []),
    ],
)
def test_lines_with_signs_or_times_are_a_list(text, items):
    found = [block.text for block in read_blocks(text) if block.kind is BlockKind.ITEM]

    assert found == items


def test_cells_of_a_row_keep_their_columns():
    rows = [b for b in read_blocks("| a | b |\n|---|---|\n| | c |\n") if b.kind is BlockKind.ROW]

    assert [[row.text[slice(*cell)] for cell in row.cells] for row in rows] == [
        ["a", "b"],
        ["", "c"],
    ]


def test_table_wider_than_anyone_reads_is_none():
    def rows(width):
        head, rule = "|a" * width + "|", "|-" * width + "|"
        return [b for b in read_blocks(f"{head}\n{rule}\n|b|\n") if b.kind is BlockKind.ROW]

    assert (len(rows(20)), len(rows(150))) == (2, 0)
