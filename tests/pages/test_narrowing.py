"""Lists narrowed by year, conference, series, topic, speaker, kind, status and links."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.models import Appearance, Talk, TalkTopic
from conferences.pages import narrowing
from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_link,
    make_note,
    make_old_address,
    make_recap,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
)
from tests.pages.reading import head_link, links, read, text_of, texts

MOST = 12


@pytest.fixture
def catalogue():
    """Jane at EU 2015: a keynote on Docker with slides; at EU 2014 a talk; Bob on Docker at US."""
    docker = make_topic(name="Docker")
    jane, bob = make_speaker(name="Jane Doe"), make_speaker(name="Bob")
    for name, year, series, speaker, kind, topic in (
        ("EU 2015", 2015, "EU", jane, "keynote", docker),
        ("EU 2014", 2014, "EU", jane, "talk", None),
        ("US 2015", 2015, "US", bob, "lightning talk", docker),
    ):
        conference = make_conference(name=name, year=year, series=series)
        talk = make_talk(conference=conference, title=f"At {name}", talk_kind=kind)
        make_appearance(talk=talk, speaker=speaker)
        make_note(talk=talk, recap=make_recap(title=f"My {name}", author=f"Fan of {speaker}"))
        news = make_announcement(talk=talk, text=f"News of {name}", status="planned")
        if topic:
            make_talk_topic(talk=talk, topic=topic)
            make_announcement_topic(announcement=news, topic=topic)
            make_link(talk=talk, link_kind="slides" if kind == "keynote" else "code")


def show(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return read(response)


def options(page, name):
    """The choices that the form offers for a filter, after "any"."""
    return texts(page, f".//select[@name='{name}']/option")[1:]


@pytest.mark.parametrize(
    ("query", "title", "found"),
    [
        ("kind=keynote", "Keynotes", ["At EU 2015"]),
        ("year=2015", "Talks in 2015", ["At US 2015", "At EU 2015"]),
        ("conference=eu-2015", "Talks at EU 2015", ["At EU 2015"]),
        ("series=EU", "Talks at EU", ["At EU 2015", "At EU 2014"]),
        ("topic=docker", "Talks on Docker", ["At EU 2015", "At US 2015"]),
        ("speaker=jane-doe", "Talks by Jane Doe", ["At EU 2015", "At EU 2014"]),
        ("has=slides", "Talks with slides", ["At EU 2015"]),
        (
            "kind=lightning+talk&topic=docker&year=2015",
            "Lightning talks on Docker in 2015",
            ["At US 2015"],
        ),
    ],
)
def test_talks_are_narrowed_and_the_title_says_how(client, catalogue, query, title, found):
    page = show(client, f"/talks/?{query}")

    assert texts(page, ".//h1") == [title]
    assert texts(page, ".//head/title") == [f"{title} – Talk notes"]
    assert sorted(texts(page, ".//li/a[@class='talk']")) == sorted(found)
    assert head_link(page, "canonical") == f"http://testserver/talks/?{query}"


@pytest.mark.parametrize(
    ("address", "title", "found"),
    [
        ("/speakers/?topic=docker&year=2015", "Speakers on Docker in 2015", ["Bob", "Jane Doe"]),
        ("/speakers/?conference=us-2015", "Speakers at US 2015", ["Bob"]),
        ("/speakers/?letter=j&series=EU", "Speakers under J at EU", ["Jane Doe"]),
        ("/topics/?speaker=jane-doe", "Topics by Jane Doe", ["Docker"]),
        ("/conferences/?topic=docker&series=EU", "Conferences on Docker at EU", ["EU 2015"]),
        ("/conferences/?speaker=bob&year=2015", "Conferences by Bob in 2015", ["US 2015"]),
        ("/recaps/?conference=eu-2014", "Recaps at EU 2014", ["My EU 2014"]),
        (
            "/recaps/?author=Fan+of+Bob&language=en",
            "Recaps by Fan of Bob in English",
            ["My US 2015"],
        ),
    ],
)
def test_other_lists_are_narrowed_too(client, catalogue, address, title, found):
    page = show(client, address)
    listed = page.find(".//main").iterfind(".//ul/li")

    assert texts(page, ".//h1") == [title]
    assert [
        text_of(name)
        for line in listed
        for name in line.iterfind(".//a[@class]/bdi")
        if name.text in found
    ] == found


def test_announcements_are_narrowed_by_topic_and_speaker(client, catalogue):
    page = show(client, "/announcements/?status=planned&topic=docker&speaker=jane-doe")

    assert texts(page, ".//h1") == ["What was planned on Docker by Jane Doe"]
    assert texts(page, ".//*[@class='prose']") == ["News of EU 2015"]


def test_conditions_hold_for_one_and_the_same_talk(client, catalogue):
    """Jane spoke on Docker, and in 2014, but not on Docker in 2014."""
    page = show(client, "/speakers/?topic=docker&year=2014")

    assert texts(page, ".//*[@class='name-index']//a") == []


def test_narrowed_names_are_counted_by_the_talks_asked_for(client, catalogue):
    page = show(client, "/speakers/?topic=docker&letter=j")

    assert texts(page, ".//*[@class='name-index']/li") == ["Jane Doe 1 talk"]


def test_choices_are_counted_among_all_else_that_is_chosen(client, catalogue):
    page = show(client, "/talks/?year=2015")

    assert options(page, "year") == ["2015 (2)", "2014 (1)"]
    assert options(page, "kind") == ["keynote (1)", "lightning talk (1)"]
    assert options(page, "speaker") == ["Bob (1)", "Jane Doe (1)"]
    assert options(page, "topic") == ["Docker (2)"]
    assert options(page, "has") == ["slides (1)", "code (1)"]


def test_choice_of_many_rows_is_counted_once_a_row(client):
    talk = make_talk()
    for number in range(3):
        make_appearance(talk=talk, speaker=make_speaker(name=f"Speaker {number}"))
        make_talk_topic(talk=talk)

    page = show(client, "/speakers/")

    assert options(page, "year") == ["2015 (3)"]
    assert options(page, "topic") == ["Topic 1 (3)", "Topic 2 (3)", "Topic 3 (3)"]


def test_hidden_rows_are_no_choices_and_are_not_counted(client):
    talk = make_talk(title="Shown")
    make_talk(title="Gone", removed="person", conference=talk.conference)
    make_appearance(talk=talk, speaker=make_speaker(name="Gone", removed="person"))
    make_appearance(talk=talk, speaker=make_speaker(name="Off"), removed="person")
    make_talk_topic(talk=talk, topic=make_topic(name="Rejected", status="rejected"))
    make_link(talk=talk, link_kind="video", removed="person")

    page = show(client, "/talks/")

    assert options(page, "conference") == ["DjangoCon 2015 (1)"]
    assert page.find(".//select[@name='speaker']") is None
    assert page.find(".//select[@name='topic']") is None
    assert page.find(".//select[@name='has']") is None


@pytest.mark.parametrize(
    "query",
    [
        "kind=party",
        "year=15",
        "year=0000",
        "year=٢٠١٥",
        "year=20150",
        "conference=none",
        "conference=%00",
        "conference=a'b",
        "series=none",
        "series=%00",
        "series=" + "x" * 5000,
        "topic=rejected",
        "speaker=gone",
        "has=other",
        "sort=random",
        "sort=%ff",
    ],
)
def test_value_that_cannot_be_is_not_found(client, catalogue, query):
    make_topic(name="Rejected", status="rejected")
    make_speaker(name="Gone", removed="person")

    assert client.get(f"/talks/?{query}").status_code == 404


@pytest.mark.parametrize("letter", ["ab", "%00", "%25", "_", "é", "ａ"])
def test_letter_that_is_none_is_not_found(client, letter):
    make_speaker(name="abc")

    assert client.get(f"/speakers/?letter={letter}").status_code == 404


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("kind=&year=2015&topic=&sort=", "?year=2015"),
        ("year=2014&year=2015", "?year=2015"),
        ("letter=a&kind=keynote&kind=", ""),
        ("sort=newest", ""),
        ("sort=title&year=2015", None),
        ("topic=moby&year=2015", "?topic=docker&year=2015"),
    ],
)
def test_list_has_one_address(client, catalogue, asked, written):
    make_old_address(row=make_topic(slug="docker-2"), slug="other")
    make_old_address(row=Talk.topics.through.objects.first().tag, slug="moby")

    response = client.get(f"/talks/?{asked}")

    if written is None:
        assert response.status_code == 200
    else:
        assert (response.status_code, response.url) == (302, f"/talks/{written}")


def test_chips_take_one_choice_away_each(client, catalogue):
    page = show(client, "/talks/?kind=keynote&topic=docker&sort=title")

    assert texts(page, ".//*[@class='chips']/li") == [
        "Kind keynote (take away)×",
        "Topic Docker (take away)×",
        "Show all",
    ]
    assert links(page, ".//*[@class='chips']") == [
        "/talks/?topic=docker&sort=title",
        "/talks/?kind=keynote&sort=title",
        "/talks/",
    ]


def test_nothing_found_tells_what_to_drop_and_what_that_gives(client, catalogue):
    page = show(client, "/talks/?kind=keynote&topic=docker&year=2014")

    assert texts(page, ".//main/div[2]//li") == ["without Year 2014 1 found"]
    assert links(page, ".//main/div[2]") == ["/talks/?kind=keynote&topic=docker", "/talks/"]


def test_one_choice_that_finds_nothing_leads_back_to_all(client):
    make_speaker(name="Jane")

    page = show(client, "/speakers/?letter=x")

    assert texts(page, ".//ul[@class='lines']/li") == ["without Letter X 1 found"]
    assert links(page, ".//p[@class='more']/..")[-1] == "/speakers/"


def test_choice_without_rows_stays_chosen_in_the_form(client, catalogue):
    make_speaker(name="Silent")

    page = show(client, "/talks/?speaker=silent")

    assert options(page, "speaker") == ["Silent", "Jane Doe (2)", "Bob (1)"]
    assert page.find(".//select[@name='speaker']/option[@selected]").get("value") == "silent"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/talks/", ["At EU 2015", "At US 2015", "At EU 2014"]),
        ("/talks/?sort=oldest", ["At EU 2014", "At EU 2015", "At US 2015"]),
        ("/talks/?sort=title", ["At EU 2014", "At EU 2015", "At US 2015"]),
    ],
)
def test_talks_are_sorted(client, catalogue, address, found):
    assert texts(show(client, address), ".//li/a[@class='talk']") == found


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/speakers/", ["Bob", "Jane Doe"]),
        ("/speakers/?sort=talks", ["Jane Doe", "Bob"]),
    ],
)
def test_names_are_sorted(client, catalogue, address, found):
    assert texts(show(client, address), ".//*[@class='name-index']//a") == found


def test_names_in_the_sentence_are_escaped(client):
    make_appearance(speaker=make_speaker(name="<b>{0}%s</b>", slug="evil"))

    page = show(client, "/talks/?speaker=evil")

    assert texts(page, ".//h1/bdi") == ["<b>{0}%s</b>"]


def test_counts_are_bounded_and_say_so(client, monkeypatch):
    monkeypatch.setattr(narrowing, "COUNTED", 2)
    for year in (2013, 2014, 2015):
        make_talk(conference=make_conference(name=f"Con {year}", year=year))

    page = show(client, "/talks/")

    assert options(page, "year") == ["2015 (1)", "2014 (1)"]


@pytest.fixture
def tell():
    """A function that tells of talks with these numbers, all by Jane on Docker at one place."""
    conference, topic, speaker = make_conference(), make_topic(name="Docker"), make_speaker()

    def tell(numbers):
        talks = Talk.objects.bulk_create(
            Talk(conference=conference, key=f"t{number}", slug=f"t{number}", title="Talk")
            for number in numbers
        )
        Appearance.objects.bulk_create(
            Appearance(talk=talk, speaker=speaker, key=f"a{talk.key}") for talk in talks
        )
        TalkTopic.objects.bulk_create(
            TalkTopic(content_object=talk, tag=topic, key=f"o{talk.key}") for talk in talks
        )
        # A server counts its rows by itself in time; before that it plans for hardly any.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    return tell


@pytest.mark.parametrize(
    "address",
    [
        "/talks/?kind=talk&conference=djangocon-2015&speaker=jane-doe&topic=docker",
        "/talks/?kind=demo&conference=djangocon-2015&speaker=jane-doe&topic=docker",
        "/speakers/?topic=docker&year=2015&conference=djangocon-2015",
    ],
)
def test_narrowed_list_takes_as_many_queries_for_a_thousand_talks_as_for_ten(client, tell, address):
    tell(range(10))
    with CaptureQueriesContext(connection) as few:
        assert client.get(address).status_code == 200
    tell(range(10, 1000))
    with CaptureQueriesContext(connection) as many:
        assert client.get(address).status_code == 200

    assert len(few) == len(many) <= MOST
