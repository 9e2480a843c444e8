import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission

from conferences import models
from conferences.admin.removing import SHOWN
from tests.admin.conftest import address_of, list_of
from tests.factories import make_day, make_speaker, make_talk


def act(client, action, *rows, query="", **data):
    chosen = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(list_of(type(rows[0])) + query, chosen | data, follow=True)


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def test_removing_asks_first(editor_client):
    talk = make_talk(title="Docker")

    response = act(editor_client, "remove_from_site", talk)

    talk.refresh_from_db()
    assert list(response.context["rows"]) == [talk]
    assert talk.removed == ""


def test_removed_row_is_hidden_and_its_history_says_who_and_why(editor_client, editor):
    talk = make_talk(title="Docker", said={"title": "Docker"})

    response = act(editor_client, "remove_from_site", talk, confirmed="1", reason="Never held")

    talk.refresh_from_db()
    record = talk.history.first()
    decision = models.Decision.objects.get()
    assert messages_of(response) == ["Remove from the site (1): Docker"]
    assert (talk.removed, talk.said) == ("person", {"title": "Docker"})
    assert list(models.Talk.objects.visible()) == []
    assert (record.removed, record.history_user, record.history_change_reason) == (
        "person",
        editor,
        "Never held",
    )
    assert (decision.ruling, decision.kind, decision.key) == ("remove", "talk", talk.key)
    assert (decision.user, decision.reason, decision.undone_at) == (editor, "Never held", None)
    assert LogEntry.objects.get().get_change_message() == "Remove from the site"


def test_row_brought_back_is_as_before(editor_client, editor):
    talk = make_talk()
    act(editor_client, "remove_from_site", talk, confirmed="1")

    act(editor_client, "bring_back", talk, confirmed="1", reason="It was held")

    talk.refresh_from_db()
    record = talk.history.first()
    assert talk.removed == ""
    assert (record.history_user, record.history_change_reason) == (editor, "It was held")
    assert models.Decision.objects.get().undone_at is not None


@pytest.mark.parametrize(
    ("removed", "after_removing", "after_bringing_back"),
    [
        ("", "person", ""),
        ("person", "person", ""),
        ("unsaid", "person", ""),
        ("merged", "merged", "merged"),
    ],
)
def test_what_becomes_of_rows_removed_already(
    editor_client, removed, after_removing, after_bringing_back
):
    going, coming = make_talk(removed=removed), make_talk(removed=removed)

    act(editor_client, "remove_from_site", going, confirmed="1")
    act(editor_client, "bring_back", coming, confirmed="1")

    going.refresh_from_db()
    coming.refresh_from_db()
    assert (going.removed, coming.removed) == (after_removing, after_bringing_back)


def test_row_whose_place_is_taken_does_not_come_back(editor_client):
    gone = make_day(number=1, removed="person")
    make_day(conference=gone.conference, number=1)

    response = act(editor_client, "bring_back", gone, confirmed="1")

    gone.refresh_from_db()
    assert gone.removed == "person"
    assert messages_of(response) == [
        "1 not: merged, done before, or another row has taken the place."
    ]


def test_one_of_two_rows_of_one_place_comes_back(editor_client):
    first = make_day(number=1, removed="person")
    second = make_day(conference=first.conference, number=1, removed="person")

    act(editor_client, "bring_back", first, second, confirmed="1")

    assert models.Day.objects.filter(removed="").count() == 1


def test_whole_list_is_removed_as_it_was_narrowed(editor_client):
    talks = [make_talk(title=f"Docker {n}") for n in range(SHOWN + 1)]
    other = make_talk(title="Other")

    asked = act(editor_client, "remove_from_site", talks[0], query="?q=docker", select_across="1")
    act(
        editor_client,
        "remove_from_site",
        talks[0],
        query="?q=docker",
        select_across="1",
        confirmed="1",
    )

    assert asked.context["more"] == 1
    assert asked.context["chosen"] == [str(talks[0].pk)]
    assert list(models.Talk.objects.visible()) == [other]


def test_removing_many_costs_as_much_as_one(editor, django_assert_max_num_queries):
    from conferences.admin.removing import remove_rows

    speakers = [make_speaker() for _n in range(100)]

    with django_assert_max_num_queries(19):
        remove_rows(speakers, user=editor)


def test_form_of_a_row_has_a_button_to_remove_it_or_bring_it_back(editor_client):
    there, gone = make_talk(), make_talk(removed="person")

    pages = [editor_client.get(address_of(talk)).content.decode() for talk in (there, gone)]

    assert [page.count('value="remove_from_site"') for page in pages] == [1, 0]
    assert [page.count('value="bring_back"') for page in pages] == [0, 1]
    assert "Not on the site: removed by a person." in pages[1]


def test_nobody_without_the_right_to_change_removes(client, django_user_model):
    viewer = django_user_model.objects.create_user("viewer", is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(viewer)
    talk = make_talk()

    act(client, "remove_from_site", talk, confirmed="1")
    page = client.get(address_of(talk)).content.decode()

    talk.refresh_from_db()
    assert talk.removed == ""
    assert "remove_from_site" not in page


def test_reading_an_address_removes_nothing(editor_client):
    talk = make_talk()
    query = f"?action=remove_from_site&_selected_action={talk.pk}&confirmed=1"

    editor_client.get(list_of(models.Talk) + query)

    talk.refresh_from_db()
    assert talk.removed == ""


def test_deleting_is_no_action(admin_client):
    talk = make_talk()

    act(admin_client, "delete_selected", talk, post="yes")

    assert list(models.Talk.objects.all()) == [talk]
