from datetime import date

from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_day,
    make_link,
    make_note,
    make_recap,
    make_source,
    make_speaker,
    make_talk,
    make_talk_topic,
    make_topic,
    make_version,
)
from tests.pages.reading import head_link, links, read, text_of, texts


def test_talk_shows_who_where_and_on_what(client):
    conference = make_conference(name="PyCon 2015")
    day = make_day(conference=conference, number=2, date=date(2015, 4, 11))
    talk = make_talk(day=day, title="Taming tests", talk_kind="keynote")
    make_appearance(talk=talk, speaker=make_speaker(name="Jane Doe"), credited_as="J. Doe")
    make_appearance(talk=talk, speaker=None, credited_as="Bob", role="host", order=1)
    make_talk_topic(talk=talk, topic=make_topic(name="Testing"))

    page = read(client.get(talk.get_absolute_url()))

    assert texts(page, ".//h1") == ["Taming tests"]
    assert texts(page, ".//*[@class='byline']") == ["Jane Doe (here J. Doe), Bob (host)"]
    assert texts(page, ".//*[@class='lead']") == ["PyCon 2015, day 2, 11 Apr 2015"]
    assert links(page, ".//*[@class='row head']") == [
        "/talks/",
        "/speakers/jane-doe/",
        "/conferences/pycon-2015/",
        "/conferences/pycon-2015/day/2/",
        "/topics/testing/",
    ]


def test_talk_without_title_is_named_by_speakers_and_subject(client):
    talk = make_talk(title="", subject="scaling")
    make_appearance(talk=talk, speaker=make_speaker(name="Jane Doe"))

    page = read(client.get(talk.get_absolute_url()))

    assert texts(page, ".//h1") == ["Untitled talk by Jane Doe on scaling"]
    assert texts(page, ".//title") == ["Untitled talk by Jane Doe on scaling – Talk notes"]


def test_talk_shows_the_notes_of_each_attendee_with_their_lines(client):
    talk = make_talk()
    for author, day in (("Ann", 1), ("Bob", 2)):
        recap = make_recap(title=f"{author} was there", author=author, published=date(2015, 6, day))
        note = make_note(talk=talk, recap=recap, text=f"*{author}* liked it.")
        make_source(row=note, version=make_version(recap=recap), line=75, last_line=87)

    page = read(client.get(talk.get_absolute_url()))

    notes = page.findall(".//*[@class='wide beside']/article")
    assert [text_of(note.find("div")) for note in notes] == ["Ann liked it.", "Bob liked it."]
    assert [text_of(note.find("footer")) for note in notes] == [
        "Ann Ann was there 1 Jun 2015 lines 75–87",
        "Bob Bob was there 2 Jun 2015 lines 75–87",
    ]
    assert [link.get("href") for link in notes[1].iterfind("footer//a")] == [
        "/recaps/bob-was-there/",
        "/recaps/bob-was-there/#L75",
    ]


def test_talk_names_only_lines_of_the_newest_version(client):
    note = make_note()
    old = make_version(recap=note.recap, is_current=False)
    make_source(row=note, version=old, line=3, last_line=3)
    make_source(row=note, version=make_version(recap=note.recap), line=4, last_line=4)

    page = read(client.get(note.talk.get_absolute_url()))

    assert texts(page, ".//article//*[@class='places']") == ["line 4"]


def test_one_note_has_its_margin_after_it_several_have_theirs_on_top(client):
    talk = make_talk()

    orders = []
    for _number in range(3):
        make_note(talk=talk)
        page = read(client.get(talk.get_absolute_url()))
        orders.append([[part.tag for part in note] for note in page.iterfind(".//article")])

    assert orders == [
        [["div", "footer"]],
        [["footer", "div"]] * 2,
        [["footer", "div"]] * 3,
    ]


def test_talk_notes_say_their_language(client):
    note = make_note(recap=make_recap(language="es"))

    page = read(client.get(note.talk.get_absolute_url()))

    assert [div.get("lang") for div in page.iterfind(".//article/div")] == ["es"]


def test_talk_shows_its_announcements_with_status_and_line(client):
    talk = make_talk()
    announcement = make_announcement(talk=talk, text="ARM images", status="planned")
    make_source(row=announcement, version=make_version(), line=81, last_line=81)
    make_announcement(conference=talk.conference, text="Told elsewhere")

    page = read(client.get(talk.get_absolute_url()))

    assert texts(page, ".//ul[@class='wide announcements']/li") == ["ARM images planned line 81"]


def test_talk_links_to_slides_and_code(client):
    talk = make_appearance().talk
    make_link(talk=talk, url="https://www.example.org/s", text="Slides", link_kind="slides")
    make_link(talk=talk, url="https://github.com/x/y", link_kind="code", removed="person")

    page = read(client.get(talk.get_absolute_url()))

    link = page.find(".//a[@href='https://www.example.org/s']")
    assert link.get("rel") == "nofollow noopener"
    assert links(page)[-1] == "https://www.example.org/s"
    assert page.find(".//a[@href='https://github.com/x/y']") is None


def test_talk_leads_to_the_ones_before_and_after_it_on_its_day(client):
    day = make_day()
    first, second, third = (make_talk(day=day, title=f"T{n}", recap_order=n) for n in (1, 2, 3))
    make_talk(conference=day.conference, title="Another day", recap_order=2)

    page = read(client.get(second.get_absolute_url()))

    around = page.find(".//nav[@aria-labelledby='around']")
    assert [(link.get("rel"), link.get("href")) for link in around.iterfind(".//a")] == [
        ("prev", first.get_absolute_url()),
        ("next", third.get_absolute_url()),
    ]


def test_talk_set_by_hand_goes_before_the_order_of_the_recap(client):
    day = make_day()
    late = make_talk(day=day, title="Late in the recap", recap_order=9, position=1)
    early = make_talk(day=day, title="Early in the recap", recap_order=1)

    page = read(client.get(late.get_absolute_url()))

    assert page.find(".//a[@rel='next']").get("href") == early.get_absolute_url()
    assert page.find(".//a[@rel='prev']") is None


def test_talk_shows_the_five_newest_others_of_each_speaker(client):
    jane = make_speaker(name="Jane Doe")
    talks = [
        make_talk(title=f"In {year}", conference=make_conference(name=f"C {year}", year=year))
        for year in range(2010, 2018)
    ]
    for talk in talks:
        make_appearance(talk=talk, speaker=jane)

    page = read(client.get(talks[-1].get_absolute_url()))

    assert "More by Jane Doe" in texts(page, ".//h2")
    assert texts(page, ".//section//a[@class='talk']") == [
        f"In {year}" for year in (2016, 2015, 2014, 2013, 2012)
    ]


def test_talk_shows_those_that_share_most_topics_first(client):
    topics = [make_topic(name=name) for name in ("A", "B", "C")]
    talk, near, nearer, far = (make_talk(title=t) for t in ("It", "Near", "Nearer", "Far"))
    for other, count in ((talk, 2), (near, 1), (nearer, 2)):
        for topic in topics[:count]:
            make_talk_topic(talk=other, topic=topic)
    make_talk_topic(talk=far, topic=topics[2])

    page = read(client.get(talk.get_absolute_url()))

    assert texts(page, ".//section//a[@class='talk']") == ["Nearer", "Near"]


def test_talk_has_one_address_whatever_the_query(client):
    talk = make_talk()

    page = read(client.get(f"{talk.get_absolute_url()}?x=1&x=2&tag[]=3"))

    assert head_link(page, "canonical") == f"http://testserver{talk.get_absolute_url()}"


def test_talk_shows_markup_in_names_as_text(client):
    evil = '"><img src=x onerror=alert(1)>{{ 7*7 }}{% load x %}'
    talk = make_talk(title=evil, conference=make_conference(name=evil))
    make_appearance(talk=talk, speaker=make_speaker(name=evil))
    make_talk_topic(talk=talk, topic=make_topic(name=evil))

    page = read(client.get(talk.get_absolute_url()))

    assert texts(page, ".//h1") == [evil]
    assert page.findall(".//img") == []


def test_talk_leads_to_where_it_was_also_given(client):
    jane = make_speaker()
    talks = [
        make_talk(title=title, conference=make_conference(name=f"Conf {number}"))
        for number, title in enumerate(("Taming tests", "Taming Tests!", "Taming tests, part 2"))
    ]
    for talk in talks:
        make_appearance(talk=talk, speaker=jane)
    make_talk(title="Taming tests", conference=make_conference(name="Somebody else’s"))

    page = read(client.get(talks[0].get_absolute_url()))

    sections = {
        text_of(section.find("h2")): texts(section, ".//li")
        for section in page.iterfind(".//section")
    }
    assert sections["Also given at"] == ["Conf 1 – Taming Tests!"]
    assert sections["More by Jane Doe"] == ["Taming tests, part 2 – Conf 2"]


def test_generic_title_is_no_sign_of_the_same_talk(client):
    jane = make_speaker()
    talks = [make_talk(title="Keynote", conference=make_conference(name=n)) for n in ("A", "B")]
    for talk in talks:
        make_appearance(talk=talk, speaker=jane)

    page = read(client.get(talks[0].get_absolute_url()))

    assert "Also given at" not in texts(page, ".//h2")
