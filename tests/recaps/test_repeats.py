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
