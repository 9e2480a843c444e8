"""The labelled posts beside the project, where they are; they are not part of it."""

import json
from pathlib import Path

import pytest

from conferences.recaps import read_recap
from conferences.recaps.reading import as_reading

FOLDER = Path(__file__).parents[3] / "shared" / "recaps"
POSTS = sorted(path for path in FOLDER.glob("*.*") if path.suffix != ".json")
FIRST = FOLDER / "S01-dockercon-eu-2015-day-one.md"

needs_posts = pytest.mark.skipif(not FIRST.exists(), reason="the labelled posts are not here")


@pytest.fixture(scope="module")
def reading():
    return as_reading(read_recap(FIRST.read_bytes(), FIRST.name), FIRST.name)


@pytest.fixture(scope="module")
def label():
    return json.loads(FIRST.with_suffix(".json").read_text(encoding="utf-8"))


@needs_posts
def test_first_post_names_conference_and_day(reading, label):
    conference = {name: reading["conference"][name] for name in ("name", "year")}

    assert (conference, reading["days"]) == (label["conference"], label["days"])


@needs_posts
def test_first_post_has_its_talks_and_speakers(reading, label):
    def said(talks):
        return [
            (
                talk["title"],
                talk["titled"],
                talk["day"],
                [(s["name"], s["handles"]) for s in talk["speakers"]],
            )
            for talk in talks
        ]

    assert said(reading["talks"]) == said(label["talks"])


@needs_posts
def test_first_post_has_its_announcements(reading, label):
    found = [(news["text"], news["talk"], news["status"]) for news in reading["announcements"]]
    wanted = [(news["begins"], news["talk"], news["status"]) for news in label["announcements"]]

    assert len(found) == len(wanted)
    assert [
        (text[: len(begins)], talk, status)
        for (text, talk, status), (begins, *_) in zip(found, wanted, strict=True)
    ] == wanted


@needs_posts
def test_first_post_leaves_no_character_out(reading):
    outline = read_recap(FIRST.read_bytes(), FIRST.name)

    assert "".join(outline.text[p.start : p.end] for p in outline.passages) == outline.text


@needs_posts
@pytest.mark.parametrize("post", POSTS, ids=lambda path: path.stem)
def test_labelled_post_is_read(post):
    outline = read_recap(post.read_bytes(), post.name)

    assert (len(outline.talks) > 0, outline.conference is not None) == (True, True)
