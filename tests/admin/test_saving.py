import pytest
from django.urls import reverse

from conferences import models
from tests.admin.conftest import address_of, errors_of, filled
from tests.factories import make_conference, make_day, make_recap, make_speaker, make_talk


def histories(row):
    return list(row.history.values_list("history_type", "history_user__username"))


def test_saving_records_who_did_it(submit):
    talk = make_talk(title="Docker", said={"title": "Docker"})

    response = submit(talk, title="Docker in depth")

    talk.refresh_from_db()
    assert response.status_code == 302
    assert talk.title == "Docker in depth"
    assert histories(talk) == [("~", "ed"), ("+", None)]


def test_saving_leaves_key_and_said_alone(submit):
    talk = make_talk(title="Docker", said={"title": "Docker"})
    key = talk.key

    submit(talk, title="Docker in depth", key="0" * 32, said="{}", removed="person", id="99")

    talk.refresh_from_db()
    assert (talk.key, talk.said, talk.removed) == (key, {"title": "Docker"}, "")


def test_saving_an_unchanged_form_writes_nothing(submit):
    talk = make_talk()

    submit(talk)

    changed_at = talk.changed_at
    talk.refresh_from_db()
    assert talk.changed_at == changed_at
    assert histories(talk) == [("+", None)]


def test_saving_renders_the_markdown(submit):
    conference = make_conference()

    submit(conference, description="All about **tests**.")

    conference.refresh_from_db()
    assert conference.html == "<p>All about <strong>tests</strong>.</p>"


@pytest.mark.parametrize(
    ("make", "field"),
    [(make_conference, "description"), (make_day, "introduction"), (make_speaker, "biography")],
)
@pytest.mark.parametrize(("size", "is_taken"), [(64_000, True), (64_001, False)])
def test_text_has_a_limit(submit, make, field, size, is_taken):
    row = make()

    response = submit(row, **{field: "x" * size})

    row.refresh_from_db()
    assert len(getattr(row, field)) == size * is_taken
    if not is_taken:
        message = "This text is 64,001 bytes long, 64,000 is the most: please shorten it."
        assert errors_of(response) == {field: [message]}


def test_renamed_row_moves_and_its_old_address_leads_on(submit):
    speaker = make_speaker(name="Jane Doe")

    submit(speaker, name="Jane Roe")

    speaker.refresh_from_db()
    old = models.OldAddress.objects.get()
    assert speaker.slug == "jane-roe"
    assert (old.kind, old.slug, old.key) == ("speaker", "jane-doe", speaker.key)


def test_slug_typed_by_hand_stays_when_the_row_is_renamed(submit):
    speaker = make_speaker(name="Jane Doe")

    submit(speaker, slug="jd")
    submit(speaker, name="Jane Roe")

    speaker.refresh_from_db()
    assert speaker.slug == "jd"
    assert [old.slug for old in models.OldAddress.objects.all()] == ["jane-doe"]


def test_slug_emptied_is_made_of_the_name(submit):
    speaker = make_speaker(name="Jane Doe", slug="jd")

    submit(speaker, slug="")

    speaker.refresh_from_db()
    assert speaker.slug == "jane-doe"


def test_new_row_of_a_name_that_is_there_gets_digits_of_its_key(submit):
    make_speaker(name="Jane Doe", removed="person")

    response = submit(models.Speaker, name="Jane Doe")

    speaker = models.Speaker.objects.get(removed="")
    assert response.status_code == 302
    assert speaker.slug == f"jane-doe-{speaker.key[:6]}"


@pytest.mark.parametrize("removed", ["", "person", "merged"])
def test_slug_typed_by_hand_must_be_free(submit, removed):
    make_speaker(name="Jane Doe", removed=removed)
    speaker = make_speaker(name="John Doe")

    response = submit(speaker, slug="jane-doe")

    assert errors_of(response) == {"slug": ["Speaker with this Slug already exists."]}


def test_slug_of_an_old_address_can_be_taken(submit):
    speaker = make_speaker(name="Jane Doe")
    submit(speaker, name="Jane Roe")

    submit(models.Speaker, name="Jane Doe")

    assert models.OldAddress.objects.count() == 0
    assert set(models.Speaker.objects.values_list("slug", flat=True)) == {"jane-doe", "jane-roe"}


def restore(client, row, version, **changes):
    name = f"admin:conferences_{row._meta.model_name}_simple_history"
    address = reverse(name, args=[row.pk, version.pk])
    page = client.get(address)
    form = page.context["adminform"].form
    values = {field.html_name: field.value() or "" for field in form}
    return client.post(address, values | changes)


def test_restoring_brings_back_fields_and_nothing_else(editor_client):
    talk = make_talk(title="First", said={"title": "First"})
    first = talk.history.first()
    talk.title, talk.said, talk.removed = "Second", {"title": "Second"}, "person"
    talk.save()

    response = restore(editor_client, talk, first)

    talk.refresh_from_db()
    assert response.status_code == 302
    assert (talk.title, talk.said, talk.removed) == ("First", {"title": "Second"}, "person")
    assert talk.history.first().removed == "person"


def test_restoring_an_old_slug_turns_the_addresses_round(submit, editor_client):
    speaker = make_speaker(name="Jane Doe")
    first = speaker.history.first()
    submit(speaker, name="Jane Roe")

    restore(editor_client, speaker, first)

    speaker.refresh_from_db()
    assert (speaker.name, speaker.slug) == ("Jane Doe", "jane-doe")
    assert [old.slug for old in models.OldAddress.objects.all()] == ["jane-roe"]


def test_history_costs_the_same_for_three_changes_and_thirty(
    editor_client, django_assert_num_queries, django_assert_max_num_queries
):
    talk = make_talk(day=make_day())
    address = reverse("admin:conferences_talk_history", args=[talk.pk])
    for n in range(3):
        talk.title = f"Title {n}"
        talk.save()
    editor_client.get(address)
    with django_assert_max_num_queries(15) as few:
        editor_client.get(address)
    for n in range(30):
        talk.title = f"New title {n}"
        talk.save()

    with django_assert_num_queries(len(few)):
        editor_client.get(address)


@pytest.mark.parametrize("path", ["change/", "history/", "history/1/"])
@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 18, "9" * 30, "1 OR 1=1", "１"])
def test_numbers_of_no_row_are_not_found(editor_client, number, path):
    response = editor_client.get(f"/admin/conferences/talk/{number}/{path}")

    assert response.status_code in (302, 404)


def test_writing_needs_the_token_of_a_form(editor):
    from django.test import Client  # the fixture's client is excused from the check

    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    talk = make_talk(title="Docker")
    values = filled(client.get(address_of(talk)))

    response = client.post(address_of(talk), values | {"title": "Broken into"})

    talk.refresh_from_db()
    assert response.status_code == 403
    assert talk.title == "Docker"


@pytest.mark.parametrize(
    ("url", "is_taken"),
    [
        ("https://example.org/a", True),
        ("http://intranet/a", True),
        ("example.org", True),
        ("", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://x/%0aalert(1)", False),
        ("//", False),
        ("ftp://example.org/", False),
        ("http://user:pw@example.org/", False),
        ("http://[1/", False),
        ("https://example.org/a b", False),
        ("https://example.org/" + "a" * 3000, False),
    ],
)
def test_web_addresses_are_checked(submit, url, is_taken):
    recap = make_recap(url="")

    response = submit(recap, url=url)

    assert response.status_code == (302 if is_taken else 200)
    if not is_taken:
        assert list(errors_of(response)) == ["url"]


def test_page_of_the_row_is_linked_where_readers_see_it(editor_client):
    talk = make_talk(title="Docker", conference=make_conference(name="Con"))
    removed = make_talk(title="Gone", removed="person")

    seen = editor_client.get(address_of(talk)).context
    unseen = editor_client.get(address_of(removed)).context

    assert seen["absolute_url"] == "/talks/docker-con/"
    assert unseen["has_absolute_url"] is False
