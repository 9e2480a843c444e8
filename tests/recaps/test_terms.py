"""Lists of definitions: each term is a talk or who gave it, if they are of talks at all."""

import pytest

from conferences.recaps.blocks import read_blocks
from tests.recaps.telling import told

TERM_IS_SPEAKER = """\
Jane Doe
: *Fast kites*. She showed a kite. It flew.

Joe Roe, Ann Poe
: *Slow sails: a report*. Two sails in one room.

Keynote
: Jo Tebb, *The long way home*. On rivers.

Workshop: Knots for all
: by Max Orr. Two hours of rope.
"""
TERM_IS_TITLE = """\
Fast kites (Jane Doe)

: A kite that flew. She showed it.

Slow sails (Joe Roe)

: Two sails in one room.
"""
HTML = """\
<dl>
<dt>Fast kites</dt><dd>Jane Doe talked about a kite. It flew.</dd>
<dt>Slow sails</dt><dd>Joe Roe spoke about sails.</dd>
</dl>
"""
GLOSSARY = """\
Kite
: *A toy*. It flies on a string.

Sail
: *A cloth*. It moves a boat.
"""


@pytest.mark.parametrize(
    ("text", "talks"),
    [
        (
            TERM_IS_SPEAKER,
            [
                ("Fast kites", ["Jane Doe"]),
                ("Slow sails: a report", ["Joe Roe", "Ann Poe"]),
                ("The long way home", ["Jo Tebb"]),
                ("Workshop: Knots for all", ["Max Orr"]),
            ],
        ),
        (TERM_IS_TITLE, [("Fast kites", ["Jane Doe"]), ("Slow sails", ["Joe Roe"])]),
        (HTML, [("Fast kites", ["Jane Doe"]), ("Slow sails", ["Joe Roe"])]),
        (GLOSSARY, []),
    ],
    ids=["speakers", "titles", "html", "glossary"],
)
def test_list_of_definitions_is_read_as_talks(text, talks):
    assert told(text) == talks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Kite\n: A toy.\n", [("term", "Kite"), ("paragraph", "A toy.")]),
        ("Kite\n\n: A toy.\n", [("term", "Kite"), ("paragraph", "A toy.")]),
        (
            "Kite\n: A toy\n  that flies.\n: A bird.\n",
            [("term", "Kite"), ("paragraph", "A toy that flies."), ("paragraph", "A bird.")],
        ),
        (
            "One line\nand\n\n: a third.\n",
            [("paragraph", "One line and"), ("paragraph", "a third.")],
        ),
        ("A smile :)\n:-) and more\n", [("paragraph", "A smile :) :-) and more")]),
    ],
)
def test_term_stands_before_what_is_said_of_it(text, blocks):
    assert [(block.kind.value, block.text) for block in read_blocks(text, 0)] == blocks
