"""What is made of rows and stored beside them: the search index, and who is named where.

Whoever writes rows calls `keep_up` in the same transaction; what fails here undoes all of it.
"""

from collections.abc import Iterable

from django.db import transaction

from conferences.mentions import keep_mentions, rebuild_mentions
from conferences.search.indexing import index_rows, rebuild


@transaction.atomic(savepoint=False)
def keep_up(places: Iterable[tuple[str, str]]) -> None:
    """Bring up to date what depends on the rows at `places`, each a kind and a key."""
    places = set(places)
    keep_mentions(places, index_rows(places))


@transaction.atomic
def make_anew() -> tuple[int, int]:
    """Make all of it anew: how many rows can be searched, and how many mentions there are."""
    return rebuild(), rebuild_mentions()
