"""What export_recaps --all writes: the same for the same base, and no more than is ours."""

import json
from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from conferences.exporting import export_all
from conferences.exporting.tables import LEFT_OUT, TABLES
from conferences.models import Decision, Speaker, Talk
from tests.exporting.whole import contents
from tests.importing import hands
from tests.importing.state import import_posts

pytestmark = pytest.mark.django_db

POST = b"""# PyCon 2015

## Gears that last by Ada Turner

Oil them.

Then turn them.

## Threads by Bo Millar

Cut them.
"""


@pytest.fixture
def base():
    import_posts({"/posts/a.md": POST})


def test_every_model_is_exported_or_made_of_others():
    models = {
        model
        for model in apps.get_app_config("conferences").get_models()
        if not model.__name__.startswith("Historical")
    }

    assert {table.model for table in TABLES} | set(LEFT_OUT) == models


def test_export_has_a_file_for_each_thing_that_has_a_page(base, tmp_path):
    (recap,) = (file.name for file in export_all_to(tmp_path).glob("recaps/*"))

    names = [name.rpartition("-")[0] for name in contents(tmp_path) if name.endswith(".json")]

    assert sorted(filter(None, names)) == [
        "conferences/pycon-2015",
        "journal/old",
        f"recaps/{recap.rpartition('-')[0]}",
        "speakers/ada-turner",
        "speakers/bo-millar",
        "talks/gears-that-last-pycon-2015",
        "talks/threads-pycon-2015",
    ]


def test_export_holds_the_posts_for_readers_and_every_version(base, tmp_path):
    import_posts({"/posts/a.md": POST + b"\nMore.\n"})

    files = contents(export_all_to(tmp_path))

    assert [data for name, data in files.items() if name.startswith("posts/")] == [
        POST + b"\nMore.\n"
    ]
    versions = {data for name, data in files.items() if name.startswith("versions/")}
    assert versions == {POST, POST + b"\nMore.\n"}


def test_export_shows_texts_line_by_line_and_rows_by_their_keys(base, tmp_path):
    (file,) = export_all_to(tmp_path).glob("talks/gears-*")

    talk = json.loads(file.read_text())

    assert talk["note"][0]["text"] == {"lines": ["Oil them.", "", "Then turn them."]}
    assert talk["appearance"][0]["speaker"] == Speaker.objects.get(name="Ada Turner").key


def test_export_again_writes_the_same_bytes(base, tmp_path):
    before = contents(export_all_to(tmp_path))

    assert contents(export_all_to(tmp_path)) == before


def test_a_change_of_one_row_changes_one_file(base, tmp_path):
    before = contents(export_all_to(tmp_path))
    hands.edit(Speaker.objects.get(name="Ada Turner"), biography="Turns.")

    after = contents(export_all_to(tmp_path))

    changed = [name for name in before if before[name] != after[name]]
    assert after.keys() == before.keys()
    assert [name.rpartition("-")[0] for name in changed] == ["speakers/ada-turner"]


def test_export_takes_away_what_it_no_longer_holds_and_nothing_else(base, tmp_path):
    export_all_to(tmp_path)
    (tmp_path / "talks" / "mine.json").write_text("{}")
    (old,) = tmp_path.glob("talks/gears-*")
    hands.edit(Talk.objects.get(title="Gears that last"), slug="cogs")

    export_all_to(tmp_path)

    names = {file.name.rpartition("-")[0] or file.name for file in tmp_path.glob("talks/*")}
    assert not old.exists()
    assert names == {"cogs", "threads-pycon-2015", "mine.json"}


def test_export_names_who_did_something_and_holds_no_password(base, tmp_path):
    user = get_user_model().objects.create_user("ann", "ann@example.org", "a secret of hers")
    Decision.objects.create(ruling="not same", kind="speaker", key="a", other_key="b", user=user)

    files = contents(export_all_to(tmp_path))

    assert json.loads(files["journal/decisions.json"])["decision"][0]["user"] == "ann"
    assert not any(b"example.org" in data or b"pbkdf2" in data for data in files.values())


def test_export_is_told_in_one_line(base, tmp_path, capsys):
    call_command("export_recaps", str(tmp_path / "out"), "--all")

    files = len(contents(tmp_path / "out")) - 1
    assert capsys.readouterr().out == f"{files} files in {tmp_path / 'out'}\n"


def test_times_are_those_of_the_rows(base, tmp_path):
    made = datetime(2015, 11, 17, 18, 30, 49, 7, tzinfo=UTC)
    Talk.objects.update(created_at=made)
    (file,) = export_all_to(tmp_path).glob("talks/gears-*")

    assert json.loads(file.read_text())["talk"][0]["created_at"] == (
        "2015-11-17T18:30:49.000007+00:00"
    )


# What is not ours


def test_a_folder_with_other_things_is_refused(base, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(CommandError, match="holds other things and no export"):
        call_command("export_recaps", str(tmp_path), "--all")

    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_the_way_is_refused(base, tmp_path):
    (file,) = export_all_to(tmp_path).glob("talks/gears-*")
    listed = json.loads((tmp_path / "export.json").read_text())
    listed["files"].remove(f"talks/{file.name}")
    (tmp_path / "export.json").write_text(json.dumps(listed))

    with pytest.raises(CommandError, match="is none of the export: move it away"):
        call_command("export_recaps", str(tmp_path), "--all")


def test_a_link_in_the_place_of_a_file_is_replaced_not_written_through(base, tmp_path):
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    (file,) = export_all_to(out).glob("speakers/ada-*")
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    Speaker.objects.update(biography="Turns.")

    export_all_to(out)

    assert elsewhere.read_bytes() == before
    assert not file.is_symlink()


def test_a_link_in_the_place_of_a_folder_is_refused(base, tmp_path):
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    export_all_to(out)
    (out / "talks").rename(elsewhere)
    (out / "talks").symlink_to(elsewhere)

    with pytest.raises(CommandError, match="/talks is a link: remove it"):
        call_command("export_recaps", str(out), "--all")


def test_an_export_cut_short_is_finished_by_the_next(base, tmp_path):
    files = export_all(tmp_path)
    for _ in range(3):
        next(files)
    files.close()
    assert json.loads((tmp_path / "export.json").read_text())["finished"] is False

    export_all_to(tmp_path)

    assert json.loads((tmp_path / "export.json").read_text())["finished"] is True


def export_all_to(folder):
    list(export_all(folder))
    return folder
