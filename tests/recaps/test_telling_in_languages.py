"""Plain sentences of other languages that tell a talk, each with what only looks like one."""

import pytest

from conferences.recaps import read_recap

HEAD = "---\ntitle: PyCon 2020\nauthor: Au Thor\nlang: {}\n---\n\n{}\n"


@pytest.mark.parametrize(
    ("language", "sentence", "titled"),
    [
        ("de", "Jana Krug eröffnete die Konferenz mit einer Keynote über Drachen.", None),
        ("de", "Danach hat Jana Krug über Drachen gesprochen.", None),
        ("de", "Jana Krug von Acme zeigte, wie man Drachen baut.", None),
        ("de", "Jana Krug gab einen Überblick über Drachen.", None),
        ("de", "Weiter ging es mit Jana Krug und „Drachen am Meer“.", "Drachen am Meer"),
        ("de", "Anschließend war Jana Krug an der Reihe.", None),
        ("fr", "Jana Krug a ouvert la conférence avec une keynote sur les voiles.", None),
        ("fr", "Jana Krug a ensuite parlé de voiles.", None),
        ("fr", "Jana Krug a fait une présentation sur les voiles.", None),
        ("fr", "Après la pause, Jana Krug est venue parler de voiles.", None),
        ("fr", "Jana Krug, de chez Acme, a présenté « Des voiles en mer ».", "Des voiles en mer"),
        ("es", "Jana Krug abrió la conferencia con una keynote sobre velas.", None),
        ("es", "Luego vino Jana Krug con “Velas en el mar”.", "Velas en el mar"),
        ("pt", "Jana Krug abriu a conferência com uma keynote sobre velas.", None),
        ("pt", "Em seguida veio Jana Krug com “Velas no mar”.", "Velas no mar"),
    ],
)
def test_speaker_is_told_in_a_sentence(language, sentence, titled):
    assert told(language, sentence) == [(titled, ["Jana Krug"])]


@pytest.mark.parametrize(
    ("language", "sentence", "titled"),
    [
        ("de", "Selbst habe ich einen Vortrag über Drachen gehalten.", None),
        ("de", "Mein eigener Vortrag „Drachen am Meer“ lief gut.", "Drachen am Meer"),
        ("fr", "J'ai moi-même donné une conférence sur les voiles.", None),
        ("es", "Yo di una charla sobre velas.", None),
        ("pt", "Eu dei uma palestra sobre velas.", None),
    ],
)
def test_talk_of_the_author_is_told_in_a_sentence(language, sentence, titled):
    assert told(language, sentence) == [(titled, ["Au Thor"])]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Danach hat Jana Krug mit uns gegessen."),
        ("de", "Anschließend war Jana Krug müde."),
        ("de", "Ich habe einen Vortrag über Drachen gehört."),
        ("fr", "Jana Krug est venue en train."),
        ("fr", "J'ai donné un livre sur les voiles."),
        ("es", "Luego vino la cena con Jana Krug."),
        ("es", "Di un paseo con Jana Krug."),
        ("pt", "Eu dei um livro sobre velas."),
    ],
)
def test_other_sentence_tells_no_talk(language, sentence):
    assert told(language, sentence) == []


def told(language, sentence):
    return [
        (talk.title if talk.titled else None, [person.name for person in talk.speakers])
        for talk in read_recap(HEAD.format(language, sentence)).talks
    ]
