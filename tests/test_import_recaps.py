"""The command: what it prints, how it exits, what it leaves alone."""

import io
import json
import os
import sys

import pytest
from django.core.management import CommandError, call_command

from conferences.models import Recap, Talk
from tests.importing.state import stored_state

pytestmark = pytest.mark.django_db

POST = """---
title: GearConf 2015 Day 1
author: Ann Attendee
date: 2015-05-03
---

I went to GearConf 2015.

## Gears that never wear out

By [Ada Turner](https://twitter.com/adaturns).

Oil matters more than speed.
"""


@pytest.fixture
def post(tmp_path):
    path = tmp_path / "gearconf.md"
    path.write_text(POST, encoding="utf-8")
    return path


def run(capsys, *arguments, **options):
    """(exit status, stdout, stderr) of the command."""
    status = 0
    try:
        call_command("import_recaps", *map(str, arguments), no_color=True, **options)
    except SystemExit as stop:
        status = stop.code
    except CommandError as error:
        status = error.returncode
        print(error, file=sys.stderr)
    out, err = capsys.readouterr()
    return status, out, err


def test_report_counts_posts_and_names_the_run(capsys, post):
    status, out, err = run(capsys, post)

    assert (status, err) == (0, "")
    created, summary, named = out.splitlines()
    assert created.startswith(f"created   {post}  +1 conference, +1 day, +1 speaker")
    assert summary == (
        "1 post: 1 created, 0 updated, 0 unchanged, 0 skipped, 0 failed, 0 conflicts"
    )
    assert named.startswith("This was run ")


def test_second_import_says_unchanged_and_names_no_run(capsys, post):
    run(capsys, post)

    status, out, _err = run(capsys, post)

    assert status == 0
    assert out.splitlines() == [
        "1 post: 0 created, 0 updated, 1 unchanged, 0 skipped, 0 failed, 0 conflicts"
    ]


def test_dry_run_shows_what_the_run_does_and_writes_nothing(capsys, post):
    before = stored_state()

    status, planned, _err = run(capsys, post, dry_run=True)
    assert status == 0
    assert stored_state() == before

    _status, done, _err = run(capsys, post, verbosity=2)
    assert planned.splitlines()[:-1] == done.splitlines()[:-1]
    assert "  + talk                Gears that never wear out  line 9" in planned.splitlines()


def test_dry_run_shows_a_change_and_a_conflict(capsys, post):
    run(capsys, post)
    Talk.objects.update(title="By hand")
    post.write_text(POST.replace("never wear out", "last").replace("Day 1", "day one"))

    _status, out, _err = run(capsys, post, dry_run=True)

    lines = out.splitlines()
    assert "      title: GearConf 2015 Day 1 → GearConf 2015 day one" in lines
    assert "      ! title: kept By hand; the posts say Gears that last" in lines


def test_a_bad_post_among_good_ones_is_named_and_the_others_go_in(capsys, post, tmp_path):
    bad = tmp_path / "a-picture.md"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))

    status, out, err = run(capsys, tmp_path)

    assert status == 1
    assert err.startswith(f"{bad}:0: error: ")
    assert err.count("\n") == 1
    assert "2 posts: 1 created, 0 updated, 0 unchanged, 0 skipped, 1 failed" in out
    assert Recap.objects.count() == 1


def test_a_missing_path_is_a_wrong_call_and_nothing_is_done(capsys, post, tmp_path):
    status, out, err = run(capsys, post, tmp_path / "missing")

    assert (status, out) == (2, "")
    assert err == f"{tmp_path / 'missing'}: no such file or folder\n"
    assert Recap.objects.count() == 0


def test_a_wrong_format_is_a_wrong_call(capsys, post):
    with pytest.raises(CommandError, match="invalid choice: 'xml'"):
        call_command("import_recaps", str(post), "--format=xml")


def test_what_is_no_recap_is_named_and_skipped(capsys, tmp_path):
    (tmp_path / "about.md").write_text("About me: I like lunch.\n")

    status, out, err = run(capsys, tmp_path)

    assert status == 0
    assert err == (
        f"{tmp_path / 'about.md'}:0: warning: skipped: names neither a conference nor a talk\n"
    )
    assert "0 created, 0 updated, 0 unchanged, 1 skipped" in out


def test_warnings_name_path_and_line(capsys, post):
    post.write_text(POST.replace("author: Ann", "author: Bob\nauthor: Ann"))

    _status, _out, err = run(capsys, post)

    assert err.startswith(f"{post}:4: warning: ")


def test_jsonl_needs_no_database_for_a_dry_run(capsys, post, django_db_blocker):
    with django_db_blocker.block():
        status, out, _err = run(capsys, post, dry_run=True, format="jsonl")

    (reading,) = map(json.loads, out.splitlines())
    assert status == 0
    assert reading["post"] == str(post)
    assert reading["conference"]["name"] == "GearConf 2015"
    assert [talk["title"] for talk in reading["talks"]] == ["Gears that never wear out"]
    assert "outcome" not in reading


def test_explain_prints_the_post_with_a_margin(capsys, post, django_db_blocker):
    with django_db_blocker.block():
        status, out, err = run(capsys, post, "--dry-run", "--explain")

    assert (status, err) == (0, "")
    lines = [line for line in out.splitlines() if "└ topic: " not in line]
    assert lines[-9:] == [
        " 7              │ I went to GearConf 2015.",
        " 8              │",
        " 9 talk 1       │ ## Gears that never wear out",
        "                └ talk: Gears that never wear out  [headings]",
        "10              │",
        "11              │ By [Ada Turner](https://twitter.com/adaturns).",
        "                └ speaker: Ada Turner, twitter adaturns  [headings]",
        "12              │",
        "13              │ Oil matters more than speed.",
    ]


@pytest.mark.parametrize("options", [[], ["--dry-run", "--format=jsonl"]])
def test_explain_goes_with_a_dry_run_in_text(capsys, post, options):
    status, out, err = run(capsys, post, "--explain", *options)

    assert (status, out) == (2, "")
    assert err == "--explain goes with --dry-run and without --format\n"
    assert not Recap.objects.exists()


def test_jsonl_tells_the_outcome(capsys, post):
    _status, out, _err = run(capsys, post, format="jsonl")

    assert json.loads(out)["outcome"] == "created"


def test_standard_input_is_a_post(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(POST.encode())))

    status, out, _err = run(capsys, "-")

    assert status == 0
    assert out.startswith("created   -  ")


def test_conference_and_author_given_by_the_caller_win(capsys, post):
    run(capsys, post, conference="LatheConf 2013", author="Ben Beside")

    assert Talk.objects.get().conference.name == "LatheConf 2013"
    assert Talk.objects.get().conference.year == 2013
    assert Recap.objects.get().author == "Ben Beside"


def test_a_file_name_that_is_no_utf8_is_spelled_out(capsys, tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.md")
    with open(path, "w") as file:
        file.write(POST)

    status, out, err = run(capsys, tmp_path)

    assert (status, err) == (0, "")
    assert out.startswith(f"created   {tmp_path}/caf\\udce9.md  ")


@pytest.mark.parametrize("kind", ["pipe", "loop", "unreadable name"])
def test_what_cannot_be_read_is_one_line(capsys, tmp_path, kind):
    path = tmp_path / "post.md"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "loop":
        path.symlink_to(path)
    else:
        path = tmp_path / "new\nline.md"
        path.write_bytes(b"PK\x03\x04")

    status, _out, err = run(capsys, path)

    assert status == 1
    assert err.count("\n") == 1
    assert ":0: error: " in err


def test_a_post_cannot_forge_a_line_of_the_report(capsys, post):
    post.write_text(POST.replace("Ann Attendee", "Ann").replace("Gears that", "Gears\x1b[31m that"))

    _status, out, _err = run(capsys, post, verbosity=2)

    assert "\x1b" not in out


def test_real_posts_all_go_in_and_again_change_nothing(capsys, real_posts):
    status, out, err = run(capsys, real_posts)
    assert (status, "Traceback" in err) == (0, False)
    assert "36 posts: 36 created" in out

    _status, out, _err = run(capsys, real_posts)
    assert out.splitlines()[-1] == (
        "36 posts: 0 created, 0 updated, 36 unchanged, 0 skipped, 0 failed, 0 conflicts"
    )


def feed(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_two_posts_from_standard_input_are_two_recaps(capsys, monkeypatch):
    feed(monkeypatch, POST)
    run(capsys, "-")
    feed(monkeypatch, POST.replace("GearConf 2015", "LatheDays 2016").replace("Gears", "Lathes"))
    run(capsys, "-")

    titles = Recap.objects.visible().values_list("title", flat=True)
    assert sorted(titles) == ["GearConf 2015 Day 1", "LatheDays 2016 Day 1"]
    assert Talk.objects.visible().count() == 2


def test_what_the_caller_said_stays_said(capsys, post):
    run(capsys, post, conference="LatheConf 2013", author="Ben Beside")

    _status, out, _err = run(capsys, post, reread=True)
    assert "1 unchanged" in out
    post.write_text(POST.replace("Oil matters", "Oil always matters"))
    run(capsys, post)

    assert Talk.objects.get().conference.name == "LatheConf 2013"
    assert Recap.objects.get().author == "Ben Beside"


def test_an_unchanged_post_is_read_again_where_the_caller_says_otherwise(capsys, post):
    run(capsys, post)

    _status, out, _err = run(capsys, post, conference="LatheConf 2013", dry_run=True)

    assert "      conference: GearConf 2015 → LatheConf 2013" in out.splitlines()
    assert "1 updated" in out


def test_a_guessed_conference_is_told(capsys, tmp_path):
    path = tmp_path / "week.md"
    path.write_text("# Good old Rotterdam\n\nAda Turner talked about gears. It was good.\n")

    status, _out, err = run(capsys, path)

    assert status == 0
    said = "the conference 'Rotterdam' is guessed, --conference NAME tells it"
    assert err == f"{path}:1: warning: {said}\n"
