"""From every statement one click leads to its lines in the post, and from there one back."""

from collections import defaultdict
from pathlib import Path

import pytest
from django.core.management import call_command

from conferences.models import Appearance, Note, Recap, Source, Talk
from conferences.templatetags.catalogue import place_of
from tests.factories import (
    make_announcement,
    make_appearance,
    make_conference,
    make_note,
    make_recap,
    make_source,
    make_speaker,
    make_talk,
    make_version,
)
from tests.pages.reading import links, read, texts

POSTS = Path(__file__).resolve().parent.parent.parent / "fixtures" / "recaps"
NAMES = ["dockercon-2016-seattle.md", "pycon-us-2013-day-two.md"]


@pytest.fixture(params=NAMES)
def told(request, capsys):
    """A post of our own, imported."""
    call_command("import_recaps", str(POSTS / request.param))


def lines_of(row):
    """Where the margin of `row` must lead."""
    return {
        f"{source.version.recap.get_absolute_url()}#L{source.line}"
        for source in Source.objects.visible().of(row)
    }


def links_back(client):
    """What the margin of each line of each post leads to."""
    return {
        f"{recap.get_absolute_url()}#{line.get('id')}": [
            link.get("href") for link in line.iterfind("p[@class='margin']//a")
        ]
        for recap in Recap.objects.visible()
        for line in read(client.get(recap.get_absolute_url())).iterfind(".//div[@id]")
    }


def test_talk_note_and_announcements_lead_to_their_lines_and_back(client, told):
    wrong, back = defaultdict(list), links_back(client)
    for talk in Talk.objects.visible():
        page = read(client.get(talk.get_absolute_url()))
        rows = [*talk.notes.visible(), *talk.announcements.visible()]
        for row in rows:
            shown = page.find(f".//*[@id='{row.kind}-{row.key[:8]}']")
            named = {link.get("href") for link in shown.iterfind("*[@class='margin']//a")}
            for place in lines_of(row):
                if place not in named or place_of(row) not in back[place]:
                    wrong[talk.title].append((row.kind, place))
        wrong[talk.title] += [("talk", place) for place in lines_of(talk) - {*links(page)}]

    assert Note.objects.count() >= 5
    assert {title: places for title, places in wrong.items() if places} == {}


def test_speakers_lead_to_the_lines_that_name_them_and_back(client, told):
    wrong, back = [], links_back(client)
    for row in Appearance.objects.visible().exclude(speaker=None):
        page = read(client.get(row.talk.get_absolute_url()))
        for place in lines_of(row):
            if place not in links(page) or row.speaker.get_absolute_url() not in back[place]:
                wrong.append((str(row), place))

    assert Appearance.objects.count() >= 5
    assert wrong == []


def test_announcement_outside_a_talk_leads_to_its_line_and_back(client):
    news = make_announcement(conference=make_conference(slug="conf"))
    version = make_version(recap=make_recap(slug="post"))
    make_source(row=news, version=version, line=3, last_line=3)

    shown = read(client.get("/announcements/")).find(".//li[@class='leaf announcement']")

    assert [link.get("href") for link in shown.iterfind(".//a")] == ["/recaps/post/#L3"]
    assert links_back(client)["/recaps/post/#L3"] == [news.get_absolute_url()]


def test_people_named_in_the_same_lines_are_named_together(client):
    talk, version = make_talk(), make_version(recap=make_recap(title="The post", slug="post"))
    for order, (name, line) in enumerate((("Jane", 4), ("Bob", 4), ("Eve", 9))):
        row = make_appearance(talk=talk, speaker=make_speaker(name=name), order=order)
        make_source(row=row, version=version, line=line, last_line=line)
    make_appearance(talk=talk, speaker=make_speaker(name="By hand"), order=9)

    page = read(client.get(talk.get_absolute_url()))

    assert texts(page, ".//p[@class='margin']/span") == ["Jane, Bob: line 4", "Eve: line 9"]
    assert links(page, ".//p[@class='margin']") == ["/recaps/post/#L4", "/recaps/post/#L9"]


def test_talk_names_the_places_that_none_of_its_notes_does(client):
    note = make_note()
    version = make_version(recap=note.recap)
    other = make_version(recap=make_recap(title="The other post", slug="other"))
    for row, post, line in ((note, version, 3), (note.talk, version, 3), (note.talk, other, 5)):
        make_source(row=row, version=post, line=line, last_line=line)

    page = read(client.get(note.talk.get_absolute_url()))

    assert texts(page, ".//p[@class='margin']/span") == ["told in The other post"]
    assert links(page, ".//p[@class='margin']") == ["/recaps/other/#L5"]
