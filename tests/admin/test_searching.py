"""What editors do is found at once, and what they take away no more."""

from conferences.admin.removing import bring_rows_back, remove_rows
from conferences.search import rebuild, search
from tests.factories import make_note, make_talk
from tests.search.index import stored_index


def found(text):
    return [kind for kind, _key in search(text).places]


def test_edited_talk_is_found_by_its_new_title(submit):
    talk = make_talk(title="Docker")

    submit(talk, title="Kubernetes")

    assert (found("docker"), found("kubernetes")) == ([], ["talk"])


def test_removed_talk_is_not_found_until_it_is_brought_back(editor):
    talk = make_talk(title="Docker")
    rebuild()

    states = [found("docker")]
    for act in (remove_rows, bring_rows_back):
        act([talk], user=editor)
        states.append(found("docker"))

    assert states == [["talk"], [], ["talk"]]


def test_moved_note_is_found_with_its_new_talk_only(submit):
    note, other = make_note(text="Oil."), make_talk(title="Other")
    rebuild()

    submit(note, talk=other.pk)

    stored = stored_index()
    assert search("oil").places == (("talk", other.key),)
    rebuild()
    assert stored == stored_index()
