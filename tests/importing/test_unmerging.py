"""A merge undone gives everything back, whatever came since."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences import models
from conferences.importing.decisions.merging import CannotMerge, merge_rows
from conferences.importing.decisions.unmerging import CannotUndo
from conferences.models import OldAddress, SearchDoc
from tests.factories import make_speaker
from tests.importing import hands
from tests.importing.histories import MERGEABLE, differences, drawn
from tests.importing.posts import PostText, TalkText
from tests.importing.state import fresh_base, import_posts, visible_state
from tests.importing.versions import richer_posts

pytestmark = pytest.mark.django_db

ADA, BO = ("Ada Turner", ""), ("Bo Millar", "https://twitter.com/bo")
GEARS = TalkText("Gears that never wear out", (ADA,), ("Oil matters more than speed.",), ())
THREADS = TalkText("Cutting threads by hand", (BO,), ("Measure twice and cut once.",), ())
LATHE = TalkText("A lathe in every kitchen", (BO,), ("Mind the chips.",), ())
POST = PostText(("GearConf 2015", ""), 1, "Ann Attendee", "2015-05-03", (GEARS, THREADS))
OTHER = replace(POST, author="Ben Beside", published="2015-05-04", talks=(LATHE,))
TWO_POSTS = st.tuples(richer_posts, richer_posts).map(
    lambda texts: {f"/{i}.md": text.data() for i, text in enumerate(texts)}
)


def import_text(path, text):
    (outcome,) = import_posts({path: text.data()})
    assert outcome.reason == ""


def seen():
    """All that readers find: rows, addresses and what leads on to others, what is searched."""
    old = OldAddress.objects.order_by("pk").values_list("kind", "slug", "key")
    found = SearchDoc.objects.order_by("key").values_list("key", *SearchDoc.MADE)
    return visible_state() | {"old": list(old), "found": list(found)}


def pair_of(data, kind):
    """Two rows that may be merged, if there are any."""
    stay = drawn(data, hands.present(kind))
    place = {"conference": stay.conference} if stay and hasattr(stay, "conference") else {}
    go = stay and drawn(data, [row for row in hands.present(kind, **place) if row != stay])
    return (stay, go) if go else None


@given(TWO_POSTS, st.sampled_from(MERGEABLE), st.data())
def test_a_merge_undone_leaves_everything_as_it_was(posts, kind, data):
    with fresh_base():
        import_posts(posts)
        before = seen()
        if not (pair := pair_of(data, kind)):
            return

        left = hands.unmerge(hands.merge(*pair))

        assert (left, differences(before, seen())) == ([], [])


@given(TWO_POSTS, st.sampled_from(MERGEABLE), st.data())
def test_what_was_unmerged_stays_two_when_all_is_planned_anew(posts, kind, data):
    with fresh_base():
        import_posts(posts)
        before = seen()
        if not (pair := pair_of(data, kind)):
            return
        decision = hands.merge(*pair)
        import_posts({path: text + b"\n" for path, text in posts.items()})

        hands.unmerge(decision)
        once = differences(before, seen())
        import_posts({path: text + b"\n\n" for path, text in posts.items()})

        assert (once, differences(before, seen())) == ([], [])


@given(TWO_POSTS, st.sampled_from(MERGEABLE), st.data())
def test_merges_of_three_rows_are_undone_in_any_order(posts, kind, data):
    with fresh_base():
        import_posts(posts)
        before = seen()
        decisions = []
        for _time in range(2):
            if pair := pair_of(data, kind):
                decisions.append(hands.merge(*pair))

        for decision in data.draw(st.permutations(decisions)):
            decision.refresh_from_db()
            hands.unmerge(decision)

        assert differences(before, seen()) == []


# Case by case


def two_speakers():
    import_text("/a.md", POST)
    ada, bo = (models.Speaker.objects.get(name=name) for name in ("Ada Turner", "Bo Millar"))
    return ada, bo


def talks_of(speaker):
    talks = models.Talk.objects.visible().filter(appearances__in=speaker.appearances.visible())
    return sorted(talks.values_list("title", flat=True))


def test_a_post_that_came_while_two_were_one_tells_of_both():
    ada, bo = two_speakers()
    decision = hands.merge(ada, bo)
    import_text("/b.md", OTHER)
    import_text("/a.md", replace(POST, talks=(replace(GEARS, speakers=(ADA, BO)),)))

    hands.unmerge(decision)

    assert talks_of(ada) == [GEARS.title]
    assert talks_of(bo) == sorted([GEARS.title, LATHE.title])


def test_a_talk_renamed_while_two_were_one_is_known_by_its_body():
    import_text("/a.md", POST)
    gears, threads = (models.Talk.objects.get(title=t.title) for t in (GEARS, THREADS))
    decision = hands.merge(gears, threads)
    import_text("/a.md", replace(POST, talks=(GEARS, replace(THREADS, title="Threads"))))

    hands.unmerge(decision)

    threads.refresh_from_db()
    assert (threads.title, threads.removed) == ("Threads", "")
    assert [note.talk for note in models.Note.objects.visible()] == [gears, threads]


def test_two_that_were_unmerged_are_not_tied_again():
    import_text("/a.md", POST)
    tied = replace(THREADS, speakers=(("Ada Turner", BO[1]),))
    import_text("/b.md", replace(OTHER, talks=(tied,)))
    decision = models.Decision.objects.get(ruling="merge")

    hands.unmerge(decision)
    import_text("/c.md", replace(OTHER, published="2015-06-01", talks=(tied, LATHE)))

    assert sorted(row.name for row in models.Speaker.objects.visible()) == [
        "Ada Turner",
        "Bo Millar",
    ]
    assert models.Decision.objects.filter(ruling="merge", undone_at=None).count() == 0


def test_what_people_wrote_while_two_were_one_stays_and_is_told():
    ada, bo = two_speakers()
    hands.edit(bo, name="Bo the Great")
    decision = hands.merge(ada, bo)
    appearance = bo.appearances.model.objects.get(talk__title=THREADS.title)
    hands.edit(appearance, role="host")
    ada.refresh_from_db()
    hands.edit(ada, biography="Turns.", name="Ada the Great")

    left = hands.unmerge(decision)

    ada.refresh_from_db()
    appearance.refresh_from_db()
    assert (ada.biography, ada.name) == ("Turns.", "Ada the Great")
    assert (appearance.speaker, appearance.role) == (bo, "host")
    assert left == []


def test_what_waits_to_be_decided_since_two_were_one_is_of_the_row_that_it_was():
    ada, bo = two_speakers()
    appearance = bo.appearances.get()
    hands.edit(appearance, role="host")
    decision = hands.merge(ada, bo)
    import_text("/a.md", replace(POST, talks=(GEARS, replace(THREADS, speakers=()))))
    opened = list(models.Conflict.objects.filter(outcome="").values_list("pk", "field"))

    hands.unmerge(decision)

    appearance.refresh_from_db()
    assert [field for _pk, field in opened] == ["removed"]
    waiting = models.Conflict.objects.filter(outcome="", key=appearance.key)
    assert list(waiting.values_list("pk", "field")) == opened


def test_what_was_removed_since_two_were_one_stays_removed_by_its_decision():
    ada, bo = two_speakers()
    appearance = bo.appearances.get()
    decision = hands.merge(ada, bo)
    appearance.refresh_from_db()
    hands.remove(appearance)

    hands.unmerge(decision)

    appearance.refresh_from_db()
    ruled = models.Decision.objects.filter(ruling="remove", undone_at=None)
    assert (appearance.removed, [one.key for one in ruled]) == ("person", [appearance.key])


def test_a_row_moved_elsewhere_since_stays_there_and_is_told():
    import_text("/a.md", POST)
    gears, threads = (models.Talk.objects.get(title=t.title) for t in (GEARS, THREADS))
    import_text("/b.md", OTHER)
    link = hands.add("link", talk=threads, url="https://example.org/hand")
    decision = hands.merge(gears, threads)
    link.refresh_from_db()
    hands.edit(link, talk=models.Talk.objects.get(title=LATHE.title))

    left = hands.unmerge(decision)

    link.refresh_from_db()
    assert link.talk.title == LATHE.title
    assert left == [
        "link https://example.org/hand of “A lathe in every kitchen”: its talk was changed since"
    ]


@pytest.mark.parametrize(
    ("receipt", "why"),
    [
        ({}, "its receipt is from before receipts told all that undoing needs"),
        (
            {"part_of": ["conference", "a", "b"]},
            "it is part of the merge of two conferences: undo that one",
        ),
    ],
)
def test_a_decision_that_cannot_be_undone_says_why(receipt, why):
    decision = models.Decision.objects.create(
        ruling="merge", kind="day", key="a", other_key="b", receipt=receipt
    )

    with pytest.raises(CannotUndo, match=why):
        hands.unmerge(decision)


def test_a_merge_is_undone_once():
    decision = hands.merge(*two_speakers())
    hands.unmerge(decision)

    with pytest.raises(CannotUndo, match="it was undone before"):
        hands.unmerge(decision)


def test_addresses_lead_straight_to_each_of_two_again(client):
    ada, bo = two_speakers()
    hands.edit(bo, name="Bo the Great")
    addresses = [ada.get_absolute_url(), bo.get_absolute_url(), "/speakers/bo-millar/"]

    hands.unmerge(hands.merge(ada, bo))

    answers = [client.get(address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200, 200, 301]
    assert answers[2].url == addresses[1]


def test_a_talk_that_no_post_has_any_more_gets_its_address_back():
    lathe_days = replace(POST, conference=("Lathe Days 2015", ""))
    import_text("/a.md", lathe_days)
    import_text("/a.md", replace(lathe_days, talks=(THREADS,)))
    import_text("/b.md", replace(POST, author="Ben Beside", talks=(GEARS,)))
    dropped = models.Talk.objects.get(removed="unsaid")
    stay, go = models.Conference.objects.order_by("pk")

    hands.unmerge(hands.merge(stay, go))

    assert models.Talk.objects.get(pk=dropped.pk).slug == dropped.slug


@pytest.mark.parametrize("is_other_way", [False, True])
def test_what_was_merged_meanwhile_is_not_merged_again(is_other_way):
    ada, short = make_speaker(name="Ada Turner"), make_speaker(name="A. Turner")
    merge_rows("speaker", ada.key, short.key, user=None)
    stay, go = (short, ada) if is_other_way else (ada, short)

    with pytest.raises(CannotMerge):
        merge_rows("speaker", stay.key, go.key, user=None)

    assert list(models.Speaker.objects.visible()) == [ada]
    assert models.Decision.objects.count() == 1
