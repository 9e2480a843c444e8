"""Names in texts lead to their pages, and those pages back to the texts."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.models import Mention, Note
from conferences.upkeep import make_anew
from tests.factories import (
    make_appearance,
    make_conference,
    make_day,
    make_note,
    make_recap,
    make_speaker,
    make_talk,
    make_topic,
)
from tests.pages.reading import links, read, text_of, texts


def test_names_in_a_note_lead_to_their_pages(client):
    jane, topic = make_speaker(name="Jane Doe"), make_topic(name="Docker", status="approved")
    other = make_talk(title="Gears that never wear out")
    note = make_note(text="Jane Doe runs *Docker*; see “Gears that never wear out”. Jane Doe!")
    make_anew()

    page = read(client.get(note.talk.get_absolute_url()))

    prose = page.find(".//article/div")
    assert [(a.get("class"), a.get("href"), a.text) for a in prose.iterfind(".//a")] == [
        ("person", jane.get_absolute_url(), "Jane Doe"),
        ("topic", topic.get_absolute_url(), "Docker"),
        ("talk", other.get_absolute_url(), "Gears that never wear out"),
    ]
    assert text_of(prose) == ("Jane Doe runs Docker; see “Gears that never wear out”. Jane Doe!")


def test_names_in_every_kind_of_text_lead_to_their_pages(client):
    text = "With Jane Doe."
    jane = make_speaker(name="Jane Doe")
    conference = make_conference(description=text)
    pages = [
        conference,
        make_day(conference=conference, introduction=text),
        make_speaker(name="Bob", biography=text),
        make_topic(name="Testing", description=text),
        make_note(recap=make_recap(visibility="excerpts"), text=text).recap,
    ]
    make_anew()

    for row in pages:
        page = read(client.get(row.get_absolute_url()))
        assert links(page, ".//*[@class='prose']") == [jane.get_absolute_url()]


def test_names_lead_to_renamed_rows_and_not_to_hidden_ones(client):
    jane, bob = make_speaker(name="Jane Doe"), make_speaker(name="Bob Roe")
    note = make_note(text="Jane Doe and Bob Roe.")
    make_anew()
    type(jane).objects.filter(pk=jane.pk).update(slug="another")
    type(bob).objects.filter(pk=bob.pk).update(removed="person")

    page = read(client.get(note.talk.get_absolute_url()))

    assert links(page, ".//article/div") == ["/speakers/another/"]


def test_text_that_has_changed_unseen_shows_no_link_in_the_wrong_place(client):
    make_speaker(name="Jane Doe")
    note = make_note(text="Jane Doe.")
    make_anew()
    Note.objects.update(html="<p>Nobody at all.</p>")

    page = read(client.get(note.talk.get_absolute_url()))

    assert texts(page, ".//article/div") == ["Nobody at all."]
    assert links(page, ".//article/div") == []


def test_speaker_is_told_where_others_mention_them(client):
    jane = make_speaker(name="Jane Doe")
    recap = make_recap(author="Ann")
    note = make_note(recap=recap, text="It rained. Then *Jane Doe* asked. Nobody knew.")
    own = make_note(text="Jane Doe again.", recap=make_recap())
    make_appearance(talk=own.talk, speaker=jane)
    make_anew()

    page = read(client.get(jane.get_absolute_url()))

    mentions = page.findall(".//ul[@class='mentions']/li")
    assert [text_of(mention) for mention in mentions] == [
        "Then Jane Doe asked. Taming tests Ann, 2015"
    ]
    assert texts(page, ".//mark") == ["Jane Doe"]
    assert links(page, ".//ul[@class='mentions']") == [
        f"{note.talk.get_absolute_url()}#note-{note.key[:8]}"
    ]


def test_talk_and_topic_are_told_where_they_are_mentioned(client):
    topic = make_topic(name="Docker", status="approved")
    talk = make_talk(title="Gears that never wear out")
    make_note(text="“Gears that never wear out” had Docker.")
    make_anew()

    pages = [read(client.get(row.get_absolute_url())) for row in (talk, topic)]

    assert [texts(page, ".//ul[@class='mentions']//mark") for page in pages] == [
        ["Gears that never wear out"],
        ["Docker"],
    ]


def test_newest_mentions_are_shown_and_the_others_can_be_searched(client):
    jane = make_speaker(name="Jane Doe")
    for year in range(2001, 2021):
        talk = make_talk(conference=make_conference(name=f"Conf {year}", year=year))
        make_note(talk=talk, recap=make_recap(author=""), text="Jane Doe asked.")
    make_anew()

    page = read(client.get(jane.get_absolute_url()))

    years = texts(page, ".//ul[@class='mentions']//span")
    assert years == [str(year) for year in range(2020, 2008, -1)]
    assert "/search/?q=%22Jane%20Doe%22" in links(page)


def test_links_and_mentions_take_one_query_however_many(client):
    jane = make_speaker(name="Jane Doe")
    note = make_note(text="Jane Doe.")
    make_anew()
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(jane.get_absolute_url())
            client.get(note.talk.get_absolute_url())
        counts.append(len([q for q in queries if Mention._meta.db_table in q["sql"]]))
        for number in range(20):
            make_speaker(name=f"Ada T{'abcdefghijklmnopqrst'[number]}rner")
            make_note(talk=note.talk, recap=make_recap(), text="Jane Doe, Ada Tbrner, Ada Tcrner")
        make_anew()

    assert counts == [2, 2]
