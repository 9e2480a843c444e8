import base64

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from conferences import models
from conferences.admin.saving import save_edit
from tests.admin.conftest import address_of, told
from tests.admin.uploading import (
    DAY,
    IMPORT,
    NOTHING,
    OTHER_DAY,
    apply,
    counts,
    upload,
)

RECAPS = reverse("admin:conferences_recap_changelist")


def rows_of(response):
    return [
        (row.sign, row.kind, row.label, row.line)
        for post in response.context["plan"].posts
        for row in post.rows
    ]


# The plan


def test_plan_tells_every_row_and_writes_nothing(editor_client):
    response = upload(editor_client, ("one.md", DAY))

    assert sorted(rows_of(response)) == [
        ("+", "appearance", "Ada Turner on “Cutting threads by hand”", 10),
        ("+", "appearance", "Bo Millar on “Gears that never wear out”", 16),
        ("+", "conference", "LatheConf 2014", 2),
        ("+", "day", "LatheConf 2014, day 1", 1),
        ("+", "handle", "@adaturns (twitter) of Ada Turner", 10),
        ("+", "note", "on “Cutting threads by hand”", 8),
        ("+", "note", "on “Gears that never wear out”", 14),
        ("+", "recap", "LatheConf 2014 Day 1", 1),
        ("+", "speaker", "Ada Turner", 10),
        ("+", "speaker", "Bo Millar", 16),
        ("+", "speaker name", "“Ada Turner” of Ada Turner", 10),
        ("+", "speaker name", "“Bo Millar” of Bo Millar", 16),
        ("+", "talk", "Cutting threads by hand", 8),
        ("+", "talk", "Gears that never wear out", 14),
    ]
    assert response.context["plan"].summary == "14 new"
    assert counts() == NOTHING


def test_applying_imports_what_was_shown(editor_client, editor):
    response = apply(editor_client, upload(editor_client, ("one.md", DAY)))

    run = models.Run.objects.get()
    assert response.url == RECAPS
    assert told(response) == [f'Done, as <a href="{address_of(run)}">import {run.pk}</a>: 14 new.']
    assert (run.user, run.arguments) == (editor, ["upload:one.md"])
    assert bytes(models.Version.objects.get().data) == DAY.encode()
    assert models.RecapPath.objects.get().path == "upload:one.md"
    assert {entry.history_user for entry in models.Talk.history.all()} == {editor}


def test_several_files_and_a_text_are_imported_together(editor_client):
    pasted = {"text": OTHER_DAY.replace("\n", "\r\n"), "name": "two.md"}

    apply(editor_client, upload(editor_client, ("one.md", DAY), **pasted))

    paths = models.RecapPath.objects.values_list("path", flat=True)
    assert list(paths) == ["upload:one.md", "upload:two.md"]
    posts = {bytes(version.data) for version in models.Version.objects.all()}
    assert posts == {DAY.encode(), OTHER_DAY.encode()}


def test_post_uploaded_again_is_known(editor_client):
    apply(editor_client, upload(editor_client, ("one.md", DAY)))
    before = counts()

    response = upload(editor_client, ("one.md", DAY))

    plan = response.context["plan"]
    assert [post.status for post in plan.posts] == ["unchanged"]
    assert not plan.is_offered
    assert 'value="Apply"' not in response.content.decode()
    assert counts() == before


def test_post_uploaded_corrected_is_a_new_version(editor_client):
    apply(editor_client, upload(editor_client, ("one.md", DAY)))

    response = upload(editor_client, ("one.md", DAY.replace("cut once", "cut & run")))
    page = response.content.decode()
    apply(editor_client, response)

    assert rows_of(response) == [("~", "note", "on “Cutting threads by hand”", 8)]
    assert "cut &amp; run" in page
    assert models.Recap.objects.count() == 1
    assert models.Version.objects.count() == 2
    assert models.Note.objects.filter(text__contains="cut & run").count() == 1


def test_plan_tells_hidden_rows_and_conflicts(editor_client, editor):
    apply(editor_client, upload(editor_client, ("one.md", DAY)))
    note = models.Note.objects.get(talk__title="Cutting threads by hand")
    note.text = "By hand"
    save_edit(note, ["text"], user=editor)
    changed = DAY.replace("cut once", "cut twice").replace("Bo Millar", "Cy Lind")

    response = upload(editor_client, ("one.md", changed))

    rows = [row for post in response.context["plan"].posts for row in post.rows]
    assert "Bo Millar" in [row.label for row in rows if row.sign == "−"]
    told = [(row.label, f.name) for row in rows for f in row.fields if f.is_conflict]
    assert told == [("on “Cutting threads by hand”", "text")]
    assert response.context["plan"].summary.endswith("1 in conflict")
    assert models.Conflict.objects.count() == 0
    apply(editor_client, response)
    assert models.Conflict.objects.get().value == "By hand"


def test_plan_that_has_changed_meanwhile_is_shown_instead(editor_client):
    first = upload(editor_client, ("one.md", DAY))
    apply(editor_client, upload(editor_client, ("other.md", OTHER_DAY)))
    before = counts()

    response = apply(editor_client, first)

    assert told(response)[1:] == ["The catalogue has changed since: this is the new plan."]
    assert counts() == before
    apply(editor_client, response)
    assert models.Recap.objects.count() == 2


def test_other_bytes_than_those_shown_are_not_imported(editor_client):
    shown = upload(editor_client, ("one.md", DAY))
    other = base64.b64encode(OTHER_DAY.encode()).decode()

    response = apply(editor_client, shown, data=[other])

    assert told(response) == ["The catalogue has changed since: this is the new plan."]
    assert counts() == NOTHING


def test_bad_post_among_good_ones_is_told_and_the_others_go_in(editor_client):
    bad = "---\n" + "a: b\n" * 4_000 + "---\n" + DAY
    response = upload(editor_client, ("bad.md", bad), ("nothing.md", "Hello"), ("one.md", DAY))

    done = apply(editor_client, response)

    posts = response.context["plan"].posts
    assert [post.status for post in posts] == ["failed", "skipped", "created"]
    assert told(done)[1:] == [f"bad.md:{posts[0].line}: {posts[0].reason}"]
    assert [seen.path for seen in models.RecapPath.objects.all()] == ["upload:one.md"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": []}, "The plan has come back in part: upload the posts again."),
        ({"data": ["%%%"]}, "The plan has come back damaged: upload it again."),
        ({"data": [""]}, "one.md: the file is empty."),
        ({"data": ["UEsDBA=="]}, "one.md: not a post but a zip archive: give the text file itself"),
        ({"name": ["../one.md"]}, "../one.md: not a file name."),
        ({"name": ["a"] * 2, "data": ["YQ=="] * 2}, "a: there are two files of this name."),
        (
            {"name": [str(n) for n in range(201)], "data": ["YQ=="] * 201},
            "201 posts, at most 200 at once: take fewer.",
        ),
    ],
)
def test_plan_sent_back_changed_is_refused(editor_client, changes, message):
    response = apply(editor_client, upload(editor_client, ("one.md", DAY)), **changes)

    assert told(response) == [message]
    assert counts() == NOTHING


# Who may


@pytest.mark.parametrize("rights", [["view_recap", "add_recap"], ["view_recap", "change_recap"]])
def test_importing_takes_the_rights_to_add_and_to_change(client, django_user_model, rights):
    helper = django_user_model.objects.create_user("helper", is_staff=True)
    helper.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(helper)

    assert client.get(IMPORT).status_code == 403
    assert upload(client, ("one.md", DAY)).status_code == 403
    assert IMPORT not in client.get("/admin/").content.decode()
    assert IMPORT not in client.get(RECAPS).content.decode()
    assert counts() == NOTHING


def test_import_is_linked_from_the_recaps_and_the_first_page(editor_client):
    for address in ("/admin/", RECAPS):
        assert editor_client.get(address).content.decode().count(f'href="{IMPORT}"') == 1
