from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_handle,
    make_speaker,
    make_speaker_name,
    make_talk,
    make_talk_topic,
    make_topic,
)
from tests.pages.reading import read, texts


def test_speaker_shows_other_names_biography_and_handles(client):
    jane = make_speaker(name="Jane Doe", biography="Writes *tests*.")
    make_speaker_name(speaker=jane, name="J. Doe")
    make_handle(speaker=jane, site="github", handle="janedoe")
    make_handle(speaker=jane, site="mastodon", handle="nowhere")
    make_handle(speaker=jane, site="website", handle="https://www.jane.example/")

    page = read(client.get(jane.get_absolute_url()))

    assert texts(page, ".//*[@class='lead']") == ["also known as J. Doe"]
    assert texts(page, ".//*[@class='prose']") == ["Writes tests."]
    assert texts(page, ".//*[@class='margin']") == [
        "0 talks @janedoe GitHub @nowhere Mastodon jane.example website"
    ]
    assert [(a.get("rel"), a.get("href")) for a in page.iterfind(".//*[@class='margin']//a")] == [
        ("me nofollow noopener", "https://github.com/janedoe"),
        ("me nofollow noopener", "https://www.jane.example/"),
    ]


def test_speaker_handle_with_an_unsafe_address_is_no_link(client):
    jane = make_speaker()
    make_handle(speaker=jane, site="website", handle="javascript:alert(1)")

    page = read(client.get(jane.get_absolute_url()))

    assert page.findall(".//*[@class='margin']//a") == []


def test_speaker_shows_talks_by_year_newest_first(client):
    jane = make_speaker(name="Jane Doe")
    for title, year in (("First", 2010), ("Second", 2015), ("Undated", None)):
        conference = make_conference(name=f"At {title}", year=year)
        make_appearance(talk=make_talk(title=title, conference=conference), speaker=jane)
    make_talk(title="Not hers")

    page = read(client.get(jane.get_absolute_url()))

    assert texts(page, ".//h2") == ["2015", "2010", "Year unknown"]
    assert texts(page, ".//*[@class='wide lines']/li") == [
        "Second – Jane Doe – At Second",
        "First – Jane Doe – At First",
        "Undated – Jane Doe – At Undated",
    ]


def test_speaker_shows_topics_co_speakers_and_news_of_the_talks(client):
    jane, bob, eve = (make_speaker(name=name) for name in ("Jane Doe", "Bob", "Eve"))
    one, two, elsewhere = (make_talk(title=title) for title in ("One", "Two", "Elsewhere"))
    testing, typing, other = (make_topic(name=name) for name in ("Testing", "Typing", "Other"))
    for talk, speakers, topics in (
        (one, (jane, bob), (typing, testing)),
        (two, (jane, bob), (testing,)),
        (elsewhere, (eve,), (other,)),
    ):
        for speaker in speakers:
            make_appearance(talk=talk, speaker=speaker)
        for topic in topics:
            make_talk_topic(talk=talk, topic=topic)
        make_announcement(talk=talk, text=f"News of {talk.title}")

    page = read(client.get(jane.get_absolute_url()))

    assert texts(page, ".//*[@class='topics']/li") == ["Testing 2 talks", "Typing"]
    assert texts(page, ".//*[@class='name-index']/li") == ["Bob 2 talks"]
    assert texts(page, ".//ul[@class='wide announcements']//*[@class='prose']") == [
        "News of One",
        "News of Two",
    ]
