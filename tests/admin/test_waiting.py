from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from conferences import models
from conferences.importing.undo import undo_run
from tests.admin.conftest import list_of
from tests.factories import (
    make_conference,
    make_run,
    make_source,
    make_speaker,
    make_talk,
    make_topic,
)
from tests.importing.state import import_posts

INDEX = "/admin/"
UNSAID_TALKS = list_of(models.Talk) + "?shown=unsaid"


def make_conflict(talk, days=0, **values):
    conflict = models.Conflict.objects.create(
        kind="talk", key=talk.key, run=make_run(), **{"field": "title"} | values
    )
    made_at = timezone.now() - timedelta(days=days)
    models.Conflict.objects.filter(pk=conflict.pk).update(made_at=made_at)


def waiting_on(client):
    return [(sort.count, sort.what, sort.address) for sort in client.get(INDEX).context["waiting"]]


def titles_on(client, address):
    return [row.title for row in client.get(address).context["cl"].result_list]


@pytest.fixture
def talk(db):
    return make_talk()


def test_nothing_waits_at_first(editor_client, talk):
    make_conflict(talk, outcome="kept")
    make_source(row=talk)
    make_topic(status="approved")
    make_topic(status="proposed", removed="person")
    make_talk(conference=talk.conference, removed="person")

    assert waiting_on(editor_client) == []
    assert b"Nothing: no conflicts" in editor_client.get(INDEX).content


def test_what_waits_is_counted(editor_client, talk):
    make_conflict(talk)
    make_conflict(talk, field="subject")
    make_source(row=talk, doubt="two titles")
    make_topic(status="proposed")
    make_talk(conference=talk.conference, removed="unsaid")
    make_conference(name="Gone", removed="unsaid")

    found = waiting_on(editor_client)

    assert sorted(found) == sorted(
        [
            (2, "conflicts to decide", list_of(models.Conflict) + "?outcome=open"),
            (
                1,
                "statement read with doubt",
                list_of(models.Source) + "?doubts=yes&version__is_current__exact=1",
            ),
            (
                1,
                "topic to approve or reject",
                list_of(models.Topic) + "?status__exact=proposed&shown=yes",
            ),
            (1, "talk no recap speaks of any more", UNSAID_TALKS),
            (
                1,
                "conference no recap speaks of any more",
                list_of(models.Conference) + "?shown=unsaid",
            ),
        ]
    )
    for count, _what, address in found:
        assert editor_client.get(address).context["cl"].result_count == count


@pytest.mark.parametrize(
    ("pairs", "what"),
    [(1, "pair of speakers that may be one"), (2, "pairs of speakers that may be one")],
)
def test_likely_duplicates_are_counted_in_pairs(editor_client, pairs, what):
    for first, last in (("Ada", "Turner"), ("Bo", "Millar"))[:pairs]:
        make_speaker(name=f"{first} {last}")
        make_speaker(name=f"{first[0]}. {last}")

    assert waiting_on(editor_client) == [(pairs, what, "/admin/duplicates/speaker/")]


def test_what_went_because_its_import_was_undone_does_not_wait(editor_client):
    post = b"# PyCon 2015\n\n## Gears that last by Ada Turner\n\nOil them.\n"
    import_posts({"/posts/a.md": post})
    import_posts({"/posts/a.md": post + b"\n## Threads by Bo Millar\n\nCut.\n"})
    import_posts({"/posts/a.md": post})
    before = waiting_on(editor_client)
    import_posts({"/posts/b.md": b"# GearConf 2016\n\n## Lathes by Cy Carver\n\nOil.\n"})

    undo_run(models.Run.objects.get(versions__recap__paths__path="/posts/b.md"))

    assert (1, "talk no recap speaks of any more", UNSAID_TALKS) in before
    assert waiting_on(editor_client) == before
    assert titles_on(editor_client, UNSAID_TALKS) == ["Threads"]
    assert titles_on(editor_client, list_of(models.Talk) + "?shown=undone") == ["Lathes"]


def test_what_came_within_a_minute_is_new(editor_client):
    make_topic(status="proposed")

    (topics,) = editor_client.get(INDEX).context["waiting"]

    assert topics.age == "new"


def test_doubts_of_old_versions_do_not_wait(editor_client, talk):
    source = make_source(row=talk, doubt="two titles")
    models.Version.objects.filter(pk=source.version_id).update(is_current=False)

    assert waiting_on(editor_client) == []


def test_the_oldest_stands_first_with_its_age(editor_client, talk):
    make_topic(status="proposed")
    make_conflict(talk, days=3)
    make_conflict(talk, days=1, field="subject")

    page = editor_client.get(INDEX).content.decode()

    assert [count for count, _what, _address in waiting_on(editor_client)] == [2, 1]
    assert "oldest 3\xa0days ago" in page


def test_only_what_one_may_see_is_told(client, django_user_model, talk):
    helper = django_user_model.objects.create_user("helper", is_staff=True)
    helper.user_permissions.set(Permission.objects.filter(codename="view_topic"))
    client.force_login(helper)
    make_conflict(talk)
    make_source(row=talk, doubt="two titles")
    make_topic(status="proposed")
    make_talk(conference=talk.conference, removed="unsaid")

    assert [count for count, _what, _address in waiting_on(client)] == [1]


def test_first_page_costs_the_same_however_much_waits(
    editor_client, talk, django_assert_max_num_queries, django_assert_num_queries
):
    editor_client.get(INDEX)
    with django_assert_max_num_queries(11) as queries:
        editor_client.get(INDEX)
    few = len(queries)
    for field in ("title", "subject", "language"):
        make_conflict(talk, field=field)
        make_source(row=talk, doubt=field)
        make_topic(status="proposed")
        make_talk(conference=talk.conference, removed="unsaid")

    editor_client.get(INDEX)  # looks for duplicates anew, and remembers how many

    with django_assert_num_queries(few):
        editor_client.get(INDEX)
