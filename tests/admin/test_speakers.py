import pytest

from conferences import models
from tests.admin.conftest import errors_of
from tests.factories import make_handle, make_speaker, make_speaker_name


def names_of(speaker):
    return [name.name for name in speaker.names.filter(removed="")]


def test_new_speaker_is_known_by_the_name(submit):
    submit(models.Speaker, name="Jane Doe")

    assert names_of(models.Speaker.objects.get()) == ["Jane Doe"]


def test_renamed_speaker_is_known_by_both_names(submit):
    speaker = make_speaker(name="J. Doe")

    submit(speaker, name="Jane Doe")

    assert names_of(speaker) == ["J. Doe", "Jane Doe"]


def test_renamed_speaker_whose_names_are_nowhere_is_known_by_both(submit):
    speaker = models.Speaker.objects.create(name="J. Doe")

    submit(speaker, name="Jane Doe")

    assert names_of(speaker) == ["J. Doe", "Jane Doe"]


def test_name_that_folds_alike_is_not_added_again(submit):
    speaker = make_speaker(name="Jane Doe")

    submit(speaker, name="JANE DOÉ")

    assert names_of(speaker) == ["Jane Doe"]


def test_new_name_may_be_typed_twice(submit):
    speaker = make_speaker(name="J. Doe")

    response = submit(
        speaker,
        **{"name": "Jane Doe", "names-TOTAL_FORMS": 2, "names-1-name": "Jane Doe"},
    )

    assert response.status_code == 302
    assert names_of(speaker) == ["J. Doe", "Jane Doe"]


def test_name_changed_to_the_one_that_is_just_added_does_no_harm(submit):
    speaker = make_speaker(name="J. Doe")

    response = submit(speaker, **{"name": "Jane Doe", "names-0-name": "Jane Doe"})

    assert response.status_code == 302
    assert "Jane Doe" in names_of(speaker)


def test_two_speakers_may_share_a_name(submit):
    make_speaker(name="John Smith")

    response = submit(models.Speaker, name="John Smith")

    assert response.status_code == 302
    assert models.SpeakerName.objects.filter(name="John Smith").count() == 2


def test_speaker_has_a_name_once(submit):
    speaker = make_speaker(name="Jane Doe")
    other = make_speaker_name(speaker=speaker, name="J. Doe")

    response = submit(other, name="jane doe")

    assert errors_of(response) == {"name": ["The speaker has this name already."]}


@pytest.mark.parametrize(
    ("site", "handle", "kept"),
    [
        ("github", "janedoe", "janedoe"),
        ("twitter", "@jane_doe", "jane_doe"),
        ("mastodon", "@jane@example.social", "jane@example.social"),
        ("linkedin", "jane-doé", "jane-doé"),
        ("website", "https://example.org/~jane", "https://example.org/~jane"),
    ],
)
def test_handle_is_taken_as_the_site_shows_it(submit, site, handle, kept):
    row = make_handle()

    submit(row, site=site, handle=handle)

    there = row.speaker.handles.get(removed="")
    assert (there.handle, there.folded) == (kept, kept.casefold())


@pytest.mark.parametrize(
    ("site", "handle"),
    [
        ("github", "https://github.com/janedoe"),
        ("github", "jane doe"),
        ("github", "@"),
        ("website", "javascript:alert(1)"),
        ("website", "janedoe"),
    ],
)
def test_handle_is_checked(submit, site, handle):
    response = submit(make_handle(), site=site, handle=handle)

    assert list(errors_of(response)) == ["handle"]


def test_account_is_one_persons(submit):
    make_handle(site="github", handle="JaneDoe")
    other = make_handle(site="github", handle="other")

    response = submit(other, handle="@janedoe")

    assert errors_of(response) == {"handle": ["This account is another row's already."]}


def test_homepage_may_be_shared(submit):
    make_handle(site="website", handle="https://example.org")

    response = submit(make_handle(handle="x"), site="website", handle="https://example.org")

    assert response.status_code == 302
