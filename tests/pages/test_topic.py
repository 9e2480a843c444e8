import pytest

from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_old_address,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
    make_topic_alias,
)
from tests.pages.reading import head_link, links, read, texts


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
    names = texts(page, ".//*[@class='name-index']/li")
    assert names == ["Jane Doe", "Typing +1 talk on this and Testing"]
    assert links(page)[-1] == "/topics/testing+typing/"


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


def test_topic_shows_its_talks_a_year_as_bars_that_lead_to_them(client):
    topic = make_topic(name="Testing")
    for year in (2013, 2013, 2015, None):
        make_talk_topic(topic=topic, talk=make_talk(conference=make_conference(year=year)))

    page = read(client.get(topic.get_absolute_url()))

    bars = page.find(".//ol[@class='wide bars']")
    assert texts(bars, "li") == ["2013: 2 talks", "2014: 0 talks", "2015: 1 talk"]
    assert [rect.get("height") for rect in bars.iter("{http://www.w3.org/2000/svg}rect")] == [
        "40",
        "0",
        "20",
    ]
    assert links(bars, ".") == [
        "/talks/?topic=testing&year=2013",
        "/talks/?topic=testing&year=2015",
    ]


def test_topic_of_one_year_shows_no_bars(client):
    row = make_talk_topic()

    page = read(client.get(row.tag.get_absolute_url()))

    assert page.find(".//ol[@class='wide bars']") is None


@pytest.fixture
def both():
    """Talks on one topic, on another, and on both."""
    topics = [make_topic(name=name) for name in ("Testing", "Docker")]
    for title, own in (("One", topics[:1]), ("Other", topics[1:]), ("Both", topics)):
        talk = make_talk(title=title)
        for topic in own:
            make_talk_topic(talk=talk, topic=topic)
    return topics


def test_two_topics_have_a_page_of_the_talks_on_both(client, both):
    page = read(client.get("/topics/docker+testing/"))

    assert texts(page, ".//h1") == ["Docker + Testing"]
    assert texts(page, ".//title") == ["Docker and Testing – Talk notes"]
    assert head_link(page, "canonical") == "http://testserver/topics/docker+testing/"
    assert texts(page, ".//a[@class='talk']") == ["Both"]


def test_two_topics_that_no_talk_shares_say_so_and_lead_to_each(client, both):
    make_topic(name="Swarm")

    page = read(client.get("/topics/docker+swarm/"))

    words = "No talk is on both so far: each has talks of its own."
    assert texts(page, ".//p[@class='nothing']") == [words]
    assert [link.get("href") for link in page.iterfind(".//h1/a")] == [
        "/topics/docker/",
        "/topics/swarm/",
    ]


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/topics/testing+docker/", "/topics/docker+testing/"),
        ("/topics/docker+docker/", "/topics/docker/"),
        ("/topics/old-name+docker/", "/topics/docker+testing/"),
    ],
)
def test_two_topics_have_one_address(client, both, address, leads_to):
    make_old_address(row=both[0])

    assert client.get(address).headers["Location"] == leads_to


def test_two_topics_of_which_one_is_gone_or_unknown(client, both):
    type(both[0]).objects.filter(pk=both[0].pk).update(removed="person")

    assert client.get("/topics/docker+testing/").status_code == 410
    assert client.get("/topics/docker+nothing/").status_code == 404
