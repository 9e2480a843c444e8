import pytest

from conferences import models
from tests.importing.state import import_posts
from tests.team import write_posts


def read(folder):
    return {str(path): path.read_bytes() for path in sorted(folder.glob("*.md"))}


def test_the_same_count_gives_the_same_posts(tmp_path):
    for name in ("one", "other"):
        write_posts(tmp_path / name, 3)

    one, other = (list(read(tmp_path / name).values()) for name in ("one", "other"))
    assert len(one) == 3
    assert one == other


@pytest.mark.django_db
def test_posts_of_a_team_are_read_as_talks_that_several_saw(tmp_path):
    write_posts(tmp_path, 9)

    outcomes = import_posts(read(tmp_path))

    assert {outcome.status for outcome in outcomes} == {"created"}
    assert models.Conference.objects.count() == 2
    assert models.Talk.objects.count() < models.Note.objects.count()
