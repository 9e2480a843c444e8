import pytest
from django.urls import reverse

from conferences import models
from tests.admin.conftest import address_of
from tests.factories import make_link, make_note, make_talk

MODELS = [
    models.Announcement,
    models.Conference,
    models.Day,
    models.Note,
    models.Speaker,
    models.Topic,
]
NOTE = reverse("admin:conferences_note_preview")
TEXTS = [
    "Plain",
    "# Title\n\n- a\n- `b`\n",
    "    indented\r\n\r\n> quoted\r\n",
    "[relative](../x) <https://example.org> [bad](javascript:alert(1))",
    "<script>alert(1)</script> <b>bold</b> List<int>",
    "![image](https://example.org/a.png)",
]


def preview(client, text, address=NOTE, **values):
    return client.post(address, {"preview": "text", "text": text} | values)


@pytest.mark.parametrize("text", TEXTS)
def test_preview_shows_what_saving_will_show(submit, editor_client, text):
    note = make_note()

    shown = preview(editor_client, text, fragment="1").content.decode()
    submit(note, text=text)

    note.refresh_from_db()
    assert shown.strip() == f'<div class="prose" dir="auto">{note.html}</div>'
    assert preview(editor_client, text).content.decode().count(shown.strip()) == 1


@pytest.mark.parametrize("text", ["", "  \n"])
def test_preview_of_nothing_says_so(editor_client, text):
    shown = preview(editor_client, text, fragment="1").content.decode()

    assert shown.strip() == '<p class="nothing">Nothing to show yet.</p>'


@pytest.mark.parametrize("values", [{}, {"fragment": "1"}])
def test_preview_of_a_note_too_long_says_so(editor_client, values):
    shown = preview(editor_client, "x" * 64_001, **values).content.decode()

    message = "This text is 64,001 bytes long, 64,000 is the most: please shorten it."
    assert shown.count(f'<p class="errornote" role="status">{message}</p>') == 1
    assert "xxx" not in shown


def test_preview_names_the_field_of_an_inline(editor_client):
    values = {"preview": "notes-1-text", "notes-0-text": "Zero", "notes-1-text": "One"}

    shown = editor_client.post(NOTE, values | {"fragment": "1"}).content.decode()

    assert shown.strip() == '<div class="prose" dir="auto"><p>One</p></div>'


def test_preview_saves_nothing(editor_client):
    note = make_note(text="Saved")

    preview(editor_client, "Not saved")

    note.refresh_from_db()
    assert (note.text, note.history.count()) == ("Saved", 1)


def test_preview_is_protected_against_other_sites(editor, client):
    client.force_login(editor)
    client.handler.enforce_csrf_checks = True

    assert preview(client, "Text").status_code == 403


def test_every_row_with_a_text_has_a_preview(editor_client):
    with_text = [m for m in models.CatalogueRow.__subclasses__() if m.markdown_field]
    with_text += models.RenderedRow.__subclasses__()

    assert sorted(m.__name__ for m in with_text) == sorted(m.__name__ for m in MODELS)
    for model in MODELS:
        address = reverse(f"admin:conferences_{model._meta.model_name}_preview")
        assert editor_client.get(address_of(model)).content.decode().count(address) == 2


def test_notes_of_a_talk_are_edited_beside_their_previews(editor_client):
    talk = make_talk()
    make_note(talk=talk)

    page = " ".join(editor_client.get(address_of(talk)).content.decode().split())

    assert page.count(f'name="preview" value="notes-0-text" formaction="{NOTE}"') == 1
    assert page.count('admin-preview.js" type="module"') == 1


@pytest.mark.parametrize("text", TEXTS)
def test_form_shows_what_was_saved(editor_client, text):
    note = make_note(text=text.strip())

    page = editor_client.get(address_of(note)).content.decode()

    assert page.count(f'<div class="prose" dir="auto">{note.html}</div>') == 1


def test_form_that_is_not_accepted_says_why_in_the_preview_too(submit):
    page = submit(make_note(), text="x" * 64_001).content.decode()

    assert page.count('<p class="errornote" role="status">This text is 64,001 bytes long') == 1


def test_row_without_a_text_has_no_preview(editor_client):
    page = editor_client.get(address_of(make_link())).content.decode()

    assert "preview" not in page
