"""Loading an export: all of it into an empty base, or one line that says why not."""

import json
import os
import shutil

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from conferences.exporting import ExportError, load_export
from conferences.exporting.files import FILE_LIMIT
from conferences.models import Conflict, Decision, Speaker, Talk, Version
from tests.exporting.test_everything import POST, export_all_to
from tests.exporting.whole import empty_the_base, export_and_load, kept_state
from tests.importing import hands
from tests.importing.state import fresh_base, import_posts, no_writes

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def exported(tmp_path_factory, django_db_setup, django_db_blocker):
    folder = tmp_path_factory.mktemp("exported")
    with django_db_blocker.unblock(), fresh_base():
        import_posts({"/posts/a.md": POST})
        return export_all_to(folder)


@pytest.fixture
def export(exported, tmp_path):
    """The folder of an export, for a test to change."""
    return shutil.copytree(exported, tmp_path / "out")


def test_posts_imported_again_after_loading_change_nothing(export):
    load_export(export)
    before = kept_state()

    with no_writes():
        outcomes = import_posts({"/posts/a.md": POST})

    assert [outcome.status for outcome in outcomes] == ["unchanged"]
    assert kept_state() == before


def test_edits_still_win_after_loading():
    import_posts({"/a.md": POST})
    hands.edit(Talk.objects.get(title="Threads"), title="By hand", language="x")
    export_and_load()

    import_posts({"/a.md": POST.replace(b"## Threads", b"## Threads and more")})

    talk = Talk.objects.get(language="x")
    assert talk.title == "By hand"
    assert [c.said for c in Conflict.objects.filter(outcome="", field="title")] == [
        "Threads and more"
    ]


def test_addresses_lead_on_after_loading(client):
    import_posts({"/a.md": POST})
    ada, bo = Speaker.objects.order_by("name")
    gears, threads = Talk.objects.order_by("title")
    hands.edit(gears, slug="cogs")
    hands.merge(ada, bo)
    hands.remove(threads)
    export_and_load()

    assert client.get("/talks/gears-that-last-pycon-2015/").headers["Location"] == "/talks/cogs/"
    assert client.get("/speakers/bo-millar/").headers["Location"] == "/speakers/ada-turner/"
    assert client.get(threads.get_absolute_url()).status_code == 410


def test_what_was_merged_is_unmerged_after_loading():
    import_posts({"/a.md": POST})
    ada, bo = Speaker.objects.order_by("name")
    decision = hands.merge(ada, bo)
    export_and_load()

    hands.unmerge(Decision.objects.get(pk=decision.pk))

    assert [s.name for s in Speaker.objects.visible().order_by("name")] == [
        "Ada Turner",
        "Bo Millar",
    ]


def test_new_rows_follow_those_that_were_loaded(export):
    load_export(export)

    speaker = hands.add("speaker", name="New Comer")

    assert speaker.pk == max(Speaker.objects.values_list("pk", flat=True))
    assert [entry.history_change_reason for entry in Talk.objects.first().history.all()] == [
        "loaded from an export"
    ]


def test_users_are_names_that_may_not_log_in(tmp_path):
    users = get_user_model()
    ann = users.objects.create_user("ann", password="a secret of hers", is_staff=True)
    Decision.objects.create(ruling="not same", kind="speaker", key="a", other_key="b", user=ann)
    export_all_to(tmp_path)
    empty_the_base()
    ann.delete()

    load_export(tmp_path)

    user = Decision.objects.get().user
    assert (user.username, user.is_active, user.is_staff) == ("ann", False, False)
    assert not user.has_usable_password()


def test_loading_is_told_in_one_line(export, capsys):
    call_command("load_export", str(export))

    rows = sum(len(rows) for name, rows in kept_state().items() if name not in MADE)
    assert capsys.readouterr().out == f"1 recap, {rows} rows in all, from {export}\n"


MADE = ("SearchDoc", "KnownName", "Mention")


# What is refused


def test_a_base_that_holds_something_is_left_alone(export):
    import_posts({"/b.md": POST})
    before = kept_state()

    assert refusal(export) == (
        "the database holds a run: an export is loaded into an empty one only"
    )
    assert kept_state() == before


def test_a_missing_folder_is_a_wrong_call(tmp_path):
    with pytest.raises(CommandError, match="no such folder") as refused:
        call_command("load_export", str(tmp_path / "nowhere"))

    assert refused.value.returncode == 2


def test_a_folder_of_other_things_is_refused(tmp_path):
    assert refusal(tmp_path) == (
        f"{tmp_path} holds no export.json: name one that export_recaps --all made"
    )


@pytest.mark.parametrize(
    ("listed", "message"),
    [
        ({"format": 2}, "not an export of format 1: export anew"),
        ({"files": 3}, "without a list of files: export anew"),
        ({"finished": False}, None),
        ({"files": ["../a.json"]}, "'../a.json' is no file of an export: remove the entry"),
        ({"files": ["/etc/passwd"]}, "'/etc/passwd' is no file of an export: remove the entry"),
        (
            {"files": ["talks/../../a"]},
            "'talks/../../a' is no file of an export: remove the entry",
        ),
        ({"files": ["talks/.."]}, "'talks/..' is no file of an export: remove the entry"),
    ],
)
def test_a_list_that_is_none_is_refused(export, listed, message):
    file = export / "export.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | listed))

    half = f"{export} holds half an export: export anew"
    assert refusal(export) == (f"export.json: {message}" if message else half)


# Each what is changed in the file of a talk, and what is said of it.
BROKEN = {
    "cut short": (lambda text: text[:40], "{file}:5: not JSON (Expecting value): export anew"),
    "not JSON": (lambda text: "no\n", "{file}:1: not JSON (Expecting value): export anew"),
    "twice": (
        lambda text: text.replace('"title": "Gears', '"slug": "x",\n"title": "Gears'),
        "{file}: not of an export (a name stands twice among ",
    ),
    "deep": (lambda text: "[" * 100_000, "{file}: not of an export (too deep): export anew"),
    "nested": (
        lambda text: "[" * 200 + "]" * 200,
        "{file}: not of an export (too deep): export anew",
    ),
    "a list": (lambda text: "[]", "{file}: may hold talk, appearance, "),
    "another kind": (lambda text: '{"day": []}', "{file}: may hold talk, appearance, "),
    "no list": (lambda text: '{"talk": 1}', "{file}: talk is not a list: export anew"),
    "no row": (
        lambda text: '{"talk": [1]}',
        "{file}: talk 1: its row is None, not a number from 1 to 1000000000000;",
    ),
    "a fraction": (
        lambda text: text.replace('"recap_order": 0', '"recap_order": 0.5', 1),
        "{file}: not of an export (0.5 is no whole number): export anew",
    ),
    "half a sign": (
        lambda text: text.replace("Gears that last", "\\ud800", 1),
        "{file}: '\\ud800' holds signs that are none: remove them",
    ),
}
VALUES = {
    "key": ("x", "key is 'x', not 32 hexadecimal digits"),
    "title": (7, "title is 7: not a text"),
    "slug": ("a b", "slug is 'a b': Enter a valid “slug” consisting of "),
    "by_hand": ("yes", "by_hand is 'yes': not true or false"),
    "recap_order": (True, "recap_order is True: not a whole number"),
    "conference": ("0" * 32, "conference is '00000000000000000000000000000000': no conference of"),
    "talk_kind": ("sermon", "talk_kind is 'sermon': must be one of: keynote, talk, "),
    "created_at": ("2015-11-17", "created_at is '2015-11-17': a time of no time zone"),
    "changed_at": ("today", "changed_at is 'today': “today” value has an invalid format."),
    "said": ({"size": 1}, "said tells of 'size', which no talk has"),
    "colour": ("red", "has 'colour', which no talk has"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_one_line_that_says_where(export, what):
    change, message = BROKEN[what]
    (file,) = export.glob("talks/gears-*")
    file.write_text(change(file.read_text()))

    assert refusal(export).startswith(message.format(file=f"talks/{file.name}"))
    assert not Talk.objects.exists()


@pytest.mark.parametrize("field", VALUES)
def test_a_value_that_no_row_has_is_one_line_that_says_where(export, field):
    value, message = VALUES[field]
    (file,) = export.glob("talks/gears-*")
    content = json.loads(file.read_text())
    content["talk"][0][field] = value
    file.write_text(json.dumps(content))

    told = refusal(export)

    assert told.startswith(f"talks/{file.name}: talk 1: {message}")
    assert told.endswith("; mend it or export anew")
    assert not Version.objects.exists()


def test_an_address_that_is_none_of_the_web_is_refused(export):
    (file,) = export.glob("conferences/*")
    content = json.loads(file.read_text())
    content["conference"][0]["website"] = "javascript:alert(1)"
    file.write_text(json.dumps(content))

    assert refusal(export) == (
        f"conferences/{file.name}: conference 1: website is 'javascript:alert(1)': the address"
        " 'javascript:alert(1)' does not begin with http:// or https://; mend it or export anew"
    )


def test_two_rows_of_one_key_are_refused(export):
    one, other = sorted(export.glob("speakers/*"))
    other.write_bytes(one.read_bytes())
    key = json.loads(one.read_text())["speaker"][0]["key"]

    assert refusal(export) == (
        f"speakers/{other.name}: speaker 1: there are two called {key}; mend it or export anew"
    )


def test_two_rows_that_the_base_cannot_hold_are_refused(export):
    files = sorted(export.glob("speakers/*"))
    for file in files:
        content = json.loads(file.read_text())
        content["speaker"][0]["slug"] = "one"
        file.write_text(json.dumps(content))

    assert refusal(export).startswith(
        f"speakers/{files[1].name}: speaker 1: the database refuses it ("
    )


def test_a_missing_file_is_named(export):
    (file,) = export.glob("talks/gears-*")
    file.unlink()

    assert refusal(export) == (
        f"talks/{file.name}: cannot be read (No such file or directory): export anew"
    )


def test_a_post_that_was_changed_is_named(export):
    (file,) = export.glob("versions/*")
    file.write_bytes(POST + b"!")

    assert refusal(export) == (
        f"versions/{file.name}: is not the post that was exported: export anew"
    )


def be_a_link(file):
    kept = file.with_suffix(".kept")
    file.rename(kept)
    file.symlink_to(kept)


def be_in_a_linked_folder(file):
    kept = file.parent.with_suffix(".kept")
    file.parent.rename(kept)
    file.parent.symlink_to(kept)


def be_a_folder(file):
    file.unlink()
    file.mkdir()


def be_a_pipe(file):
    file.unlink()
    os.mkfifo(file)


def be_huge(file):
    with open(file, "wb") as out:
        out.truncate(FILE_LIMIT + 1)


@pytest.mark.parametrize(
    ("become", "message"),
    [
        (be_a_link, "cannot be read (is a link): export anew"),
        (be_in_a_linked_folder, "its folder is a link, which is not followed: export anew"),
        (be_a_folder, "is not a file: export anew"),
        (be_a_pipe, "is not a file: export anew"),
        (be_huge, "has more than 67108864 bytes: not of an export"),
    ],
)
def test_what_is_no_plain_file_of_bearable_size_is_refused(export, become, message):
    (file,) = export.glob("talks/gears-*")
    become(file)

    assert refusal(export) == f"talks/{file.name}: {message}"


def refusal(folder):
    """The one line that says why nothing was loaded."""
    before = kept_state()
    with pytest.raises(ExportError) as refused:
        load_export(folder)
    assert kept_state() == before
    assert "\n" not in str(refused.value)
    return str(refused.value)
