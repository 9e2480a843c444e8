"""What was exported and loaded into an empty base goes on as if nothing had been."""

import pytest
from hypothesis import settings
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from tests.exporting.whole import export_and_load
from tests.importing.histories import Histories

pytestmark = pytest.mark.django_db


class LoadedHistories(Histories):
    """Whatever was promised of a base stands in the one that was loaded."""

    @precondition(lambda self: self.posts)
    @rule()
    def export_and_load(self):
        export_and_load()
        self.hand.check({})


def test_a_base_that_was_loaded_is_the_one_that_was_exported():
    few = max(settings.default.max_examples // 2, 1)
    run_state_machine_as_test(
        LoadedHistories, settings=settings(max_examples=few, stateful_step_count=12)
    )
