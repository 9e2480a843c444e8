import re

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from conferences import models
from tests.admin.conftest import address_of, list_of
from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_day,
    make_handle,
    make_recap,
    make_source,
    make_speaker,
    make_talk,
    make_topic,
    make_version,
)

pytestmark = pytest.mark.django_db

MERGE = "/admin/merge/speaker/"


@pytest.fixture
def ada():
    return make_speaker(name="Ada Turner", biography="Turns.")


@pytest.fixture
def short(ada):
    speaker = make_speaker(name="A. Turner", biography="Cuts.")
    make_handle(speaker=speaker, site="github", handle="ada")
    make_appearance(speaker=speaker)
    return speaker


def asked(stay, go):
    return {"stay": stay.pk, "go": go.pk}


def answer(client, stay, go, act, **data):
    return client.post(MERGE, asked(stay, go) | {"act": act} | data)


def told(response):
    return [str(message) for message in response.context["messages"]]


def test_two_side_by_side_with_what_moves(editor_client, ada, short):
    context = editor_client.get(MERGE, asked(ada, short)).context

    assert [(c.name, c.ours, c.theirs) for c in context["choices"]] == [
        ("name", "Ada Turner", "A. Turner"),
        ("biography", "Turns.", "Cuts."),
    ]
    assert [(m.count, m.what, m.names) for m in context["moved"]] == [
        (1, "speaker name", "“A. Turner” of A. Turner"),
        (1, "handle", "@ada (github) of A. Turner"),
        (1, "appearance", "A. Turner on “Taming tests”"),
    ]
    assert context["likely"].reasons == ["“A. Turner” may be short for “Ada Turner”"]
    assert context["old_address"] == "/speakers/a-turner/"


def test_posts_that_speak_of_the_one_that_goes_are_counted(editor_client, ada, short):
    for title in ("A day", "Another day"):
        make_source(row=short, version=make_version(recap=make_recap(title=title)))

    page = editor_client.get(MERGE, asked(ada, short)).content.decode()

    assert re.findall(r"What .* posts? says?: .*", page) == ["What 2 posts say: A day; Another day"]


def test_private_posts_are_counted_and_not_called_by_their_titles(editor_client, ada, short):
    private = make_recap(title="A day", visibility="private")
    make_source(row=short, version=make_version(recap=private))

    page = editor_client.get(MERGE, asked(ada, short)).content.decode()

    assert re.findall(r"What .* posts? says?: .*", page) == ["What one post says: a private recap"]


def test_looking_changes_nothing(editor_client, ada, short):
    editor_client.get(MERGE, asked(ada, short))

    assert models.Decision.objects.count() == 0
    assert models.Run.objects.count() == 0


def test_merging_takes_the_fields_as_chosen(editor_client, editor, ada, short):
    response = answer(editor_client, ada, short, "merge", reason="One.", **{"take-biography": "go"})

    assert response.url == address_of(ada)
    ada.refresh_from_db()
    assert (ada.name, ada.biography) == ("Ada Turner", "Cuts.")
    assert list(ada.handles.values_list("handle", flat=True)) == ["ada"]
    decision = models.Decision.objects.get()
    assert (decision.user, decision.reason, decision.ruling) == (editor, "One.", "merge")
    old = editor_client.get("/speakers/a-turner/")
    assert (old.status_code, old.url) == (301, "/speakers/ada-turner/")


def test_what_the_row_that_goes_alone_has_is_taken(editor_client, ada, short):
    models.Speaker.objects.filter(pk=ada.pk).update(biography="")

    answer(editor_client, ada, short, "merge")

    ada.refresh_from_db()
    assert ada.biography == "Cuts."


def test_not_the_same_is_remembered(editor_client, ada, short):
    response = answer(editor_client, ada, short, "not-same")

    page = editor_client.get(response.url)
    assert told(page) == ["Remembered: “Ada Turner” is not “A. Turner”."]
    assert page.context["page"].object_list == []


@pytest.mark.parametrize(
    ("make", "own", "other"),
    [(make_day, {"number": 1}, {"number": 2}), (make_announcement, {"text": "A"}, {"text": "B"})],
)
def test_not_the_same_is_remembered_of_rows_that_nothing_proposes(editor_client, make, own, other):
    conference = make_conference()
    stay, go = make(conference=conference, **own), make(conference=conference, **other)

    answer = asked(stay, go) | {"act": "not-same"}
    page = editor_client.post(f"/admin/merge/{stay.kind}/", answer, follow=True)

    assert page.redirect_chain == [(list_of(type(stay)), 302)]
    assert told(page) == [f"Remembered: “{stay}” is not “{go}”."]


@pytest.mark.parametrize("act", ["merge", "not-same"])
def test_a_row_is_itself(editor_client, ada, act):
    page = editor_client.post(MERGE, asked(ada, ada) | {"act": act}, follow=True)

    assert told(page) == ["Choose two different rows."]
    assert models.Decision.objects.count() == 0


def test_a_reason_is_kept_without_what_no_database_keeps(editor_client, ada, short):
    answer(editor_client, ada, short, "not-same", reason=" On\0e. ")

    assert models.Decision.objects.get().reason == "One."


def test_undoing_from_the_page_of_the_row(editor_client, ada, short):
    answer(editor_client, ada, short, "merge")
    decision = models.Decision.objects.get()
    undo = f"/admin/undo/{decision.pk}/"
    assert undo in editor_client.get(address_of(ada)).content.decode()
    assert editor_client.get(undo).context["go"] == short

    page = editor_client.post(undo, {"reason": "Two."}, follow=True)

    short.refresh_from_db()
    assert short.removed == ""
    assert told(page) == ["Undone: there are two again, and imports keep them apart."]
    again = editor_client.post(undo, follow=True)
    assert told(again) == ["Not undone: it was undone before."]


def test_not_the_same_is_taken_back(editor_client, ada, short):
    answer(editor_client, ada, short, "not-same")
    undo = f"/admin/undo/{models.Decision.objects.get().pk}/"

    page = editor_client.post(undo, follow=True)
    again = editor_client.post(undo, follow=True)

    assert len(editor_client.get("/admin/duplicates/speaker/").context["page"].object_list) == 1
    assert told(page)[-1] == "Taken back: they may be one after all."
    assert told(again) == ["Not undone: it was undone before."]


def test_a_merge_sent_twice_is_done_once(editor_client, ada, short):
    answer(editor_client, ada, short, "merge")

    again = answer(editor_client, ada, short, "merge")

    assert told(editor_client.get(again.url))[-1] == (
        "“A. Turner” is merged into another row already."
    )
    assert models.Decision.objects.count() == 1


@pytest.mark.parametrize(("chosen", "is_merge"), [(1, False), (2, True), (3, False)])
def test_two_rows_are_chosen_in_the_list(editor_client, ada, short, chosen, is_merge):
    rows = [ada, short, make_speaker(name="Bo Millar")][:chosen]

    response = editor_client.post(
        list_of(models.Speaker),
        {"action": "merge_two", "_selected_action": [row.pk for row in rows]},
    )

    assert response.url.startswith(MERGE) is is_merge


def test_another_row_is_chosen_from_the_page_of_one(editor_client, ada, short):
    assert f"{MERGE}?stay={ada.pk}" in editor_client.get(address_of(ada)).content.decode()

    page = editor_client.get(MERGE, {"stay": ada.pk})

    assert page.context["form"].fields["go"].queryset.get() == short


def test_rows_that_cannot_be_one_are_refused_in_a_line(editor_client, ada, short):
    models.Speaker.objects.filter(pk=ada.pk).update(removed="person")
    one, other = make_talk(), make_talk()

    refused = [
        answer(editor_client, ada, short, "merge"),
        answer(editor_client, short, short, "merge"),
        editor_client.post("/admin/merge/talk/", asked(one, other) | {"act": "merge"}),
    ]

    lines = [told(editor_client.get(response.url)) for response in refused[:1]]
    assert [response.status_code for response in refused] == [302, 302, 302]
    assert models.Decision.objects.count() == 0
    assert lines[0][0] == "“Ada Turner” is not on the site: bring it back first."


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/admin/merge/speaker/", 404),
        ("/admin/merge/speaker/?stay=x", 404),
        ("/admin/merge/speaker/?stay=999", 404),
        (f"/admin/merge/speaker/?stay={'9' * 20}", 404),
        (f"/admin/merge/speaker/?stay={'9' * 5000}", 404),
        ("/admin/merge/note/?stay=1", 404),
        ("/admin/merge/nothing/?stay=1", 404),
        ("/admin/duplicates/note/", 404),
        ("/admin/undo/999/", 404),
    ],
)
def test_unknown_rows_and_kinds(editor_client, address, status):
    assert editor_client.get(address).status_code == status


def test_who_may_only_look_decides_nothing(client, django_user_model, ada, short):
    helper = django_user_model.objects.create_user("helper", is_staff=True)
    helper.user_permissions.set(Permission.objects.filter(codename="view_speaker"))
    client.force_login(helper)
    decision = models.Decision.objects.create(
        ruling="not same", kind="speaker", key=ada.key, other_key=short.key
    )

    assert client.get("/admin/duplicates/speaker/").status_code == 200
    assert client.get(MERGE, asked(ada, short)).status_code == 403
    assert answer(client, ada, short, "merge").status_code == 403
    assert client.post(f"/admin/undo/{decision.pk}/").status_code == 403
    assert client.post("/admin/review/", {"topic": 1, "status": "approved"}).status_code == 403
    decision.refresh_from_db()
    assert decision.undone_at is None


@pytest.mark.parametrize("address", [MERGE, "/admin/undo/1/", "/admin/review/"])
def test_acts_need_a_token(editor, ada, short, address):
    models.Decision.objects.create(pk=1, ruling="merge", kind="speaker", key=ada.key)
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)

    assert client.post(address, asked(ada, short) | {"act": "merge"}).status_code == 403


def test_the_anonymous_are_led_to_the_login(client, ada, short):
    for address in (MERGE, "/admin/review/", "/admin/duplicates/speaker/", "/admin/undo/1/"):
        assert client.post(address).url.startswith("/admin/login/")


def test_an_unknown_act_is_refused(editor_client, ada, short):
    assert answer(editor_client, ada, short, "marry").status_code == 400


def test_topics_are_merged_with_their_names(editor_client):
    stay, go = make_topic(name="Kubernetes"), make_topic(name="K8s", status="approved")

    editor_client.post(
        "/admin/merge/topic/", asked(stay, go) | {"act": "merge", "take-status": "go"}
    )

    stay.refresh_from_db()
    assert stay.status == "approved"
    assert [alias.name for alias in stay.aliases.all()] == ["K8s"]
