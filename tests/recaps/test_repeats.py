import pytest

from conferences.recaps import read_recap

OPENING = "---\ntitle: Meshlines 2016\n---\n\nI went to Meshlines.\n\n"
NOTES = "It was about measuring first, and the demo worked at the second try.\n\n"
AGENDA = "The talks:\n\n- Slow queries: a field guide - Marta Kowal\n- Why we left - Tom Okafor\n\n"


@pytest.mark.parametrize(
    "notes",
    [
        f"## Slow queries\n\n{NOTES}## Why we left\n\n{NOTES}",
        f"## Marta Kowal: Slow queries\n\n{NOTES}## Tom Okafor: Why we left\n\n{NOTES}",
        f"**Slow Queries, a field guide** (Marta Kowal)\n\n{NOTES}"
        f"**Why we left** (Okafor)\n\n{NOTES}",
        "",
    ],
)
def test_agenda_and_notes_are_one_talk_each(notes):
    outline = read_recap(f"{OPENING}{AGENDA}{notes}")

    assert [(t.title.casefold(), [s.name for s in t.speakers]) for t in outline.talks] in (
        [("slow queries: a field guide", ["Marta Kowal"]), ("why we left", ["Tom Okafor"])],
        [("slow queries, a field guide", ["Marta Kowal"]), ("why we left", ["Tom Okafor"])],
    )


def test_notes_are_kept_of_the_place_with_more_of_them():
    outline = read_recap(f"{OPENING}{AGENDA}## Slow queries\n\n{NOTES}## Why we left\n\n{NOTES}")

    assert [talk.notes for talk in outline.talks] == [NOTES.strip(), NOTES.strip()]


def test_two_talks_of_one_speaker_stay_two():
    text = (
        f"{OPENING}- Slow queries - Marta Kowal\n- Fast tests - Marta Kowal\n- Why - Tom Okafor\n"
    )

    assert [talk.title for talk in read_recap(text).talks] == ["Slow queries", "Fast tests", "Why"]


TABLE = (
    "| When | What | Who |\n|---|---|---|\n"
    "| 9:00 | Slow queries by hand: a field guide | @qmarta |\n"
    "| 9:40 | Why we left services | Tom Okafor |\n"
    "| 10:20 | Fast tests | Jane Doe |\n\nMore words:\n\n"
)
ROWS = ["Slow queries by hand: a field guide", "Why we left services", "Fast tests"]


@pytest.mark.parametrize(
    ("notes", "titles"),
    [
        ("### Slow queries by hand\n\nMarta Kowal gave this talk. {0}", ROWS),
        ("### Tom's tears\n\nThe talk of Tom Okafor moved us. {0}", ROWS),
        ("### A later surprise\n\nA talk by Tom Okafor. {0}", [*ROWS, "A later surprise"]),
        ("### Lost mail by Ann Poe\n\n{0}", [*ROWS, "Lost mail"]),
    ],
)
def test_section_says_more_of_a_row_of_a_table(notes, titles):
    text = f"{OPENING}{TABLE}{notes.format(NOTES)}"

    assert sorted(talk.title for talk in read_recap(text).talks) == sorted(titles)


def test_handle_in_a_row_is_of_who_is_named_in_its_section():
    text = f"{OPENING}{TABLE}### Slow queries by hand\n\nMarta Kowal gave this talk. {NOTES}"

    speakers = [
        talk.speakers for talk in read_recap(text).talks if talk.title.startswith("Slow queries")
    ]
    assert [(s.name, s.handles) for s in speakers[0]] == [("Marta Kowal", {"twitter": "qmarta"})]


PLANNED = "{0}\n\n- Slow queries - Marta Kowal\n- Lost mail - Tom Okafor\n\n"
TOLD = f"## Slow queries - Marta Kowal\n\n{NOTES}## Fast tests - Jane Doe\n\n{NOTES}"


@pytest.mark.parametrize(
    ("lead", "notes", "titles"),
    [
        ("What I had planned to see:", TOLD, ["Slow queries", "Fast tests"]),
        ("On the programme:", TOLD, ["Slow queries", "Fast tests"]),
        ("My plan was good. The talks I saw:", TOLD, ["Lost mail", "Slow queries", "Fast tests"]),
        ("On the programme:", "It was good.\n", ["Slow queries", "Lost mail"]),
    ],
)
def test_planned_talk_counts_only_where_no_others_are_told(lead, notes, titles):
    outline = read_recap(f"{OPENING}{PLANNED.format(lead)}{notes}")

    assert [talk.title for talk in outline.talks] == titles


def test_programme_with_notes_is_told():
    items = "- Slow queries - Marta Kowal\n  - Long.\n- Lost mail - Tom Okafor\n  - Sad.\n\n"
    outline = read_recap(f"{OPENING}On the programme:\n\n{items}{TOLD}")

    assert sorted(talk.title for talk in outline.talks) == [
        "Fast tests",
        "Lost mail",
        "Slow queries",
    ]


@pytest.mark.parametrize(
    "row", ["- Fast tests {0} - Jane Doe\n", "| Fast tests {0} | Jane Doe |\n"]
)
def test_many_talks_that_begin_alike_keep_their_own_notes(row):
    numbers = range(100, 400)
    head = "| Talk | Speaker |\n|---|---|\n" if row.startswith("|") else ""
    agenda = head + "".join(row.format(number) for number in numbers)
    notes = "".join(
        f"## Fast tests {number}\n\nNumber {number} was good.\n\n" for number in numbers
    )

    talks = read_recap(f"{OPENING}{agenda}\nSo it went:\n\n{notes}").talks

    assert [(talk.title, talk.notes) for talk in talks] == [
        (f"Fast tests {number}", f"Number {number} was good.") for number in numbers
    ]
