from conferences.recaps.blocks import read_blocks


def test_item_of_several_paragraphs_keeps_its_first_as_its_own():
    blocks = read_blocks("- Title - Jane Doe\n\n  What she said.\n\n- Other\n")

    assert [(block.kind.value, block.text, block.parent) for block in blocks] == [
        ("item", "Title - Jane Doe", None),
        ("paragraph", "What she said.", 0),
        ("item", "Other", None),
    ]
