"""Two people at one form."""

import pytest
from django.test import Client

from conferences.importing.decisions.merging import merge_rows
from conferences.management.commands.create_editor import new_editor
from conferences.models import Note, Talk
from tests.admin.conftest import address_of, errors_of, filled, told
from tests.factories import (
    make_appearance,
    make_conference,
    make_note,
    make_recap,
    make_speaker,
    make_talk,
)

LINES = "The first line.\n\nThe second line.\n\nThe third line."


@pytest.fixture
def ann(db):
    client = Client()
    client.force_login(new_editor("ann"))
    return client


@pytest.fixture
def bo(db):
    client = Client()
    client.force_login(new_editor("bo"))
    return client


def open_form(client, row):
    """What the browser would send of the form as it is now."""
    return filled(client.get(address_of(row)))


def save(client, row, form, **changes):
    return client.post(address_of(row), form | changes)


def inline_field(form, name):
    """What a field of the first row of its kind is called in the form."""
    (found,) = [k for k in form if k.endswith(f"-0-{name}") and not k.startswith("initial-")]
    return found


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def test_each_saves_only_the_fields_they_changed(ann, bo):
    conference = make_conference(place="", description="")
    first, second = open_form(ann, conference), open_form(bo, conference)

    save(ann, conference, first, place="Rome")
    save(bo, conference, second, description="Writes compilers.")

    conference = fresh(conference)
    assert (conference.place, conference.description) == ("Rome", "Writes compilers.")
    assert [entry.history_user.username for entry in conference.history.all()[:2]] == ["bo", "ann"]


def test_what_an_import_wrote_meanwhile_is_no_edit_of_the_sender(ann):
    talk = make_talk(title="Docker", subject="", said={"title": "Docker"})
    form = open_form(ann, talk)
    Talk.objects.filter(pk=talk.pk).update(title="Docker 2", said={"title": "Docker 2"})

    save(ann, talk, form, subject="containers")

    talk = fresh(talk)
    assert (talk.title, talk.subject) == ("Docker 2", "containers")


def test_renamed_meanwhile_the_address_stays_that_of_the_new_name(ann, bo):
    speaker = make_speaker(name="Jane Doe")
    form = open_form(bo, speaker)

    save(ann, speaker, open_form(ann, speaker), name="Jane Roe")
    save(bo, speaker, form, biography="Sails.")

    assert (fresh(speaker).name, fresh(speaker).slug) == ("Jane Roe", "jane-roe")


def test_second_to_change_a_field_is_told_and_keeps_what_they_wrote(ann, bo):
    conference = make_conference(place="Rome")
    first, second = open_form(ann, conference), open_form(bo, conference)
    save(ann, conference, first, place="Milan")

    answer = save(bo, conference, second, place="Oslo")

    (message,) = errors_of(answer)["place"]
    assert message.startswith("Meanwhile ann (")
    assert message.endswith(") changed this to “Milan”. Save again to have yours.")
    assert fresh(conference).place == "Milan"
    assert filled(answer)["place"] == "Oslo"


def test_saved_again_the_second_has_theirs(ann, bo):
    conference = make_conference(place="Rome")
    first, second = open_form(ann, conference), open_form(bo, conference)
    save(ann, conference, first, place="Milan", description="Writes compilers.")
    answer = save(bo, conference, second, place="Oslo")

    save(bo, conference, filled(answer))

    conference = fresh(conference)
    assert (conference.place, conference.description) == ("Oslo", "Writes compilers.")


def test_changed_a_third_time_saving_again_tells_again(ann, bo):
    conference = make_conference(place="Rome")
    first, second = open_form(ann, conference), open_form(bo, conference)
    save(ann, conference, first, place="Milan")
    answer = save(bo, conference, second, place="Oslo")
    save(ann, conference, open_form(ann, conference), place="Turin")

    again = save(bo, conference, filled(answer))

    assert list(errors_of(again)) == ["place"]
    assert fresh(conference).place == "Turin"


def test_both_writing_the_same_is_no_clash(ann, bo):
    conference = make_conference(place="Rome")
    first, second = open_form(ann, conference), open_form(bo, conference)
    save(ann, conference, first, place="Oslo")

    answer = save(bo, conference, second, place="Oslo")

    assert answer.status_code == 302
    assert fresh(conference).history.count() == 2


def test_texts_changed_in_different_lines_are_merged(ann, bo):
    conference = make_conference(description=LINES)
    first, second = open_form(ann, conference), open_form(bo, conference)
    save(ann, conference, first, description=LINES.replace("first", "very first"))

    answer = save(bo, conference, second, description=LINES.replace("third", "last"))

    both = "The very first line.\n\nThe second line.\n\nThe last line."
    assert fresh(conference).description == both
    assert "both changes are in it now: Description." in told(answer)[0]


def test_texts_changed_in_the_same_line_show_both(ann, bo):
    conference = make_conference(description=LINES)
    first, second = open_form(ann, conference), open_form(bo, conference)
    save(ann, conference, first, description=LINES.replace("second", "middle"))

    answer = save(bo, conference, second, description=LINES.replace("second", "2nd"))

    (message,) = errors_of(answer)["description"]
    assert '<del class="line"><b>−</b> The middle line.</del>' in message
    assert '<ins class="line"><b>+</b> The 2nd line.</ins>' in message
    assert fresh(conference).description == LINES.replace("second", "middle")


def test_texts_in_messages_are_escaped(ann, bo):
    conference = make_conference(description=LINES, place="Rome")
    first, second = open_form(ann, conference), open_form(bo, conference)
    evil = "<script>alert(1)</script>"
    save(ann, conference, first, description=LINES.replace("second", evil), place=evil)

    answer = save(bo, conference, second, description=LINES.replace("second", "2nd"), place="Oslo")

    assert list(errors_of(answer)) == ["place", "description"]
    assert evil not in answer.content.decode()


def test_notes_on_a_talks_page_are_shared_too(ann, bo):
    note = make_note(text=LINES)
    first, second = open_form(ann, note.talk), open_form(bo, note)
    name = inline_field(first, "text")
    save(ann, note.talk, first, **{name: LINES.replace("first", "very first")})

    save(bo, note, second, text=LINES.replace("third", "last"))

    assert fresh(note).text == "The very first line.\n\nThe second line.\n\nThe last line."


def test_notes_changed_in_the_same_line_come_back_in_the_talks_form(ann, bo):
    note = make_note(text="One.")
    first, second = open_form(ann, note.talk), open_form(bo, note.talk)
    name = inline_field(first, "text")
    save(ann, note.talk, first, **{name: "Ann's."})

    answer = save(bo, note.talk, second, **{name: "Bo's."}, title="Also of Bo")

    assert list(errors_of(answer)) == ["text"]
    assert fresh(note).text == "Ann's."
    save(bo, note.talk, filled(answer))
    assert (fresh(note).text, fresh(note.talk).title) == ("Bo's.", "Also of Bo")


def test_what_was_changed_is_kept_with_a_row_removed_meanwhile(ann, bo):
    note = make_note(text="One.")
    form = open_form(bo, note.talk)
    name = inline_field(form, "text")
    Note.objects.filter(pk=note.pk).update(removed="person")

    answer = save(bo, note.talk, form, **{name: "Bo's."})

    assert fresh(note).text == "Bo's."
    assert "is not on the site (removed by a person)" in told(answer)[0]


def test_untouched_row_removed_meanwhile_stays_removed_without_a_word(ann, bo):
    note = make_note(text="One.")
    form = open_form(bo, note.talk)
    Note.objects.filter(pk=note.pk).update(removed="person")

    answer = save(bo, note.talk, form, title="Renamed")

    assert (fresh(note).text, fresh(note).removed) == ("One.", "person")
    assert [text for text in told(answer) if "not on the site" in text] == []


def test_row_merged_meanwhile_keeps_what_was_changed(ann):
    stay, go = make_speaker(name="Jane Doe"), make_speaker(name="J. Doe")
    form = open_form(ann, go)
    type(go).objects.filter(pk=go.pk).update(removed="merged", merged_into=stay)

    answer = save(ann, go, form, biography="Sails.")

    assert fresh(go).biography == "Sails."
    assert "is not on the site (merged into another)" in told(answer)[0]


def test_note_that_went_with_its_merged_talk_is_saved_where_it_is(bo):
    conference = make_conference()
    stay = make_talk(title="Docker in depth", conference=conference)
    go = make_talk(title="Docker", conference=conference)
    note = make_note(text="One.", talk=go)
    form = open_form(bo, go)
    merge_rows("talk", stay.key, go.key, user=None)

    save(bo, go, form, **{inline_field(form, "text"): "Bo's."})

    assert (fresh(note).text, fresh(note).talk) == ("Bo's.", stay)


def test_speaker_chosen_by_both_for_one_appearance_is_told(ann, bo):
    appearance = make_appearance(speaker=make_speaker(name="Jane Doe"))
    roe, poe = make_speaker(name="Jane Roe"), make_speaker(name="Jane Poe")
    first, second = open_form(ann, appearance.talk), open_form(bo, appearance.talk)
    name = inline_field(first, "speaker")
    save(ann, appearance.talk, first, **{name: roe.pk})

    answer = save(bo, appearance.talk, second, **{name: poe.pk})

    visible = appearance.talk.appearances.filter(removed="")
    assert [shown.speaker.name for shown in visible] == ["Jane Roe"]
    assert "is not on the site (removed by a person)" in told(answer)[0]


def test_row_of_another_talk_cannot_be_slipped_in(ann):
    note, other = make_note(text="One."), make_note(text="Other.")
    form = open_form(ann, note.talk)
    name = inline_field(form, "text")

    save(ann, note.talk, form | {name.replace("text", "id"): other.pk}, **{name: "Slipped."})

    assert (fresh(note).text, fresh(other).text) == ("One.", "Other.")


def test_sent_without_what_it_was_opened_with_nothing_is_overwritten_unseen(ann):
    recap = make_recap(title="Recap", author="Ann")
    form = {k: v for k, v in open_form(ann, recap).items() if not k.startswith("initial-")}

    answer = ann.post(address_of(recap), form | {"title": "Another"})

    assert answer.status_code == 200
    assert fresh(recap).title == "Recap"
