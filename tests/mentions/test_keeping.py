"""Mentions follow the rows: what is stored is what making it anew would store."""

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from conferences.admin.removing import bring_rows_back, remove_rows
from conferences.admin.saving import save_edit
from conferences.importing.decisions.merging import merge_rows
from conferences.mentions import rebuild_mentions
from conferences.models import KnownName, Mention, Note, Speaker, Talk, Topic, TopicAlias
from conferences.search import rebuild
from conferences.upkeep import keep_up
from tests.factories import (
    make_appearance,
    make_conference,
    make_day,
    make_note,
    make_recap,
    make_speaker,
    make_talk,
    make_topic,
    make_topic_alias,
)
from tests.importing.posts import post_texts
from tests.importing.state import fresh_base, import_posts, no_writes

pytestmark = pytest.mark.django_db

TITLE = "Gears that never wear out"


def test_what_is_stored_is_no_longer_than_there_is_room_for():
    speaker = make_speaker(name="Ada Turner")
    note = make_note(talk=make_talk(title="", subject="s" * 500), text="With Ada Turner.")

    keep_up({("talk", note.talk.key), ("speaker", speaker.key)})

    Mention.objects.get().clean_fields()


def told():
    """What is named where, as a reader sees it: the row's name and the text it is in."""
    names = {
        row.key: str(row)
        for model in (Speaker, Topic, Talk)
        for row in model.objects.exclude(removed="merged")
    }
    return sorted((m.text_kind, "".join(m.sentence), names[m.key]) for m in Mention.objects.all())


def stored():
    """Every known name and mention, whatever their numbers."""
    names = KnownName.objects.order_by("key", "name").values("kind", "key", "name", "within")
    mentions = Mention.objects.order_by("text_key", "start").values(*Mention.MADE)
    return [*names], [*mentions]


def made_anew():
    rebuild_mentions()
    return stored()


def write(row, **changes):
    """Edit a row as a person does in the admin."""
    for name, value in changes.items():
        setattr(row, name, value)
    save_edit(row, list(changes), user=None)


@pytest.fixture
def jane():
    jane = make_speaker(name="Jane Doe")
    keep_up({("speaker", jane.key)})
    return jane


@pytest.fixture
def note():
    """A note on somebody else's talk."""
    note = make_note(text="As Jane Doe said. Docker helps.")
    keep_up({("note", note.key)})
    return note


def test_name_is_found_in_notes_older_than_it(note):
    jane = make_speaker(name="Jane Doe")
    keep_up({("speaker", jane.key)})

    assert told() == [("note", "As Jane Doe said.", "Jane Doe")]


def test_name_is_found_in_every_kind_of_text(jane):
    text = "With Jane Doe."
    conference = make_conference(description=text)
    rows = [
        conference,
        make_day(conference=conference, introduction=text),
        make_speaker(name="Bob Roe", biography=text),
        make_topic(name="Testing", description=text),
        make_note(talk=make_talk(conference=conference), text=text),
    ]

    keep_up({(row.kind, row.key) for row in rows})

    kinds = ["conference", "day", "note", "speaker", "topic"]
    assert told() == [(kind, text, "Jane Doe") for kind in kinds]
    assert stored() == made_anew()


def test_name_follows_the_edited_note(jane, note):
    write(note, text="Jane Doe was late, said Jane Doe.")
    edited = told()
    write(note, text="Nobody came.")

    assert edited == [("note", "Jane Doe was late, said Jane Doe.", "Jane Doe")]
    assert told() == []


def test_renamed_speaker_is_found_by_both_names(jane, note):
    other = make_note(text="Ms Jane Roe disagreed.")
    keep_up({("note", other.key)})

    write(jane, name="Jane Roe")

    assert told() == [
        ("note", "As Jane Doe said.", "Jane Roe"),
        ("note", "Ms Jane Roe disagreed.", "Jane Roe"),
    ]


def test_removed_speaker_is_named_no_more_until_brought_back(jane, note):
    remove_rows([jane], user=None)
    removed = told()
    bring_rows_back([jane], user=None)

    assert removed == []
    assert told() == [("note", "As Jane Doe said.", "Jane Doe")]


def test_name_of_two_people_is_nobodys_until_one_is_gone(jane, note):
    other = make_speaker(name="Jane Doe")
    keep_up({("speaker", other.key)})
    both = told()
    remove_rows([other], user=None)

    assert both == []
    assert told() == [("note", "As Jane Doe said.", "Jane Doe")]


def test_merged_speaker_is_found_by_the_names_of_both(jane, note):
    other = make_speaker(name="Janet Roe")
    second = make_note(text="So did Janet Roe.")
    keep_up({("speaker", other.key), ("note", second.key)})

    merge_rows("speaker", jane.key, other.key, user=None)

    assert told() == [
        ("note", "As Jane Doe said.", "Jane Doe"),
        ("note", "So did Janet Roe.", "Jane Doe"),
    ]


@pytest.mark.parametrize(
    ("status", "is_named"), [("proposed", 0), ("rejected", 0), ("approved", 1)]
)
def test_only_approved_topics_are_named(note, status, is_named):
    topic = make_topic(name="Docker")
    write(topic, status="approved")
    write(topic, status=status)

    assert told() == [("note", "Docker helps.", "Docker")] * is_named


def test_alias_of_a_topic_is_named(note):
    topic = make_topic(name="Containers of all kinds", status="approved")
    alias = make_topic_alias(topic=topic, name="Docker")
    keep_up({("topic alias", alias.key)})
    named = told()
    remove_rows([alias], user=None)

    assert named == [("note", "Docker helps.", "Containers of all kinds")]
    assert told() == []


def test_retitled_talk_is_named_in_notes_on_others(note):
    talk = make_talk(title="Untold")
    write(note, text=f"I had missed “{TITLE}”.")

    write(talk, title=TITLE)

    assert told() == [("note", f"I had missed “{TITLE}”.", TITLE)]


def test_mention_of_a_speaker_in_notes_on_their_own_talk_is_marked(jane, note):
    credit = make_appearance(talk=note.talk, speaker=jane)
    keep_up({("appearance", credit.key)})
    own = list(Mention.objects.values_list("is_own", flat=True))
    remove_rows([credit], user=None)

    assert own == [True]
    assert list(Mention.objects.values_list("is_own", flat=True)) == [False]


def test_private_recap_names_nobody(jane, note):
    write(note.recap, visibility="private")
    hidden = told()
    write(note.recap, visibility="whole")

    assert hidden == []
    assert len(told()) == 1


def test_mention_knows_where_it_stands(jane):
    day = make_day(number=2, introduction="Jane Doe opened the day.")
    talk = make_talk(day=day, title="Gears")
    note = make_note(talk=talk, recap=make_recap(author="Ann"), text="Jane Doe asked.")
    keep_up({("day", day.key), ("note", note.key)})

    assert [m.get_absolute_url() for m in Mention.objects.order_by("text_kind")] == [
        "/conferences/djangocon-2015/day/2/",
        f"/talks/gears-djangocon-2015/#note-{note.key[:8]}",
    ]
    places = Mention.objects.order_by("text_kind").values_list("title", "author", "year")
    assert list(places) == [("DjangoCon 2015", "", 2015), ("Gears", "Ann", 2015)]


def test_nothing_is_written_where_nothing_changed(jane, note):
    with no_writes():
        keep_up({("speaker", jane.key), ("note", note.key)})


def test_more_names_and_notes_take_no_more_statements(django_assert_max_num_queries):
    people = [make_speaker(name=f"Ada Turn{'abcdefghij'[n]}r") for n in range(10)]
    talk = make_talk()
    for person in people:
        make_note(talk=talk, recap=make_recap(), text=f"With {person.name}.")

    with django_assert_max_num_queries(80):
        keep_up({("talk", talk.key), *(("speaker", person.key) for person in people)})

    assert Mention.objects.count() == 10


def test_command_makes_mentions_anew(jane, note, capsys):
    Mention.objects.all().delete()

    call_command("rebuild_search")

    assert capsys.readouterr().out == "3 rows can be searched; 1 mentions link to others.\n"
    assert len(told()) == 1


TEXTS = (
    f"Ada Turner again, then “{TITLE}” and docker.",
    "Bo Millar of Docker Swarm met Ada B. Turner.",
    "`Ada Turner` and [Bo Millar](https://x.example).\n\n# Docker\n\nNothing else.",
)
CHANGES = {
    Speaker: {"name": ("Ada Turner", "Bo Millar", "Ada B. Turner")},
    Topic: {
        "name": ("Docker", "Docker Swarm", "Swarm"),
        "status": ("approved", "proposed", "rejected"),
        "description": TEXTS,
    },
    Talk: {"title": (TITLE, "Other", "A lathe in every kitchen")},
    Note: {"text": TEXTS},
}


@settings(max_examples=10)
@given(
    st.lists(post_texts, min_size=2, max_size=3),
    st.lists(st.tuples(*[st.integers(0, 11)] * 4), min_size=6, max_size=12),
)
def test_mentions_are_what_making_them_anew_would_give(texts, edits):
    """After imports, edits, removals, merges and their like, and an import of the same again."""
    with fresh_base():
        for name in ("Docker", "Swarm"):
            topic = make_topic(name=name, status="approved")
            keep_up({("topic", topic.key)})
        posts = {f"/{number}.md": text.data() for number, text in enumerate(texts)}
        import_posts(posts)
        for edit in edits:
            carry_out(*edit)
        import_posts(dict.fromkeys(posts, posts["/0.md"]))

        assert stored() == made_anew()


def carry_out(model, action, which, value):
    """One thing that people do to a row, if there is a row to do it to."""
    model = [*CHANGES][model % len(CHANGES)]
    rows = list(model.objects.exclude(removed="merged").order_by("key"))
    if not rows:
        return
    row, other = rows[which % len(rows)], rows[value % len(rows)]
    if action == 0:
        remove_rows([row], user=None)
    elif action == 1:
        bring_rows_back([row], user=None)
    elif action == 2 and model in (Speaker, Talk) and row != other and row.removed == other.removed:
        merge_rows(row.kind, row.key, other.key, user=None)
    else:
        field, values = [*CHANGES[model].items()][action % len(CHANGES[model])]
        if field != "name" or not _is_taken(model, values[value % len(values)]):
            write(row, **{field: values[value % len(values)]})


def _is_taken(model, name):
    return model is Topic and Topic.objects.filter(name__iexact=name).exists()


def test_a_topic_that_gets_the_name_of_an_alias_is_kept_apart(note):
    first = make_topic(name="Docker", status="approved")
    alias = TopicAlias.objects.create(
        topic=make_topic(name="Boats", status="approved"), name="Docker"
    )
    keep_up({("topic", first.key), ("topic alias", alias.key)})
    rebuild()

    assert told() == []
    assert stored() == made_anew()
