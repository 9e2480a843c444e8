import pytest
from django.contrib.auth.models import Permission

from conferences import models
from tests.admin.conftest import address_of
from tests.factories import make_appearance, make_conference, make_speaker, make_talk

pytestmark = pytest.mark.django_db


@pytest.fixture
def john():
    speaker, conference = make_speaker(name="John Smith"), make_conference()
    for title in ("Gears", "Threads"):
        make_appearance(talk=make_talk(conference=conference, title=title), speaker=speaker)
    return speaker


def split_page(speaker):
    return f"/admin/split/{speaker.pk}/"


def test_the_page_of_a_speaker_with_talks_leads_to_splitting(editor_client, john):
    silent = make_speaker(name="Bo Millar")

    pages = [editor_client.get(address_of(row)).content.decode() for row in (john, silent)]

    assert [split_page(row) in page for row, page in zip((john, silent), pages, strict=True)] == [
        True,
        False,
    ]


def test_ticked_talks_go_to_a_new_speaker_of_the_name(editor_client, editor, john):
    threads = john.appearances.get(talk__title="Threads")

    response = editor_client.post(split_page(john), {"appearances": [threads.pk]})

    threads.refresh_from_db()
    assert response.url == address_of(threads.speaker)
    assert (threads.speaker.name, threads.speaker == john) == ("John Smith", False)
    assert models.Decision.objects.get().user == editor
    assert [s.names.get().name for s in models.Speaker.objects.all()] == ["John Smith"] * 2


def test_undone_from_the_page_of_either(editor_client, john):
    threads = john.appearances.get(talk__title="Threads")
    editor_client.post(split_page(john), {"appearances": [threads.pk]})
    decision = models.Decision.objects.get()
    threads.refresh_from_db()
    undo = f"/admin/undo/{decision.pk}/"
    for row in (john, threads.speaker):
        assert undo in editor_client.get(address_of(row)).content.decode()

    page = editor_client.post(undo, follow=True)

    threads.refresh_from_db()
    assert threads.speaker == john
    assert [str(message) for message in page.context["messages"]][-1] == (
        "Undone: the talks are back with the speaker they were taken from."
    )


def test_a_split_sent_twice_is_done_once(editor_client, john):
    sent = {"appearances": [john.appearances.get(talk__title="Threads").pk]}
    editor_client.post(split_page(john), sent)

    again = editor_client.post(split_page(john), sent)

    (error,) = again.context["form"].errors["appearances"]
    assert error.startswith("Select a valid choice.")
    assert models.Decision.objects.count() == 1


def test_what_is_wrong_is_said_in_a_line(editor_client, john):
    threads = john.appearances.get(talk__title="Threads")
    other = make_appearance(talk=threads.talk, speaker=make_speaker(name="Bo Millar")).speaker

    nothing = editor_client.post(split_page(john), {})
    taken = editor_client.post(split_page(john), {"appearances": [threads.pk], "other": other.pk})

    assert nothing.context["form"].errors["appearances"] == [
        "Choose the talks that somebody else gave."
    ]
    assert taken.context["form"].errors["other"] == [
        "“Bo Millar” stands on one of the talks already"
    ]


def test_who_may_only_look_splits_nobody(client, django_user_model, john):
    helper = django_user_model.objects.create_user("helper", is_staff=True)
    helper.user_permissions.set(Permission.objects.filter(codename="view_speaker"))
    client.force_login(helper)

    assert client.get(split_page(john)).status_code == 403
    assert client.post(split_page(john), {"appearances": [1]}).status_code == 403
    assert client.get("/admin/split/999/").status_code == 403
