import pytest

from conferences.recaps import read_recap


def talks_in(text):
    return [
        (talk.title, [speaker.name for speaker in talk.speakers], talk.kind.value)
        for talk in read_recap(text).talks
    ]


def test_quoted_title_that_looks_like_a_name_is_a_title():
    text = '# PyCon 2020\n\n"Opening Statements" by Jane Doe. Short and warm.\n'

    assert talks_in(text) == [("Opening Statements", ["Jane Doe"], "talk")]


def test_only_first_heading_is_the_title_of_the_post():
    text = "# PyCon 2020: the first one\n\nJane Doe gave a talk about tests.\n"

    assert talks_in(text) == [("tests", ["Jane Doe"], "talk")]


@pytest.mark.parametrize(
    ("notes", "kind"),
    [
        ("Keynote by Jane Doe.", "keynote"),
        ("By Jane Doe.\n\nThe opening keynote, and a good one.", "keynote"),
        ("By Jane Doe.\n\nA panel with five chairs.", "panel"),
        ("By Jane Doe.\n\nBetter than the keynote.", "talk"),
    ],
)
def test_kind_may_stand_at_the_head_of_the_notes(notes, kind):
    text = f"# PyCon 2020\n\n## Fast tests\n\n{notes}\n\n## Slow tests\n\nBy Joe Roe.\n"

    assert talks_in(text) == [
        ("Fast tests", ["Jane Doe"], kind),
        ("Slow tests", ["Joe Roe"], "talk"),
    ]


def test_block_of_lightning_talks_with_a_mere_introduction_is_no_talk():
    text = (
        "# PyCon 2020\n\n## Lightning talks\n\nThe ones I noted:\n\n"
        "- Fast tests - Jane Doe\n- Slow tests - Joe Roe\n"
    )

    assert talks_in(text) == [
        ("Fast tests", ["Jane Doe"], "lightning talk"),
        ("Slow tests", ["Joe Roe"], "lightning talk"),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [("What I missed was a demo.", 2), ("I missed it, alas.", 1)],
)
def test_item_of_a_talk_that_was_missed_is_left_out(words, found):
    text = (
        "# PyCon 2020\n\n## Talks\n\n"
        f"- Fast tests by Jane Doe. Good.\n- Slow tests by Joe Roe. {words}\n"
    )

    assert len(talks_in(text)) == found


def test_keynote_of_tomorrow_is_no_talk_yet():
    text = "# PyCon 2020\n\nJane Doe talked about tests. \n\nTomorrow is Joe Roe's keynote.\n"

    assert talks_in(text) == [("tests", ["Jane Doe"], "talk")]


@pytest.mark.parametrize("marked", ['"{}"', "**{}**", "[{}](https://mesh.example/{})"])
def test_each_sentence_of_a_long_paragraph_names_its_own_talk(marked):
    titles = [f"Fast tests number {number}" for number in range(200)]
    lines = [f"I saw {marked.format(title, 'x')} by Jane Doe.\n" for title in titles]

    assert [talk.title for talk in read_recap("".join(lines)).talks] == titles


def test_heading_that_repeats_the_conference_is_no_talk():
    text = (
        "---\ntitle: Kite Conf 2018\n---\n\n## Kite Conf 2018 recap\n\nThree days of talks.\n\n"
        "## Fast kites - Jane Doe\n\nA talk on kites.\n\n## Slow sails - Joe Roe\n\nA talk.\n"
    )

    titles = [talk.title for talk in read_recap(text).talks]

    assert titles == ["Fast kites", "Slow sails"]


@pytest.mark.parametrize(
    ("panel", "speakers"),
    [
        (
            "Panelists: Jane Doe, Joe Roe, and, from the sea, Ann Poe.",
            ["Jane Doe", "Joe Roe", "Ann Poe"],
        ),
        ("The panelists (Jane Doe of Acme, Joe Roe of Kites Ltd) agreed.", ["Jane Doe", "Joe Roe"]),
        (
            "The panel consisted of Jane Doe, Joe Roe and Ann Poe.",
            ["Jane Doe", "Joe Roe", "Ann Poe"],
        ),
        ("It was a debate. Proposing: Jane Doe. Opposing: Joe Roe.", ["Jane Doe", "Joe Roe"]),
        ("Jane Doe spoke first. Thanks to Joe Roe for the hall.", ["Jane Doe"]),
    ],
)
def test_panel_has_all_who_sat_on_it(panel, speakers):
    text = (
        "## Fast kites - Max Orr\n\nA talk.\n\n## Slow sails - Ida Lund\n\nA talk.\n\n"
        f"## Panel: Who needs oars?\n\n{panel}\n"
    )

    assert talks_in(text)[2][1] == speakers


def test_heading_with_a_code_is_a_talk_where_another_has_one():
    coded = "## KIT301 | Fast kites\n\nThey flew.\n\n## SAI205 | Slow sails\n\nThey sank.\n"
    single = "## KIT301 | Fast kites\n\nThey flew.\n\n## The sea\n\nIt was wet.\n"

    assert [title for title, _, _ in talks_in(coded)] == ["Fast kites", "Slow sails"]
    assert talks_in(single) == []


@pytest.mark.parametrize(
    ("lead", "items", "titles"),
    [
        (
            "The talks I attended:",
            ["Fast kites", "Slow sails", "Oars"],
            ["Fast kites", "Slow sails", "Oars"],
        ),
        ("The talks I attended taught me:", ["We flew.", "We sank.", "We swam."], []),
        ("What I packed:", ["Fast kites", "Slow sails", "Oars"], []),
    ],
)
def test_list_without_speakers_is_of_talks_by_its_lead(lead, items, titles):
    text = f"I was there.\n\n{lead}\n\n" + "".join(f"- {item}\n" for item in items)

    assert [title for title, _, _ in talks_in(text)] == titles
