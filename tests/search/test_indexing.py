"""The index follows the rows: what is stored is what making it anew would store."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, models
from hypothesis import given
from hypothesis import strategies as st

from conferences.importing.kinds import KINDS
from conferences.models import SearchDoc, SearchTerm, Talk
from conferences.search import rebuild, search
from conferences.search.indexing import index_rows
from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_appearance,
    make_conference,
    make_day,
    make_handle,
    make_note,
    make_recap,
    make_speaker,
    make_speaker_name,
    make_talk,
    make_talk_topic,
    make_topic,
    make_topic_alias,
)
from tests.importing.posts import post_texts
from tests.importing.state import fresh_base, import_posts, no_writes
from tests.search.index import check_engine, stored_index

pytestmark = pytest.mark.django_db

NAMED = {
    "conference": "name",
    "day": "title",
    "speaker": "name",
    "speaker name": "name",
    "handle": "handle",
    "topic": "name",
    "topic alias": "name",
    "talk": "title",
    "appearance": "credited_as",
    "note": "text",
    "announcement": "text",
}


@pytest.fixture
def rows():
    """One row of each kind, all tied to each other."""
    conference = make_conference()
    day = make_day(conference=conference, introduction="Rain.")
    talk, speaker, topic = make_talk(day=day), make_speaker(), make_topic(name="Testing")
    recap = make_recap()
    announcement = make_announcement(talk=talk)
    made = [
        conference,
        day,
        talk,
        speaker,
        topic,
        recap,
        announcement,
        make_speaker_name(speaker=speaker),
        make_handle(speaker=speaker),
        make_topic_alias(topic=topic),
        make_appearance(talk=talk, speaker=speaker),
        make_talk_topic(talk=talk, topic=topic),
        make_announcement_topic(announcement=announcement, topic=topic),
        make_note(talk=talk, recap=recap),
    ]
    make_appearance(talk=talk, speaker=None, credited_as="Somebody")
    rebuild()
    return {row.kind: row for row in made}


@pytest.mark.parametrize("kind", NAMED)
def test_new_name_is_found_and_the_old_one_not(rows, kind):
    row = rows[kind]
    before = search("zanzibar").places
    setattr(row, NAMED[kind], "Zanzibar")
    row.save()

    index_rows({(kind, row.key)})

    stored = stored_index()
    rebuild()
    assert before == ()
    assert search("zanzibar").places != ()
    assert stored == stored_index()


@pytest.mark.parametrize("kind", [*NAMED, "recap", "talk topic", "announcement topic"])
def test_removed_row_is_found_no_more_and_comes_back(rows, kind):
    row, whole = rows[kind], stored_index()
    states = []
    for removed in ("person", ""):
        row.removed = removed
        row.save()
        index_rows({(kind, row.key)})
        states.append(stored_index())
        rebuild()
        assert states[-1] == stored_index()

    assert states[0] != whole
    assert states[1] == whole


def test_private_recap_is_not_searched(rows):
    recap = rows["recap"]
    before = search("fixtures").places
    recap.visibility = "private"
    recap.save()

    index_rows({("recap", recap.key)})

    assert before == (("talk", rows["talk"].key),)
    assert search("fixtures").places == ()


def test_row_merged_into_another_goes_with_it(rows):
    other = make_speaker(name="Jane Doherty")
    index_rows({("speaker", other.key)})
    other.removed, other.merged_into = "merged", rows["speaker"]
    other.save()

    index_rows({("speaker", rows["speaker"].key)})

    assert search("doherty").places == ()


def test_unchanged_rows_write_nothing(rows):
    with no_writes():
        index_rows({(kind, row.key) for kind, row in rows.items()})


def test_flushed_index_leaves_nothing_behind(rows):
    lone = make_topic(name="Testing alone")
    SearchDoc.objects.all().delete()

    index_rows({("topic", lone.key)})

    check_engine()
    assert search("testing").places == (("topic", lone.key),)


def test_unknown_places_are_no_matter():
    index_rows({("talk", "0" * 32), ("nothing", "x")})

    assert stored_index() == {}


@pytest.mark.django_db(transaction=True)
def test_index_survives_a_table_made_anew(rows):
    before = stored_index()
    year = SearchDoc._meta.get_field("year")
    wider = models.IntegerField(default=0)
    wider.set_attributes_from_name("year")

    for old, new in ((year, wider), (wider, year)):
        with connection.schema_editor() as editor:
            editor.alter_field(SearchDoc, old, new)

    assert stored_index() == before
    assert search("taming").places != ()


@pytest.mark.django_db(transaction=True)
def test_migration_can_be_undone_and_done_again(rows):
    before = stored_index()

    call_command("migrate", "conferences", "0001", verbosity=0)
    call_command("migrate", verbosity=0)
    rebuild()

    assert stored_index() == before


def test_command_makes_the_index_anew(rows):
    whole = stored_index()
    SearchTerm.objects.all().delete()
    index_rows(())
    Talk.objects.update(removed="person")
    out = StringIO()

    call_command("rebuild_search", stdout=out)

    rows = len(whole) - 1
    assert out.getvalue() == f"{rows} rows can be searched; 0 mentions link to others.\n"
    assert search("taming").places == ()
    assert SearchTerm.objects.filter(word="taming").count() == 0


@given(
    st.lists(st.lists(post_texts, min_size=1, max_size=2), min_size=1, max_size=3),
    st.data(),
)
def test_index_is_what_making_it_anew_would_give(imports, data):
    """After any imports over and beside each other, with edits and removals between."""
    with fresh_base():
        for texts in imports:
            import_posts({f"/{number}.md": text.data() for number, text in enumerate(texts)})
            index_rows(edit_a_row(data))
        stored = stored_index()

        rebuild()

        assert stored == stored_index()


def edit_a_row(data):
    """Rename or remove a row, as the admin would; where it is."""
    kind = data.draw(st.sampled_from(sorted(NAMED.keys() & KINDS.keys())))
    row = KINDS[kind].model.objects.filter(removed="").order_by("key").first()
    if row is None:
        return set()
    if data.draw(st.booleans()):
        row.removed = "person"
    else:
        setattr(row, NAMED[kind], f"By hand {row.pk}")
    row.save()
    return {(kind, row.key)}
