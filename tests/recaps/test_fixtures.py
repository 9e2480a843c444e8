"""The golden tests: each fixture says to the reader what it says to a careful person."""

import json
from pathlib import Path

import pytest

from conferences.recaps import read_recap
from conferences.recaps.reading import as_reading

RECAPS = Path(__file__).parents[2] / "fixtures" / "recaps"
POSTS = sorted(path for path in RECAPS.iterdir() if path.suffix != ".json")
BEGINNING = 40

every_post = pytest.mark.parametrize("post", POSTS, ids=lambda post: post.stem)


def read(post):
    return as_reading(read_recap(post.read_bytes(), post.name), post.name)


def expect(post):
    return json.loads(post.with_suffix(".json").read_text(encoding="utf-8"))


def outlined(reading):
    """All that is compared word for word: the reading without topics and the reader's grounds."""
    names = ("title", "published", "author", "language", "conference", "days", "warnings")
    return {name: reading[name] for name in names} | {
        "talks": [talk_outlined(talk) for talk in reading["talks"]],
        "announcements": [
            news | {"text": news["text"][:BEGINNING]} for news in reading["announcements"]
        ],
    }


def talk_outlined(talk):
    names = ("title", "titled", "kind", "day", "line", "last_line", "speakers")
    links = [(link["url"], link["text"]) for link in talk["links"]]
    return {name: talk[name] for name in names} | {"links": links}


def topics_of_talks(reading):
    return {(talk["line"], topic) for talk in reading["talks"] for topic in talk["topics"]}


def test_fixtures_are_pairs():
    assert [post.stem for post in POSTS] == sorted(path.stem for path in RECAPS.glob("*.json"))


@every_post
def test_fixture_reads_as_expected(post):
    assert outlined(read(post)) == outlined(expect(post))


@every_post
def test_fixture_names_its_topics(post):
    reading, expected = read(post), expect(post)

    assert set(expected["topics"]) - set(reading["topics"]) == set()
    assert topics_of_talks(expected) - topics_of_talks(reading) == set()
