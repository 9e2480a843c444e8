"""The known topics, and the file that lists them."""

from collections import Counter
from importlib.resources import files
from itertools import groupby

import pytest

from conferences.recaps.folding import fold
from conferences.recaps.vocabulary import Topic, read_topics, vocabulary

TEXT = files("conferences.recaps").joinpath("vocabulary.txt").read_text(encoding="utf-8")
ENTRIES = list(read_topics(TEXT))
NAMED = [topic for folded, topic in ENTRIES if folded == fold(topic.name)]


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("Kubernetes", "Kubernetes"),
        ("k8s", "Kubernetes"),
        ("Postgres", "PostgreSQL"),
        ("test driven development", "Test-driven development"),
        ("TDD", "Test-driven development"),
        ("c", "C"),
        ("C++", "C++"),
        ("C#", "C#"),
        (".NET", ".NET"),
        ("React.js", "React"),
    ],
)
def test_vocabulary_knows_topic_by_name(name, topic):
    assert vocabulary()[fold(name)].name == topic


@pytest.mark.parametrize("name", ["", "the", "talk", "f", "q", "thank you", "lunch", "coffee"])
def test_vocabulary_leaves_other_words_out(name):
    assert fold(name) not in vocabulary()


@pytest.mark.parametrize(
    ("name", "ambiguous"),
    [("go", True), ("golang", False), ("python", False), ("node", True), ("node js", False)],
)
def test_vocabulary_tells_everyday_words(name, ambiguous):
    assert vocabulary()[name].ambiguous is ambiguous


def test_topics_are_read_once_for_each_name():
    text = "# Languages\nGo ! = Golang\n\n# Databases\nMongoDB = Mongo, Humongous !\n"

    entries = list(read_topics(text))

    mongo = ("MongoDB", ("Mongo", "Humongous"), "Databases")
    assert entries == [
        ("go", Topic("Go", ("Golang",), "Languages", True)),
        ("golang", Topic("Go", ("Golang",), "Languages", False)),
        ("mongodb", Topic(*mongo, False)),
        ("mongo", Topic(*mongo, False)),
        ("humongous", Topic(*mongo, True)),
    ]


def test_vocabulary_holds_each_name_once():
    times = Counter(folded for folded, _ in ENTRIES)

    assert [name for name in times if times[name] > 1] == []


def test_vocabulary_is_sorted_within_each_field():
    fields = {
        field: [topic.name for topic in topics]
        for field, topics in groupby(NAMED, key=lambda topic: topic.field)
    }

    assert fields == {field: sorted(names, key=str.casefold) for field, names in fields.items()}


def test_vocabulary_has_each_field_once():
    headings = [field for field, _ in groupby(NAMED, key=lambda topic: topic.field)]

    assert len(headings) == len(set(headings))


def test_vocabulary_is_wide_enough():
    assert len(NAMED) >= 1200


def test_vocabulary_has_letters_alone_as_ambiguous_only():
    assert [name for name, topic in ENTRIES if len(name) < 2 and not topic.ambiguous] == []


def test_vocabulary_names_hold_no_signs_of_the_format():
    names = {name for _, topic in ENTRIES for name in (topic.name, *topic.aliases)}

    assert [name for name in names if name != name.strip() or set("=,!") & set(name)] == []
