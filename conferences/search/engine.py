"""The database's own index of words and stems: two engines, one set of functions."""

from types import ModuleType

from django.db import connection

from conferences.search import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def engine() -> ModuleType:
    """The module with `find`, `add`, `remove` and `clear` for the database in use."""
    return ENGINES[connection.vendor]
