import re

import pytest
from django.core.management import CommandError, call_command

from conferences.importing.apply import Importer
from conferences.importing.batch import import_paths
from conferences.models import Note, Run, Talk
from tests.importing import hands
from tests.importing.state import stored_state

pytestmark = pytest.mark.django_db

POST = "# PyCon 2015\n\n## Gears that last by Ada Turner\n\nOil them.\n"


@pytest.fixture
def run(tmp_path, django_user_model):
    """A post imported by ann."""
    (tmp_path / "a.md").write_text(POST)
    importer = Importer(["posts"], user=django_user_model.objects.create(username="ann"))
    list(import_paths([str(tmp_path)], importer))
    return importer.run


@pytest.fixture
def told(capsys):
    """What the command says, line by line."""

    def told(*arguments):
        call_command("undo_import", *map(str, arguments), no_color=True)
        return capsys.readouterr().out.splitlines()

    return told


def test_without_a_number_it_lists_the_runs(run, told):
    told(run.pk)

    lines = [re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "WHEN", line) for line in told()]

    undo = Run.objects.get(what="undo")
    assert lines == [
        f"{undo.pk:>6}  WHEN  -             undo        7 hidden; import {run.pk}",
        f"{run.pk:>6}  WHEN  ann           import      1 post, undone; 7 new; posts",
    ]


def test_it_undoes_and_says_so(run, told):
    lines = told(run.pk)

    assert lines == [
        "withdrawn PyCon 2015  -1 conference, -1 speaker, -1 talk, -1 note",
        "1 post undone, 0 rows are kept; 7 hidden",
        f"This was run {Run.objects.get(what='undo').pk}.",
    ]
    assert not Talk.objects.visible().exists()


def test_it_names_what_people_edited(run, told):
    hands.edit(Note.objects.get(), text="Oil them all.")

    assert told(run.pk)[1:-1] == [
        "  ~ note                on “Gears that last”",
        "      ! kept as it was edited; no recap speaks of it any more",
        "  = recap               PyCon 2015  stays",
        "  = conference          PyCon 2015  stays",
        "  = talk                Gears that last  stays",
        "1 post undone, 4 rows are kept; 3 hidden, 1 in conflict",
    ]


def test_undone_twice_it_says_that_nothing_is_left(run, told):
    told(run.pk)
    before = stored_state()

    assert told(run.pk) == [f"import {run.pk} was undone before: nothing to do."]
    assert stored_state() == before


def test_a_dry_run_shows_every_row_and_writes_nothing(run, told):
    before = stored_state()

    lines = told(run.pk, "--dry-run")

    assert [line for line in lines if line.startswith("  - talk ")] == [
        "  - talk                Gears that last"
    ]
    assert lines[-1] == "Nothing was written: this was a dry run."
    assert stored_state() == before


def test_a_wrong_number_is_told_in_a_line(run):
    with pytest.raises(CommandError) as refused:
        call_command("undo_import", str(run.pk + 1))

    assert str(refused.value) == (
        f"there is no run {run.pk + 1}: undo_import without a number lists all"
    )
    assert refused.value.returncode == 2


def test_a_run_that_is_no_import_is_told_in_a_line(run, told):
    told(run.pk)
    undo = Run.objects.get(what="undo")

    with pytest.raises(CommandError, match=f"^run {undo.pk} is no import but: undo$"):
        told(undo.pk)
