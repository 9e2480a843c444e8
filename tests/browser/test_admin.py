"""The admin in a real browser: nothing it shows breaks the Content-Security-Policy."""

import pytest

from conferences import models
from tests.admin.conftest import address_of, list_of
from tests.admin.uploading import DAY, OTHER_DAY
from tests.browser.steps import follow
from tests.factories import (
    make_announcement,
    make_appearance,
    make_day,
    make_note,
    make_run,
    make_speaker,
    make_talk,
    make_talk_topic,
)

HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>'


@pytest.fixture
def talk(transactional_db):
    """A talk with a hostile name and rows of every kind on it."""
    talk = make_talk(day=make_day(), title=HOSTILE)
    make_appearance(talk=talk, speaker=make_speaker(name=HOSTILE))
    make_note(talk=talk, text=HOSTILE)
    make_announcement(talk=talk, text=HOSTILE)
    make_talk_topic(talk=talk)
    talk.subject = HOSTILE
    talk.save()
    return talk


def test_login_leads_to_the_first_page_without_a_complaint(visit, page, complaints):
    assert page.title() == "Editing | Talk notes"
    assert complaints == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_of_a_talk_are_shown_without_a_complaint(visit, talk, complaints, theme):
    history = f"/admin/conferences/talk/{talk.pk}/history/"
    old = f"{history}{talk.history.last().pk}/"

    for address in (list_of(models.Talk), address_of(talk), history, old, address_of(models.Talk)):
        page = visit(address)
        page.emulate_media(color_scheme=theme)

    assert complaints == []


def test_speaker_is_found_by_typing_and_put_on_the_talk(visit, talk, complaints):
    jane = make_speaker(name="Jane Roe")
    page = visit(address_of(talk))

    page.click("text=Add another Appearance")
    # Each answer is waited for: the test's database has no room for reading beside saving.
    with page.expect_response("**/autocomplete/**"):
        page.click("#appearances-1 .select2-selection")
    with page.expect_response("**/autocomplete/**"):
        page.fill(".select2-search__field", "jane r")
    page.click(".select2-results__option >> text=Jane Roe")
    page.fill("#id_appearances-1-credited_as", "Jane")
    follow(page, "[name=_save]")

    assert page.inner_text(".messagelist").startswith("The talk")
    assert talk.appearances.get(speaker=jane).credited_as == "Jane"
    assert complaints == []


def test_talk_is_removed_from_its_form_after_a_question(visit, talk, complaints):
    page = visit(address_of(talk))

    follow(page, "text=Remove from the site")
    page.fill("#id_reason", "Never held")
    follow(page, "[type=submit][value='Remove from the site']")

    talk.refresh_from_db()
    assert talk.removed == "person"
    assert complaints == []


def test_history_tells_lines_by_sign_and_colour(visit, talk, complaints):
    note = talk.notes.get()
    note.text = "<b>Other</b>\nlines"
    note.save()

    page = visit(f"/admin/conferences/talk/{talk.pk}/history/")
    lines = page.locator("#history-around .line")

    assert lines.all_inner_texts() == [f"− {HOSTILE}", "+ <b>Other</b>", "+ lines"]
    colours = [
        line.evaluate("line => getComputedStyle(line).backgroundColor") for line in lines.all()
    ]
    assert colours[0] != colours[1] == colours[2]
    follow(page, "#history-around tbody a >> nth=0")
    assert page.input_value("#id_text") == note.text
    assert complaints == []


def test_note_is_previewed_while_it_is_typed(visit, talk, complaints):
    page = visit(address_of(talk))
    panel = page.locator("#notes-0 .preview")

    assert "alert(2)" in panel.inner_text()
    page.fill("#id_notes-0-text", "- **Fixtures** grow old")
    panel.locator("li strong").wait_for()

    assert panel.inner_text().strip() == "Fixtures grow old"
    assert not page.locator("#notes-0 button[name=preview]").is_visible()
    talk.notes.get(text=HOSTILE)
    assert complaints == []


def test_note_added_to_a_talk_is_previewed(visit, talk, complaints):
    page = visit(address_of(talk))

    page.click("text=Add another Note")
    page.fill("#id_notes-1-text", "A *second* one")
    page.locator("#notes-1 .preview em").wait_for()

    assert complaints == []


def test_preview_that_fails_says_so(visit, talk):
    page = visit(address_of(talk.notes.get()))
    page.context.clear_cookies()
    page.fill("#id_text", "Other")

    page.get_by_text("The preview could not be loaded.").wait_for()


def test_note_is_written_by_keys_and_its_draft_kept_until_it_is_saved(visit, talk, complaints):
    note = talk.notes.get()
    page = visit(address_of(note))

    page.fill("#id_text", "bold")
    page.locator("#id_text").select_text()
    page.keyboard.press("Control+b")
    assert page.input_value("#id_text") == "**bold**"
    cookies = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    assert "/login/" in page.url
    page.context.add_cookies(cookies)
    page = visit(address_of(note))
    assert page.input_value("#id_text") == HOSTILE
    page.click("text=Put it back")
    with page.expect_navigation():
        page.locator("#id_text").press("Control+s")
    page = visit(address_of(note))

    assert page.input_value("#id_text") == "**bold**"
    assert not page.locator(".draft").is_visible()
    kept = page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('draft '))")
    assert kept == []
    assert complaints == []


def test_note_is_previewed_without_scripts_on_a_page(visit, page, browser, live_server, talk):
    state = page.context.storage_state()
    context = browser.new_context(java_script_enabled=False, storage_state=state)
    plain = context.new_page()
    plain.goto(live_server.url + address_of(talk.notes.get()))

    plain.fill("#id_text", "A *second* one")
    with context.expect_page() as opened:
        plain.click("button[name=preview]")

    assert opened.value.inner_text(".preview em") == "second"
    assert opened.value.title() == "Preview | Talk notes"
    assert plain.input_value("#id_text") == "A *second* one"
    context.close()


def test_post_is_imported_by_upload(visit, page, complaints):
    visit("/admin/")
    follow(page, "text=Import posts")
    post = {"name": "day <1>.md", "mimeType": "text/markdown", "buffer": DAY.encode()}
    page.set_input_files("#id_files", post)
    page.fill("#id_text", OTHER_DAY)
    page.fill("#id_name", "two.md")

    follow(page, "text=Show the plan")
    assert page.locator(".planned h2").first.inner_text().strip() == "day <1>.md a new recap"
    assert page.locator(".planned .create").count() > 20
    assert models.Recap.objects.count() == 0
    follow(page, "text=Apply")

    assert page.inner_text(".messagelist").startswith("Done, as import")
    assert count_of(page) == "2 recaps"
    assert complaints == []


def test_form_on_its_way_says_so_and_is_not_sent_twice(visit, page, complaints):
    visit("/admin/conferences/recap/import/")
    page.evaluate("addEventListener('submit', (event) => event.preventDefault())")

    page.click("text=Show the plan")

    assert page.inner_text("[role=status]") == "The posts are being read…"
    assert page.locator("[value='Show the plan']").is_disabled()
    assert complaints == []


def test_first_page_leads_to_what_waits(visit, talk, page, complaints):
    models.Talk.objects.update(removed="unsaid")
    visit("/admin/")

    follow(page, "text=1 talk no recap speaks of any more")

    assert page.inner_text("#result_list .removed") == "no recap says it any more"
    assert complaints == []


def test_conflict_is_decided_in_its_list_and_on_its_page(visit, talk, complaints):
    models.Talk.objects.update(said={"title": "New", "subject": "<b>"})
    values = {"kind": "talk", "key": talk.key, "run": make_run(), "base": "Old"}
    models.Conflict.objects.create(**values, field="title", said="New", value=HOSTILE)
    conflict = models.Conflict.objects.create(**values, field="subject", said="<b>", value=HOSTILE)

    follow(visit(address_of(conflict)), "button[value=kept]")
    page = visit(list_of(models.Conflict) + "?outcome=open")
    follow(page, "button[value=taken]")

    assert "the posts' value taken" in page.inner_text(".messagelist")
    assert count_of(page) == "0 conflicts"
    talk.refresh_from_db()
    assert (talk.title, talk.subject) == ("New", HOSTILE)
    assert complaints == []


@pytest.mark.parametrize("width", [390, 1280])
def test_pages_are_no_wider_than_the_screen(visit, talk, width):
    history = f"/admin/conferences/talk/{talk.pk}/history/"
    for address in ("/admin/", list_of(models.Talk), address_of(talk), history):
        page = visit(address)
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_old_styles_of_the_history_would_be_complained_of(visit, page, complaints):
    page.evaluate("document.body.innerHTML = '<p style=\"border: 0\">'")

    assert complaints[0].startswith("Applying inline style violates")


def count_of(page):
    """What the list says of its rows; Django 6 puts a heading before it."""
    return page.inner_text(".paginator").strip().splitlines()[-1]
