"""What an older reader read is read again: once, with the edits kept, and shown before."""

from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from conferences import models
from conferences.admin.saving import save_edit
from conferences.importing.apply import Importer, ReadPost, Status
from conferences.importing.posts import Overrides, Post, read_by_another
from conferences.importing.rereading import reread_all
from conferences.importing.undo import undo_run
from conferences.recaps import read_recap
from conferences.recaps.outline import READER
from tests.importing.state import import_posts, visible_state

pytestmark = pytest.mark.django_db

POST = b"""\
---
title: "LatheConf 2014 Day 1"
author: Ann
date: 2014-05-06
---
## Cutting threads by hand

By Ada Turner.

Measure twice, cut once.

## Gears that never wear out

By Bo Millar.

Measure them as well.
"""


def import_as_older_reader(path="/posts/one.md", data=POST):
    """What a reader would have left that misread a title and missed the last talk."""
    outline = read_recap(data, path)
    misread = replace(outline.talks[0], title="Cutting threads")
    older = replace(outline, talks=(misread,))
    Importer().apply(ReadPost(Post(path, path, data), older, Overrides()))
    models.Version.objects.filter(sha256=Post(path, path, data).sha256).update(reader=READER - 1)


def titles():
    return sorted(models.Talk.objects.visible().values_list("title", flat=True))


def test_rereading_brings_what_the_newer_reader_finds():
    import_as_older_reader()
    (talk,) = models.Talk.objects.all()

    (outcome,) = reread_all(Importer())

    talk.refresh_from_db()
    assert outcome.status == Status.UPDATED
    assert talk.title == "Cutting threads by hand"
    assert titles() == ["Cutting threads by hand", "Gears that never wear out"]
    read_anew = visible_state()
    models.Version.objects.update(reader=READER)
    assert [o.status for o in import_posts({"/posts/one.md": POST})] == [Status.UNCHANGED]
    assert visible_state() == read_anew


def test_what_people_edited_stays(admin_user):
    import_as_older_reader()
    talk, note = models.Talk.objects.get(), models.Note.objects.get()
    talk.title, note.text = "Threads", "By hand, and slowly"
    save_edit(talk, ["title"], user=admin_user)
    save_edit(note, ["text"], user=admin_user)

    list(reread_all(Importer()))

    assert titles() == ["Gears that never wear out", "Threads"]
    note.refresh_from_db()
    assert note.text == "By hand, and slowly"


def test_once_read_again_it_is_not_offered_again():
    import_as_older_reader()

    list(reread_all(Importer()))

    assert list(read_by_another()) == []
    assert list(reread_all(Importer())) == []


def test_what_reads_as_before_is_only_remembered_as_read():
    import_posts({"/posts/one.md": POST})
    models.Version.objects.update(reader=READER - 1)
    importer = Importer()

    (outcome,) = reread_all(importer)

    assert (outcome.status, importer.run) == (Status.UNCHANGED, None)
    assert models.Version.objects.get().reader == READER


def test_dry_run_writes_nothing():
    import_as_older_reader()
    before = visible_state()

    (outcome,) = reread_all(Importer(), dry_run=True)

    assert outcome.status == Status.UPDATED
    assert visible_state() == before
    assert models.Version.objects.get().reader == READER - 1


def test_rereading_undone_is_offered_again():
    import_as_older_reader()
    before, importer = visible_state(), Importer()
    list(reread_all(importer))

    undo_run(importer.run)

    assert visible_state() == before
    assert read_by_another().count() == 1


def test_what_the_caller_said_of_a_post_stays_said():
    said = Importer(overrides=Overrides(conference="GearConf 2013"))
    said.import_post(Post("/posts/one.md", "/posts/one.md", POST))
    models.Version.objects.update(reader=READER - 1)

    (outcome,) = reread_all(Importer())

    assert outcome.status == Status.UNCHANGED


@pytest.mark.parametrize("path", ["upload:my-day.md", "/posts/my-day.md", ""])
def test_a_post_without_a_title_keeps_the_one_it_was_given(path):
    data = POST.replace(b'title: "LatheConf 2014 Day 1"\n', b"")
    Importer(overrides=Overrides(conference="LatheConf 2014")).import_post(
        Post("my-day.md" if path else "-", path, data)
    )
    models.Version.objects.update(reader=READER - 1)

    (outcome,) = reread_all(Importer())

    assert outcome.status == Status.UNCHANGED


def test_withdrawn_posts_are_left_alone():
    importer = Importer()
    importer.import_post(Post("one.md", "/posts/one.md", POST))
    models.Version.objects.update(reader=READER - 1)
    undo_run(importer.run)

    assert list(reread_all(Importer())) == []


# The command


def test_command_without_a_path_reads_again_what_an_older_reader_read(capsys):
    import_as_older_reader()

    call_command("import_recaps", reread=True, dry_run=True)
    planned = capsys.readouterr().out.splitlines()
    call_command("import_recaps", reread=True)
    done = capsys.readouterr().out.splitlines()
    call_command("import_recaps", reread=True)

    assert "      title: Cutting threads → Cutting threads by hand" in planned
    assert planned[-1] == "Nothing was written: this was a dry run."
    assert done[-1] == f"This was run {models.Run.objects.latest('pk').pk}."
    assert capsys.readouterr().out.startswith("0 posts:")


@pytest.mark.parametrize("options", [{}, {"reread": True, "author": "Ann"}])
def test_command_needs_a_path_for_all_else(options):
    with pytest.raises(CommandError) as refused:
        call_command("import_recaps", **options)

    assert str(refused.value) == "name a post or a folder; only --reread goes without"
    assert refused.value.returncode == 2
