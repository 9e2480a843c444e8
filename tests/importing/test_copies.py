"""Which recap a post is: the same bytes elsewhere, copies that part, posts that move."""

from dataclasses import replace

import pytest

from conferences.models import Recap, RecapPath
from tests.importing.posts import PostText, TalkText
from tests.importing.state import import_posts

pytestmark = pytest.mark.django_db

ADA = ("Ada Turner", "")
GEARS = TalkText("Gears that never wear out", (ADA,), ("Oil matters more than speed.",), ())
THREADS = TalkText("Cutting threads by hand", (ADA,), ("Measure twice and cut once.",), ())
POST = PostText(("GearConf 2015", ""), 1, "Ann Attendee", "2015-05-03", (GEARS, THREADS))


def import_text(path, text):
    (outcome,) = import_posts({path: text.data()})
    return outcome


def titles_at(path):
    notes = RecapPath.objects.get(path=path).recap.notes.visible()
    return list(notes.order_by("order").values_list("talk__title", flat=True))


def test_the_same_bytes_elsewhere_are_the_same_recap():
    import_text("/a.md", POST)

    outcome = import_text("/b.md", POST)

    assert outcome.status == "unchanged"
    assert Recap.objects.count() == 1
    assert sorted(RecapPath.objects.values_list("path", flat=True)) == ["/a.md", "/b.md"]


def test_two_copies_that_parted_do_not_turn_each_other_over():
    later = replace(POST, talks=(GEARS,))
    import_posts({"/a.md": POST.data(), "/b.md": POST.data()})

    outcomes = import_posts({"/a.md": POST.data(), "/b.md": later.data()})
    again = import_posts({"/a.md": POST.data(), "/b.md": later.data()})

    assert [o.status for o in outcomes] == ["unchanged", "created"]
    assert [o.status for o in again] == ["unchanged", "unchanged"]


def test_two_copies_that_parted_are_two_recaps_that_keep_what_each_says():
    gears, threads = (replace(POST, talks=(talk,)).data() for talk in (GEARS, THREADS))
    import_posts({"/a.md": POST.data(), "/b.md": POST.data()})

    import_posts({"/a.md": POST.data(), "/b.md": gears})
    import_posts({"/a.md": threads, "/b.md": gears})

    assert titles_at("/a.md") == [THREADS.title]
    assert titles_at("/b.md") == [GEARS.title]


def test_two_copies_that_are_edited_alike_stay_one_recap():
    import_posts({"/a.md": POST.data(), "/b.md": POST.data()})
    later = replace(POST, talks=(GEARS,)).data()

    outcomes = import_posts({"/a.md": later, "/b.md": later})

    assert [o.status for o in outcomes] == ["updated", "unchanged"]
    assert Recap.objects.count() == 1


def test_the_first_bytes_of_a_recap_that_moved_on_are_another_recap_elsewhere():
    later = replace(POST, talks=(GEARS,)).data()
    import_posts({"/a.md": POST.data()})
    import_posts({"/a.md": later})

    import_posts({"/a.md": later, "/b.md": POST.data()})

    assert Recap.objects.count() == 2
    assert titles_at("/a.md") == [GEARS.title]
    assert titles_at("/b.md") == [GEARS.title, THREADS.title]


def test_a_post_moved_and_edited_at_once_is_the_same_recap():
    import_text("/old/a.md", POST)

    outcome = import_text("/new/a.md", replace(POST, talks=(GEARS, THREADS, THREADS)))

    assert outcome.status == "updated"
    assert Recap.objects.count() == 1


def test_a_like_post_beside_it_is_another_recap():
    posts = {"/a.md": POST.data(), "/b.md": replace(POST, talks=(GEARS,)).data()}

    import_posts(posts)

    assert Recap.objects.count() == 2
