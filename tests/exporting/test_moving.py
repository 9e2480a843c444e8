"""A base moves from SQLite to PostgreSQL as the page on deploying says, and back."""

import shutil
import subprocess
import sys

from conferences.exporting.files import LIST
from tests.documents import ROOT, environment, lines, read
from tests.exporting.whole import contents
from tests.test_postgresql import ADDRESS, SPEED, missing, one_at_a_time

OLD, OUT = "/srv/talks/site/db.sqlite3", "/var/backups/talks/move"
MANAGE = "$PYTHON manage.py"


def test_a_base_moves_to_postgresql_and_back(tmp_path):
    if not shutil.which("pg_virtualenv"):
        missing("PostgreSQL is not here: apt install postgresql")
    (tmp_path / "move.sh").write_text("\n".join(steps(tmp_path)))

    with one_at_a_time():
        done = subprocess.run(
            ["pg_virtualenv", *SPEED, "bash", "-eu", tmp_path / "move.sh"],
            cwd=ROOT,
            env=environment(tmp_path, PYTHON=sys.executable),
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 0, done.stderr
    there, back = contents(tmp_path / "move"), contents(tmp_path / "back")
    assert LIST in there
    assert contents(tmp_path / "again") == there == back


def steps(folder):
    """The commands of the page on a PostgreSQL server of its own, and the way back."""
    old, new = f"sqlite:///{folder}/db.sqlite3", f"sqlite:///{folder}/new.sqlite3"
    page = "\n".join(lines(read("deploying.md"), "sh-move"))
    page = page.replace(OLD, f"{folder}/db.sqlite3").replace(OUT, f"{folder}/move")
    yield f"DATABASE_URL={old} {MANAGE} migrate -v0"
    yield f"DATABASE_URL={old} {MANAGE} import_recaps fixtures/recaps/gophercon-2015.md"
    yield f"export DATABASE_URL={ADDRESS}"
    yield f"{MANAGE} migrate -v0"
    yield page.replace(".venv/bin/python", "$PYTHON")
    yield f"{MANAGE} export_recaps --all {folder}/back"
    yield f"export DATABASE_URL={new}"
    yield f"{MANAGE} migrate -v0"
    yield f"{MANAGE} load_export {folder}/back"
    yield f"{MANAGE} export_recaps --all {folder}/again"
