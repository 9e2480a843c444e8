"""Several processes import the same posts at once, each in another order."""

import os
import subprocess
import sys
from itertools import islice, permutations
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent
POSTS = sorted((ROOT / "fixtures" / "recaps").glob("*.md"))
PROCESSES = 4


def run(*arguments, url):
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process):
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


def state_after(url, *orders):
    """What people see after one process for each order has imported the posts."""
    finish(run("manage.py", "migrate", "-v0", url=url))
    for process in [run("manage.py", "import_recaps", *order, url=url) for order in orders]:
        finish(process)
    return finish(run("-m", "tests.importing.print_state", url=url))


@pytest.fixture
def empty_bases(tmp_path, django_db_blocker):
    """Addresses of two empty databases of the kind that the tests run on."""
    names = ["talk_notes_one_process", "talk_notes_many"]
    if connection.vendor == "sqlite":
        yield [f"sqlite:///{tmp_path / name}.sqlite3" for name in names]
        return
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")
            cursor.execute(f"CREATE DATABASE {name}")
        yield [postgres_url(name) for name in names]
        for name in names:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def postgres_url(name):
    at = {key: quote(str(connection.settings_dict[key]), safe="") for key in ("USER", "PASSWORD")}
    host = connection.settings_dict["HOST"] or "localhost"
    port = connection.settings_dict["PORT"] or 5432
    return f"postgres://{at['USER']}:{at['PASSWORD']}@{host}:{port}/{name}"


def test_processes_at_once_give_the_base_that_one_gives(empty_bases):
    alone, together = empty_bases
    paths = [str(path.relative_to(ROOT)) for path in POSTS]
    orders = [list(order) for order in islice(permutations(paths), 0, 40000, 40000 // PROCESSES)]

    expected = state_after(alone, paths)

    assert state_after(together, *orders) == expected
    assert len(orders) == PROCESSES
