import pytest

from conferences.recaps import read_recap

KNOWN = "**Fast tests** — Jane Doe\nIt was quick.\n\n**Slow tests** — Joe Roe\nIt was long.\n\n"


def talks_of(text, author="Ann Poe"):
    outline = read_recap(f"---\ntitle: Meshlines 2016\nauthor: {author}\n---\n\n{text}\n")
    return [(talk.title, [s.name for s in talk.speakers]) for talk in outline.talks]


@pytest.mark.parametrize(
    ("line", "talk"),
    [
        ("**Lost mail** — MARTA KOWAL\nIt was sad.", ("Lost mail", ["MARTA KOWAL"])),
        ("**Lost mail** — Big Tom\nIt was sad.", ("Lost mail", ["Big Tom"])),
        ("**Lost mail**\n*Me :-)*\n\nIt was sad.", ("Lost mail", ["Ann Poe"])),
        (
            "**Lost mail** — Big Tom & Old Col\nIt was sad.",
            ("Lost mail", ["Big Tom", "Old Col"]),
        ),
    ],
)
def test_place_of_a_speaker_is_filled_by_any_name(line, talk):
    assert talks_of(KNOWN + line) == [
        ("Fast tests", ["Jane Doe"]),
        ("Slow tests", ["Joe Roe"]),
        talk,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "**Lost mail** — Sad, but true, and told too long.",
        "**Lost mail** — what else?\nNothing.",
        "**Lost mail** was sad.",
    ],
)
def test_words_that_go_on_are_no_speaker(line):
    assert talks_of(KNOWN + line) == [("Fast tests", ["Jane Doe"]), ("Slow tests", ["Joe Roe"])]


def test_names_in_small_letters_stand_where_other_speakers_do():
    text = (
        "i went to meshlines. it was good and i took notes on paper.\n\n"
        "*fast tests* — jane doe\nquick.\n\n*slow tests* — joe roe\nlong.\n\n"
        "*lost mail* — qadira d.\nsad, and i will not tell more of it.\n"
    )

    assert talks_of(text) == [
        ("fast tests", ["jane doe"]),
        ("slow tests", ["joe roe"]),
        ("lost mail", ["qadira d."]),
    ]


def test_speaker_stands_before_titles_in_quotes():
    text = (
        'JANE DOE - "Fast tests"\n   quick.\n\nTom (Tom Okafor) - "Lost mail"\n   sad.\n\n'
        'JOE ROE - "Slow tests"\n   long.\n'
    )

    assert talks_of(text) == [
        ("Fast tests", ["JANE DOE"]),
        ("Lost mail", ["Tom Okafor"]),
        ("Slow tests", ["JOE ROE"]),
    ]


def test_notes_end_at_a_line_in_capitals():
    text = KNOWN + "LIGHTNING TALKS\n\n- Lost mail (Tom Okafor)\n- Mocks\n"

    assert talks_of(text) == [
        ("Fast tests", ["Jane Doe"]),
        ("Slow tests", ["Joe Roe"]),
        ("Lost mail", ["Tom Okafor"]),
        ("Mocks", []),
    ]
