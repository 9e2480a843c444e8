"""What visitors and editors come for, done in a real browser from beginning to end."""

from pathlib import Path

import pytest
from django.core.management import call_command

from conferences.models import Note
from tests.admin.conftest import address_of
from tests.admin.uploading import DAY
from tests.browser.steps import background_of, follow, follow_by_key, is_in_view, tab_to
from tests.shelf import make_shelf

POSTS = Path(__file__).resolve().parent.parent.parent / "fixtures" / "recaps"
NAMES = ["dockercon-eu-2015-day-one.md", "dockercon-eu-2015-from-the-second-row.md"]
TALK, SPEAKER, TOPIC = "Docker networking deep dive", "Dave Tucker", "VXLAN"


@pytest.fixture
def site(live_server, transactional_db, page, capsys):
    """Two posts about one conference, and a window small enough to scroll in."""
    call_command("import_recaps", *(str(POSTS / name) for name in NAMES))
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(live_server.url)
    return live_server.url


def heading(page):
    return page.inner_text("h1")


def anchor(page):
    return page.url.partition("#")[2]


def test_reader_browses_from_talk_to_speaker_to_topic_to_talk(site, page, complaints):
    follow(page, "main >> text=DockerCon EU 2015 >> nth=0")
    follow(page, f"main a.talk >> text={TALK}")
    assert heading(page) == TALK
    follow(page, f".byline >> text={SPEAKER}")
    assert heading(page) == SPEAKER
    follow(page, f".topics >> text={TOPIC}")
    assert heading(page) == TOPIC
    follow(page, f"main a.talk >> text={TALK}")

    assert heading(page) == TALK
    assert complaints == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_search_lands_at_the_passage_and_goes_on_to_its_lines(site, page, complaints, theme):
    page.emulate_media(color_scheme=theme)
    page.fill("header input", "serf gossips")
    follow_by_key(page)
    assert page.locator("mark").all_inner_texts() == ["Serf", "gossips"]
    follow(page, ".hit a.talk")

    note = f"#{anchor(page)}"
    others = page.locator(f".note:not({note})").first
    plain = others.evaluate("element => getComputedStyle(element).backgroundColor")
    assert "Serf gossips" in page.inner_text(note)
    assert is_in_view(page, note)
    assert background_of(page, note) != plain

    follow(page, f"{note} .places a")
    line = f"#{anchor(page)}"
    assert is_in_view(page, line)
    assert background_of(page, line) != background_of(page, "#L1")
    follow(page, f"{line} .margin a.talk")

    assert page.url.endswith(note)
    assert complaints == []


def test_announcement_found_is_shown_in_its_place_on_its_talk(site, page, complaints):
    page.fill("header input", "encrypted overlay")
    follow_by_key(page)
    follow(page, ".hit a.announcement")

    assert heading(page) == TALK
    assert page.inner_text(f"#{anchor(page)} .prose") == "Encrypted overlay networks."
    assert is_in_view(page, f"#{anchor(page)}")
    assert complaints == []


def test_mistyped_address_leads_to_what_was_meant(site, page):
    page.goto(f"{site}/talk/docker-netwroking")
    follow(page, ".hit a.talk >> nth=0")

    assert heading(page) == TALK


def test_reader_comes_by_keyboard_from_talk_to_speaker_to_topic_to_talk(site, page, complaints):
    for name, title in (
        ("DockerCon EU 2015", "DockerCon EU 2015"),
        (TALK, TALK),
        (SPEAKER, SPEAKER),
        (TOPIC, TOPIC),
        (TALK, TALK),
    ):
        tab_to(page, name)
        follow_by_key(page)
        assert heading(page) == title

    assert complaints == []


def test_reader_searches_by_keyboard_and_comes_to_the_passage(site, page, complaints):
    tab_to(page, "Words to search for")
    page.keyboard.type("serf gossips")
    tab_to(page, "Search")
    follow_by_key(page, "Space")
    tab_to(page, TALK)
    follow_by_key(page)

    assert "Serf gossips" in page.inner_text(f"#{anchor(page)}")
    assert complaints == []


def test_box_offers_names_while_a_reader_types(site, page, complaints, axe_finds):
    page.keyboard.press("/")
    page.keyboard.type("dave/")
    page.wait_for_selector(".suggestions li")
    box, options = page.locator("header input"), page.locator(".suggestions li")
    assert (box.input_value(), box.get_attribute("aria-expanded")) == ("dave/", "true")
    assert options.all_text_contents() == ["Dave Tucker speaker"]

    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert axe_finds() == []

    page.keyboard.press("Escape")
    assert (box.input_value(), box.get_attribute("aria-expanded")) == ("dave/", "false")
    assert options.count() == 0

    page.keyboard.press("Backspace")
    page.wait_for_selector(".suggestions li")
    page.keyboard.press("ArrowUp")
    follow_by_key(page)
    assert heading(page) == SPEAKER
    assert complaints == []


def test_keyboard_goes_on_from_the_passage(site, page):
    note = Note.objects.get(recap__title__contains="second row", talk__title=TALK)
    page.goto(f"{site}{note.talk.get_absolute_url()}#note-{note.key[:8]}")
    tab_to(page, TALK)

    assert page.evaluate("document.activeElement.closest('.note').id") == f"note-{note.key[:8]}"


def test_editor_mends_a_note_and_sees_it_on_its_page(visit, page, complaints):
    shelf = make_shelf()
    note = shelf.talk.notes.first()
    visit(address_of(note))
    page.fill("#id_text", "They *measured* the lathe.")
    follow(page, "[name=_save]")
    visit(address_of(shelf.talk))
    follow(page, "text=View on site")

    assert heading(page) == "The talk"
    assert page.inner_text(f"#note-{note.key[:8]} .prose em") == "measured"
    page.fill("header input", "lathes measuring")
    follow_by_key(page)
    follow(page, ".hit a.talk")
    assert anchor(page) == f"note-{note.key[:8]}"
    assert complaints == []


def test_editor_imports_a_post_and_opens_its_talk_on_the_site(visit, page, complaints):
    visit("/admin/conferences/recap/import/")
    post = {"name": "day-1.md", "mimeType": "text/markdown", "buffer": DAY.encode()}
    page.set_input_files("#id_files", post)
    follow(page, "text=Show the plan")
    follow(page, "text=Apply")
    visit("/")
    follow(page, "main a.recap >> text=LatheConf 2014 Day 1 >> nth=0")
    follow(page, ".passage a.talk >> text=Cutting threads by hand")

    assert heading(page) == "Cutting threads by hand"
    assert page.inner_text(".byline") == "Ada Turner"
    assert "Measure twice, cut once." in page.inner_text(f"#{anchor(page)}")
    assert complaints == []
