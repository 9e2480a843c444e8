"""What every command does where there is nothing to work on yet."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "conferences" / "management" / "commands"
COMMANDS = sorted(path.stem for path in FOLDER.glob("[!_]*.py"))
ARGUMENTS = {
    "import_recaps": ["fixtures/recaps"],
    "export_recaps": ["out"],
    "load_export": ["fixtures"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_database_that_is_not_ready_is_one_line(command, tmp_path):
    arguments = [str(tmp_path / a if a == "out" else ROOT / a) for a in ARGUMENTS.get(command, [])]

    run = subprocess.run(
        [sys.executable, "manage.py", command, *arguments],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("CommandError: the database cannot be used (no such table: ")
    assert run.stderr.endswith("): is DATABASE_URL right, has migrate run?\n")
    assert run.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.django_db
def test_an_empty_list_of_runs_says_so():
    out = StringIO()

    call_command("undo_import", stdout=out)

    assert out.getvalue() == "No run yet: import_recaps makes the first.\n"
