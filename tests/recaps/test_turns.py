"""Turns of prose that tell a talk beside the plain sentences, each with its traps."""

import pytest

from conferences.recaps import read_recap
from tests.recaps.telling import told


@pytest.mark.parametrize(
    ("sentences", "talks"),
    [
        (
            "The second paper was by a student, Jane Doe, on hash joins.",
            [(None, ["Jane Doe"])],
        ),
        ("Next up was a fun one from Jane Doe about kites.", [(None, ["Jane Doe"])]),
        (
            "Then a lovely chap called Corwin Tebb did a session about kites.",
            [(None, ["Corwin Tebb"])],
        ),
        (
            "I saw a talk of two people from Acme, Jane Doe and Joe Roe.",
            [(None, ["Jane Doe", "Joe Roe"])],
        ),
        ("Hearing Jane Doe talk about kites was a joy.", [(None, ["Jane Doe"])]),
        (
            "Somebody from the council (a Mr. Jan Tebb, I believe) spoke about maps.",
            [(None, ["Jan Tebb"])],
        ),
        (
            "I did the kite one (“Fast Kites for All”, Jane Doe and Joe Roe), and the workshop on"
            " sails with Ann Poe.",
            [("Fast Kites for All", ["Jane Doe", "Joe Roe"]), (None, ["Ann Poe"])],
        ),
        (
            "Two more on Monday. One by a fellow from Acme, Jane Doe, about kites. And one by Joe"
            " Roe on “Sails, or why”, which was long.",
            [(None, ["Jane Doe"]), ("Sails, or why", ["Joe Roe"])],
        ),
        (
            "Jane Doe, again with Joe Roe this time, had the “Kites, Four Years On” slot.",
            [("Kites, Four Years On", ["Jane Doe", "Joe Roe"])],
        ),
        ("Jane Doe did an encore upstairs on how kites fall.", [(None, ["Jane Doe"])]),
        ("Jane Doe had another, shorter one, on kites for sailors.", [(None, ["Jane Doe"])]),
        ("After lunch came my own “Kites and courts”.", [("Kites and courts", ["Au Thor"])]),
        (
            "In order: Jane Doe on kites, Joe Roe on sails (“a knot”), someone about oars.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
        (
            "The keynote was by a lawyer. Well! Jane Doe on kites at sea, and she was funny.",
            [(None, ["Jane Doe"])],
        ),
        (
            "The session was a panel, “Kites are a risk”, moderated by Ann Poe with Jane Doe and"
            " Joe Roe.",
            [("Kites are a risk", ["Jane Doe", "Joe Roe"])],
        ),
        (
            "I skipped a talk because I needed the other one: Jane Doe's session about kites.",
            [(None, ["Jane Doe"])],
        ),
        (
            "Jane Doe - keeper of the old kites of Acme and of the new ones that came after them"
            " too - gave a talk on sails.",
            [(None, ["Jane Doe"])],
        ),
        (
            "Ann Poe opened the day and introduced the first keynote speaker, Jane Doe.",
            [(None, ["Jane Doe"])],
        ),
        (
            "The evening keynote, after dinner and some songs, was Jane Doe's.",
            [(None, ["Jane Doe"])],
        ),
        ("When it began, the topic was “Kites for all”.", [("Kites for all", [])]),
        ("After a quick session on mending kites it was time to go.", [(None, [])]),
        (
            "Jane Doe spoke about kites. Then Joe Roe about sails.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
        ("Jane Doe of Acme Kites then gave a talk on sails.", [(None, ["Jane Doe"])]),
        (
            "The panel was made up of Jane Doe from Acme Kites, Joe Roe and Ann Poe.",
            [(None, ["Jane Doe", "Joe Roe", "Ann Poe"])],
        ),
        (
            "I enjoyed [Fast Kites for All](/a), where Jane Doe flew one, and [Slow Sails](/b) by"
            " Joe Roe.",
            [("Fast Kites for All", ["Jane Doe"]), ("Slow Sails", ["Joe Roe"])],
        ),
        (
            "The keynote was by Jane Doe. She gave a talk that she called “Fast kites”.",
            [("Fast kites", ["Jane Doe"])],
        ),
        (
            "The third talk was Jane Doe's. Its title was “Fast kites”.",
            [("Fast kites", ["Jane Doe"])],
        ),
        (
            "There was a panel first thing on kites, with Jane Doe again, Joe Roe from the Kite"
            " crew and Ann Poe, moderated by Max Orr.",
            [(None, ["Jane Doe", "Joe Roe", "Ann Poe"])],
        ),
        ("The keynote on day two was about kites, and a bit long.", [(None, [])]),
        ("At the end of the day there were lightning talks.", [(None, [])]),
        ("To end the conference there was a Q&A panel with all speakers.", [(None, [])]),
        (
            "The keynote starts late. The second part of the keynote is from Jane Doe.",
            [(None, ["Jane Doe"])],
        ),
        ("First talk: Jane Doe about kites.", [(None, ["Jane Doe"])]),
        ("Another highlight: Jane Doe showing her kites.", [(None, ["Jane Doe"])]),
        ("Jane Doe was the next speaker.", [(None, ["Jane Doe"])]),
        ("Then we heard about kites from Jane Doe.", [(None, ["Jane Doe"])]),
        ("My own talk, “Kites at Sea”, went well.", [("Kites at Sea", ["Au Thor"])]),
        ("Tjarda Veenstra demoed kites, and she was funny.", [(None, ["Tjarda Veenstra"])]),
        (
            "Jane Doe moderated a panel on kites with Joe Roe and Ann Poe.",
            [(None, ["Joe Roe", "Ann Poe"])],
        ),
        (
            "The talk on kites by Jane Doe was great, as was the one on sails by Joe Roe.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
        (
            "There was Jane Doe on kites, Joe Roe on sails and Ann Poe on oars.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"]), (None, ["Ann Poe"])],
        ),
    ],
)
def test_talk_told_by_a_turn(sentences, talks):
    assert told(sentences) == talks


@pytest.mark.parametrize(
    "sentences",
    [
        "I use a tool called Jenkins Blue every day.",
        "The day ended with a walk by the river, and Jane Doe was tired.",
        "The photo was by a friend, Jane Doe.",
        "I bought the one on kites (“Fast Kites for All”) from a shop.",
        "Jane Doe on stage.",
        "Jane Doe on kites.",
        "There was a book, and one by Jane Doe.",
        "The session was chaired by Jane Doe.",
        "And Jane Doe gave the kites back.",
        "At the talk the oldest kite was Jane Doe's kite.",
        "Jane Doe flew a kite, and then another.",
        "I came home with my own kite.",
        "There was Jane Doe on the left.",
        "Highlight: Jane Doe had cake.",
        "Jane Doe was the last to leave.",
        "I bought the one with a tail from Jane Doe.",
        "Compass Vault showed kites, and it was funny.",
        "My keynote was about kites last year.",
        "I liked that the keynote was in the big hall.",
        "There were even some lightning talks.",
        "There was a kite panel beside the solar panel.",
        "I went to [PyCon](/p) for the first time.",
        "We ran into Jane Doe, who told us about her group.",
        "I went to PyCon in Springfield.",
        "Jane Vault supports customer-held kites.",
        "A photo (Jane Doe) on Twitter.",
        "Acme Lens on steroids.",
        "The museum was by the river, and “Kites for Everyone” was a book.",
        "We had a chat, then Jane Doe left.",
    ],
)
def test_no_talk_is_told_by_a_turn(sentences):
    assert told(sentences) == []


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("I was in the talk of Joe Roe about sails.", ["Joe Roe"]),
        ("It reminded me of the talk of Joe Roe about sails.", None),
    ],
)
def test_who_was_heard_in_the_section_of_another_gave_a_talk(sentence, speakers):
    text = (
        f"## Fast Kites\n\nBy Jane Doe. They were fast.\n\n{sentence}\n\n## Kits\n\nBy Ann Poe.\n"
    )

    assert told(text) == [
        ("Fast Kites", ["Jane Doe"]),
        *([(None, speakers)] if speakers else []),
        ("Kits", ["Ann Poe"]),
    ]


@pytest.mark.parametrize(
    ("text", "language", "talks"),
    [
        (
            "Los ging es mit dem Vortrag von Jana Roth: »Drachen für alle«. Er war »sehr« gut.",
            "de",
            [("Drachen für alle", ["Jana Roth"])],
        ),
        (
            "Nach dem Essen erzählte Ayşe Korkmaz von ihrer Arbeit.",
            "de",
            [(None, ["Ayşe Korkmaz"])],
        ),
        (
            "Puis le talk d'un Québécois, Yves Tremblay, sur les cerfs-volants.",
            "fr",
            [(None, ["Yves Tremblay"])],
        ),
        (
            "O dia foi aberto pela *Joana Reis* com a palestra **Pipas e vento**.",
            "pt",
            [("Pipas e vento", ["Joana Reis"])],
        ),
        (
            "Por la tarde vi a dos niños, Hugo Luna y Sara Rey, enseñar una cometa.",
            "es",
            [(None, ["Hugo Luna", "Sara Rey"])],
        ),
        ("Por la tarde vi a Sara Rey comer pan.", "es", []),
        (
            "Vieram as palestras: a Ana Reis sobre pipas, e a Joana Melo sobre o vento.",
            "pt",
            [(None, ["Ana Reis"]), (None, ["Joana Melo"])],
        ),
        (
            "Ensuite Aurore Blin a présenté le retour d'expérience de Voiles Assurances.",
            "fr",
            [(None, ["Aurore Blin"])],
        ),
    ],
)
def test_turns_of_other_languages(text, language, talks):
    post = f"---\ntitle: Kites 2020\nlang: {language}\n---\n\n{text}\n"

    read = read_recap(post).talks
    assert [(t.title if t.titled else None, [p.name for p in t.speakers]) for t in read] == talks


def test_unusual_name_gives_a_further_talk_where_a_pronoun_follows():
    text = (
        "## Fast Kites\n\nBy Jane Doe.\n\nTunde Sval of Acme spoke about sails, {}.\n\n"
        "## Kits\n\nBy Ann Poe.\n"
    )

    assert len(told(text.format("she says"))) == 3
    assert len(told(text.format("it says"))) == 2


def test_name_is_not_joined_to_its_own_first_word():
    assert told("Great talk by Jane Doe\nJane was fast.") == [(None, ["Jane Doe"])]


@pytest.mark.parametrize(
    ("title", "count"), [("Build Your Own Sail", 4), ("Fast Kites (for All)", 3)]
)
def test_other_title_of_a_speaker_is_another_talk(title, count):
    text = (
        "## Fast Kites for All - Jane Doe\n\nGood.\n\n## Slow Kites - Joe Roe\n\nBad.\n\n"
        f"## Old Kites - Ann Poe\n\nOld.\n\n## Summary\n\nThere was “{title}” by Jane Doe again.\n"
    )

    assert len(told(text)) == count


def test_role_after_a_speaker_is_no_speaker():
    text = "### Kites\n\nSpeaker: Jane Doe, Principal Architect, Acme\n\nGood.\n"

    assert told(text) == [("Kites", ["Jane Doe"])]
