"""What every test may ask for."""

from pathlib import Path

import pytest

REAL_POSTS = Path(__file__).resolve().parent.parent.parent / "shared" / "recaps"


@pytest.fixture(scope="session")
def real_posts():
    """The folder of real recap posts, which are other people's and no part of the project."""
    if not REAL_POSTS.is_dir():
        pytest.skip("the labelled real posts are not part of the project and not here")
    return REAL_POSTS
