"""The index on SQLite: an FTS5 table beside the documents, whose texts it does not repeat.

It forgets a document only when told what it had said. There are no triggers: Django drops them
whenever it makes a table anew.
"""

from collections.abc import Iterable

from django.db import connection

from conferences.models import SearchDoc
from conferences.search.query import Part, Query, document_condition

INSERT = "INSERT INTO conferences_search (rowid, words, stems) VALUES (%s, %s, %s)"
DELETE = (
    "INSERT INTO conferences_search (conferences_search, rowid, words, stems)"
    " VALUES ('delete', %s, %s, %s)"
)
CLEAR = "INSERT INTO conferences_search (conferences_search) VALUES ('delete-all')"
MATCH = "SELECT rowid FROM conferences_search WHERE conferences_search MATCH %s"
FIND = f"{MATCH} ORDER BY rowid DESC LIMIT %s"
# Newest first through the index, each looked up: so it can end at the limit.
FIND_AMONG = (
    "SELECT found.rowid FROM conferences_search AS found"
    " CROSS JOIN conferences_searchdoc AS doc ON doc.id = found.rowid"
    " WHERE found.conferences_search MATCH %s AND {condition} ORDER BY found.rowid DESC LIMIT %s"
)
FIND_WITHOUT_WORDS = (
    "SELECT doc.id FROM conferences_searchdoc AS doc WHERE {condition}"
    " ORDER BY doc.id DESC LIMIT %s"
)


def find(query: Query, limit: int) -> list[int]:
    """The newest `limit` documents that match, by primary key."""
    condition, values = document_condition(query.filters)
    if not (query.parts or query.required):
        statement = FIND_WITHOUT_WORDS
        if query.excluded:
            condition += f" AND doc.id NOT IN ({MATCH})"
            values = [*values, " OR ".join(map(_part, query.excluded))]
    else:
        statement = FIND_AMONG if values else FIND
        values = [match_expression(query), *values]
    with connection.cursor() as cursor:
        cursor.execute(statement.format(condition=condition), [*values, limit])
        return [row[0] for row in cursor.fetchall()]


def add(docs: Iterable[SearchDoc]) -> None:
    _write(INSERT, docs)


def remove(docs: Iterable[SearchDoc]) -> None:
    """Forget documents as they were when they were added."""
    _write(DELETE, docs)


def clear() -> None:
    with connection.cursor() as cursor:
        cursor.execute(CLEAR)


def match_expression(query: Query) -> str:
    """The query in FTS5's language; tokens hold letters and digits only."""
    wanted = (" OR " if query.is_any else " AND ").join(map(_part, query.parts))
    wanted = " AND ".join([*([f"({wanted})"] if wanted else []), *map(_part, query.required)])
    if not query.excluded:
        return wanted
    return f"({wanted}) NOT ({' OR '.join(map(_part, query.excluded))})"


def _part(part: Part) -> str:
    words = f'words : "{" ".join(part.words)}"' + (" *" if part.is_prefix else "")
    stems = [f'stems : "{" ".join(tokens)}"' for tokens in sorted(part.stems)]
    return f"({' OR '.join([words, *stems])})"


def _write(statement: str, docs: Iterable[SearchDoc]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, [(doc.pk, doc.words, doc.stems) for doc in docs])
