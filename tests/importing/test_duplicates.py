import pytest

from conferences.importing.decisions.unmerging import rule_not_same
from conferences.importing.duplicates import likely_duplicates, look_at
from tests.factories import (
    make_appearance,
    make_conference,
    make_handle,
    make_recap,
    make_source,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
    make_version,
)

pytestmark = pytest.mark.django_db


def told(kind):
    return [
        ({str(likely.one), str(likely.other)}, sorted(likely.reasons), sorted(likely.doubts))
        for likely in likely_duplicates(kind)
    ]


def test_speakers_with_what_speaks_for_and_against():
    talk = make_talk()
    ada, short = make_speaker(name="Ada Turner"), make_speaker(name="A. Turner")
    for speaker in (ada, short):
        make_appearance(talk=talk, speaker=speaker)
    make_handle(speaker=ada, site="github", handle="ada")
    make_handle(speaker=short, site="github", handle="alan")
    make_speaker(name="Bo Millar")

    assert told("speaker") == [
        (
            {"Ada Turner", "A. Turner"},
            ["both spoke at “DjangoCon 2015”", "“A. Turner” may be short for “Ada Turner”"],
            [
                "both stand on “Taming tests”: one would speak twice",
                "one is @ada, the other @alan on github",
            ]
            if ada.key < short.key
            else [
                "both stand on “Taming tests”: one would speak twice",
                "one is @alan, the other @ada on github",
            ],
        )
    ]


def test_one_account_name_on_two_sites():
    one, other = make_speaker(name="Ada Turner"), make_speaker(name="Countess")
    make_handle(speaker=one, site="github", handle="Ada")
    make_handle(speaker=other, site="twitter", handle="ada")

    ((names, reasons, doubts),) = told("speaker")

    assert (names, doubts) == ({"Ada Turner", "Countess"}, [])
    assert [reason.startswith("both are @ada, on ") for reason in reasons] == [True]


def test_topics_talks_and_conferences():
    conference = make_conference(name="GearConf Europe 2015", series="GearConf Europe")
    make_conference(name="Gear Conf Europe 2015", series="Gear Conf Europe")
    talk = make_talk(conference=conference, title="Gears that never wear out")
    make_talk(conference=conference, title="Gears that never wear")
    for name in ("Node.js", "NodeJS"):
        make_talk_topic(talk=talk, topic=make_topic(name=name))

    assert [names for names, *_why in told("conference")] == [
        {"GearConf Europe 2015", "Gear Conf Europe 2015"}
    ]
    assert [names for names, *_why in told("talk")] == [
        {"Gears that never wear out", "Gears that never wear"}
    ]
    assert [doubts for _names, _reasons, doubts in told("topic")] == [
        ["both are topics of “Gears that never wear out”"]
    ]


def test_what_is_ruled_not_to_be_the_same_or_is_gone_is_not_listed_again():
    ada, short = make_speaker(name="Ada Turner"), make_speaker(name="A. Turner")
    make_speaker(name="Ada Tuner", removed="person")

    rule_not_same("speaker", short.key, ada.key, user=None)

    assert likely_duplicates("speaker") == []


@pytest.mark.parametrize(
    ("recap", "doubts"),
    [
        ({}, ["told of as two in “My days at DjangoCon”"]),
        ({"visibility": "private"}, ["told of as two in “a private recap”"]),
    ],
)
def test_two_rows_that_are_called_otherwise_can_be_looked_at(recap, doubts):
    ada, bo = make_speaker(name="Ada Turner"), make_speaker(name="Bo Millar")
    version = make_version(recap=make_recap(**recap))
    for row in (ada, bo):
        make_source(row=row, version=version)

    likely = look_at("speaker", bo.key, ada.key)

    assert (likely.reasons, likely.doubts) == ([], doubts)


def test_two_recaps_of_one_title_are_not_one_that_tells_of_both():
    ada, bo = make_speaker(name="Ada Turner"), make_speaker(name="Bo Millar")
    for row in (ada, bo):
        make_source(row=row, version=make_version(recap=make_recap(title="Day 1")))

    assert look_at("speaker", bo.key, ada.key).doubts == []


@pytest.mark.parametrize("kind", ["speaker", "topic", "talk", "conference"])
def test_looking_costs_the_same_however_many_there_are(kind, django_assert_max_num_queries):
    _make_alikes("a", 1)
    with django_assert_max_num_queries(10) as few:
        assert likely_duplicates(kind) != []
    _make_alikes("b", 3)

    with django_assert_max_num_queries(len(few)):
        likely_duplicates(kind)


def _make_alikes(mark, count):
    for number in range(count):
        for end in ("", "s"):
            name = f"{mark}{number} Lathe Gear{end}"
            talk = make_talk(conference=make_conference(name=name, series=name), title=name)
            make_talk(conference=talk.conference, title=f"{name} anew")
            make_appearance(talk=talk, speaker=make_speaker(name=name))
            make_talk_topic(talk=talk, topic=make_topic(name=name))
