"""What people edit in the admin outlasts the next import."""

import pytest
from django.core.management import call_command

from conferences import models
from tests.admin.conftest import list_of

POST = """---
title: "GearConf 2014, day one"
date: 2014-05-02
author: Mo Maker
---

# GearConf 2014

## Cutting threads by hand

By [Ada Turner](https://twitter.com/adaturns) and [Bo Millar](https://twitter.com/bomillar).

Measure twice and cut once.

## Gears that never wear out

By [Bo Millar](https://twitter.com/bomillar).

Oil matters more than speed.
"""


@pytest.fixture
def import_post(tmp_path):
    def import_post(text=POST):
        path = tmp_path / "post.md"
        path.write_text(text, encoding="utf-8")
        call_command("import_recaps", str(path))

    return import_post


@pytest.fixture
def talk(import_post, db):
    import_post()
    return models.Talk.objects.get(title="Cutting threads by hand")


def people_of(talk):
    appearances = talk.appearances.filter(removed="")
    return sorted(appearance.speaker.name for appearance in appearances)


def test_renamed_talk_keeps_its_name_and_is_found_again(submit, import_post, talk):
    submit(talk, title="Threads, cut by hand")

    import_post(POST.replace("cut once", "cut twice"))

    talk.refresh_from_db()
    assert talk.title == "Threads, cut by hand"
    assert models.Talk.objects.count() == 2


def test_note_on_a_renamed_talk_follows_its_post(submit, import_post, talk):
    submit(talk, title="Threads, cut by hand")

    import_post(POST.replace("cut once", "cut twice"))

    assert talk.notes.get().text.endswith("Measure twice and cut twice.")
    assert models.Conflict.objects.count() == 0


def test_edited_note_keeps_the_edit(submit, import_post, talk):
    submit(talk.notes.get(), text="Mine.")

    import_post(POST.replace("More", "more"))

    assert talk.notes.get().text == "Mine."


def test_speaker_put_on_a_talk_stays_on_it(submit, import_post, talk):
    submit(models.Speaker, name="Cy Gear")
    speaker = models.Speaker.objects.get(name="Cy Gear")
    submit(
        talk,
        **{
            "appearances-TOTAL_FORMS": 3,
            "appearances-2-speaker": speaker.pk,
            "appearances-2-order": 2,
        },
    )

    import_post(POST.replace("cut once", "cut twice"))

    assert people_of(talk) == ["Ada Turner", "Bo Millar", "Cy Gear"]


def test_speaker_taken_off_a_talk_stays_off_it(submit, import_post, talk):
    submit(talk, **{"appearances-1-DELETE": "on"})

    import_post(POST.replace("cut once", "cut twice"))

    assert people_of(talk) == ["Ada Turner"]


def test_speaker_of_a_talk_exchanged_stays_exchanged(submit, import_post, talk):
    submit(models.Speaker, name="Cy Gear")
    speaker = models.Speaker.objects.get(name="Cy Gear")
    appearance = talk.appearances.get(speaker__name="Bo Millar")
    submit(appearance, speaker=speaker.pk, credited_as="Cy")

    import_post(POST.replace("By [Ada Turner]", "By Cy Gear, [Ada Turner]"))

    appearance.refresh_from_db()
    assert appearance.removed == "person"
    assert people_of(talk) == ["Ada Turner", "Cy Gear"]
    assert talk.appearances.get(speaker=speaker).credited_as == "Cy"


def test_spelling_exchanged_is_found_when_an_import_has_it(submit, import_post, talk):
    speaker = models.Speaker.objects.get(name="Ada Turner")
    submit(speaker.names.get(), name="Ada Wright")

    import_post(POST.replace("[Ada Turner]", "[Ada Wright]"))

    names = speaker.names.filter(removed="")
    assert [name.name for name in names] == ["Ada Wright"]
    assert talk.appearances.get(credited_as="Ada Wright", removed="").speaker == speaker


def test_topic_of_a_talk_exchanged_stays_exchanged(submit, import_post, db):
    import_post(POST.replace("Measure", "They run Node.js on Node.js. Measure"))
    submit(models.Topic, name="Vue.js", status="approved")
    row = models.TalkTopic.objects.get(tag__name="Node.js")
    submit(row, tag=models.Topic.objects.get(name="Vue.js").pk)

    both = "They run Node.js on Node.js, with Vue.js and Vue.js. Measure"
    import_post(POST.replace("Measure", both))

    rows = row.content_object.topic_rows.filter(removed="")
    assert "Vue.js" in {str(row) for row in rows}
    assert "Node.js" not in {str(row) for row in rows}


def test_renamed_speaker_is_found_by_the_old_name_and_the_new(submit, import_post, talk):
    submit(models.Speaker.objects.get(name="Ada Turner"), name="Ada Turner-Wright")

    import_post(POST.replace("cut once", "cut twice"))
    import_post(POST.replace("[Ada Turner]", "[Ada Turner-Wright]"))

    assert set(models.Speaker.objects.values_list("name", flat=True)) == {
        "Ada Turner-Wright",
        "Bo Millar",
    }


def test_speaker_made_by_hand_is_the_one_that_an_import_names(submit, import_post):
    submit(models.Speaker, name="Ada Turner")
    speaker = models.Speaker.objects.get()

    import_post()

    assert models.Speaker.objects.get(name="Ada Turner") == speaker


def test_rows_made_by_hand_are_those_that_an_import_names(submit, import_post):
    submit(models.Speaker, name="Ada Turner")
    submit(models.Conference, name="GearConf", year=2014)
    conference, speaker = models.Conference.objects.get(), models.Speaker.objects.get()
    submit(models.Day, conference=conference.pk, number=1)
    submit(
        models.Talk,
        **{
            "title": "Cutting Threads by Hand",
            "conference": conference.pk,
            "appearances-TOTAL_FORMS": 1,
            "appearances-0-speaker": speaker.pk,
            "appearances-0-order": 0,
            "links-TOTAL_FORMS": 1,
            "links-0-url": "https://example.org/threads",
            "links-0-link_kind": "slides",
            "links-0-order": 0,
        },
    )
    talk = models.Talk.objects.get()

    import_post(POST.replace("Measure", "Day 1. [Slides](https://example.org/threads). Measure"))

    assert models.Conference.objects.get() == conference
    assert models.Talk.objects.filter(title__startswith="Cutting").get() == talk
    assert people_of(talk) == ["Ada Turner", "Bo Millar"]
    assert talk.links.get().text in ("", "Slides")


def test_day_made_by_hand_is_the_one_that_an_import_names(submit, import_post):
    submit(models.Conference, name="GearConf", year=2014)
    submit(models.Day, conference=models.Conference.objects.get().pk, number=1)
    day = models.Day.objects.get()

    import_post(POST.replace("# GearConf 2014", "# GearConf 2014, day 1"))

    assert models.Day.objects.get() == day
    assert {talk.day for talk in models.Talk.objects.all()} == {day}


@pytest.mark.parametrize("slug", ["", "the-whale"])
def test_topic_made_by_hand_is_the_one_that_an_import_names(submit, import_post, slug):
    submit(models.Topic, name="Docker", slug=slug, status="approved")
    topic = models.Topic.objects.get()

    import_post(POST.replace("Measure", "They run Node.js on Node.js. Measure"))

    assert models.Topic.objects.get(name="Docker") == topic


@pytest.mark.parametrize("name", ["Docker", "Moby"])
def test_renamed_topic_is_found_by_the_old_name_and_the_new(submit, import_post, name):
    submit(models.Topic, name="Docker", status="approved")
    topic = models.Topic.objects.get()
    submit(topic, name="Moby", slug="the-whale")

    import_post(POST.replace("Measure", f"They use **{name}** for **{name}**. Measure"))

    assert models.Topic.objects.filter(name__in=["Docker", "Moby"]).get() == topic


def test_removed_talk_stays_removed(editor_client, import_post, talk):
    data = {"action": "remove_from_site", "_selected_action": [talk.pk], "confirmed": "1"}
    editor_client.post(list_of(models.Talk), data)

    import_post(POST.replace("cut once", "cut twice"))

    talk.refresh_from_db()
    assert talk.removed == "person"
    assert models.Talk.objects.count() == 2


def test_talk_brought_back_is_there_after_the_next_import(editor_client, import_post, talk):
    for action in ("remove_from_site", "bring_back"):
        data = {"action": action, "_selected_action": [talk.pk], "confirmed": "1"}
        editor_client.post(list_of(models.Talk), data)

    import_post(POST.replace("cut once", "cut twice"))

    talk.refresh_from_db()
    assert talk.removed == ""


def test_unchanged_post_writes_nothing_after_an_edit(submit, import_post, talk):
    submit(talk, title="Threads, cut by hand")
    runs = models.Run.objects.count()

    import_post()

    assert models.Run.objects.count() == runs
