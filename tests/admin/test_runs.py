import pytest
from django.urls import reverse

from conferences.admin import runs
from conferences.models import Note, Recap, Run, Talk
from tests.admin.conftest import address_of, list_of, told
from tests.importing import hands
from tests.importing.state import import_posts, stored_state

POST = b"# PyCon 2015\n\n## Gears that last by Ada Turner\n\nOil them.\n"


@pytest.fixture
def run(editor):
    return bring_in(POST, editor)


def bring_in(data, editor, path="/posts/a.md"):
    import_posts({path: data}, user=editor)
    return Run.objects.first()


def undo_of(run):
    return reverse("admin:conferences_run_undo", args=[run.pk])


def carry_out(client, run):
    plan = client.get(undo_of(run)).context["plan"]
    return client.post(undo_of(run), {"plan": plan.digest})


def test_list_tells_when_who_what_and_how_much(editor_client, run):
    page = editor_client.get(list_of(Run)).content.decode()

    assert '<td class="field-user nowrap">ed</td>' in page
    assert '<td class="field-post_count">1</td>' in page
    assert '<td class="field-did">7 new</td>' in page


def test_page_names_who_it_was_without_a_link_to_the_account(editor_client, editor, run):
    page = editor_client.get(address_of(run)).content.decode()

    assert '<div class="readonly">ed</div>' in page
    assert reverse("admin:auth_user_change", args=[editor.pk]) not in page


def test_page_tells_posts_and_what_changed(editor_client, editor, run):
    second = bring_in(POST.replace(b"Oil them.", b"Oil them all."), editor)

    context = editor_client.get(address_of(second)).context

    (version,) = context["posts"].entries
    assert [seen.path for seen in version.recap.paths.all()] == ["/posts/a.md"]
    (entry,) = context["changed_rows"].entries
    assert (entry.row_kind, entry.history_user) == ("note", editor)
    assert [field for field, _change in entry.changes] == ["text"]


def test_page_of_a_first_import_lists_each_new_row(editor_client, run):
    entries = editor_client.get(address_of(run)).context["changed_rows"].entries

    assert [entry.row_kind for entry in entries] == [
        "recap",
        "conference",
        "speaker",
        "speaker name",
        "talk",
        "appearance",
        "note",
    ]


def test_page_of_a_large_run_shows_the_first_rows(editor_client, run, monkeypatch):
    monkeypatch.setattr(runs, "SHOWN", 3)

    shown = editor_client.get(address_of(run)).context["changed_rows"]

    assert (len(shown.entries), shown.is_all) == (3, False)


def test_page_costs_the_same_for_one_row_and_nine(
    editor_client, editor, run, django_assert_num_queries, django_assert_max_num_queries
):
    editor_client.get(address_of(run))
    with django_assert_max_num_queries(60) as few:
        editor_client.get(address_of(run))
    talks = b"".join(b"\n## Gears for %c by Ada Turner\n\nOil them.\n" % n for n in b"abcdefgh")
    other = POST.replace(b"PyCon", b"LatheConf").replace(b"Ada", b"Zoe") + talks
    second = bring_in(other.replace(b"Ada", b"Bo"), editor, path="/posts/b.md")

    with django_assert_num_queries(len(few)):
        editor_client.get(address_of(second))


def test_undoing_is_shown_first_and_nothing_is_written(editor_client, run):
    before = stored_state()

    plan = editor_client.get(undo_of(run)).context["plan"]

    assert [post.says for post in plan.posts] == ["withdrawn: there is no version before"]
    assert plan.summary == "7 hidden"
    assert stored_state() == before


def test_undone_as_shown_it_leads_to_the_run_that_did(editor_client, editor, run):
    response = carry_out(editor_client, run)

    undo = Run.objects.first()
    assert response.url == address_of(undo)
    assert told(response) == [f"{run} is undone, as {undo}: 7 hidden."]
    assert (undo.what, undo.user, undo.arguments) == ("undo", editor, [str(run)])
    assert not Recap.objects.visible().exists()
    page = editor_client.get(undo.pk and address_of(run)).content.decode()
    assert f"undone by {undo}" in page
    assert undo_of(run) not in page


def test_what_people_edited_is_shown_to_stay(editor_client, run):
    hands.edit(Note.objects.get(), text="Oil them all.")

    (post,) = editor_client.get(undo_of(run)).context["plan"].posts

    assert [(row.does, row.kind) for row in post.rows if row.sign in "!="] == [
        ("in conflict", "note"),
        ("stays", "recap"),
        ("stays", "conference"),
        ("stays", "talk"),
    ]


def test_an_edit_in_between_brings_the_new_plan(editor_client, run):
    plan = editor_client.get(undo_of(run)).context["plan"]
    hands.edit(Note.objects.get(), text="Oil them all.")

    response = editor_client.post(undo_of(run), {"plan": plan.digest})

    assert told(response) == ["The catalogue has changed since: this is the new plan."]
    assert Talk.objects.visible().count() == 1
    assert Run.objects.count() == 1


def test_undone_before_there_is_nothing_to_say_yes_to(editor_client, run):
    carry_out(editor_client, run)
    before = stored_state()

    response = carry_out(editor_client, run)

    assert "nothing is left to undo" in response.content.decode()
    assert stored_state() == before


def test_what_is_no_import_has_no_such_page(editor_client, run):
    carry_out(editor_client, run)

    assert editor_client.get(undo_of(Run.objects.get(what="undo"))).status_code == 404
