"""Whatever is imported, and whatever people do in between, their hand stands."""

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.importing.histories import Histories

pytestmark = pytest.mark.django_db


def test_what_people_did_stands_whatever_is_imported():
    few = max(settings.default.max_examples // 2, 1)
    run_state_machine_as_test(
        Histories, settings=settings(max_examples=few, stateful_step_count=12)
    )
