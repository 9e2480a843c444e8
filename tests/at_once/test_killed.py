"""An import that is killed outright: each post is in whole or not at all, and all of it later."""

import json
import signal
from collections import Counter

import pytest

from tests.at_once.processes import new_base, start, state_after, state_of
from tests.importing.posts import SENTENCES, PostText, TalkText

pytestmark = pytest.mark.django_db(transaction=True)

POSTS, TALKS = 4, 3
STATEMENTS = (100, 230, 60)
"""Just before these the imports are killed, each going on where the last one was."""


@pytest.fixture
def posts(tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    for number in range(POSTS):
        talks = tuple(
            TalkText(f"Talk {number}-{n}", ((f"Ada Turner {n}", ""),), SENTENCES, ())
            for n in range(TALKS)
        )
        post = PostText(("GearConf 2015", ""), 1, f"Ann {number}", "2015-05-03", talks)
        (folder / f"{number}.md").write_bytes(post.data())
    return folder


def test_killed_at_any_statement_an_import_leaves_posts_whole_and_goes_on_later(tmp_path, posts):
    with new_base(tmp_path, "talk_notes_clean") as clean, new_base(tmp_path, "killed") as base:
        recaps = set()
        for number in STATEMENTS:
            killed = start("-m", "tests.at_once.kill", number, posts, url=base)
            killed.communicate()
            assert killed.returncode == -signal.SIGKILL
            notes = Counter(note["recap"] for note in json.loads(state_of(base))["note"])
            assert set(notes.values()) <= {TALKS}
            recaps.add(len(notes))

        assert state_after(base, [posts]) == state_after(clean, [posts])
        assert len(recaps) > 1
