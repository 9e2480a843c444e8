"""The index on PostgreSQL: a column of the documents' table, with a GIN index.

Words and stems stand in one tsvector, told apart by their first letter. It is written place by
place, so that no text configuration or parser has a say.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import connection

from conferences.models import SearchDoc
from conferences.search.query import Part, Query, document_condition
from conferences.search.tokens import BLANK, GAP

UPDATE = "UPDATE conferences_searchdoc SET vector = %s::tsvector WHERE id = %s"
FIND = (
    "SELECT doc.id FROM conferences_searchdoc AS doc WHERE {condition}"
    " ORDER BY doc.id DESC LIMIT %s"
)


def find(query: Query, limit: int) -> list[int]:
    """The newest `limit` documents that match, by primary key."""
    condition, values = document_condition(query.filters)
    if expression := match_expression(query):
        condition += " AND doc.vector @@ %s::tsquery"
        values = [*values, expression]
    with connection.cursor() as cursor:
        cursor.execute(FIND.format(condition=condition), [*values, limit])
        return [row[0] for row in cursor.fetchall()]


def add(docs: Iterable[SearchDoc]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(UPDATE, [(vector_of(doc.words, doc.stems), doc.pk) for doc in docs])


def remove(docs: Iterable[SearchDoc]) -> None:
    """Nothing to do: the index goes with the row."""


def clear() -> None:
    """Nothing to do: the index goes with the rows."""


def vector_of(words: str, stems: str) -> str:
    """The tokens with their places, as PostgreSQL writes them.

    >>> vector_of("¦ scaling up", "¦ scale up")
    "'wscaling':2 'wup':3 'sscale':2 'sup':3"
    """
    places: defaultdict[str, list[str]] = defaultdict(list)
    for letter, tokens in (("w", words), ("s", stems)):
        for place, token in enumerate(tokens.split(), 1):
            if token not in (BLANK, GAP):
                places[letter + token].append(str(place))
    return " ".join(f"'{token}':{','.join(found)}" for token, found in places.items())


def match_expression(query: Query) -> str:
    """The query in the language of tsquery; tokens hold letters and digits only."""
    wanted = (" | " if query.is_any else " & ").join(map(_part, query.parts))
    return " & ".join(
        [
            *([f"({wanted})"] if wanted else []),
            *map(_part, query.required),
            *(f"!{_part(part)}" for part in query.excluded),
        ]
    )


def _part(part: Part) -> str:
    words = _phrase("w", part.words) + (":*" if part.is_prefix else "")
    stems = [_phrase("s", tokens) for tokens in sorted(part.stems)]
    return f"({' | '.join(f'({phrase})' for phrase in [words, *stems])})"


def _phrase(letter: str, tokens: Iterable[str]) -> str:
    return " <-> ".join(f"'{letter}{token}'" for token in tokens)
