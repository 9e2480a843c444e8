import pytest
from django.contrib.auth.models import Permission

from conferences import models
from tests.admin.test_waiting import make_conflict
from tests.factories import make_source, make_speaker, make_talk, make_topic

pytestmark = pytest.mark.django_db

REVIEW = "/admin/review/"


@pytest.fixture
def talk():
    return make_talk()


def groups_of(client):
    groups = client.get(REVIEW).context["groups"]
    return {group["waiting"].sort: group for group in groups}


def make_all_sorts(talk, number=0):
    make_conflict(talk, field=f"field {number}")
    make_source(row=talk, doubt="two titles")
    make_topic(status="proposed")
    make_talk(conference=talk.conference, title=f"Gone {number}", removed="unsaid")
    for name in (f"Ada {number}Turner", f"A. {number}Turner"):
        make_speaker(name=name)


def test_nothing_waits_at_first(editor_client):
    assert groups_of(editor_client) == {}
    assert b"Nothing waits" in editor_client.get(REVIEW).content


def test_all_that_waits_is_on_one_page(editor_client, talk):
    make_all_sorts(talk)

    page = editor_client.get(REVIEW).content.decode()

    assert {sort: len(group["rows"]) for sort, group in groups_of(editor_client).items()} == {
        "conflicts": 1,
        "doubts": 1,
        "topics": 1,
        "duplicates": 1,
        "unsaid": 1,
    }
    one, other = models.Speaker.objects.order_by("pk")
    gone = models.Talk.objects.get(removed="unsaid")
    for address in (
        f"/admin/conferences/conflict/{models.Conflict.objects.get().pk}/change/",
        f"/admin/conferences/source/{models.Source.objects.get().pk}/change/",
        f"/admin/conferences/topic/{models.Topic.objects.get().pk}/change/",
        f"/admin/conferences/talk/{gone.pk}/change/",
        f"/admin/merge/speaker/?stay={one.pk}&amp;go={other.pk}",
    ):
        assert address in page


@pytest.mark.parametrize("status", ["approved", "rejected"])
def test_proposed_topics_are_judged_together(editor_client, status):
    topics = [make_topic(status="proposed") for _number in range(3)]

    editor_client.post(REVIEW, {"topic": [topic.pk for topic in topics[:2]], "status": status})

    found = [models.Topic.objects.get(pk=topic.pk).status for topic in topics]
    assert found == [status, status, "proposed"]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"topic": "x", "status": "approved"},
        {"topic": "9" * 20, "status": "approved"},
        {"topic": "9" * 5000, "status": "approved"},
        {"status": "new"},
    ],
)
def test_judging_nothing_says_what_to_do(editor_client, data):
    make_topic(status="proposed")

    page = editor_client.post(REVIEW, data, follow=True)

    assert [str(message) for message in page.context["messages"]] == [
        "Tick the topics that you approve or reject."
    ]


@pytest.mark.parametrize(
    ("rights", "is_offered"),
    [(["view_speaker"], False), (["view_speaker", "change_speaker"], True)],
)
def test_who_may_only_look_is_offered_no_decision(client, django_user_model, rights, is_offered):
    make_speaker(name="Ada Turner")
    make_speaker(name="A. Turner")
    helper = django_user_model.objects.create_user("helper", is_staff=True)
    helper.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(helper)

    page = client.get(REVIEW).content.decode()

    assert "A. Turner" in page
    assert ("Not the same" in page) == is_offered


def test_the_page_costs_the_same_however_much_waits(
    editor_client, talk, django_assert_max_num_queries, django_assert_num_queries
):
    make_all_sorts(talk)
    editor_client.get(REVIEW)
    with django_assert_max_num_queries(40) as queries:
        editor_client.get(REVIEW)
    few = len(queries)
    for number in (1, 2, 3):
        make_all_sorts(talk, number)
    editor_client.get(REVIEW)

    with django_assert_num_queries(few):
        editor_client.get(REVIEW)
