import pytest

from conferences.importing.conflicts import CannotDecide, decide
from conferences.models import Conflict, OldAddress
from tests.factories import make_conference, make_day, make_note, make_run, make_talk

pytestmark = pytest.mark.django_db


def make_conflict(row, field="title", **values):
    """The posts said "Old" and say "New", a person wrote "Mine"."""
    values = {"base": "Old", "said": "New", "value": "Mine"} | values
    type(row).objects.filter(pk=row.pk).update(said={field: values["said"]})
    return Conflict.objects.create(
        kind=row.kind, key=row.key, field=field, run=make_run(), **values
    )


@pytest.fixture
def person(django_user_model):
    return django_user_model.objects.create_user("ed")


@pytest.fixture
def talk():
    return make_talk(title="Mine")


def state(row):
    """Everything of the row and of its history."""
    return type(row).objects.filter(pk=row.pk).values().get(), row.history.count()


def test_keeping_leaves_the_row_as_it_is(talk, person):
    conflict = make_conflict(talk)
    before = state(talk)

    decide(conflict, "kept", person)

    conflict.refresh_from_db()
    assert state(talk) == before
    assert (conflict.outcome, conflict.decided_by) == ("kept", person)
    assert conflict.decided_at > conflict.made_at


def test_taking_writes_the_one_field_and_its_address_with_history(talk, person):
    conflict = make_conflict(talk)
    before, entries = state(talk)

    decide(conflict, "taken", person)

    after, entries_after = state(talk)
    entry = talk.history.first()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"title", "slug", "changed_at"}
    assert after["title"] == "New"
    assert entries_after == entries + 1
    assert (entry.title, entry.history_user) == ("New", person)
    assert entry.history_change_reason == f"conflict {conflict.pk}: the posts' title taken"
    assert Conflict.objects.get().outcome == "taken"


def test_taking_a_note_renders_it(person):
    note = make_note(text="Mine")
    conflict = make_conflict(note, "text", said="*New*")

    decide(conflict, "taken", person)

    note.refresh_from_db()
    assert (note.text, note.html) == ("*New*", "<p><em>New</em></p>")


def test_taking_nothing_empties_the_field(talk, person):
    decide(make_conflict(talk, said=None), "taken", person)

    talk.refresh_from_db()
    assert talk.title == ""


def test_taking_a_row_finds_it_by_its_key(person):
    mine = make_day()
    said = make_day(conference=mine.conference, number=2)
    talk = make_talk(day=mine)

    decide(make_conflict(talk, "day", base=None, said=said.key, value=mine.key), "taken", person)

    talk.refresh_from_db()
    assert talk.day == said


@pytest.mark.parametrize("removed", [None, "person"])
def test_taking_a_row_that_is_gone_is_refused(talk, person, removed):
    said = make_day(conference=talk.conference, removed=removed or "").key if removed else "0" * 32
    conflict = make_conflict(talk, "day", base="1" * 32, said=said, value=None)
    before = state(talk)

    with pytest.raises(CannotDecide, match="the day that the posts name is not on the site"):
        decide(conflict, "taken", person)

    assert state(talk) == before
    assert Conflict.objects.get().outcome == ""


def test_taking_a_slug_leaves_the_old_address(person):
    conference = make_conference(slug="mine")

    decide(make_conflict(conference, "slug", value="mine", said="new"), "taken", person)

    old = OldAddress.objects.get()
    assert (old.kind, old.slug, old.key) == ("conference", "mine", conference.key)


def test_taking_what_another_row_has_is_refused(person):
    make_conference(slug="new")
    conference = make_conference(slug="mine")
    conflict = make_conflict(conference, "slug", value="mine", said="new")
    before = state(conference)

    with pytest.raises(CannotDecide, match="another row has the posts' value already"):
        decide(conflict, "taken", person)

    assert state(conference) == before
    assert Conflict.objects.get().outcome == ""


@pytest.mark.parametrize("first", ["kept", "taken"])
@pytest.mark.parametrize("second", ["kept", "taken"])
def test_deciding_twice_is_refused(talk, person, first, second):
    conflict = make_conflict(talk)
    decide(conflict, first, person)
    before = state(talk)

    with pytest.raises(CannotDecide, match="decided before"):
        decide(conflict, second, None)

    conflict.refresh_from_db()
    assert state(talk) == before
    assert (conflict.outcome, conflict.decided_by) == (first, person)


@pytest.mark.parametrize("outcome", ["kept", "taken"])
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": "New"}, "no longer in conflict"),
        ({"said": {"title": "Newer"}}, "no longer in conflict"),
        ({"said": None}, "no longer in conflict"),
        ({"removed": "person"}, "the row is not on the site any more"),
    ],
)
def test_conflict_that_became_obsolete_says_so(talk, person, outcome, changes, reason):
    conflict = make_conflict(talk)
    type(talk).objects.update(**changes)
    before = state(talk)

    with pytest.raises(CannotDecide, match=reason):
        decide(conflict, outcome, person)

    conflict.refresh_from_db()
    assert state(talk) == before
    assert (conflict.outcome, conflict.decided_by) == ("obsolete", None)


def test_value_edited_since_is_looked_at_first(talk, person):
    conflict = make_conflict(talk)
    type(talk).objects.update(title="Mine, better")

    with pytest.raises(CannotDecide, match="edited since"):
        decide(conflict, "taken", person)

    conflict.refresh_from_db()
    assert (conflict.outcome, conflict.value) == ("", "Mine, better")
    decide(conflict, "taken", person)
    talk.refresh_from_db()
    assert talk.title == "New"
