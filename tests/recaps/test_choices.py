"""Of two sessions at one time only the one that was seen is read."""

import pytest

from conferences.recaps import read_recap
from tests.recaps.telling import told


@pytest.mark.parametrize(
    ("sentences", "talks"),
    [
        (
            "It was a toss-up between *Fast Kites* by Jane Doe and *Slow Sails* by Joe Roe. The"
            " latter won, and it was fun.",
            [("Slow Sails", ["Joe Roe"])],
        ),
        (
            "I was torn between Jane Doe's talk on kites and Joe Roe's talk on sails. I went with"
            " Jane, and she was great.",
            [(None, ["Jane Doe"])],
        ),
        (
            "I had to choose between *Fast Kites* by Jane Doe and *Slow Sails* by Joe Roe. The"
            " former was full.",
            [("Fast Kites", ["Jane Doe"])],
        ),
        (
            "I had to choose between *Fast Kites* by Jane Doe and *Slow Sails* by Joe Roe.",
            [("Fast Kites", ["Jane Doe"]), ("Slow Sails", ["Joe Roe"])],
        ),
        (
            "Instead of the talk on oars by Joe Roe I went to see Jane Doe talk about kites.",
            [(None, ["Jane Doe"])],
        ),
        (
            "I saw Jane Doe's talk on kites rather than Joe Roe's talk on oars.",
            [(None, ["Jane Doe"])],
        ),
        (
            "I saw Jane Doe's talk on kites, and Joe Roe's talk on sails.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
    ],
)
def test_session_that_was_not_chosen_is_none(sentences, talks):
    assert told(sentences) == talks


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("de", "Den Vortrag von Jana Krug sah ich statt des Vortrags von Ute Lenz.", "Jana Krug"),
        (
            "fr",
            "J'ai vu la conférence de Jeanne Petit plutôt que la conférence de Luc Martin.",
            "Jeanne Petit",
        ),
        ("es", "En lugar de la charla de Juan Ramos, vi la charla de Marta Vega.", "Marta Vega"),
        ("pt", "Em vez da palestra do João Ramos, vi a palestra da Marta Veiga.", "Marta Veiga"),
    ],
)
def test_session_that_was_not_chosen_is_none_in_other_languages(language, sentence, speaker):
    post = f"---\ntitle: PyCon 2020\nlang: {language}\n---\n\n{sentence}\n"

    names = [person.name for talk in read_recap(post).talks for person in talk.speakers]

    assert names == [speaker]
