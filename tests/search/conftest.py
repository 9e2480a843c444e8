"""A library that every question of these tests is put to."""

import pytest

from conferences.search import rebuild
from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_handle,
    make_note,
    make_recap,
    make_speaker,
    make_speaker_name,
    make_talk,
    make_talk_topic,
    make_topic,
    make_topic_alias,
)


@pytest.fixture
def library():
    """Some talks, all of one conference, and who and what they are about."""
    conference = make_conference(name="GearConf 2015", place="Łódź")
    jane = make_speaker(name="Jane García")
    make_speaker_name(speaker=jane, name="J. Garcia-Pérez")
    make_handle(speaker=jane, handle="gearjane")
    kubernetes = make_topic(name="Kubernetes")
    make_topic_alias(topic=kubernetes, name="k8s")
    rolling = make_talk(conference=conference, title="Rolling updates of gears")
    make_appearance(talk=rolling, speaker=jane)
    make_talk_topic(talk=rolling, topic=kubernetes)
    make_note(talk=rolling, text="They *measured* the lathe twice.", recap=make_recap())
    lathe = make_talk(conference=conference, title="Lathes")
    make_note(talk=lathe, text="Updates keep rolling in; scaled observability.", recap=make_recap())
    for title in ("C++ for turners", "C# in the shop", "Plain C", "F#", "The .NET way", "Node.js"):
        make_talk(conference=conference, title=title)
    news = make_announcement(conference=conference, text="The **mesh** command is out.")
    make_announcement_topic(announcement=news, topic=kubernetes)
    rebuild()
