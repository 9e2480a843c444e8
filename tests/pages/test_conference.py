from datetime import date

from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_day,
    make_note,
    make_recap,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
)
from tests.pages.reading import links, read, texts


def test_conference_shows_when_where_and_its_site(client):
    conference = make_conference(
        name="PyCon 2015",
        starts=date(2015, 4, 8),
        ends=date(2015, 4, 16),
        place="Montréal",
        website="https://www.example.org/2015/",
        description="By the *river*.",
    )

    page = read(client.get(conference.get_absolute_url()))

    assert texts(page, ".//h1") == ["PyCon 2015"]
    assert texts(page, ".//*[@class='lead']") == ["8–16 Apr 2015, Montréal"]
    assert texts(page, ".//*[@class='prose']") == ["By the river."]
    assert texts(page, ".//*[@class='margin']") == ["0 talks 0 announcements example.org"]
    assert links(page, ".//*[@class='row head']") == [
        "/conferences/",
        "https://www.example.org/2015/",
    ]


def test_conference_shows_what_is_known_of_when_and_where(client):
    for place, year, lead in (
        ("", 2015, []),
        ("Montréal", 2015, ["2015, Montréal"]),
        ("Montréal", None, ["Montréal"]),
    ):
        conference = make_conference(name="PyCon", year=year, place=place)
        page = read(client.get(conference.get_absolute_url()))
        assert texts(page, ".//*[@class='lead']") == lead


def test_conference_shows_talks_by_day_in_order(client):
    conference = make_conference()
    second, first = (make_day(conference=conference, number=number) for number in (2, 1))
    make_talk(conference=conference, title="Some day")
    make_talk(day=second, title="Third")
    make_talk(day=first, title="Second", recap_order=2)
    make_talk(day=first, title="First", recap_order=1)

    page = read(client.get(conference.get_absolute_url()))

    assert texts(page, ".//h2") == ["Day 1", "Day 2", "Day unknown"]
    assert texts(page, ".//a[@class='talk']") == ["First", "Second", "Third", "Some day"]
    assert links(page, ".//h2") == [first.get_absolute_url()]


def test_days_known_by_date_follow_each_other(client):
    conference = make_conference()
    for day in (6, 5):
        make_talk(
            day=make_day(conference=conference, number=None, date=date(2015, 6, day)),
            title=f"On the {day}th",
        )

    page = read(client.get(conference.get_absolute_url()))

    assert texts(page, ".//h2") == ["5 Jun 2015", "6 Jun 2015"]


def test_conference_shows_its_people_topics_recaps_and_news(client):
    conference = make_conference(name="PyCon 2015")
    talk = make_talk(conference=conference)
    other = make_talk(conference=conference, title="Other")
    jane, bob = make_speaker(name="Jane Doe"), make_speaker(name="Bob")
    for row, speaker in ((talk, jane), (talk, bob), (other, jane)):
        make_appearance(talk=row, speaker=speaker)
    make_talk_topic(talk=talk, topic=make_topic(name="Testing"))
    recap = make_recap(title="I was there")
    for row in (talk, other):
        make_note(talk=row, recap=recap)
    make_announcement(conference=conference, text="Next year again", status="planned")

    page = read(client.get(conference.get_absolute_url()))

    assert texts(page, ".//h2")[1:] == ["Announced", "Speakers", "Topics", "Recaps"]
    assert texts(page, ".//*[@class='name-index']/li") == ["Jane Doe 2 talks", "Bob", "Testing"]
    assert texts(page, ".//a[@class='recap']") == ["I was there"]
    assert texts(page, ".//ul[@class='announcements']/li") == ["Next year again planned"]


def test_conference_with_many_announcements_leads_to_all(client):
    conference = make_talk().conference
    for _ in range(13):
        make_announcement(conference=conference)

    page = read(client.get(conference.get_absolute_url()))

    assert len(texts(page, ".//ul[@class='announcements']/li")) == 12
    assert links(page)[-1] == "/announcements/?conference=djangocon-2015"


def test_conference_leads_to_the_other_editions_of_its_series(client):
    conference = make_conference(name="PyCon 2015", series="PyCon")
    make_conference(name="PyCon 2014", year=2014, series="PyCon")
    make_conference(name="Elsewhere", series="Other")

    page = read(client.get(conference.get_absolute_url()))

    assert texts(page, ".//li/span/a[@class='conference']") == ["PyCon 2014"]


def test_conferences_without_series_are_no_editions_of_each_other(client):
    conference = make_conference(name="One")
    make_conference(name="Two")

    page = read(client.get(conference.get_absolute_url()))

    assert texts(page, ".//h2") == ["Talks", "Ways on"]


# Days


def test_day_shows_its_introduction_and_how_notes_begin(client):
    day = make_day(introduction="It *rained*.", date=date(2015, 6, 5))
    talk = make_talk(day=day, title="Taming tests", talk_kind="keynote")
    make_appearance(talk=talk, speaker=make_speaker(name="Jane Doe"))
    make_note(talk=talk, text="word " * 60, recap=make_recap(author="Ann", language="es"))

    page = read(client.get(day.get_absolute_url()))

    assert texts(page, ".//h1") == ["Day 1"]
    assert texts(page, ".//*[@class='lead']") == ["5 Jun 2015"]
    assert texts(page, ".//*[@class='prose']") == ["It rained."]
    assert texts(page, ".//*[@class='line']") == ["Taming tests – Jane Doe"]
    assert texts(page, ".//*[@class='opening']") == ["word " * 44 + "word…"]
    assert page.find(".//*[@class='opening']").get("lang") == "es"
    assert texts(page, ".//li/*[@class='margin']") == ["keynote noted by Ann"]


def test_day_shows_only_what_belongs_to_it(client):
    day = make_day(number=1)
    other = make_day(conference=day.conference, number=2)
    for row, title in ((day, "Here"), (other, "There")):
        make_talk(day=row, title=title)
        make_announcement(conference=row.conference, day=row, text=f"News {title}")

    page = read(client.get(day.get_absolute_url()))

    assert texts(page, ".//*[@class='line']") == ["Here"]
    assert texts(page, ".//ul[@class='wide announcements']/li") == ["News Here released"]
    assert links(page)[:2] == [day.conference.get_absolute_url(), other.get_absolute_url()]


def test_conference_leads_to_the_editions_before_and_after_it(client):
    years = (2013, 2014, 2015, 2016)
    for year in years:
        make_conference(name=f"PyCon {year}", series="PyCon", year=year)
    make_conference(name="Another 2015", year=2015)

    page = read(client.get("/conferences/pycon-2014/"))

    ways = page.find(".//nav[@aria-labelledby='around']")
    assert [(a.get("rel"), a.get("href")) for a in ways.iterfind(".//a")] == [
        ("prev", "/conferences/pycon-2013/"),
        ("next", "/conferences/pycon-2015/"),
    ]
