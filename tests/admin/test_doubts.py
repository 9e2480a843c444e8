import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from conferences import models
from conferences.management.commands.create_editor import new_editor
from tests.admin.conftest import list_of, told
from tests.factories import make_source, make_talk, make_talk_topic, make_topic
from tests.importing.state import import_posts

pytestmark = pytest.mark.django_db

DOUBTS = "/admin/doubts/"
QUALITY = "/quality/doubts/"
REVIEW = "/admin/review/"
SOURCES = list_of(models.Source)
POST = b"""# PyCon 2015

## Talks

- Gears that last
- Threads by Bo Millar
- Oil everywhere by Ada Turner
"""
PATH = "/posts/a.md"


@pytest.fixture
def source():
    talk = make_talk()
    make_talk_topic(talk=talk, topic=make_topic(status="approved"))
    return make_source(row=talk, doubt="two titles")


def act(client, source, action):
    return client.post(SOURCES, {"action": action, "_selected_action": [source.pk]})


def test_a_doubt_looked_at_waits_no_more(editor_client, editor, source):
    answer = editor_client.post(DOUBTS, {"source": source.pk, "next": QUALITY})
    source.refresh_from_db()

    assert (answer["Location"], told(answer)) == (QUALITY, ["1 doubt waits no more."])
    assert source.looked_at_by == editor
    assert editor_client.get(QUALITY).context["gaps"] == []
    assert b"Nothing waits" in editor_client.get(REVIEW).content
    assert editor_client.get(SOURCES + "?doubts=yes").context["cl"].result_count == 0
    assert editor_client.get(SOURCES + "?doubts=seen").context["cl"].result_count == 1


@pytest.mark.parametrize("address", [QUALITY, REVIEW])
def test_pages_that_tell_of_a_doubt_offer_to_look_at_it(editor_client, source, address):
    page = editor_client.get(address).content.decode()

    assert f'name="source" value="{source.pk}"' in page


def test_a_doubt_can_be_marked_in_the_list_and_wait_again(editor_client, source):
    marked = told(act(editor_client, source, "mark_as_looked_at"))
    waits = told(act(editor_client, source, "let_wait_again"))
    source.refresh_from_db()

    assert (marked[-1], waits[-1]) == ("1 doubt waits no more.", "1 doubt waits again.")
    assert (source.looked_at, source.looked_at_by) == (None, None)


@pytest.mark.parametrize("number", ["", "x", "9" * 20, "0"])
def test_looking_at_nothing_says_what_to_do(editor_client, source, number):
    answer = editor_client.post(DOUBTS, {"source": number, "next": "https://evil.example/"})

    assert told(answer) == ["Choose a doubt that you have looked at."]
    assert answer["Location"] == REVIEW


def test_who_decides_may_look(client, source):
    client.force_login(new_editor("rev", "reviewer"))

    client.post(DOUBTS, {"source": source.pk})

    source.refresh_from_db()
    assert source.looked_at is not None


def test_looking_is_an_act(editor_client):
    assert editor_client.get(DOUBTS).status_code == 405


def test_who_may_only_view_is_offered_no_look(client, django_user_model, source):
    helper = django_user_model.objects.create_user("helper", is_staff=True)
    helper.user_permissions.set(Permission.objects.filter(codename="view_source"))
    client.force_login(helper)

    assert "Looked at:" not in client.get(REVIEW).content.decode()
    assert client.post(DOUBTS, {"source": source.pk}).status_code == 403
    act(client, source, "mark_as_looked_at")
    source.refresh_from_db()
    assert source.looked_at is None


@pytest.mark.parametrize(
    ("before", "after", "is_seen"),
    [
        (b"## Talks", b"It rained.\n\n## Talks", True),
        (b"Threads by", b"Threads, by", True),
        (b"Gears that last", b"Gears that lasted", False),
        (b"Gears that last", b"Gears that last\n  longer", False),
    ],
)
def test_a_doubt_waits_again_once_the_post_changes_its_passage(editor, before, after, is_seen):
    import_posts({PATH: POST})
    sources = models.Source.objects.current().filter(kind="talk").exclude(doubt="")
    sources.update(looked_at=timezone.now(), looked_at_by=editor)

    (outcome,) = import_posts({PATH: POST.replace(before, after)})

    found = sources.filter(line__lte=9).first()
    assert outcome.status == "updated"
    assert found.doubt == "an item without speaker in a list of talks"
    assert (found.looked_at is not None, found.looked_at_by) == (
        is_seen,
        editor if is_seen else None,
    )
