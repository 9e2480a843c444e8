"""A small round of imports at once; the whole ones are python -m tests.at_once."""

import pytest
from django.db import connection

from tests.at_once.rounds import play

pytestmark = pytest.mark.django_db(transaction=True)


def test_processes_at_once_give_the_base_that_one_gives():
    (line,) = play(seed=1, processes=3, posts=6, rounds=1)

    assert line == f"round 1 on {connection.vendor}: 3 processes, equal bases"
