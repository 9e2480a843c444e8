import pytest

from conferences.recaps import read_recap


def topics_in(text):
    return [topic.name for topic in read_recap(text).topics]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("We used Docker Swarm for it, and Docker Swarm again.", "Docker Swarm"),
        ("It is written in C++ now.", "C++"),
        ("He likes Node.js most.", "Node.js"),
        ("See the [go-fuzz](https://e.org/go-fuzz) tool.", "go-fuzz"),
        ("**seccomp** is on by default.", "seccomp"),
        ("All runs on VxLAN today.", "VXLAN"),
    ],
)
def test_named_things_are_topics(sentence, topic):
    assert topics_in(f"# PyCon 2020\n\n## It runs by Jane Doe\n\n{sentence}\n")[0] == topic


@pytest.mark.parametrize(
    "sentence",
    [
        "Everybody was happy.",
        "Then I had lunch.",
        "Jane Doe gave a talk about it.",
        "In the corridor we met Larry Stone again.",
        "PyCon 2020 was great, PyCon always is.",
    ],
)
def test_people_and_plain_words_are_no_topics(sentence):
    assert topics_in(f"# PyCon 2020\n\n{sentence}\n") == []


def test_a_short_form_and_a_version_are_the_topic_they_shorten():
    post = """# PyCon 2020

## Clusters by Jane Doe

We ran Docker and Docker Swarm, as Docker does, and Swarm is simple.
Run it on Scala, or Scala 2.13, or Scala again.

## Names by John Roe

Swarm again, and a Gopher with a Gopher.
"""
    outline = read_recap(post)

    assert {"Swarm", "Scala 2.13"} & {topic.name for topic in outline.topics} == set()
    assert [talk.topics for talk in outline.talks] == [
        ("Docker", "Docker Swarm", "Scala"),
        ("Docker Swarm", "Gopher"),
    ]
