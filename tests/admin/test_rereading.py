import pytest

from conferences import models
from conferences.importing.posts import read_by_another
from conferences.recaps.outline import READER
from tests.admin.conftest import told
from tests.importing.state import import_posts, visible_state
from tests.importing.test_rereading import POST, import_as_older_reader, titles

REREAD = "/admin/conferences/recap/reread/"
OTHER = POST.replace(b"LatheConf", b"GearConf")


def answer(response, left_out=()):
    """What the form under the plan sends, with all recaps chosen but those left out."""
    posts, run = response.context["posts"], response.context["run"]
    chosen = [
        f"{post.digest} {post.handle}"
        for post in response.context["plan"].posts
        if post.name not in left_out
    ]
    recaps = [post.recap.pk for post in posts]
    return {"choose": chosen, "recap": recaps, "run": run.pk if run else ""}


def statuses(response):
    return {post.name: post.status for post in response.context["plan"].posts}


@pytest.fixture
def two_recaps(db):
    import_as_older_reader("/posts/one.md", POST)
    import_as_older_reader("/posts/two.md", OTHER)


def test_first_page_leads_there_only_where_something_is_to_be_read(editor_client):
    before = editor_client.get("/admin/").content.decode()
    import_as_older_reader()

    after = editor_client.get("/admin/").content.decode()

    assert (before.count(REREAD), after.count(REREAD)) == (0, 1)


def test_looking_writes_nothing(editor_client, two_recaps):
    before = visible_state()

    response = editor_client.get(REREAD)

    assert statuses(response) == {"/posts/one.md": "updated", "/posts/two.md": "updated"}
    assert "2 recaps were read by an older reader." in response.content.decode()
    assert visible_state() == before
    assert read_by_another().count() == 2


def test_all_are_read_again_in_one_run(editor_client, editor, two_recaps):
    response = editor_client.post(REREAD, answer(editor_client.get(REREAD)), follow=True)

    run = models.Run.objects.latest("pk")
    assert (run.user, run.arguments, run.versions.count()) == (editor, ["--reread"], 2)
    assert titles() == ["Cutting threads by hand"] * 2 + ["Gears that never wear out"] * 2
    assert told(response)[0].endswith(f": {run.did}.")
    assert "nothing is left to read again" in response.content.decode()


def test_portions_go_into_one_run(editor_client, two_recaps):
    sent = answer(editor_client.get(REREAD))
    first = sent | {"recap": sent["recap"][:1], "choose": sent["choose"][:1]}

    second = editor_client.post(REREAD, first, follow=True)
    editor_client.post(REREAD, answer(second))

    assert statuses(second) == {"/posts/two.md": "updated"}
    assert models.Run.objects.latest("pk").versions.count() == 2


def test_what_is_left_out_is_offered_again(editor_client, two_recaps):
    sent = answer(editor_client.get(REREAD), left_out=["/posts/two.md"])

    response = editor_client.post(REREAD, sent, follow=True)

    assert "1 recap is still as an older reader read it" in response.content.decode()
    assert statuses(editor_client.get(REREAD)) == {"/posts/two.md": "updated"}
    assert titles() == [
        "Cutting threads",
        "Cutting threads by hand",
        "Gears that never wear out",
    ]


def test_plan_that_has_changed_meanwhile_is_shown_instead(editor_client, two_recaps):
    sent = answer(editor_client.get(REREAD))
    import_posts({"/posts/one.md": POST})
    before = visible_state()

    response = editor_client.post(REREAD, sent)

    assert told(response) == ["The catalogue has changed since: this is the new plan."]
    assert statuses(response) == {"/posts/two.md": "updated"}
    assert visible_state() == before


def test_what_reads_as_before_is_not_offered_again(editor_client):
    import_posts({"/posts/one.md": POST})
    models.Version.objects.update(reader=READER - 1)
    response = editor_client.get(REREAD)

    editor_client.post(REREAD, answer(response))

    assert "Read as before:" in response.content.decode()
    assert read_by_another().count() == 0
    assert models.Run.objects.count() == 1


@pytest.mark.parametrize(
    "query", ["?after=x", f"?after={'9' * 40}", "?after=-1", "?run=x", "?run=9"]
)
def test_odd_addresses_are_survived(editor_client, two_recaps, query):
    assert editor_client.get(REREAD + query).status_code == 200
    assert editor_client.post(REREAD, {"recap": ["x", "9" * 40], "run": "x"}).status_code == 302


def test_reading_again_takes_the_rights_of_importing(client, django_user_model, two_recaps):
    helper = django_user_model.objects.create_user("helper", is_staff=True)
    client.force_login(helper)

    assert client.get(REREAD).status_code == 403
    assert client.post(REREAD).status_code == 403
    assert read_by_another().count() == 2
