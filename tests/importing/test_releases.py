import pytest

from conferences.importing.decisions.merging import merge_rows
from conferences.importing.decisions.releasing import (
    NOT_RELEASE,
    RELEASE,
    CannotRule,
    rule_release,
    ruled_pairs,
)
from conferences.importing.decisions.unmerging import undo_decision
from conferences.importing.releases import likely_releases, releases_about
from conferences.models import Decision
from tests.factories import (
    make_announcement,
    make_announcement_topic,
    make_conference,
    make_topic,
)

pytestmark = pytest.mark.django_db


def make_news(year, status, text="**Loom 2.0** for tailors", topic=None):
    conference = make_conference(name=f"LoomConf {year}", year=year)
    row = make_announcement(conference=conference, text=text, status=status)
    if topic:
        make_announcement_topic(announcement=row, topic=topic)
    return row


@pytest.fixture
def plan():
    return make_news(2016, "planned")


@pytest.fixture
def release():
    return make_news(2018, "released")


def proposed():
    return [(pair.one, pair.other) for pair in likely_releases()]


def confirm(one, other, is_release=True):
    rule_release(one.key, other.key, is_release=is_release, user=None)


def rulings():
    found = Decision.objects.exclude(ruling="merge").order_by("pk")
    return [(decision.ruling, decision.undone_at is None) for decision in found]


def test_release_is_proposed_with_what_speaks_for_and_against():
    topic = make_topic(name="Loom")
    plan = make_news(2016, "planned", "**Loom** with pedals is planned in 2.1.", topic)
    release = make_news(2018, "released", "**Loom** with pedals is out.", topic)

    (likely,) = likely_releases()

    assert (likely.one, likely.other) == (plan, release)
    assert likely.reasons == [
        "planned at “LoomConf 2016”, released at “LoomConf 2018”",
        "both are on “Loom”",
        "both say “Loom”, “pedals”",
    ]
    assert likely.doubts == ["the later does not name the version, 2.1"]


def test_release_without_a_common_topic_is_in_doubt(plan, release):
    assert [likely.doubts for likely in likely_releases()] == [["they have no topic in common"]]


@pytest.mark.parametrize("end", ["plan", "release"])
def test_what_is_not_on_the_site_is_not_proposed(plan, release, end):
    row = {"plan": plan, "release": release}[end]
    row.removed = "person"
    row.save()

    assert proposed() == []


@pytest.mark.parametrize("is_release", [True, False])
def test_what_was_ruled_is_not_proposed_again(plan, release, is_release):
    confirm(plan, release, is_release)

    assert proposed() == []


def test_only_so_many_are_proposed_for_one_plan(plan):
    for year in range(2018, 2024):
        make_news(year, "released")

    assert len(proposed()) == 3


def test_releases_about_one_are_those_among_all():
    rows = [
        make_news(year, status, f"**{name}** for tailors")
        for year, status in ((2016, "planned"), (2017, "preview"), (2018, "released"))
        for name in ("Loom 2.0", "Éclair families", "Spindles")
    ]
    every = {(pair.one, pair.other) for pair in likely_releases()}

    about = {row: {(pair.one, pair.other) for pair in releases_about(row.key)} for row in rows}

    assert len(every) == 9
    assert about == {row: {pair for pair in every if row in pair} for row in rows}


def test_ruling_twice_is_ruling_once(plan, release):
    confirm(plan, release)
    confirm(plan, release)

    assert rulings() == [("release", True)]


def test_person_may_think_better_of_it(plan, release):
    confirm(plan, release)
    confirm(plan, release, is_release=False)

    assert rulings() == [("release", False), ("not release", True)]
    assert ruled_pairs([plan.key], RELEASE) == set()
    assert ruled_pairs([release.key], NOT_RELEASE) == {(plan.key, release.key)}


def test_nothing_is_ruled_of_one_or_of_what_is_gone(plan, release):
    release.removed = "person"
    release.save()

    for other in (plan, release):
        with pytest.raises(CannotRule):
            confirm(plan, other)
    assert rulings() == []


@pytest.mark.parametrize("end", ["plan", "release"])
def test_ruling_follows_a_merge_and_its_undoing(plan, release, end):
    row = {"plan": plan, "release": release}[end]
    double = make_announcement(conference=row.conference, status=row.status, text="The loom.")
    confirm(plan, release)

    merge = merge_rows("announcement", double.key, row.key, user=None)
    merged = (double.key, release.key) if end == "plan" else (plan.key, double.key)
    keys = [plan.key, release.key, double.key]
    assert ruled_pairs(keys, RELEASE) == {merged}
    assert ruled_pairs([double.key], RELEASE) == {merged}

    undo_decision(merge, user=None)
    assert ruled_pairs([double.key], RELEASE) == set()
    assert ruled_pairs([row.key], RELEASE) == {(plan.key, release.key)}


def test_two_that_were_merged_into_one_are_no_pair(plan, release):
    confirm(plan, release)

    merge_rows("announcement", plan.key, release.key, user=None)

    assert ruled_pairs([plan.key], RELEASE) == set()


def test_looking_costs_the_same_however_many_there_are(django_assert_max_num_queries):
    make_news(2016, "planned", "Alpha bobbin"), make_news(2018, "released", "Alpha bobbin")
    with django_assert_max_num_queries(5) as few:
        assert len(likely_releases()) == 1
    for word in ("Beta", "Gamma", "Delta"):
        make_news(2016, "planned", f"{word} spindle")
        make_news(2018, "released", f"{word} spindle")

    with django_assert_max_num_queries(len(few)):
        assert len(likely_releases()) == 4
