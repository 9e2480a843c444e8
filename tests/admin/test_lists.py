import re

import pytest
from django.contrib import admin
from django.urls import reverse

from conferences import models
from tests.admin.conftest import list_of
from tests.admin.examples import EXAMPLES
from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_note,
    make_recap,
    make_source,
    make_speaker,
    make_talk,
    make_topic,
    make_version,
)

HOSTILE = '"><img src=x onerror=alert(1)>'
ESCAPED = "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"


def rows_on(response):
    return list(response.context["cl"].result_list)


@pytest.mark.parametrize("model", EXAMPLES, ids=lambda model: model.__name__)
def test_list_costs_the_same_for_one_row_and_thirty(
    editor_client, django_assert_num_queries, django_assert_max_num_queries, model
):
    EXAMPLES[model](1)
    editor_client.get(list_of(model))  # content types are read once
    with django_assert_max_num_queries(14) as few:
        editor_client.get(list_of(model))
    for n in range(2, 31):
        EXAMPLES[model](n)

    with django_assert_num_queries(len(few)):
        response = editor_client.get(list_of(model))

    assert len(rows_on(response)) >= 30


@pytest.mark.parametrize("model", EXAMPLES, ids=lambda model: model.__name__)
def test_list_has_no_link_within_a_link(editor_client, model):
    EXAMPLES[model](1)

    page = editor_client.get(list_of(model)).content.decode()

    assert re.findall(r"<a [^>]*>(?:(?!</a>).)*<a ", page, re.DOTALL) == []


@pytest.mark.parametrize("model", EXAMPLES, ids=lambda model: model.__name__)
def test_list_survives_any_search_and_filter(editor_client, model):
    EXAMPLES[model](1)

    for query in ("q=%00", "q=%22%27%25_%5C", "shown=x", "doubts=x", "p=99999", "o=9.-9", "e=1"):
        response = editor_client.get(f"{list_of(model)}?{query}", follow=True)
        assert response.status_code == 200


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("", {"there", "gone", "merged", "unsaid"}),
        ("yes", {"there"}),
        ("no", {"gone", "merged", "unsaid"}),
        ("person", {"gone"}),
        ("merged", {"merged"}),
        ("unsaid", {"unsaid"}),
    ],
)
def test_list_is_narrowed_by_what_is_removed(editor_client, shown, expected):
    removed = {"there": "", "gone": "person", "merged": "merged", "unsaid": "unsaid"}
    for name, reason in removed.items():
        make_speaker(name=name, removed=reason)

    response = editor_client.get(list_of(models.Speaker), {"shown": shown} if shown else {})

    assert {speaker.name for speaker in rows_on(response)} == expected


def test_removed_row_is_found_by_search_and_marked(editor_client):
    speaker = make_speaker(name="Gone Goner", removed="person")

    response = editor_client.get(list_of(models.Speaker), {"q": "goner"})

    assert rows_on(response) == [speaker]
    assert '<span class="removed">removed by a person</span>' in response.content.decode()


def test_list_is_narrowed_to_rows_with_doubts_of_current_versions(editor_client):
    sure, doubtful, doubted_once = (make_talk(title=title) for title in ("a", "b", "c"))
    version = make_version()
    make_source(row=sure, version=version)
    make_source(row=doubtful, version=version, doubt="two titles in one line")
    old = make_version(recap=version.recap, is_current=False)
    make_source(row=doubted_once, version=old, doubt="no title")

    with_doubts = editor_client.get(list_of(models.Talk), {"doubts": "yes"})
    without = editor_client.get(list_of(models.Talk), {"doubts": "no"})

    assert rows_on(with_doubts) == [doubtful]
    assert set(rows_on(without)) == {sure, doubted_once}


@pytest.mark.parametrize(
    ("query", "found"),
    [("doe", True), ("docker", True), ("Europe 2015", True), ("nothing", False)],
)
def test_talks_are_found_by_speaker_title_and_conference(editor_client, query, found):
    talk = make_talk(title="Docker in depth", conference=make_conference(name="Europe 2015"))
    make_appearance(talk=talk, speaker=make_speaker(name="Jane Doe"))
    make_appearance(talk=talk, speaker=make_speaker(name="John Doe"))

    response = editor_client.get(list_of(models.Talk), {"q": query})

    assert rows_on(response) == [talk] * found


def hostile_rows():
    conference = make_conference(name=HOSTILE, place=HOSTILE)
    talk = make_talk(title=HOSTILE, conference=conference)
    appearance = make_appearance(
        talk=talk, speaker=make_speaker(name=HOSTILE), credited_as=HOSTILE, role=HOSTILE
    )
    recap = make_recap(title=HOSTILE, author=HOSTILE)
    source = make_source(row=talk, version=make_version(recap=recap), doubt=HOSTILE, rule=HOSTILE)
    note = make_note(talk=talk, recap=recap, text=HOSTILE)
    news = make_announcement(talk=talk, text=HOSTILE)
    topic = make_topic(name=HOSTILE)
    return [conference, talk, appearance, appearance.speaker, recap, source, note, news, topic]


def test_hostile_names_are_shown_as_they_are(editor_client):
    for row in hostile_rows():
        name = f"admin:conferences_{row._meta.model_name}"
        for address in [list_of(type(row)), reverse(f"{name}_change", args=[row.pk])]:
            page = editor_client.get(address).content.decode()
            assert "<img src=x" not in page
            assert ESCAPED in page


def test_hostile_names_are_shown_as_they_are_in_histories(editor_client):
    talk = make_talk(title="Harmless")
    talk.title = HOSTILE
    talk.save()

    page = editor_client.get(reverse("admin:conferences_talk_history", args=[talk.pk]))

    assert "<img src=x" not in page.content.decode()
    assert f"<ins>{ESCAPED}</ins>" in page.content.decode()


def test_hostile_names_are_shown_as_they_are_before_and_after_removing(editor_client):
    talk = make_talk(title=HOSTILE)
    data = {"action": "remove_from_site", "_selected_action": [talk.pk]}

    asked = editor_client.post(list_of(models.Talk), data).content.decode()
    done = editor_client.post(
        list_of(models.Talk), data | {"confirmed": "1", "reason": HOSTILE}, follow=True
    ).content.decode()

    assert "<img src=x" not in asked + done
    assert ESCAPED in asked
    assert ESCAPED in done


def test_topics_are_our_own_and_not_those_of_taggit():
    names = {model._meta.label for model in admin.site._registry}

    assert "taggit.Tag" not in names
    assert "conferences.Topic" in names


def test_first_page_shows_every_model_once(editor_client):
    response = editor_client.get(reverse("admin:index"))

    groups = response.context["app_list"]
    shown = [model["model"] for group in groups for model in group["models"]]
    assert len(shown) == len(set(shown))
    assert set(shown) == set(EXAMPLES)
