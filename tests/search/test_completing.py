"""Names that go on as what is typed."""

import pytest

from conferences.models import Talk
from conferences.search import rebuild
from conferences.search.completing import complete
from tests.factories import (
    make_announcement,
    make_conference,
    make_handle,
    make_note,
    make_speaker,
    make_speaker_name,
    make_talk,
    make_topic,
    make_topic_alias,
)


@pytest.fixture
def names(db):
    conference = make_conference(name="DockCon 2015", year=2015, place="Łódź")
    kubernetes = make_topic(name="Kubernetes")
    make_topic_alias(topic=kubernetes, name="k8s")
    make_topic(name="Docker Swarm")
    make_topic(name="Docker", description="Not Podman.")
    make_topic(name="Dockets", status="rejected")
    jane = make_speaker(name="José Dockery")
    make_speaker_name(speaker=jane, name="J. Pérez")
    make_handle(speaker=jane, handle="josed")
    talk = make_talk(conference=conference, title="Why C++ at the dock")
    make_note(talk=talk, text="Docks everywhere.")
    make_talk(conference=conference, title="Lathes", subject="docks")
    make_announcement(talk=talk, text="Docks are out.")
    rebuild()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "dock",
            ["Docker", "Docker Swarm", "DockCon 2015", "José Dockery", "Why C++ at the dock"],
        ),
        ("DOCKER", ["Docker", "Docker Swarm", "José Dockery"]),
        ("docker sw", ["Docker Swarm"]),
        ("swarm docker", ["Docker Swarm"]),
        ("jose", ["José Dockery"]),
        ("k8", ["Kubernetes"]),
        ("perez", ["José Dockery"]),
        ("lodz", ["DockCon 2015"]),
        ("c++", ["Why C++ at the dock"]),
        ("docker -swarm", ["Docker"]),
        ('"the dock', ["Why C++ at the dock"]),
        ("podman", []),
        ("everywhere", []),
        ("dockets", []),
        ("speaker:jose", []),
        ("d", []),
        ("", []),
        ("\0", []),
        ("-docker", []),
        ("' OR 1=1 --", []),
    ],
)
def test_names_go_on_as_typed(names, text, found):
    assert [row.name for row in complete(text)] == found


def test_other_name_is_told(names):
    (row,) = complete("k8s")

    assert (row.kind, row.slug, row.name, row.alias) == ("topic", "kubernetes", "Kubernetes", "k8s")


def test_no_more_are_given_than_can_be_looked_over(db):
    for number in range(12):
        make_topic(name=f"Gear {number}")
    rebuild()

    assert len(complete("gear")) == 8


def test_no_kind_crowds_out_the_others(db):
    for number in range(6):
        make_topic(name=f"Gear {number}")
    make_talk(conference=make_conference(name="Conf"), title="Of gears")
    rebuild()

    kinds = [row.kind for row in complete("gear")]

    assert kinds == ["topic"] * 3 + ["talk"] + ["topic"] * 3


def test_removed_row_is_not_given_even_where_the_index_is_behind(names):
    Talk.objects.update(removed="person")

    assert complete("why") == []
