import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from conferences.addresses import follow_name, remember_address, remember_addresses
from conferences.models import OldAddress, Speaker, Talk
from tests.factories import make_conference, make_speaker, make_talk


def rename(row, slug):
    old, row.slug = row.slug, slug
    row.save()
    remember_address(row, old)


def old_addresses():
    return {(old.kind, old.slug): old.key for old in OldAddress.objects.all()}


@pytest.mark.django_db
def test_old_slug_leads_to_the_row():
    speaker = make_speaker(slug="jane")

    rename(speaker, "jane-doe")

    assert old_addresses() == {("speaker", "jane"): speaker.key}


@pytest.mark.django_db
def test_each_slug_a_row_had_leads_straight_to_it():
    speaker = make_speaker(slug="jane")

    rename(speaker, "jane-doe")
    rename(speaker, "jane-roe")

    assert old_addresses() == dict.fromkeys(
        [("speaker", "jane"), ("speaker", "jane-doe")], speaker.key
    )


@pytest.mark.django_db
def test_slug_taken_back_is_no_old_address():
    speaker = make_speaker(slug="jane")

    rename(speaker, "jane-doe")
    rename(speaker, "jane")

    assert old_addresses() == {("speaker", "jane-doe"): speaker.key}


@pytest.mark.django_db
def test_slug_that_another_row_has_now_is_no_old_address():
    rename(make_speaker(slug="jane"), "jane-doe")

    remember_address(make_speaker(slug="jane"), "")

    assert old_addresses() == {}


@pytest.mark.django_db
def test_slug_that_another_row_has_already_becomes_no_old_address():
    jane = make_speaker(slug="jane")
    jane.slug = "jane-doe"
    jane.save()
    make_speaker(slug="jane")

    remember_address(jane, "jane")

    assert old_addresses() == {}


@pytest.mark.django_db
def test_slug_that_moved_on_leads_to_the_row_that_had_it_last():
    first = make_speaker(slug="jane")
    rename(first, "jane-doe")
    second = make_speaker(slug="jane")

    rename(second, "jane-roe")

    assert old_addresses() == {("speaker", "jane"): second.key}


@pytest.mark.django_db
def test_kinds_have_addresses_of_their_own():
    rename(make_speaker(slug="docker"), "doctor")

    remember_address(make_talk(slug="docker"), "")

    assert [kind for kind, _slug in old_addresses()] == ["speaker"]


@pytest.mark.django_db
def test_many_addresses_cost_as_much_as_one(django_assert_num_queries):
    speakers = [make_speaker() for _n in range(30)]

    with django_assert_num_queries(3):
        remember_addresses([(speaker, f"old-{speaker.pk}") for speaker in speakers])

    assert len(old_addresses()) == 30


class TestAnyRenaming(TestCase):
    @given(
        st.lists(
            st.lists(st.tuples(st.integers(0, 2), st.sampled_from("abcd")), max_size=3),
            max_size=5,
        )
    )
    def test_old_addresses_are_slugs_that_no_row_has(self, rounds):
        speakers = [make_speaker(slug=slug) for slug in ("a", "b", "c")]
        for moves in rounds:
            self.rename_at_once(speakers, dict(moves))

        slugs = set(Speaker.objects.values_list("slug", flat=True))
        keys = {speaker.key for speaker in speakers}
        assert not slugs & {slug for _kind, slug in old_addresses()}
        assert set(old_addresses().values()) <= keys

    def rename_at_once(self, speakers, moves):
        """Those of the moves that give every row a slug of its own."""
        wanted = [moves.get(n, speaker.slug) for n, speaker in enumerate(speakers)]
        if len(set(wanted)) < len(wanted):
            return
        old = [(speaker, speaker.slug) for speaker in speakers]
        for parked in (True, False):
            for speaker, slug in zip(speakers, wanted, strict=True):
                speaker.slug = f"{slug}-parked" if parked else slug
                speaker.save()
        remember_addresses([(row, "" if row.slug == slug else slug) for row, slug in old])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("jane-doe", "jane-roe"),
        ("jane-doe-{key}", "jane-roe"),
        ("the-great-jane", "the-great-jane"),
    ],
)
def test_slug_follows_the_name_unless_a_person_chose_it(slug, expected):
    speaker = make_speaker(name="Jane Doe")
    speaker.slug = slug.format(key=speaker.key[:6])
    speaker.save()
    before = Speaker.objects.get()

    speaker.name = "Jane Roe"
    follow_name(speaker, before)

    assert speaker.slug == expected


@pytest.mark.django_db
def test_slug_follows_the_name_to_one_of_its_own_where_the_plain_one_is_taken():
    make_speaker(name="Jane Roe", removed="person")
    speaker = make_speaker(name="Jane Doe")
    before = Speaker.objects.get(pk=speaker.pk)

    speaker.name = "Jane Roe"
    follow_name(speaker, before)

    assert speaker.slug == f"jane-roe-{speaker.key[:6]}"


@pytest.mark.django_db
def test_slug_of_a_talk_stays_when_its_conference_is_renamed():
    conference = make_conference(name="Old Con")
    talk = make_talk(conference=conference, title="Docker")

    conference.name = "New Con"
    conference.save()

    assert Talk.objects.get().slug == talk.slug == "docker-old-con"
