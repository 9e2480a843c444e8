import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from conferences.models import Conflict
from tests.admin.conftest import address_of, list_of, told
from tests.factories import (
    make_appearance,
    make_conference,
    make_day,
    make_note,
    make_run,
    make_talk,
)

OPEN = list_of(Conflict) + "?outcome=open"


def make_conflict(row, field="title", **values):
    values = {"base": "Old", "said": "New", "value": "Mine"} | values
    type(row).objects.filter(pk=row.pk).update(said={field: values["said"]})
    return Conflict.objects.create(
        kind=row.kind, key=row.key, field=field, run=make_run(), **values
    )


def decide(client, conflict, outcome):
    address = reverse("admin:conferences_conflict_decide", args=[conflict.pk])
    return client.post(address, {"outcome": outcome})


def decide_all(client, conflicts, action):
    chosen = [conflict.pk for conflict in conflicts]
    return client.post(list_of(Conflict), {"action": action, "_selected_action": chosen})


@pytest.fixture
def talk(db):
    return make_talk(title="Mine")


def test_conflict_shows_the_three_values_and_two_buttons(editor_client, talk):
    conflict = make_conflict(talk, said=["New", "List"], value=None)

    for address in (OPEN, address_of(conflict)):
        page = editor_client.get(address).content.decode()
        values = ["Old", "", "New; List"]
        places = [page.index(f'<div class="value">{value}</div>') for value in values]
        assert places == sorted(places)
        assert page.count(f'formaction="{address_of(conflict).replace("change", "decide")}"') == 2
        assert f'<a href="{address_of(talk)}">Mine</a>' in page


def test_long_texts_are_told_by_their_differences(editor_client):
    note = make_note(text="a\nMine")
    conflict = make_conflict(note, "text", base="a\nb", value="a\nMine", said="a\n<New>")

    page = editor_client.get(address_of(conflict)).content.decode()

    assert page.count('<del class="line"><b>−</b> b</del>') == 2
    assert page.count('<ins class="line"><b>+</b> Mine</ins>') == 1
    assert page.count('<ins class="line"><b>+</b> &lt;New&gt;</ins>') == 1


def test_rows_in_a_field_are_told_by_their_names(editor_client):
    day = make_day(conference=make_conference(name="LatheConf"), number=3)
    talk = make_talk(day=day)
    conflict = make_conflict(talk, "day", base="0" * 32, value=day.key, said=None)

    page = editor_client.get(OPEN).content.decode()

    assert f'<div class="value"><a href="{address_of(day)}">{day}</a></div>' in page
    assert '<div class="value">day 000000, not here</div>' in page
    assert decide(editor_client, conflict, "kept").status_code == 302


def test_list_of_conflicts_costs_the_same_for_many(editor_client, django_assert_max_num_queries):
    for n in range(5):
        day = make_day(conference=make_conference(name=f"Conference {n}"))
        make_conflict(make_talk(day=day), "day", base=None, value=day.key, said=None)
    editor_client.get(OPEN)

    with django_assert_max_num_queries(12):
        editor_client.get(OPEN)


@pytest.mark.parametrize(("outcome", "title"), [("kept", "Mine"), ("taken", "New")])
def test_one_click_decides(editor_client, editor, talk, outcome, title):
    conflict = make_conflict(talk)

    response = decide(editor_client, conflict, outcome)

    talk.refresh_from_db()
    conflict.refresh_from_db()
    assert response.url == OPEN
    assert talk.title == title
    assert (conflict.outcome, conflict.decided_by) == (outcome, editor)


@pytest.mark.parametrize(("action", "title"), [("keep", "Mine"), ("take", "New")])
def test_many_are_decided_at_once(editor_client, action, title):
    talks = [make_talk(title="Mine") for _ in range(3)]
    conflicts = [make_conflict(talk) for talk in talks]

    decide_all(editor_client, conflicts, action)

    for talk in talks:
        talk.refresh_from_db()
    assert [talk.title for talk in talks] == [title] * 3
    assert Conflict.objects.filter(outcome="").count() == 0


def test_deciding_twice_says_so(editor_client, talk):
    conflict = make_conflict(talk)
    decide(editor_client, conflict, "kept")

    response = decide(editor_client, conflict, "taken")

    talk.refresh_from_db()
    assert talk.title == "Mine"
    assert told(response)[1:] == [
        f"Not decided: {conflict}: decided before: the person's value kept"
    ]


def test_those_that_cannot_be_decided_are_told_beside_the_rest(editor_client, talk):
    conflicts = [make_conflict(talk), make_conflict(make_talk(title="New"))]

    response = decide_all(editor_client, conflicts, "take")

    assert told(response) == [
        "Decided (1): the posts' value taken.",
        f"Not decided: {conflicts[1]}: no longer in conflict",
    ]


def test_decided_conflict_has_no_buttons(editor_client, talk):
    conflict = make_conflict(talk, outcome="kept")

    for address in (list_of(Conflict), address_of(conflict)):
        page = editor_client.get(address).content.decode()
        assert "formaction" not in page
        assert "the person&#x27;s value kept" in page


def test_nobody_decides_about_rows_they_may_not_change(client, django_user_model, talk):
    helper = django_user_model.objects.create_user("helper", is_staff=True)
    rights = Permission.objects.filter(codename__in=["view_conflict", "view_talk", "change_note"])
    helper.user_permissions.set(rights)
    client.force_login(helper)
    conflict = make_conflict(talk)

    answers = [decide(client, conflict, "taken"), decide_all(client, [conflict], "take")]

    talk.refresh_from_db()
    assert [answer.status_code for answer in answers] == [403, 403]
    assert talk.title == "Mine"
    assert "formaction" not in client.get(OPEN).content.decode()


def test_another_outcome_is_refused(editor_client, talk):
    conflict = make_conflict(talk)

    assert decide(editor_client, conflict, "obsolete").status_code == 400
    assert Conflict.objects.get().outcome == ""


@pytest.mark.parametrize(
    ("title", "outcome"), [("Better than both", "kept"), ("New", "taken"), ("Mine", "")]
)
def test_editing_the_field_by_hand_settles_its_conflict(submit, editor, talk, title, outcome):
    make_conflict(talk)

    submit(talk, title=title)

    conflict = Conflict.objects.get()
    assert (conflict.outcome, conflict.decided_by) == (outcome, editor if outcome else None)


def test_editing_another_field_leaves_the_conflict_open(submit, talk):
    make_conflict(talk)

    submit(talk, language="nl")

    assert Conflict.objects.get().outcome == ""


def test_removing_the_row_closes_its_conflicts(editor_client, talk):
    make_conflict(talk)

    data = {"action": "remove_from_site", "_selected_action": [talk.pk], "confirmed": "1"}
    editor_client.post(list_of(type(talk)), data)

    assert Conflict.objects.get().outcome == "obsolete"


@pytest.mark.parametrize(("outcome", "role"), [("kept", "chair"), ("taken", "host")])
def test_element_of_a_set_that_both_changed_is_decided_in_one_click(
    editor_client, talk, outcome, role
):
    appearance = make_appearance(talk=talk, role="chair")
    conflict = make_conflict(appearance, "role", base="", value="chair", said="host")

    decide(editor_client, conflict, outcome)

    appearance.refresh_from_db()
    assert (appearance.role, appearance.removed) == (role, "")


@pytest.mark.parametrize(("outcome", "removed"), [("kept", ""), ("taken", "unsaid")])
def test_edited_element_that_the_posts_dropped_is_decided_in_one_click(
    editor_client, talk, outcome, removed
):
    appearance = make_appearance(talk=talk, role="chair", by_hand=False)
    conflict = make_conflict(appearance, "removed", base="", value="", said="unsaid")

    page = editor_client.get(OPEN).content.decode()
    values = ["on the site", "on the site", "no recap says it any more"]
    places = [page.index(f'<div class="value">{value}</div>') for value in values]
    decide(editor_client, conflict, outcome)

    appearance.refresh_from_db()
    assert places == sorted(places)
    assert (appearance.removed, Conflict.objects.get().outcome) == (removed, outcome)
