"""Posts in other languages than English say to the reader what they say to a careful person."""

import json
from pathlib import Path

import pytest

from conferences.recaps import read_recap
from conferences.recaps.reading import as_reading

FOLDER = Path(__file__).with_name("languages")
POSTS = sorted(FOLDER.glob("*.md"))


def outlined(reading, beginnings):
    """What is compared: news by its beginning, as far as the expectation gives it."""
    names = ("title", "titled", "kind", "day", "line", "speakers")
    news = reading["announcements"]
    return {
        "language": reading["language"],
        "conference": {name: reading["conference"][name] for name in ("name", "year")},
        "days": [day["number"] for day in reading["days"]],
        "talks": [{name: talk[name] for name in names} for talk in reading["talks"]],
        "announcements": [
            {
                "begins": one["text"][: len(begins)],
                "status": one["status"],
                "talk": one["talk"],
                "line": one["line"],
            }
            for one, begins in zip(news, beginnings, strict=False)
        ]
        + [one["text"] for one in news[len(beginnings) :]],
    }


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.stem)
def test_post_in_another_language_reads_as_expected(post):
    expected = json.loads(post.with_suffix(".json").read_text(encoding="utf-8"))
    beginnings = [news["begins"] for news in expected["announcements"]]

    reading = as_reading(read_recap(post.read_bytes(), post.name), post.name)

    assert outlined(reading, beginnings) == expected
