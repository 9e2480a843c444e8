import pytest

from conferences import models
from tests.admin.conftest import address_of, list_of
from tests.factories import make_note, make_recap, make_source, make_talk, make_version

POST = "# Title\n\nA <b>post</b> & more.\n"


def page_of(client, row):
    return client.get(address_of(row)).content.decode()


def test_post_of_a_version_is_shown_as_it_is(editor_client):
    version = make_version(text=POST)

    page = page_of(editor_client, version)

    assert "# Title\n\nA &lt;b&gt;post&lt;/b&gt; &amp; more.\n</pre>" in page


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"PK\x03\x04", b"caf\xe9"])
def test_version_of_any_bytes_is_shown(editor_client, data):
    version = make_version(data=data)

    assert editor_client.get(address_of(version)).status_code == 200


def test_version_is_never_written(editor_client):
    version = make_version(text=POST)

    response = editor_client.post(address_of(version), {"sha256": "0" * 64, "is_current": ""})

    assert response.status_code == 403
    assert bytes(models.Version.objects.get().data) == POST.encode()


def test_list_of_versions_reads_no_posts(editor_client):
    make_version(text=POST)

    response = editor_client.get(list_of(models.Version))

    assert response.context["cl"].result_list[0].get_deferred_fields() == {"data", "outline"}


def test_source_links_to_its_row_and_shows_its_passage(editor_client):
    talk = make_talk(title="Docker")
    source = make_source(row=talk, version=make_version(text=POST), start=0, end=7)

    for page in (page_of(editor_client, source), page_of_list(editor_client)):
        assert f'<a href="{address_of(talk)}">Docker</a>' in page
    assert '<pre class="post" tabindex="0"># Title</pre>' in page_of(editor_client, source)


def page_of_list(client):
    return client.get(list_of(models.Source)).content.decode()


def test_source_of_a_row_that_is_not_here_says_so(editor_client):
    talk = make_talk()
    make_source(row=talk)
    models.Source.objects.update(key="0123456789")

    assert "talk 012345, not here" in page_of_list(editor_client)


def test_row_lists_its_sources_with_their_doubts(editor_client):
    talk = make_talk()
    source = make_source(row=talk, doubt="two titles", line=3, last_line=4)

    page = page_of(editor_client, talk)

    assert f'<a href="{address_of(source)}">My days at DjangoCon, lines 3–4</a>' in page
    assert "<em>two titles</em>" in page


def test_source_on_one_line_names_that_line(editor_client):
    talk = make_talk()
    source = make_source(row=talk, line=3, last_line=3)

    page = page_of(editor_client, talk)

    assert f'<a href="{address_of(source)}">My days at DjangoCon, line 3</a>' in page


def test_note_of_no_recap_is_an_editors_own(submit):
    talk = make_talk()

    submit(models.Note, talk=talk.pk, text="Mine")

    note = models.Note.objects.get()
    assert (note.recap, note.html) == (None, "<p>Mine</p>")


def test_note_has_room_and_help(editor_client):
    response = editor_client.get(address_of(make_note()))

    text = response.context["adminform"].form.fields["text"]
    assert text.widget.attrs["rows"] == 28
    assert text.help_text.startswith("Markdown: blank lines part paragraphs")


@pytest.mark.parametrize(("changes", "is_linked"), [({}, True), ({"visibility": "private"}, False)])
def test_private_recap_has_no_page(editor_client, changes, is_linked):
    recap = make_recap(**changes)

    response = editor_client.get(address_of(recap))

    assert response.context["has_absolute_url"] is is_linked
