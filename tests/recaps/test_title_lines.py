import pytest

from conferences.recaps import read_recap


def talks_of(text):
    outline = read_recap(f"---\ntitle: Meshlines 2016\n---\n\nI went to Meshlines.\n\n{text}\n")
    return [(talk.title, [s.name for s in talk.speakers]) for talk in outline.talks]


FAST, SLOW = ("Fast tests", ["Jane Doe"]), ("Slow tests", ["Joe Roe"])


@pytest.mark.parametrize(
    ("line", "talks"),
    [
        ("14:00 -- Lost mail / Tom Okafor / room too small", [("Lost mail", ["Tom Okafor"])]),
        ('14:00 -- Tom Okafor spoke on "Lost mail at sea"', [("Lost mail at sea", ["Tom Okafor"])]),
        ("14:00 -- skipped.", []),
        ("14:00 -- Lunch with Tom Okafor", []),
    ],
)
def test_paragraphs_behind_times_are_talks_where_they_name_one(line, talks):
    text = (
        "9:30 -- Fast tests - Jane Doe\n\nIt was quick.\n\n"
        f"10:30 -- `Slow tests` - Joe Roe\n\nIt was long.\n\n{line}\n"
    )

    assert talks_of(text) == [FAST, SLOW, *talks]


def test_numbers_that_look_like_times_are_no_schedule():
    assert talks_of("5.10 came out.\n\n5.12 is better.\n\n6.00 - by Jane Doe - will be.") == []


def test_term_with_a_description_is_a_title():
    text = "Fast tests: a report (Jane Doe)\n\n: It was quick.\n\nThen we left.\n"

    assert talks_of(text) == [("Fast tests: a report", ["Jane Doe"])]


@pytest.mark.parametrize(
    ("item", "talk"),
    [
        ("[Lost mail](https://x.example/3) [video] - Tom Okafor", ("Lost mail", ["Tom Okafor"])),
        ("*Lost mail* - closing keynote, Tom Okafor", ("Lost mail", ["Tom Okafor"])),
        ("Lost mail: Tom Okafor", ("Lost mail", ["Tom Okafor"])),
    ],
)
def test_item_among_others_may_say_more_or_have_another_sign(item, talk):
    text = f"Talks I saw:\n\n- *Fast tests* - Jane Doe\n- *Slow tests* - Joe Roe\n- {item}\n"

    assert talks_of(text) == [FAST, SLOW, talk]
