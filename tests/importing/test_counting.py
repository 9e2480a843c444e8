"""PostgreSQL is told how many rows there are, before anyone has it search through them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from conferences.importing.apply import Importer
from conferences.importing.batch import MANY, import_paths
from conferences.models import Talk

ROOT = Path(__file__).resolve().parent.parent.parent
FIXTURES = sorted((ROOT / "fixtures" / "recaps").iterdir())

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's own"),
]


def counted_talks():
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'conferences_talk'")
        return cursor.fetchone()[0]


def import_files(files):
    list(import_paths([str(file) for file in files], Importer()))


def test_many_new_posts_are_counted_at_once():
    files = [file for file in FIXTURES if file.suffix == ".md"]
    assert len(files) >= MANY

    import_files(files)

    assert counted_talks() == Talk.objects.count() > 20


def test_few_new_posts_are_left_to_the_server():
    before = counted_talks()

    import_files(FIXTURES[: MANY - 1])

    assert counted_talks() == before != Talk.objects.count()


def test_visitor_keeps_the_server_busy_for_a_bounded_time():
    asked = (
        "import notes.wsgi; from django.db import connection; cursor = connection.cursor(); "
        "cursor.execute('SHOW statement_timeout'); print(cursor.fetchone()[0])"
    )

    shown = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )

    assert shown.stdout == "30s\n"
