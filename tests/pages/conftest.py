"""Every test of a page may write rows."""

import pytest


@pytest.fixture(autouse=True)
def _database(db):
    pass
