import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.recaps import read_recap
from tests.examples import at_least


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
    ("sentence", "topic"),
    [
        ("She showed functional programming at length.", "Functional programming"),
        ("We all run K8s, and Kubernetes runs us.", "Kubernetes"),
        ("We use K8s a lot, as K8s is there.", "K8s"),
        ("He talked about GraphQL-based services.", "GraphQL"),
        ("It is all Redis/PostgreSQL here, and PostgreSQL again.", "PostgreSQL"),
    ],
)
def test_known_terms_are_topics_under_the_name_that_stands_in_the_post(sentence, topic):
    assert topic in topics_in(f"# PyCon 2020\n\n## It runs by Jane Doe\n\n{sentence}\n")


@pytest.mark.parametrize(
    "sentence",
    ["Then we go home for some rest.", "Each react in a flash, and the spark is gone."],
)
def test_everyday_words_are_no_topics_without_a_capital(sentence):
    assert topics_in(f"# PyCon 2020\n\n## It runs by Jane Doe\n\n{sentence}\n") == []


def test_a_topic_stands_once_with_its_other_spellings():
    post = """# PyCon 2020

## Clusters by Jane Doe

Kubernetes it is: k8s here, K8s there. Microservices are a microservice each.
"""
    topics = read_recap(post).topics

    assert {topic.name: topic.spellings for topic in topics} == {
        "Kubernetes": ("K8s", "k8s"),
        "Microservices": ("microservice",),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Everybody was happy.",
        "Then I had lunch.",
        "Jane Doe gave a talk about it.",
        "Jane Doe spoke first. Jane’s demo was Jane's best, and Doe knew.",
        "We flew from Berlin to New York, and Berlin is cold.",
        "The talk by Ann Lee ([@annlee](https://twitter.com/annlee)) and Ann's slides.",
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


@given(st.text(alphabet="aB .,/-_#+@\n*`[]()'sİ1", max_size=400))
@at_least(60)
def test_topics_of_any_text_are_few_and_stand_where_they_say(text):
    outline = read_recap(f"# PyCon 2020\n\n## It runs by Jane Doe\n\n{text}\n")

    names = [topic.name for topic in outline.topics]
    assert len(names) == len(set(names)) <= 15
    assert all(0 <= topic.start < topic.end <= len(outline.text) for topic in outline.topics)
