"""Rendering anew: what is stored follows the renderer, what was said stays."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.models import Announcement, Mention, Note
from conferences.search import search
from conferences.upkeep import make_anew
from tests.factories import make_announcement, make_note, make_speaker, make_talk

pytestmark = pytest.mark.django_db


def render_notes():
    out = StringIO()
    call_command("render_notes", stdout=out)
    counts = [line.split() for line in out.getvalue().splitlines()]
    return {" ".join(words[:-4]): (int(words[-4]), int(words[-2])) for words in counts}


def test_html_from_elsewhere_is_replaced_by_what_the_text_says():
    note = make_note(text="Say *this* well")
    clean = note.html
    Note.objects.update(html="<script>alert(1)</script>")

    counts = render_notes()

    assert Note.objects.get().html == clean == "<p>Say <em>this</em> well</p>"
    assert counts["note"] == (1, 1)


def test_text_of_an_older_renderer_is_told_to_be_of_this_one():
    announcement = make_announcement(text="Gears 2.0 is out")
    Announcement.objects.update(renderer=0)

    render_notes()

    again = Announcement.objects.get()
    assert (again.renderer, again.html) == (announcement.renderer, announcement.html)
    assert announcement.renderer > 0


def test_rendering_again_leaves_time_histories_and_rows_alone():
    note = make_note(text="Say *this* well")
    Note.objects.update(html="")

    render_notes()
    with CaptureQueriesContext(connection) as queries:
        counts = render_notes()

    again = Note.objects.get()
    assert (again.changed_at, again.history.count()) == (note.changed_at, note.history.count())
    assert {changed for _texts, changed in counts.values()} == {0}
    assert [q["sql"] for q in queries if q["sql"].startswith(("UPDATE", "INSERT"))] == []


def test_mentions_stand_where_the_new_html_has_them():
    make_speaker(name="Jane Doe")
    note = make_note(talk=make_talk(title="Gears"), text="As Jane Doe says")
    Note.objects.update(html="<p>As an older renderer had it, Jane Doe says</p>")
    make_anew()

    render_notes()

    [mention] = Mention.objects.filter(text_key=note.key)
    html = Note.objects.get().html
    assert html[mention.start : mention.end] == "Jane Doe"
    assert len(search("says").places) == 1
