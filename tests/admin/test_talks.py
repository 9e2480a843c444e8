import pytest
from django.urls import reverse

from conferences import models
from tests.admin.conftest import address_of, errors_of
from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_day,
    make_link,
    make_note,
    make_recap,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
)


def test_talk_is_added_with_everything_on_it(submit):
    day = make_day()
    speaker, topic = make_speaker(), make_topic()

    response = submit(
        models.Talk,
        **{
            "title": "Docker in depth",
            "conference": day.conference.pk,
            "day": day.pk,
            "appearances-TOTAL_FORMS": 1,
            "appearances-0-speaker": speaker.pk,
            "appearances-0-credited_as": "Jane",
            "appearances-0-order": 0,
            "topic_rows-TOTAL_FORMS": 1,
            "topic_rows-0-tag": topic.pk,
            "notes-TOTAL_FORMS": 1,
            "notes-0-text": "A *deep* dive.",
            "notes-0-order": 0,
            "announcements-TOTAL_FORMS": 1,
            "announcements-0-text": "Docker 1.9 is out.",
            "announcements-0-status": "released",
            "announcements-0-order": 0,
            "links-TOTAL_FORMS": 1,
            "links-0-url": "https://example.org/slides",
            "links-0-link_kind": "slides",
            "links-0-order": 0,
        },
    )

    talk = models.Talk.objects.get()
    news = talk.announcements.get()
    assert response.status_code == 302
    assert [str(row) for row in talk.appearances.all()] == ["Jane"]
    assert [row.tag for row in talk.topic_rows.all()] == [topic]
    assert [note.html for note in talk.notes.all()] == ["<p>A <em>deep</em> dive.</p>"]
    assert (news.conference, news.day) == (day.conference, day)
    assert [link.link_kind for link in talk.links.all()] == ["slides"]
    assert talk.notes.get().history.get().history_user.username == "ed"


def test_row_ticked_on_the_talk_is_removed_and_not_deleted(submit):
    talk = make_talk()
    appearance = make_appearance(talk=talk)
    models.Appearance.objects.update(merged_into=None)

    submit(talk, **{"appearances-0-DELETE": "on"})

    appearance.refresh_from_db()
    decision = models.Decision.objects.get()
    assert appearance.removed == "person"
    assert appearance.history.first().history_user.username == "ed"
    assert (decision.ruling, decision.key) == ("remove", appearance.key)


def test_row_that_others_were_merged_into_can_be_removed_too(submit):
    talk = make_talk()
    appearance = make_appearance(talk=talk)
    make_appearance(talk=talk, removed="merged", merged_into=appearance)

    response = submit(talk, **{"appearances-0-DELETE": "on"})

    appearance.refresh_from_db()
    assert response.status_code == 302
    assert appearance.removed == "person"


def test_rows_on_a_talk_are_marked_to_be_removed_not_deleted(editor_client):
    note = make_note()

    response = editor_client.get(address_of(note.talk))

    labels = {
        form.fields["DELETE"].label
        for shown in response.context["inline_admin_formsets"]
        for form in shown.formset.initial_forms
    }
    assert labels == {"Remove"}


def test_removed_rows_are_not_shown_on_the_talk(editor_client):
    talk = make_talk()
    make_note(talk=talk, removed="person")
    note = make_note(talk=talk)

    response = editor_client.get(address_of(talk))

    formsets = {
        shown.formset.prefix: shown.formset for shown in response.context["inline_admin_formsets"]
    }
    assert [form.instance for form in formsets["notes"].forms] == [note]


def test_unchanged_rows_of_a_talk_are_not_written(submit):
    talk = make_talk(title="Docker")
    rows = [make_appearance(talk=talk), make_note(talk=talk), make_link(talk=talk)]
    rows += [make_announcement(talk=talk), make_talk_topic(talk=talk)]

    submit(talk, title="Docker in depth")

    assert [row.history.count() for row in rows] == [1] * 5


def test_note_is_edited_on_its_talk(submit):
    note = make_note(said={"text": "Old"}, text="Old")

    submit(note.talk, **{"notes-0-text": "New"})

    note.refresh_from_db()
    assert (note.text, note.html, note.said) == ("New", "<p>New</p>", {"text": "Old"})
    assert [record.history_type for record in note.history.all()] == ["~", "+"]


def test_note_on_a_talk_has_a_limit(submit):
    note = make_note()

    response = submit(note.talk, **{"notes-0-text": "[" * 64_001})

    assert list(errors_of(response)) == ["text"]


def test_speaker_is_on_a_talk_once(submit):
    talk, speaker = make_talk(), make_speaker()
    make_appearance(talk=talk, speaker=speaker)

    response = submit(
        talk,
        **{
            "appearances-TOTAL_FORMS": 2,
            "appearances-1-speaker": speaker.pk,
            "appearances-1-order": 1,
        },
    )

    assert errors_of(response) == {"speaker": ["This speaker is on the talk already."]}
    assert talk.appearances.count() == 1


def test_speaker_is_on_a_new_talk_once(submit):
    speaker = make_speaker()

    response = submit(
        models.Talk,
        **{
            "title": "Docker",
            "conference": make_conference().pk,
            "appearances-TOTAL_FORMS": 2,
            "appearances-0-speaker": speaker.pk,
            "appearances-0-order": 0,
            "appearances-1-speaker": speaker.pk,
            "appearances-1-order": 1,
        },
    )

    assert errors_of(response) == {"speaker": ["This speaker is on the talk already."]}


def put_on(submit, talk, speaker, **changes):
    fields = {"speaker": speaker.pk, "order": 0} | changes
    first = {f"appearances-0-{name}": value for name, value in fields.items()}
    return submit(talk, **{"appearances-TOTAL_FORMS": 1} | first)


def test_speaker_taken_off_a_talk_comes_back_when_put_on_it_again(submit):
    talk, speaker = make_talk(), make_speaker()
    put_on(submit, talk, speaker, credited_as="Jane")
    appearance = talk.appearances.get()
    submit(talk, **{"appearances-0-DELETE": "on"})

    put_on(submit, talk, speaker, credited_as="J. Doe")

    again = talk.appearances.get()
    assert (again.pk, again.key) == (appearance.pk, appearance.key)
    assert (again.removed, again.credited_as) == ("", "J. Doe")
    assert models.Decision.objects.get().undone_at is not None


def test_speaker_can_be_put_on_a_talk_beside_the_row_that_was_merged(submit):
    talk, speaker = make_talk(), make_speaker()
    put_on(submit, talk, speaker)
    talk.appearances.update(removed="merged")

    put_on(submit, talk, speaker)

    assert sorted(talk.appearances.values_list("removed", flat=True)) == ["", "merged"]


def test_appearance_names_somebody(submit):
    response = submit(make_talk(), **{"appearances-TOTAL_FORMS": 1, "appearances-0-order": 5})

    assert errors_of(response) == {"credited_as": ["Name the speaker, or how they were credited."]}


def test_day_of_another_conference_is_refused(submit):
    response = submit(make_talk(), day=make_day().pk)

    assert errors_of(response) == {"day": ["This one belongs to another conference."]}


def test_talk_of_another_conference_is_refused_for_news(submit):
    response = submit(make_announcement(), talk=make_talk().pk)

    assert errors_of(response) == {"talk": ["This one belongs to another conference."]}


def test_news_go_with_their_talk_to_another_conference(submit):
    talk = make_talk(title="Docker")
    news = make_announcement(talk=talk)
    day = make_day()

    submit(talk, conference=day.conference.pk, day=day.pk)

    news.refresh_from_db()
    assert (news.conference, news.day) == (day.conference, day)


def test_talk_needs_no_title(submit):
    conference = make_conference(name="Con")

    submit(models.Talk, conference=conference.pk, subject="scaling")

    talk = models.Talk.objects.get()
    assert (str(talk), talk.slug) == ("Untitled talk on scaling", "scaling-con")


def test_talk_form_has_no_field_of_taggit(editor_client):
    response = editor_client.get(address_of(make_talk()))

    assert "topics" not in response.context["adminform"].form.fields


def suggestions(client, field, term, model="talk"):
    parameters = {"app_label": "conferences", "model_name": model, "field_name": field}
    response = client.get(reverse("admin:autocomplete"), parameters | {"term": term})
    return [found["text"] for found in response.json()["results"]]


def test_talks_are_suggested_with_their_conference(editor_client):
    make_talk(title="Keynote", conference=make_conference(name="A"))
    make_talk(title="Keynote", conference=make_conference(name="B"))

    found = suggestions(editor_client, "talk", "keyn", model="appearance")

    assert sorted(found) == ["Keynote – A", "Keynote – B"]


def test_removed_rows_are_not_suggested(editor_client):
    make_speaker(name="Jane Doe", removed="person")
    make_speaker(name="Jane Roe")

    assert suggestions(editor_client, "speaker", "jane", model="appearance") == ["Jane Roe"]


def test_chosen_talk_is_shown_with_its_conference(editor_client):
    note = make_note(talk=make_talk(title="Keynote", conference=make_conference(name="A")))

    page = editor_client.get(address_of(note)).content.decode()

    assert f'<option value="{note.talk_id}" selected>Keynote – A</option>' in page


def test_second_note_of_a_recap_on_a_talk_is_refused(submit):
    note = make_note()
    other = make_note(recap=make_recap(), talk=note.talk)

    response = submit(other, recap=note.recap.pk)

    assert list(errors_of(response)) == ["recap"]


def test_edited_fields_are_told_apart_from_what_the_recaps_say(editor_client):
    talk = make_talk(title="Mine", said={"title": "Theirs", "subject": "", "slug": "x"})

    page = editor_client.get(address_of(talk)).content.decode()

    assert "<p>title; the recaps say: <q>Theirs</q></p>" in page
    assert "<p>subject; the recaps say" not in page


@pytest.mark.parametrize(("title", "position"), [("Docker", "0"), ("Docker", "")])
def test_place_on_the_day_is_set_by_hand(submit, title, position):
    talk = make_talk(title=title, position=3)

    submit(talk, position=position)

    talk.refresh_from_db()
    assert talk.position == (int(position) if position else None)
