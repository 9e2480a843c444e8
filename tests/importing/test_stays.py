"""Removed stays removed, moved and renamed stays matched, merged stays merged: case by case."""

from dataclasses import replace

import pytest

from conferences import models
from tests.importing import hands
from tests.importing.posts import PostText, TalkText
from tests.importing.state import import_posts, visible_state

pytestmark = pytest.mark.django_db

ADA, BO = ("Ada Turner", ""), ("Bo Millar", "")
GEARS = TalkText("Gears that never wear out", (ADA,), ("Oil matters more than speed.",), ())
THREADS = TalkText("Cutting threads by hand", (BO,), ("Measure twice and cut once.",), ())
LATHE = TalkText("A lathe in every kitchen", (BO,), ("Mind the chips.",), ())
POST = PostText(("GearConf 2015", ""), 1, "Ann Attendee", "2015-05-03", (GEARS,))
OTHER = replace(POST, author="Ben Beside", published="2015-05-04", talks=(THREADS,))


def import_text(path, text, blanks=0):
    (outcome,) = import_posts({path: text.data() + b"\n" * blanks})
    assert outcome.reason == ""
    return outcome


def talk_called(title):
    return models.Talk.objects.get(title=title)


def speakers_of(talk):
    rows = talk.appearances.visible().order_by("pk")
    return [row.speaker.name for row in rows]


# What people moved


def test_a_note_moved_to_a_talk_that_its_recap_then_covers_holds_both_texts():
    import_text("/a.md", POST)
    import_text("/b.md", OTHER)
    note = models.Note.objects.get(talk__title=GEARS.title)
    hands.edit(note, talk=talk_called(THREADS.title))

    own_words = replace(THREADS, sentences=("Threads are cut, not rolled.",))
    import_text("/a.md", replace(POST, talks=(GEARS, own_words)))

    (moved,) = models.Note.objects.visible().filter(recap=note.recap)
    assert moved.pk == note.pk
    assert moved.talk.title == THREADS.title
    assert [word in moved.text for word in ("Oil matters", "Threads are cut")] == [True, True]


def test_a_note_moved_away_stays_where_it_is_when_its_post_changes():
    import_text("/a.md", POST)
    import_text("/b.md", OTHER)
    note = models.Note.objects.get(talk__title=GEARS.title)
    hands.edit(note, talk=talk_called(THREADS.title))

    import_text("/a.md", replace(POST, talks=(replace(GEARS, sentences=("Use grease.",)),)))

    note.refresh_from_db()
    assert (note.talk.title, "Use grease." in note.text) == (THREADS.title, True)
    assert models.Note.objects.visible().count() == 2


def test_a_link_given_the_address_that_the_post_then_has_is_that_link():
    old = "See the [slides](https://example.org/old)."
    new = "See the [slides](https://example.org/new)."
    import_text("/a.md", replace(POST, talks=(replace(GEARS, sentences=(old,)),)))
    link = models.Link.objects.get()
    hands.edit(link, url="https://example.org/new")

    import_text("/a.md", replace(POST, talks=(replace(GEARS, sentences=(old, new)),)))

    assert [row.url for row in models.Link.objects.visible()] == ["https://example.org/new"]


def test_a_day_renumbered_is_the_day_of_that_number():
    import_text("/a.md", POST)
    day = models.Day.objects.get()
    hands.edit(day, number=2)

    import_text("/b.md", replace(OTHER, day=2))

    assert [(row.pk, row.number) for row in models.Day.objects.all()] == [(day.pk, 2)]
    assert {talk.day for talk in models.Talk.objects.all()} == {day}


def test_a_day_renumbered_to_one_that_comes_back_is_that_day():
    import_text("/a.md", POST)
    import_text("/b.md", replace(OTHER, day=2))
    import_text("/b.md", replace(OTHER, day=0))
    day = models.Day.objects.get(number=1)
    hands.edit(day, number=2)

    import_text("/b.md", replace(OTHER, day=2))

    assert [(row.pk, row.number) for row in models.Day.objects.visible()] == [(day.pk, 2)]


def test_a_day_renumbered_without_a_word_to_imports_is_the_day_of_that_number():
    import_text("/a.md", POST)
    models.Day.objects.update(number=2)

    import_text("/b.md", replace(OTHER, day=2))

    assert [row.number for row in models.Day.objects.visible()] == [2]


# What people added


@pytest.mark.parametrize("sentence", ["I flew with `AeroLathe` and **AeroLathe**.", "Questions?"])
def test_a_topic_added_by_hand_stays_when_the_post_had_it_for_a_while(sentence):
    import_text("/a.md", POST)
    topic = hands.add_topic("AeroLathe")
    hands.add("talk topic", content_object=talk_called(GEARS.title), tag=topic)

    import_text("/a.md", replace(POST, talks=(replace(GEARS, sentences=(sentence,)),)))
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))

    rows = talk_called(GEARS.title).topic_rows.visible()
    assert rows.filter(tag=topic).count() == 1


def test_a_renamed_topic_is_met_though_a_person_gives_its_old_name_to_another():
    text = replace(GEARS, sentences=("I flew with `AeroLathe` and **AeroLathe**.",))
    import_text("/a.md", replace(POST, talks=(text,)))
    renamed = models.Topic.objects.get(name="AeroLathe")
    hands.edit(renamed, name="Flying lathes")
    hands.add("topic", name="AeroLathe")

    import_text("/a.md", replace(POST, talks=(text,)), blanks=1)

    assert [row.tag for row in models.TalkTopic.objects.visible()] == [renamed]


def test_what_a_person_put_on_a_talk_holds_it_when_its_post_drops_it():
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))
    hands.add("note", talk=talk_called(THREADS.title), text="I was there.")

    import_text("/a.md", POST)

    assert talk_called(THREADS.title) in models.Talk.objects.visible()
    assert [note.text for note in talk_called(THREADS.title).notes.visible()] == ["I was there."]


def test_an_edited_note_holds_its_talk_and_waits_for_a_decision():
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))
    note = models.Note.objects.get(talk__title=THREADS.title)
    hands.edit(note, text="Mine.")

    import_text("/a.md", POST)

    assert [row.text for row in talk_called(THREADS.title).notes.visible()] == ["Mine."]
    conflict = models.Conflict.objects.get()
    assert (conflict.key, conflict.field, conflict.said) == (note.key, "removed", "unsaid")


def test_an_edited_note_that_the_posts_have_again_waits_no_longer():
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))
    note = models.Note.objects.get(talk__title=THREADS.title)
    hands.edit(note, text="Mine.")
    import_text("/a.md", POST)

    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))

    note.refresh_from_db()
    assert (note.text, models.Conflict.objects.get().outcome) == ("Mine.", "obsolete")


@pytest.mark.parametrize("field", ["biography", "description"])
def test_words_that_only_people_write_hold_a_row(field):
    used = replace(GEARS, sentences=("I flew with `AeroLathe` and **AeroLathe**.",))
    import_text("/a.md", replace(POST, talks=(used, THREADS)))
    row = {
        "biography": models.Speaker.objects.filter(name="Ada Turner"),
        "description": models.Topic.objects.filter(name="AeroLathe"),
    }[field].get()
    hands.edit(row, **{field: "Mine."})

    import_text("/a.md", replace(POST, talks=(THREADS,)))

    row.refresh_from_db()
    assert (getattr(row, field), row.removed) == ("Mine.", "")


# What came and went


def test_a_speaker_who_was_dropped_and_comes_back_is_the_same():
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))
    speaker = models.Speaker.objects.get(name="Bo Millar")

    import_text("/a.md", POST)
    import_text("/b.md", OTHER)

    assert models.Speaker.objects.get(name="Bo Millar") == speaker
    assert speaker in models.Speaker.objects.visible()


def test_a_speaker_removed_while_no_post_named_them_stays_removed():
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))
    hands.remove(models.Speaker.objects.get(name="Bo Millar"))

    import_text("/a.md", POST)
    import_text("/b.md", OTHER)

    assert [row.removed for row in models.Speaker.objects.filter(name="Bo Millar")] == ["person"]
    assert speakers_of(talk_called(THREADS.title)) == []


def test_what_a_person_brings_back_that_no_post_has_any_more_stays():
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))
    talk = talk_called(GEARS.title)
    hands.remove(talk)
    import_text("/a.md", replace(POST, talks=(THREADS,)))

    hands.bring_back(talk)
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))
    import_text("/a.md", replace(POST, talks=(THREADS,)))

    talk.refresh_from_db()
    assert (talk.by_hand, talk.removed) == (True, "")


def test_what_people_removed_ties_nothing():
    import_text("/a.md", POST)
    tuner = ("Ada Tuner", "https://twitter.com/adaturns")
    import_text("/b.md", replace(OTHER, talks=(replace(THREADS, speakers=(tuner,)),)))
    hands.remove(models.Speaker.objects.get(name="Ada Tuner"))

    turner = ("Ada Turner", "https://twitter.com/adaturns")
    import_text("/a.md", replace(POST, talks=(replace(GEARS, speakers=(turner,)),)))

    assert [row.name for row in models.Speaker.objects.visible()] == ["Ada Turner"]
    assert models.Decision.objects.filter(ruling="merge").count() == 0


def test_a_talk_given_the_title_of_one_that_is_gone_is_met_by_it():
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))
    import_text("/a.md", POST)
    gears = talk_called(GEARS.title)
    hands.edit(gears, title=THREADS.title)

    import_text("/b.md", OTHER)

    assert list(models.Talk.objects.visible()) == [gears]
    assert gears.notes.visible().count() == 2


# What people merged


@pytest.mark.parametrize(
    ("kind", "stays", "goes"),
    [
        ("speaker", {"name": "Ada Turner"}, {"name": "Bo Millar"}),
        ("talk", {"title": GEARS.title}, {"title": THREADS.title}),
        ("talk", {"title": THREADS.title}, {"title": GEARS.title}),
    ],
)
def test_rows_merged_by_hand_stay_one_as_the_person_calls_it(client, kind, stays, goes):
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))
    stay, go = (getattr(models, kind.title()).objects.get(**row) for row in (stays, goes))
    old = go.get_absolute_url()
    hands.merge(stay, go)

    import_text("/b.md", OTHER)
    import_text("/a.md", replace(POST, talks=(THREADS, GEARS, LATHE)))

    stay.refresh_from_db()
    go.refresh_from_db()
    assert (str(stay), stay.removed, go.removed) == (next(iter(stays.values())), "", "merged")
    assert client.get(old, follow=True).redirect_chain == [(stay.get_absolute_url(), 301)]


def test_the_name_of_a_merged_topic_is_no_name_for_another():
    stay, go = hands.add("topic", name="Python"), hands.add("topic", name="Py")
    hands.merge(stay, go)

    assert hands.add("topic", name="Py") is None


@pytest.mark.parametrize("speakers", [(ADA,), (ADA, BO)])
def test_what_identified_a_talk_of_a_merged_conference_means_the_one_it_went_into(speakers):
    keynote = replace(GEARS, title="Keynote", speakers=(ADA, BO))
    import_text("/a.md", replace(POST, talks=(replace(keynote, speakers=speakers),)))
    import_text("/b.md", replace(POST, conference=("Lathe Days 2015", ""), talks=(keynote,)))
    stay, go = models.Conference.objects.order_by("pk")

    hands.merge(stay, go)

    (talk,) = models.Talk.objects.visible()
    known = models.Identity.objects.filter(kind="talk").values_list("row_key", flat=True)
    assert {*known} == {talk.key}
    assert models.Decision.objects.filter(kind="talk").count() == 1


def test_an_edited_day_that_posts_have_again_by_a_merge_waits_no_longer():
    import_text("/a.md", POST)
    day = models.Day.objects.get()
    hands.edit(day, title="Mine")
    import_text("/a.md", replace(POST, day=0))
    import_text("/b.md", replace(OTHER, conference=("Lathe Days 2015", "")))
    stay, go = models.Conference.objects.order_by("pk")

    hands.merge(stay, go)

    assert list(models.Day.objects.visible()) == [day]
    assert models.Conflict.objects.get().outcome == "obsolete"


def test_a_speaker_taken_off_one_of_two_merged_talks_stays_off():
    both = replace(THREADS, speakers=(ADA, BO))
    import_text("/a.md", replace(POST, talks=(replace(GEARS, speakers=(ADA, BO)), both)))
    gears, threads = talk_called(GEARS.title), talk_called(THREADS.title)
    hands.remove(gears.appearances.get(credited_as="Bo Millar"))

    hands.merge(threads, gears)
    import_text("/a.md", replace(POST, talks=(both, LATHE)), blanks=1)

    assert speakers_of(threads) == ["Ada Turner"]


def test_a_speaker_put_on_one_of_two_merged_talks_stays_on():
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))
    gears, threads = talk_called(GEARS.title), talk_called(THREADS.title)
    hands.add("appearance", talk=gears, speaker=hands.add("speaker", name="Cy Gear"))

    hands.merge(threads, gears)
    import_text("/a.md", replace(POST, talks=(THREADS, LATHE)))

    assert speakers_of(threads) == ["Bo Millar", "Cy Gear"]


@pytest.mark.parametrize("is_other_way", [False, True])
def test_an_edited_note_stays_though_that_of_a_talk_merged_with_its_own_was_removed(is_other_way):
    import_text("/a.md", replace(POST, talks=(GEARS, THREADS)))
    edited, removed = models.Note.objects.order_by("pk")
    hands.edit(edited, text="I was there.")
    hands.remove(removed)

    talks = [edited.talk, removed.talk]
    hands.merge(*reversed(talks) if is_other_way else talks)

    (note,) = models.Note.objects.visible()
    assert note.text == "I was there."


def test_other_names_of_a_merged_topic_mean_the_one_it_went_into():
    used = replace(GEARS, sentences=("I flew with `AeroLathe` and **AeroLathe**.",))
    import_text("/a.md", replace(POST, talks=(used,)))
    hands.edit(models.Topic.objects.get(name="AeroLathe"), name="Iron oxide")
    stay = hands.add_topic("Magnets")
    hands.merge(stay, models.Topic.objects.get(name="Iron oxide"))

    import_text("/b.md", replace(OTHER, talks=(replace(used, title="More of it"),)))

    topics = talk_called("More of it").topic_rows.visible()
    assert [row.tag for row in topics] == [stay]


# Addresses


@pytest.mark.parametrize("kind", ["conference", "speaker", "talk"])
def test_addresses_of_renamed_and_removed_rows_after_more_imports(client, kind):
    import_text("/a.md", POST)
    row = hands.present(kind)[0]
    old = row.get_absolute_url()
    field = "title" if kind == "talk" else "name"
    hands.edit(row, **{field: "By hand 2015"})
    import_text("/b.md", replace(OTHER, talks=(GEARS, THREADS)))

    renamed = client.get(old)
    hands.remove(row)
    import_text("/a.md", replace(POST, talks=(GEARS, LATHE)))

    assert (renamed.status_code, renamed.url) == (301, row.get_absolute_url())
    assert [client.get(address).status_code for address in (old, renamed.url)] == [410, 410]


# The next import of the same says nothing new


def test_a_moved_note_is_met_at_every_import():
    import_text("/a.md", POST)
    import_text("/b.md", OTHER)
    note = models.Note.objects.get(talk__title=GEARS.title)
    hands.edit(note, talk=talk_called(THREADS.title))
    both = replace(POST, talks=(GEARS, THREADS))
    import_text("/a.md", both)
    before = visible_state()

    import_text("/a.md", both, blanks=1)

    assert visible_state() == before
