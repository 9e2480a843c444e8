"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

# HYPOTHESIS_PROFILE=thorough tries many more examples. An example may import several posts,
# and the machine may be busy: no deadlines.
SLOW = {"deadline": None, "suppress_health_check": list(HealthCheck)}
# The same examples each time: what fails was broken by the change at hand.
settings.register_profile("quick", max_examples=20, derandomize=True, **SLOW)
settings.register_profile(
    "unshrunk", max_examples=20, phases=[Phase.explicit, Phase.reuse, Phase.generate], **SLOW
)
settings.register_profile("thorough", max_examples=2000, **SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

REAL_POSTS = Path(__file__).resolve().parent.parent.parent / "shared" / "recaps"


@pytest.fixture(scope="session")
def real_posts():
    """The folder of real recap posts, which are other people's and no part of the project."""
    if not REAL_POSTS.is_dir():
        pytest.skip("the labelled real posts are not part of the project and not here")
    return REAL_POSTS
