"""The examples of the page on extending, put where it says, read posts."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.documents import blocks, copy_project, environment, read

LANGUAGE, SHAPE = blocks(read("extending.md"), "python")
DUTCH_POST = """\
# Gearconf 2019

Ik was op Gearconf 2019 en het was een goede dag voor ons.

## Snelle tests

Door Jane Doe en Joe Roe.

Cogwheel 2.0 is nu beschikbaar.
"""
SCHEDULE_POST = """\
# Gearconf 2019

10:30 | Fast tests | Jane Doe

Speed.

11:30 | Slow tests | Joe Roe

Rest.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A copy of the project with both examples in their places."""
    site = copy_project(tmp_path_factory.mktemp("extended"))
    recaps = site / "conferences" / "recaps"
    (recaps / "words" / "dutch.py").write_text(LANGUAGE)
    (recaps / "shapes" / "schedule.py").write_text(SHAPE)
    put(recaps / "words" / "__init__.py", r"^from \.english", "from .dutch import DUTCH\n")
    put(recaps / "words" / "__init__.py", r'(?<=^LANGUAGES = {)"en"', '"nl": DUTCH, ')
    put(recaps / "talks.py", r"^from \.shapes", "from .shapes import schedule\n")
    put(recaps / "talks.py", r'^    \("headings"', '    ("schedule", schedule.find),\n')
    return site


def put(path: Path, before, words):
    """Words into a file, before the one place that the pattern finds."""
    text = path.read_text(encoding="utf-8")
    (found,) = re.finditer(before, text, re.MULTILINE)
    path.write_text(text[: found.start()] + words + text[found.start() :], encoding="utf-8")


def reading(site, post):
    (site / "post.md").write_text(post, encoding="utf-8")
    command = [".venv/bin/python", "-m", "conferences.recaps", "post.md"]
    done = subprocess.run(
        command, cwd=site, env=environment(site), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def talks_of(reading):
    return [
        (talk["title"], talk["line"], talk["last_line"], [who["name"] for who in talk["speakers"]])
        for talk in reading["talks"]
    ]


def test_language_is_read(site):
    found = reading(site, DUTCH_POST)

    assert found["language"] == "nl"
    assert talks_of(found) == [("Snelle tests", 5, 9, ["Jane Doe", "Joe Roe"])]
    assert [news["text"] for news in found["announcements"]] == ["Cogwheel 2.0 is nu beschikbaar."]


def test_shape_is_read(site):
    found = reading(site, SCHEDULE_POST)

    assert talks_of(found) == [
        ("Fast tests", 3, 5, ["Jane Doe"]),
        ("Slow tests", 7, 9, ["Joe Roe"]),
    ]
    assert {talk["rule"] for talk in found["talks"]} == {"schedule"}
