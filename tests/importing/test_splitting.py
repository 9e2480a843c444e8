"""Two namesakes are told apart, by a decision and by nothing else than a handle."""

from dataclasses import replace

import pytest

from conferences import models
from conferences.importing.decisions.splitting import CannotSplit, split_speaker
from tests.importing import hands
from tests.importing.state import visible_state
from tests.importing.test_unmerging import GEARS, LATHE, OTHER, POST, THREADS, import_text

pytestmark = pytest.mark.django_db

JOHN = ("John Smith", "")
TWO_TALKS = replace(
    POST, talks=(replace(GEARS, speakers=(JOHN,)), replace(THREADS, speakers=(JOHN,)))
)


@pytest.fixture
def john():
    import_text("/a.md", TWO_TALKS)
    return models.Speaker.objects.get()


def split(speaker, *titles, **options):
    appearances = list(speaker.appearances.visible().filter(talk__title__in=titles))
    return split_speaker(speaker, appearances, **options)


def dealt_out():
    rows = models.Appearance.objects.visible().order_by("pk")
    return {row.talk.title: row.speaker_id for row in rows}


def test_talks_are_dealt_out_and_imports_keep_to_it(john):
    split(john, THREADS.title)
    other = models.Speaker.objects.exclude(pk=john.pk).get()
    parted = {GEARS.title: john.pk, THREADS.title: other.pk}
    assert dealt_out() == parted

    import_text("/a.md", replace(TWO_TALKS, author="Ann A. Attendee"))
    import_text("/b.md", replace(OTHER, talks=TWO_TALKS.talks))

    assert dealt_out() == parted
    assert other.get_absolute_url() != john.get_absolute_url()


def test_the_name_alone_tells_neither_elsewhere(john):
    split(john, THREADS.title)

    import_text("/b.md", replace(OTHER, talks=(replace(LATHE, speakers=(JOHN,)),)))

    assert dealt_out()[LATHE.title] is None


def test_a_handle_tells(john):
    split(john, THREADS.title)
    other = models.Speaker.objects.exclude(pk=john.pk).get()
    hands.add("handle", speaker=other, site="github", handle="smith")

    known = ("John Smith", "https://github.com/smith")
    import_text("/b.md", replace(OTHER, talks=(replace(LATHE, speakers=(known,)),)))

    assert dealt_out()[LATHE.title] == other.pk


def test_a_split_undone_leaves_everything_as_it_was(client, john):
    before = visible_state()
    decision = split(john, THREADS.title)
    other = models.Speaker.objects.exclude(pk=john.pk).get()

    hands.unmerge(decision)

    assert visible_state() == before
    answer = client.get(other.get_absolute_url())
    assert (answer.status_code, answer.url) == (301, john.get_absolute_url())


def test_talks_given_to_somebody_known_are_given_back(john):
    other = hands.add("speaker", name="Bo Millar")
    before = visible_state()

    decision = split(john, THREADS.title, other=other)
    given = dealt_out()
    hands.unmerge(decision)

    assert given == {GEARS.title: john.pk, THREADS.title: other.pk}
    assert dealt_out() == {GEARS.title: john.pk, THREADS.title: john.pk}
    assert visible_state()["appearance"] == before["appearance"]


def test_talks_dealt_out_by_two_at_once_are_dealt_out_once(john):
    appearances = list(john.appearances.visible().filter(talk__title=THREADS.title))
    split_speaker(john, appearances)
    dealt = dealt_out()

    with pytest.raises(CannotSplit, match="one of the talks is not theirs any more"):
        split_speaker(john, appearances)

    assert dealt_out() == dealt


def test_what_cannot_be_dealt_out_is_refused(john):
    with pytest.raises(CannotSplit, match="choose the talks that somebody else gave"):
        split(john)
    with pytest.raises(CannotSplit, match="choose another speaker, who is on the site"):
        split(john, THREADS.title, other=john)
