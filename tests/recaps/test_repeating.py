"""Posts whose paragraphs all begin alike are posts of talks, whatever the verbs say."""

import pytest

from conferences.recaps import read_recap

TALKS = [
    ("Fast Tests for Slow Teams", ["Jane Doe"], "They cut it down to four minutes."),
    ("The Art of Forgetting", ["Tomasz Wrona"], "It was about caches. I liked the graphs."),
    ("Why Builds Break on Mondays", ["Priya Natarajan"], "There is data, and it is our fault."),
    ("Small Teams, Big Queues", ["Kwame Boateng"], "Queues grow where nobody looks."),
]
HEAD = "---\ntitle: Hedge Conf 2019\n---\n\nI spent two days at Hedge Conf 2019.\n\n"
TAIL = "\n\nThe party was good, and I met Olga Friend there.\n"


def told(form, talks=TALKS):
    paragraphs = [
        form.format(title=title, speaker=speaker, notes=notes) for title, [speaker], notes in talks
    ]
    read = read_recap(HEAD + "\n\n".join(paragraphs) + TAIL).talks
    return [
        (talk.title if talk.titled else None, [one.name for one in talk.speakers]) for talk in read
    ]


@pytest.mark.parametrize(
    "form",
    [
        "I liked **{title}** a lot. {speaker} is a great speaker. {notes}",
        "**{title}** was packed. {speaker} had slides full of cats. {notes}",
        "{speaker} had the hardest slot with “{title}”. {notes}",
        "{speaker}, whose “{title}” I had looked forward to, was good. {notes}",
        "For “{title}” {speaker} had built a small robot. {notes}",
        "With “{title}”, {speaker} won the crowd. {notes}",
        "Then came “{title}”, in which {speaker} counted things. {notes}",
        "The next slot belonged to {speaker} and “{title}”. {notes}",
        "{speaker} is somebody I always want to hear. “{title}” was good. {notes}",
        "{speaker} from Acme then had half an hour for “{title}”. {notes}",
        "Slides were few in “{title}” by {speaker} (Acme). {notes}",
    ],
)
def test_paragraphs_that_name_title_and_speaker_are_talks(form):
    assert told(form) == [(title, speakers) for title, speakers, _ in TALKS]


@pytest.mark.parametrize(
    "form",
    [
        "{speaker} took a different view. {notes}",
        "{speaker} made the case for forgetting. {notes}",
        "{speaker} warned us of Mondays. {notes}",
        "{speaker} believes in deleting. {notes}",
        "{speaker} (Acme) was on stage after that. {notes}",
        "{speaker} has been doing this for ten years, and it showed. {notes}",
        "{speaker}: no more meetings. {notes}",
    ],
)
def test_paragraphs_that_begin_with_somebody_new_are_talks(form):
    assert told(form) == [(None, speakers) for _, speakers, _ in TALKS]


@pytest.mark.parametrize(
    "form",
    [
        "I met {speaker} at the party. {notes}",
        "{speaker} sat next to me. {notes}",
        "{speaker} asked me about {title}. {notes}",
        "Thanks to {speaker} for the photos. {notes}",
        "{notes} The room was full, and the food was good.",
    ],
)
def test_paragraphs_of_people_met_are_no_talks(form):
    assert told(form) == []


def test_one_paragraph_that_begins_so_is_no_talk():
    assert told("{speaker} believes in deleting. {notes}", TALKS[:1]) == []
