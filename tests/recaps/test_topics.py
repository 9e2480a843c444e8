import pytest

from conferences.recaps import read_recap


def topics_in(text):
    return [topic.name for topic in read_recap(text).topics]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("We used Docker Swarm for it.", "Docker Swarm"),
        ("It is written in C++ now.", "C++"),
        ("He likes Node.js most.", "Node.js"),
        ("See the [go-fuzz](https://e.org) tool.", "go-fuzz"),
        ("**seccomp** is on by default.", "seccomp"),
        ("All runs on VxLAN today.", "VxLAN"),
    ],
)
def test_named_things_are_topics(sentence, topic):
    assert topic in topics_in(f"# PyCon 2020\n\n{sentence}\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "Everybody was happy.",
        "Then I had lunch.",
        "Jane Doe gave a talk about it.",
        "PyCon 2020 was great, PyCon always is.",
    ],
)
def test_people_and_plain_words_are_no_topics(sentence):
    assert topics_in(f"# PyCon 2020\n\n{sentence}\n") == []
