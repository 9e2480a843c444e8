"""Every test that uses a database, once more on a PostgreSQL server of its own.

Those in a browser look at pages, which are the same on both.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
SUITE = ["-m", "django_db", "-q", "-p", "no:cacheprovider"]
# The server is thrown away afterwards: what a power cut would do to it does not matter.
SPEED = ["-o", "fsync=off", "-o", "synchronous_commit=off", "-o", "full_page_writes=off"]
ADDRESS = "postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE"


def test_everything_again_on_postgresql():
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        pytest.skip("this is the run on PostgreSQL")
    if not shutil.which("pg_virtualenv"):
        missing("PostgreSQL is not here: apt install postgresql")

    command = f'DATABASE_URL={ADDRESS} exec "$@"'
    suite = [sys.executable, "-m", "pytest", *SUITE, "--ignore=tests/browser", "tests"]
    with one_at_a_time():
        run = subprocess.run(
            ["pg_virtualenv", *SPEED, "sh", "-c", command, "sh", *suite],
            cwd=ROOT,
            env={name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            capture_output=True,
            text=True,
            check=False,
        )

    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"


@contextmanager
def one_at_a_time():
    """Waits for other runs on this machine: pg_virtualenv gives all of them one cluster."""
    with open(Path(tempfile.gettempdir()) / "talk-notes-postgresql.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def missing(reason):
    """Skip, or fail where everything must be tested."""
    if os.environ.get("TESTS_REQUIRE_ALL"):
        pytest.fail(reason)
    pytest.skip(reason)
