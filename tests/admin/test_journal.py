import pytest
from django.utils import timezone

from conferences import models
from tests.admin.conftest import address_of, list_of
from tests.factories import make_note, make_old_address, make_talk, make_topic


def test_decision_names_both_rows(editor_client):
    stays, went = make_talk(title="Stays"), make_talk(title="Went", removed="merged")
    models.Decision.objects.create(ruling="merge", kind="talk", key=stays.key, other_key=went.key)

    page = editor_client.get(list_of(models.Decision)).content.decode()

    assert f'<a href="{address_of(stays)}">Stays</a>' in page
    assert f'<a href="{address_of(went)}">Went</a>' in page


def test_decision_about_one_row_names_one(editor_client):
    talk = make_talk(title="Gone")
    models.Decision.objects.create(ruling="remove", kind="talk", key=talk.key)

    page = editor_client.get(list_of(models.Decision)).content.decode()

    assert '<td class="field-other">-</td>' in page


@pytest.mark.parametrize(
    ("query", "count"),
    [({}, 2), ({"undone": "no"}, 1), ({"undone": "yes"}, 1), ({"undone": "x"}, 2)],
)
def test_decisions_are_narrowed_to_those_that_stand(editor_client, query, count):
    talk = make_talk()
    for undone_at in (None, timezone.now()):
        models.Decision.objects.create(
            ruling="remove", kind="talk", key=talk.key, undone_at=undone_at
        )

    page = editor_client.get(list_of(models.Decision), query)

    assert page.context["cl"].result_count == count


def test_old_address_names_its_row(editor_client):
    talk = make_talk(title="Docker")
    make_old_address(row=talk)

    page = editor_client.get(list_of(models.OldAddress)).content.decode()

    assert f'<a href="{address_of(talk)}">Docker</a>' in page


def test_mention_names_what_it_names_and_where(editor_client):
    note, topic = make_note(talk=make_talk(title="Docker")), make_topic(name="Swarm")
    models.Mention.objects.create(
        text_kind="note", text_key=note.key, start=0, end=5, kind="topic", key=topic.key
    )

    page = editor_client.get(list_of(models.Mention)).content.decode()

    assert f'<a href="{address_of(topic)}">Swarm</a>' in page
    assert f'<a href="{address_of(note)}">Docker (My days at DjangoCon)</a>' in page
