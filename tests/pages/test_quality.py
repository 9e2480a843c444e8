import pytest
from django.urls import reverse

from conferences.management.commands.create_editor import new_editor
from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_handle,
    make_note,
    make_old_address,
    make_source,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_version,
)

QUALITY = "/quality/"


@pytest.fixture
def editor_client(client, db):
    client.force_login(new_editor("ed"))
    return client


def gaps(client, name):
    """What the list of a check shows: the names of rows, each with what is told of it."""
    page = client.get(f"{QUALITY}{name}/")
    return [(gap.label, str(gap.detail)) for gap in page.context["gaps"]]


def labels(client, name):
    return [label for label, _detail in gaps(client, name)]


def form_of(row):
    return reverse(f"admin:conferences_{row._meta.model_name}_change", args=[row.pk])


def test_readers_are_asked_to_log_in(client, db):
    response = client.get(QUALITY)

    assert response.status_code == 302
    assert response.url == "/admin/login/?next=/quality/"


def test_staff_who_may_change_nothing_are_refused(client, db, django_user_model):
    client.force_login(django_user_model.objects.create_user("staff", is_staff=True))

    assert client.get(QUALITY).status_code == 403
    assert client.get(f"{QUALITY}doubts/").status_code == 403


def test_page_is_not_for_robots(editor_client):
    assert editor_client.get(QUALITY).context["head"].is_indexed is False


def test_empty_catalogue_is_in_order(editor_client):
    context = editor_client.get(QUALITY).context

    assert context["groups"] == []
    assert len(context["clean"]) == 8


def test_talks_without_topics(editor_client):
    make_talk_topic(talk=make_talk(title="With a topic"))
    make_talk_topic(talk=make_talk(title="With a removed one"), removed="person")
    make_talk(title="Without")
    make_talk(title="Gone", removed="person")

    assert sorted(labels(editor_client, "talks-without-topics")) == [
        "With a removed one",
        "Without",
    ]


def test_talks_without_speakers(editor_client):
    make_appearance(talk=make_talk(title="With a speaker"))
    make_talk(title="Without")

    assert labels(editor_client, "talks-without-speakers") == ["Without"]


def test_talks_without_title_are_told_by_who_spoke(editor_client):
    make_talk(title="Titled")
    make_appearance(talk=make_talk(title=""), speaker=make_speaker(name="Jane Doe"))

    assert labels(editor_client, "talks-without-title") == ["Untitled talk by Jane Doe"]


def test_speakers_without_handle(editor_client):
    make_handle(speaker=make_speaker(name="Jane Doe"), handle="jane")
    make_speaker(name="John Roe")

    assert labels(editor_client, "speakers-without-handle") == ["John Roe"]


def test_conferences_without_dates(editor_client):
    make_conference(name="Dated", starts="2015-11-16")
    make_conference(name="Undated")

    assert labels(editor_client, "conferences-without-dates") == ["Undated"]


def test_doubts_of_current_versions(editor_client):
    doubted = make_talk(title="Docker")
    make_source(row=doubted, doubt="a guess")
    make_source(row=make_talk(title="Sure"), doubt="")
    old = make_version(is_current=False)
    make_source(row=make_talk(title="Of an old version"), doubt="a guess", version=old)

    assert gaps(editor_client, "doubts") == [(str(doubted), "a guess")]


def test_pairs_that_may_be_one(editor_client):
    make_speaker(name="Jane Doe")
    make_speaker(name="Jane  Döe")
    make_speaker(name="Quentin Zimmermann")

    (pair,) = labels(editor_client, "likely-duplicates")

    assert pair == "Jane Doe and Jane  Döe"


@pytest.mark.parametrize(
    ("address", "is_dead"),
    [
        ("/talks/docker/", False),
        ("/talks/docker.json", False),
        ("/talks/docker/?page=2#note-1", False),
        ("../docker/", False),
        ("/talks/old-docker/", False),
        ("/talks/", False),
        ("#note-1", False),
        ("https://example.org/talks/nowhere/", False),
        ("mailto:jane@example.org", False),
        ("/talks/nowhere/", True),
        ("/talks/gone/", True),
        ("/2015/11/recap.html", True),
        ("slides.pdf", True),
        ("/talks/a&b/", True),
    ],
)
def test_links_that_lead_nowhere_here(editor_client, address, is_dead):
    docker = make_talk(title="Docker", slug="docker")
    make_talk(title="Gone", slug="gone", removed="person")
    make_old_address(row=docker, slug="old-docker")
    note = make_note(text=f"See [this]({address}).")

    found = gaps(editor_client, "dead-links")

    assert found == ([(str(note), address)] if is_dead else [])


def test_links_in_texts_of_every_kind_are_followed(editor_client):
    text = "See [this](/nowhere/)."
    rows = [
        make_conference(name="A", description=text),
        make_speaker(name="Jane Doe", biography=text),
        make_announcement(text=text),
    ]

    assert labels(editor_client, "dead-links") == [str(row) for row in rows]


def test_each_gap_leads_to_the_field_that_is_wanting(editor_client):
    talk = make_talk(title="")

    page = editor_client.get(QUALITY)

    forms = {
        group["check"].name: group["gaps"][0].form
        for group in page.context["groups"]
        if group["check"].name.startswith("talks")
    }
    form = editor_client.get(form_of(talk)).content.decode()
    assert forms == {
        "talks-without-topics": f"{form_of(talk)}#topic_rows-group",
        "talks-without-speakers": f"{form_of(talk)}#appearances-group",
        "talks-without-title": f"{form_of(talk)}#id_title",
    }
    assert all(f'id="{address.partition("#")[2]}"' in form for address in forms.values())


def test_overview_shows_the_first_and_counts_the_rest(editor_client):
    for number in range(11):
        make_speaker(name=f"Speaker {number:02}")

    (group,) = [
        group
        for group in editor_client.get(QUALITY).context["groups"]
        if group["check"].name == "speakers-without-handle"
    ]

    assert (len(group["gaps"]), group["count"], group["more"]) == (8, 11, 3)


def test_long_lists_come_in_pages(editor_client):
    for number in range(51):
        make_speaker(name=f"Speaker {number:02}")
    address = f"{QUALITY}speakers-without-handle/"

    assert len(editor_client.get(address).context["gaps"]) == 50
    assert len(editor_client.get(f"{address}?page=2").context["gaps"]) == 1
    assert editor_client.get(f"{address}?page=3").status_code == 404
    assert editor_client.get(f"{address}?page=last%00").status_code == 404


def test_check_of_no_name_is_not_found(editor_client):
    assert editor_client.get(f"{QUALITY}nothing/").status_code == 404


def test_overview_costs_the_same_however_much_is_wanting(
    editor_client, django_assert_num_queries, django_assert_max_num_queries
):
    names = [
        "Ada Byron",
        "Grace Hopper",
        "Alan Kay",
        "Barbara Liskov",
        "Donald Knuth",
        "Tony Hoare",
    ]
    _lack_everything(names[:1])
    editor_client.get(QUALITY)
    with django_assert_max_num_queries(36) as few:
        editor_client.get(QUALITY)
    cost = len(few)
    _lack_everything(names[1:])
    editor_client.get(QUALITY)  # likely duplicates are remembered

    with django_assert_num_queries(cost):
        editor_client.get(QUALITY)


def _lack_everything(names):
    """Everything but likely duplicates, which are another query a kind."""
    for name in names:
        conference = make_conference(name=f"Days of {name}")
        make_source(row=make_talk(title="", conference=conference), doubt="a guess")
        talk = make_talk(title=f"On {name}", conference=conference)
        make_note(text="See [this](/nowhere/).", talk=talk)
        make_speaker(name=name)


def test_desk_leads_to_the_quality_page(editor_client):
    assert 'href="/quality/"' in editor_client.get("/admin/").content.decode()
