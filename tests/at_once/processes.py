"""Imports by processes of their own, on databases of their own of the kind that tests run on."""

import os
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import quote

from django.db import connection

from tests.documents import ROOT

LONGEST = 600  # seconds that a process may take


def start(*arguments, url):
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process):
    """What it printed; fails where it failed."""
    out, err = process.communicate(timeout=LONGEST)
    assert process.returncode == 0, err
    return out


def state_of(url):
    """What people see of the base."""
    return finish(start("-m", "tests.importing.print_state", url=url))


def state_after(url, *orders):
    """What people see after one process for each order of paths has imported the posts."""
    for process in [start("manage.py", "import_recaps", *order, url=url) for order in orders]:
        finish(process)
    return state_of(url)


@contextmanager
def new_base(folder, name):
    """The address of an empty base, which is gone afterwards or in `folder`."""
    if connection.vendor == "sqlite":
        yield migrated(f"sqlite:///{folder / name}.sqlite3")
        return
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        yield migrated(postgres_url(name))
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def migrated(url):
    finish(start("manage.py", "migrate", "-v0", url=url))
    return url


def postgres_url(name):
    at = {key: quote(str(connection.settings_dict[key]), safe="") for key in ("USER", "PASSWORD")}
    host = connection.settings_dict["HOST"] or "localhost"
    port = connection.settings_dict["PORT"] or 5432
    return f"postgres://{at['USER']}:{at['PASSWORD']}@{host}:{port}/{name}"
