"""What people edited stands in the exported post where it belongs, and nothing else has changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.exporting.posts import edited_post_files
from conferences.models import Conflict, Note, Talk, Version
from conferences.recaps import read_recap
from tests.exporting.test_everything import POST
from tests.importing import hands
from tests.importing.posts import post_texts
from tests.importing.state import fresh_base, import_posts, visible_state

pytestmark = pytest.mark.django_db

NEWLINES = st.sampled_from((b"\n", b"\r\n", b"\r"))
WORDS = st.sampled_from(
    ("By hand.", "One.\n\n- two\n- three", "Gears that last", "*", "# A", "C++")
)


def exported():
    ((_name, data),) = edited_post_files()
    return data


@given(post_texts, NEWLINES, st.data())
def test_an_edited_post_says_what_people_wrote_and_nothing_else_that_is_new(text, newline, data):
    with fresh_base():
        import_posts({"/a.md": text.data().replace(b"\n", newline)})
        for row in Talk.objects.visible():
            hands.edit(row, title=data.draw(WORDS))
        for row in Note.objects.visible():
            hands.edit(row, text=data.draw(WORDS))
        before = told(bytes(Version.objects.get().data))

        after = told(exported())

        wanted = {row.title for row in Talk.objects.all()} | {n.text for n in Note.objects.all()}
        assert len(after) == len(before)
        assert {new for old, new in zip(before, after, strict=True) if old != new} <= wanted


def told(data):
    return [said for talk in read_recap(data, "a.md").talks for said in (talk.title, talk.notes)]


def edit_both():
    hands.edit(Talk.objects.get(title="Threads"), title="Threads by hand")
    hands.edit(Note.objects.get(text="Cut them."), text="Cut them.\n\n- Twice.")


EDITED = POST.replace(b"## Threads by Bo", b"## Threads by hand by Bo").replace(
    b"Cut them.", b"Cut them.\n\n- Twice."
)


def test_titles_and_notes_are_woven_in_where_they_stood():
    import_posts({"/a.md": POST.replace(b"Threads by Bo", b"Threads - Bo")})
    edit_both()

    assert exported() == EDITED.replace(b"hand by Bo", b"hand - Bo")


def test_an_exported_post_imported_again_changes_nothing_that_is_seen():
    import_posts({"/a.md": POST.replace(b"Threads by Bo", b"Threads - Bo")})
    edit_both()
    before = visible_state()

    import_posts({"/a.md": exported()})

    assert visible_state() == before
    assert not Conflict.objects.exists()


def test_what_the_reader_would_take_otherwise_is_left_as_it_was():
    import_posts({"/a.md": POST})
    hands.edit(Note.objects.get(text="Cut them."), text="Cut.\n\n## A talk by Cora Copy\n\nNo.")

    assert exported() == POST


def test_what_was_removed_is_left_in_the_post():
    import_posts({"/a.md": POST})
    edit_both()
    hands.remove(Note.objects.get(text="Cut them.\n\n- Twice."))
    hands.remove(Talk.objects.get(title="Threads by hand"))

    assert exported() == POST


@pytest.mark.parametrize("data", [POST + b"caf\xe9\n", POST.replace(b"\n", b"\r\n", 1)])
def test_a_post_whose_bytes_cannot_be_told_of_its_text_is_left_as_it_was(data):
    import_posts({"/a.md": data})
    hands.edit(Note.objects.get(text__startswith="Oil"), text="By hand.")

    assert exported() == data
