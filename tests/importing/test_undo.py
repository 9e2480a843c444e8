"""A run can be undone: what it brought goes, what people touched since stays and is listed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.importing.describe import describe
from conferences.importing.undo import CannotUndo, Fate, undo_run
from conferences.models import (
    Conflict,
    Decision,
    Note,
    Recap,
    Run,
    Source,
    Speaker,
    Talk,
    Version,
)
from tests.importing import hands
from tests.importing.histories import EDITS
from tests.importing.posts import PostText, TalkText
from tests.importing.state import fresh_base, import_posts, stored_state, visible_state
from tests.importing.versions import richer_posts, versions_of

pytestmark = pytest.mark.django_db

ADA, BO = ("Ada Turner", ""), ("Bo Millar", "")
GEARS = TalkText("Gears that never wear out", (ADA,), ("Oil matters more than speed.",), ())
THREADS = TalkText("Cutting threads by hand", (BO,), ("Measure twice and cut once.",), ())
LATHE = TalkText("A lathe in every kitchen", (BO,), ("Mind the chips.",), ())
POST = PostText(("GearConf 2015", ""), 1, "Ann Attendee", "2015-05-03", (GEARS,))
OTHER = replace(POST, author="Ben Beside", published="2015-05-04", talks=(THREADS,))
CORRECTED = replace(POST, talks=(replace(GEARS, sentences=("Oil matters.",)),))


def bring_in(posts):
    """Import posts, path to text, as one run; the run, if there was anything to do."""
    known = set(Run.objects.values_list("pk", flat=True))
    outcomes = import_posts({path: text.data() for path, text in posts.items()})
    assert [outcome.reason for outcome in outcomes] == [""] * len(posts)
    return Run.objects.exclude(pk__in=known).first()


# As properties


@st.composite
def imports(draw):
    """Some posts, and then others: new ones, and new versions of the first."""
    first = draw(st.dictionaries(st.sampled_from(("/a.md", "/b.md")), richer_posts))
    then = {path: draw(versions_of(text)) for path, text in first.items() if draw(st.booleans())}
    if not then or draw(st.booleans()):
        then |= {"/c.md": draw(richer_posts)}
    return first, {path: text for path, text in then.items() if text != first.get(path)}


@given(imports())
def test_undone_a_run_leaves_what_was_before(posts):
    first, then = posts
    with fresh_base():
        bring_in(first)
        before = visible_state()
        if not can_be_undone(run := bring_in(then)):
            return
        after = visible_state()

        undone = undo_run(run)

        assert visible_state() == before
        assert listed(undone) == set()
        assert not Conflict.objects.filter(outcome="").exists()
        once = stored_state()
        assert undo_run(run).by is None
        assert stored_state() == once
        bring_in(then)
        assert visible_state() == after


def can_be_undone(run):
    """Whether the run did anything, and tied no rows, which stay tied."""
    return run is not None and not run.decisions.exists()


@given(imports(), st.data())
def test_what_people_edited_stays_and_is_listed(posts, data):
    first, then = posts
    with fresh_base():
        bring_in(first)
        before = visible_state()
        if not can_be_undone(run := bring_in(then)):
            return
        edits = edit_some_rows(data)

        undone = undo_run(run)

        for row, field, value in edits:
            row.refresh_from_db()
            assert (getattr(row, field), row.removed) == (value, "")
        unsaid = {describe(row.kind, row) for row, _, _ in edits if not is_said(row)}
        assert unsaid <= listed(undone)
        if not edits:
            assert visible_state() == before


def edit_some_rows(data):
    """Up to three rows of which a person changes a field each."""
    places = [(kind, row.pk, field) for kind, field in sorted(EDITS) for row in hands.present(kind)]
    chosen = data.draw(
        st.lists(st.sampled_from(places), max_size=3, unique_by=lambda place: place[:2])
    )
    edits = []
    for number, (kind, pk, field) in enumerate(chosen):
        row, value = hands.find(kind, pk), EDITS[kind, field].format(number)
        if not (field == "credited_as" and row.speaker is None) and hands.edit(
            row, **{field: value}
        ):
            edits.append((row, field, value))
    return edits


def is_said(row):
    return Source.objects.current().of(row).exists()


def listed(undone):
    """What the rows are called that the undo lists as kept."""
    changes = [change for post in undone.posts for change in post.changes if change.conflicts]
    return {change.label for change in changes} | {
        name for post in undone.posts for _kind, name in post.kept
    }


# Case by case


def test_a_new_version_goes_and_the_one_before_counts_again():
    bring_in({"/a.md": POST})
    run = bring_in({"/a.md": CORRECTED})

    undone = undo_run(run)

    assert Note.objects.get().text == "By Ada Turner.\n\nOil matters more than speed."
    assert bytes(Version.objects.get(is_current=True).data) == POST.data()
    (post,) = undone.posts
    assert (str(post.recap), post.fate) == ("GearConf 2015 Day 1", Fate.PUT_BACK)
    assert [(change.kind, change.action) for change in post.changes] == [("note", "update")]
    assert undone.by.did == "1 changed"


def test_a_first_version_goes_with_all_that_only_it_said():
    bring_in({"/a.md": POST})
    run = bring_in({"/b.md": OTHER})

    undone = undo_run(run)

    assert [talk.title for talk in Talk.objects.visible()] == [GEARS.title]
    assert [str(speaker) for speaker in Speaker.objects.visible()] == ["Ada Turner"]
    assert Recap.objects.visible().count() == 1
    assert [post.fate for post in undone.posts] == [Fate.WITHDRAWN]


def test_the_same_post_brings_it_back_with_its_edits():
    run = bring_in({"/a.md": POST})
    talk, slug = Talk.objects.get(), Talk.objects.get().slug
    hands.edit(Note.objects.get(), text="Oil them all.")
    undo_run(run)

    bring_in({"/a.md": POST})

    talk.refresh_from_db()
    assert (talk.removed, talk.slug) == ("", slug)
    assert [note.text for note in Note.objects.visible()] == ["Oil them all."]
    assert not Conflict.objects.filter(outcome="").exists()


def test_a_corrected_post_finds_the_recap_that_was_withdrawn():
    undo_run(bring_in({"/a.md": POST}))

    bring_in({"/a.md": CORRECTED})

    assert [recap.removed for recap in Recap.objects.all()] == [""]
    assert [note.text for note in Note.objects.all()] == ["By Ada Turner.\n\nOil matters."]


def test_what_hangs_on_an_edited_row_is_listed_as_kept():
    run = bring_in({"/a.md": POST})
    hands.edit(Note.objects.get(), text="Oil them all.")

    (post,) = undo_run(run).posts

    assert listed_conflicts(post) == {"on “Gears that never wear out”": "removed"}
    assert sorted(post.kept) == [
        ("conference", "GearConf 2015"),
        ("day", "GearConf 2015, day 1"),
        ("recap", "GearConf 2015 Day 1"),
        ("talk", "Gears that never wear out"),
    ]
    assert [talk.appearances.visible().count() for talk in Talk.objects.visible()] == [0]


def listed_conflicts(post):
    return {change.label: c.field for change in post.changes for c in change.conflicts}


def test_a_field_that_a_person_and_the_run_changed_is_kept_and_listed():
    bring_in({"/a.md": POST})
    run = bring_in({"/a.md": CORRECTED})
    hands.edit(Note.objects.get(), text="Oil them all.")

    (post,) = undo_run(run).posts

    assert Note.objects.get().text == "Oil them all."
    assert listed_conflicts(post) == {"on “Gears that never wear out”": "text"}


def test_a_conflict_that_the_run_brought_goes_with_it():
    bring_in({"/a.md": POST})
    hands.edit(Note.objects.get(), text="Oil them all.")
    run = bring_in({"/a.md": CORRECTED})
    assert Conflict.objects.filter(outcome="").count() == 1

    undo_run(run)

    assert not Conflict.objects.filter(outcome="").exists()


def test_a_version_replaced_since_stays_and_the_one_withdrawn_never_comes_back():
    first = bring_in({"/a.md": POST})
    second = bring_in({"/a.md": CORRECTED})
    third = bring_in({"/a.md": replace(CORRECTED, talks=(GEARS, THREADS))})

    assert [post.fate for post in undo_run(second).posts] == [Fate.REPLACED]
    assert Version.objects.get(is_current=True).run == third
    undo_run(third)

    assert Version.objects.get(is_current=True).run == first
    assert [talk.title for talk in Talk.objects.visible()] == [GEARS.title]


def test_what_a_person_removed_stays_removed():
    run = bring_in({"/a.md": POST})
    hands.remove(Talk.objects.get())

    undo_run(run)
    bring_in({"/a.md": POST})

    assert Talk.objects.get().removed == "person"


def test_a_dry_run_tells_the_same_and_changes_nothing():
    run = bring_in({"/a.md": POST})
    before = stored_state()

    told = undo_run(run, dry_run=True)

    assert stored_state() == before
    done = undo_run(run)
    assert [post.changes for post in told.posts] == [post.changes for post in done.posts]
    assert told.by.counts == done.by.counts


def test_what_the_run_made_one_stays_so_and_is_listed():
    handle = "https://github.com/ada"
    one = replace(GEARS, speakers=(("Ada Turner", ""),))
    other = replace(THREADS, speakers=(("A. B. Turner", handle),))
    tie = replace(LATHE, speakers=(("Ada Turner", handle),))
    bring_in({"/a.md": replace(POST, talks=(one, other))})
    run = bring_in({"/b.md": replace(OTHER, talks=(tie,))})

    undone = undo_run(run)

    assert undone.ties == list(Decision.objects.filter(run=run))
    assert len(undone.ties) == 1


@pytest.mark.parametrize("what", ["undo", "merge", "visibility"])
def test_only_imports_are_undone(what):
    run = Run.objects.create(what=what)

    with pytest.raises(CannotUndo, match=f"run {run.pk} is no import but: {what}"):
        undo_run(run)


def test_a_run_counts_its_rows():
    run = bring_in({"/a.md": POST, "/b.md": OTHER})

    assert run.did == "14 new"
