"""Every kind of page as a browser shows it: wide and narrow, light and dark, to eyes and ears."""

from datetime import date

import pytest

from conferences.models import Note
from conferences.templatetags.catalogue import place_of
from conferences.upkeep import make_anew
from tests.browser.steps import background_of, follow
from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_day,
    make_handle,
    make_link,
    make_note,
    make_source,
    make_speaker,
    make_speaker_name,
    make_talk,
    make_talk_topic,
    make_topic,
    make_topic_alias,
)
from tests.shelf import PAGES, make_shelf

ADDRESSES = [
    *PAGES,
    "/topics/testing+the-talk-topic/",
    "/search/",
    "/search/?q=talk",
    "/search/?q=nothing",
    "/topics/?letter=x",
    "/talks/removed/",
    "/talk/the-talk/",
    "/unknown/",
]
LONG = "Antidisestablishmentarianism_" * 6
NOTE = f"""\
They *began* with `docker network create --driver overlay --subnet 10.0.9.0/24 {LONG}`.

# A heading

> Quoted, with [a link](https://example.org/{LONG})

1. one
2. two

| Engine | Rows | Time | Cost | And one more column | {LONG} |
|:-------|-----:|:----:|------|---------------------|--------|
| SQLite | 1000 | 3 ms | none | nothing             | x      |

```python
def {LONG}(): return "{LONG}"
```
"""


@pytest.fixture
def site(live_server):
    """A server with a page of each kind, full of what strains a layout."""
    shelf = make_shelf(
        text=f"# x\n\n{NOTE}",
        conference={
            "place": "Montréal",
            "starts": date(2015, 4, 8),
            "ends": date(2015, 4, 16),
            "website": f"https://{LONG[:60]}.example.org/",
            "description": NOTE,
        },
        day={"date": date(2015, 4, 8), "introduction": NOTE},
        talk={"talk_kind": "keynote"},
        speaker={"biography": NOTE},
        topic={"description": NOTE},
        recap={"author": LONG[:200], "licence": "CC-BY-4.0"},
        excerpts={"language": "es"},
        note={"text": NOTE},
        announcement={"text": f"News {LONG}"},
    )
    make_conference(name=f"PyCon {LONG}", series="PyCon", year=2014)
    make_day(conference=shelf.conference, number=2)
    make_talk(slug="removed", removed="person")
    make_speaker_name(speaker=shelf.speaker, name=f"J. {LONG}")
    make_handle(speaker=shelf.speaker, handle=LONG)
    make_topic_alias(topic=shelf.topic, name=LONG[:100])
    make_link(talk=shelf.talk, url=f"https://example.org/{LONG}")
    other = make_talk(day=shelf.day, title=f"Another {LONG}", slug="another", recap_order=1)
    make_appearance(talk=other, speaker=shelf.speaker, credited_as="J. Doe")
    make_talk_topic(talk=other, topic=shelf.topic)
    version = shelf.versions[0]
    for row in (shelf.talk, other):
        host = make_appearance(talk=row, speaker=make_speaker(name="王小明"), role="host", order=1)
        make_talk_topic(talk=row, topic=make_topic(name=f"{row.slug} topic"))
        make_source(row=host, version=version, line=3, last_line=9)
        for status in ("preview", "planned"):
            news = make_announcement(talk=row, text=f"News {LONG}", status=status)
            make_announcement_topic(announcement=news, topic=shelf.topic)
            make_source(row=news, version=version, line=4, last_line=4)
    mentioned = f"{LONG} asked “Another {LONG}”, as Jane Doe and Grace Guest did."
    make_speaker(name="Grace Guest")
    lone = make_talk(conference=make_conference(name="Conf 2012", year=2012), title="Elsewhere")
    make_talk_topic(talk=lone, topic=shelf.topic)
    make_note(talk=lone, text=mentioned)
    for number in range(60):
        make_speaker(name=f"{chr(65 + number % 26)} Speaker")
    make_anew()
    return live_server.url


@pytest.mark.django_db(transaction=True)
def test_browser_has_nothing_against_any_page(site, page, complaints):
    for address in ADDRESSES:
        page.goto(site + address)

    status = "Failed to load resource: the server responded with a status of"
    missing = f"{status} 404 (Not Found)"
    assert complaints == [f"{status} 410 (Gone)", missing, missing]


@pytest.mark.django_db(transaction=True)
def test_names_of_an_index_stand_under_its_heading_on_a_phone(site, page):
    page.set_viewport_size({"width": 390, "height": 800})

    page.goto(f"{site}/speakers/")
    heading, name = (page.locator(what).first for what in ("main h1", ".name-index bdi"))

    assert name.bounding_box()["x"] == heading.bounding_box()["x"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [320, 700, 1280])
def test_no_page_is_wider_than_the_window(site, page, width):
    page.set_viewport_size({"width": width, "height": 800})

    widths = {}
    for address in ADDRESSES:
        page.goto(site + address)
        widths[address] = page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(ADDRESSES, width)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_for_everyone(site, page, axe_finds, scheme):
    page.emulate_media(color_scheme=scheme)
    note = Note.objects.filter(talk__slug="the-talk").first()

    found = []
    for address in [*ADDRESSES, place_of(note), "/recaps/the-recap/#L4"]:
        page.goto(site + address)
        found += axe_finds()

    assert found == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [390, 1280])
def test_links_are_large_enough_for_fingers(site, page, axe_finds, width):
    page.set_viewport_size({"width": width, "height": 844})

    found = []
    for address in ADDRESSES:
        page.goto(site + address)
        found += axe_finds("target-size")

    assert found == []


@pytest.mark.django_db(transaction=True)
def test_keyboard_comes_to_the_content_first(site, page):
    page.goto(site + "/talks/the-talk/")

    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.getBoundingClientRect().left")
    page.keyboard.press("Enter")

    assert skip >= 0
    assert page.evaluate("document.activeElement.id") == "content"


# After a key was pressed, so that the browser shows where the focus is; each thing once.
UNSEEN_FOCUS = """() => {
  const unseen = [];
  for (const element of document.querySelectorAll("a[href], button, input, select, summary")) {
    element.focus();
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isSeen = document.activeElement === element
      && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      && box.width > 0 && box.height > 0 && box.left >= 0 && box.right <= innerWidth;
    if (!isSeen) unseen.push(element.outerHTML);
  }
  return unseen;
}"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_focus_is_seen_on_everything_that_takes_it(site, page, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})

    unseen = {}
    for address in ADDRESSES:
        page.goto(site + address)
        page.keyboard.press("Tab")
        unseen[address] = page.evaluate(UNSEEN_FOCUS)

    assert unseen == {address: [] for address in ADDRESSES}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", ["/talks/the-talk/", "/search/?q=talk", "/talk/the-talk/"])
def test_keyboard_comes_by_everything_in_the_order_of_the_page(site, page, address):
    page.goto(site + address)
    there = page.locator("a[href], button, input").evaluate_all(
        "elements => elements.map(element => element.outerHTML)"
    )

    passed = []
    for _ in there:
        page.keyboard.press("Tab")
        passed.append(page.evaluate("document.activeElement.outerHTML"))

    assert passed == there


@pytest.mark.django_db(transaction=True)
def test_margin_leads_to_the_lines_it_names(site, page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site + "/talks/the-talk/")

    follow(page, ".note .places a")

    assert page.url == f"{site}/recaps/the-recap/#L1"
    assert page.locator("#L1").bounding_box()["y"] < 800


@pytest.mark.django_db(transaction=True)
def test_margin_stands_beside_its_note_and_under_it_on_a_phone(site, page):
    places = {}
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(site + "/talks/elsewhere-conf-2012/")
        text = page.locator(".note .prose").first.bounding_box()
        margin = page.locator(".note .margin").first.bounding_box()
        places[width] = {
            "beside": margin["x"] >= text["x"] + text["width"],
            "under": margin["y"] >= text["y"] + text["height"],
        }

    assert places == {
        390: {"beside": False, "under": True},
        1280: {"beside": True, "under": False},
    }


@pytest.mark.django_db(transaction=True)
def test_notes_of_two_stand_side_by_side_and_under_each_other_on_a_phone(site, page):
    places = {}
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(site + "/talks/the-talk/")
        one, other = (note.bounding_box() for note in page.locator(".note").all())
        places[width] = {
            "beside": other["x"] >= one["x"] + one["width"] and other["y"] == one["y"],
            "under": other["y"] >= one["y"] + one["height"] and other["x"] == one["x"],
        }

    assert places == {
        390: {"beside": False, "under": True},
        1280: {"beside": True, "under": False},
    }


@pytest.mark.django_db(transaction=True)
def test_paper_shows_the_notes_and_where_links_lead_but_no_ways_about(site, page):
    page.goto(site + "/talks/the-talk/")
    page.emulate_media(media="print", color_scheme="dark")

    hidden = [".sections", ".search-form", ".site-footer", ".skip-link", "nav"]
    assert [place for place in hidden if page.locator(place).first.is_visible()] == []
    for shown in ("h1", ".byline", ".note .prose", ".note .places", ".announcement .status"):
        assert page.locator(shown).first.is_visible()
    address = page.locator(".prose a").first.evaluate(
        "link => getComputedStyle(link, '::after').content"
    )
    assert address == f'" <https://example.org/{LONG}>"'
    assert background_of(page, "html") == "rgb(255, 255, 255)"
