"""Searches narrowed by speaker, topic, conference, year and kind."""

import pytest

from conferences.search import rebuild, suggest
from conferences.search.filters import Filters, Tie, read_filters
from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
    make_topic_alias,
)
from tests.search.test_search import titles


@pytest.mark.parametrize(
    ("text", "filters", "rest"),
    [
        ("speaker:jane gears", Filters((Tie("speaker", ("jane",)),)), "gears"),
        ('topic:"Docker Swarm"', Filters((Tie("topic", ("docker", "swarm")),)), ""),
        ('conference:"pycon us', Filters((Tie("conference", ("pycon", "us")),)), ""),
        ("YEAR:2014", Filters(years=(2014, 2014)), ""),
        ("year:2014..2016", Filters(years=(2014, 2016)), ""),
        ("year:2014..", Filters(years=(2014, 9999)), ""),
        ("year:..2014", Filters(years=(1, 2014)), ""),
        ("kind:keynotes", Filters(kinds=("talk",), talk_kinds=("keynote",)), ""),
        ("kind:lightning", Filters(kinds=("talk",), talk_kinds=("lightning talk",)), ""),
        ("kind:topic", Filters(kinds=("topic",)), ""),
        ("year:soon", Filters(), "year:soon"),
        ("year:..", Filters(), "year:.."),
        ("kind:party", Filters(), "kind:party"),
        ("speaker:", Filters(), "speaker:"),
        ("speaker:--", Filters(), "speaker:--"),
        ("loudspeaker:jane", Filters(), "loudspeaker:jane"),
        ("https://example.org", Filters(), "https://example.org"),
    ],
)
def test_filters_are_told_from_words(text, filters, rest):
    found, words = read_filters(text)

    assert (found, words.strip()) == (filters, rest)


@pytest.fixture
def workshop(db):
    docker = make_topic(name="Docker")
    make_topic_alias(topic=docker, name="moby")
    jane = make_speaker(name="Jane Doe")
    old = make_conference(name="Docker Days", year=2014)
    new = make_conference(name="GearConf", year=2016)
    keynote = make_talk(conference=old, title="Gears", talk_kind="keynote")
    make_appearance(talk=keynote, speaker=jane)
    swarm = make_talk(conference=new, title="Swarm of gears")
    make_talk_topic(talk=swarm, topic=docker)
    make_appearance(talk=swarm, speaker=make_speaker(name="Janet Roe"))
    gone = make_talk(conference=new, title="Gears of Jane Doe")
    make_appearance(talk=gone, speaker=jane, removed="person")
    news = make_announcement(conference=new, text="Gears are out.")
    make_announcement_topic(announcement=news, topic=docker)
    rebuild()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('speaker:"jane doe"', ["Gears", "Jane Doe"]),
        ('gears speaker:"Jane Doe"', ["Gears"]),
        ("speaker:jane", ["Gears", "Jane Doe"]),
        ("topic:docker", ["Docker", "Gears are out.", "Swarm of gears"]),
        ("topic:moby", ["Docker", "Gears are out.", "Swarm of gears"]),
        ("topic:docker kind:talk", ["Swarm of gears"]),
        ("conference:gearconf kind:talk", ["Gears of Jane Doe", "Swarm of gears"]),
        ("kind:keynote", ["Gears"]),
        ("year:2014", ["Docker Days", "Gears"]),
        ("year:..2015 -gears", ["Docker Days"]),
        ("gears year:2015..", ["Gears are out.", "Gears of Jane Doe", "Swarm of gears"]),
        ("year:2016..2014", []),
        ("topic:docker speaker:janet", ["Swarm of gears"]),
        ("topic:docker speaker:doe", []),
        ("speaker:docker", []),
    ],
)
def test_search_is_narrowed(workshop, text, found):
    assert sorted(titles(text)) == found


def test_mistyped_name_in_a_filter_is_mended(workshop):
    suggestion = suggest("topic:dokcer gears")

    assert (suggestion.text, suggestion.count) == ("topic:docker gears", 2)
