"""An import that is stopped, or whose database fails: one line, no post by halves."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from functools import partial

import pytest

from tests.importing.posts import SENTENCES, PostText, TalkText

POSTS = 12


@pytest.fixture
def posts(tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    for number in range(POSTS):
        talk = TalkText(f"Talk {number}", ((f"Ada Turner {number}", ""),), SENTENCES, ())
        post = PostText(("GearConf 2015", ""), 1, f"Ann {number}", "2015-05-03", (talk,))
        (folder / f"{number:02}.md").write_bytes(post.data())
    return folder


@pytest.fixture(scope="module")
def migrated(tmp_path_factory):
    file = tmp_path_factory.mktemp("migrated") / "base.sqlite3"
    assert manage("migrate", "-v0", url=f"sqlite:///{file}").returncode == 0
    return file


@pytest.fixture
def base(migrated, tmp_path):
    """The file of an empty base."""
    return shutil.copy(migrated, tmp_path)


def manage(*arguments, url, **options):
    return subprocess.run(
        [sys.executable, "manage.py", *map(str, arguments)],
        env=os.environ | {"DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


def counted(out):
    """How many posts the summary says were created."""
    return int(re.search(r"\d+ posts?: (\d+) created", out)[1])


def test_a_read_only_base_is_told_once(base, posts):
    run = manage("import_recaps", posts, url=f"sqlite:///file:{base}%3Fmode=ro")

    reason = "the database refused it: attempt to write a readonly database"
    assert run.returncode == 1
    assert run.stderr == f"{posts}/00.md:0: error: {reason}; what comes after it was not tried\n"


def test_a_full_disk_is_told_once_and_the_rest_goes_in_later(base, posts):
    url = f"sqlite:///{base}"
    room = os.path.getsize(base) // 2
    full = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (room, room))

    run = manage("import_recaps", posts, url=url, preexec_fn=full)
    later = manage("import_recaps", posts, url=url)

    (line,) = run.stderr.splitlines()
    assert line.endswith("; what comes after it was not tried")
    assert (run.returncode, later.returncode) == (1, 0)
    assert counted(run.stdout) + counted(later.stdout) == POSTS


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_import_says_what_is_in_and_the_rest_goes_in_later(base, posts, number, status):
    url = f"sqlite:///{base}"
    stopped = subprocess.Popen(
        [sys.executable, "manage.py", "import_recaps", str(posts)],
        env=os.environ | {"DATABASE_URL": url, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # What a shell runs in the background is born deaf to Ctrl-C, and so are its children.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    first = stopped.stdout.readline()
    stopped.send_signal(number)
    out, err = stopped.communicate()
    later = manage("import_recaps", posts, url=url)

    assert (first.split()[0], stopped.returncode, err) == ("created", status, "")
    assert 1 <= counted(out) < POSTS
    assert later.returncode == 0
    assert counted(out) + counted(later.stdout) == POSTS
