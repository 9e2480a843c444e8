from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
    make_topic_alias,
)
from tests.pages.reading import read, texts


def test_topic_shows_its_description_and_aliases(client):
    topic = make_topic(name="Kubernetes", description="Runs *containers*.")
    make_topic_alias(topic=topic, name="k8s")

    page = read(client.get(topic.get_absolute_url()))

    assert texts(page, ".//h1") == ["Kubernetes"]
    assert texts(page, ".//*[@class='lead']") == ["also k8s"]
    assert texts(page, ".//*[@class='prose']") == ["Runs containers."]


def test_topic_shows_its_talks_speakers_and_neighbours(client):
    topic, near, far = (make_topic(name=name) for name in ("Testing", "Typing", "Other"))
    talk, other = make_talk(title="It"), make_talk(title="Elsewhere")
    make_appearance(talk=talk, speaker=make_speaker(name="Jane Doe"))
    make_appearance(talk=other, speaker=make_speaker(name="Bob"))
    for row, tag in ((talk, topic), (talk, near), (other, far)):
        make_talk_topic(talk=row, topic=tag)

    page = read(client.get(topic.get_absolute_url()))

    assert texts(page, ".//a[@class='talk']") == ["It"]
    assert texts(page, ".//*[@class='name-index']/li") == ["Jane Doe", "Typing"]


def test_topic_shows_announcements_in_the_order_of_time(client):
    topic = make_topic()
    for year, status in ((2016, "released"), (2014, "planned"), (2015, "preview")):
        conference = make_conference(name=f"Conf {year}", year=year)
        news = make_announcement(conference=conference, text=f"In {year}", status=status)
        make_announcement_topic(announcement=news, topic=topic)
    make_announcement(text="On something else")

    page = read(client.get(topic.get_absolute_url()))

    assert texts(page, ".//h3") == ["2014 Conf 2014", "2015 Conf 2015", "2016 Conf 2016"]
    assert texts(page, ".//ul[@class='announcements']/li") == [
        "In 2014 planned",
        "In 2015 preview",
        "In 2016 released",
    ]


def test_topics_that_differ_by_a_sign_have_pages_of_their_own(client):
    names = ["C", "C++", "C#", ".NET", "F#", "🎉", "???", "Ψ"]
    topics = [make_topic(name=name) for name in names]

    pages = [read(client.get(topic.get_absolute_url())) for topic in topics]

    assert [texts(page, ".//h1")[0] for page in pages] == names
