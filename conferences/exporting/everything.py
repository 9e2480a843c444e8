"""The whole base as files that people can read and compare, and `loading` can load.

Rows name each other by their keys. Their numbers, which runs and the receipts of merges go by,
say in which order they came; a base that was loaded has the same. Equal bases give equal files.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from conferences.exporting.files import POSTS, VERSIONS, Folder, as_json
from conferences.exporting.posts import edited_post_files
from conferences.exporting.tables import (
    HEADS,
    JOURNAL,
    NUMBER,
    OF_MODEL,
    Table,
    is_user,
    tables_in,
)
from conferences.exporting.values import to_file
from conferences.models import Version

AT_ONCE = 100


def export_all(path: Path) -> Iterator[str]:
    """Write all posts and rows into a folder; the names of the files, as they are written.

    The folder is made where it is missing; an export that is there becomes the new one. Raises
    ExportError where it holds anything else.
    """
    with _one_moment():
        files = _files()
        first = next(files)  # a base that cannot be read leaves no folder behind
        folder = Folder.to_write(path)
        folder.begin()
        for name, data in (first, *files):
            folder.write(name, data)
            yield name
        folder.finish()


@contextmanager
def _one_moment() -> Iterator[None]:
    """What is read within is of one moment, whoever writes meanwhile."""
    is_first = not connection.in_atomic_block
    with transaction.atomic():
        if is_first and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _files() -> Iterator[tuple[str, bytes]]:
    written = Written()
    for table in tables_in(JOURNAL):
        yield f"{JOURNAL}/{file_of_table(table)}", as_json({table.name: list(written.all(table))})
    for head in HEADS:
        yield from _files_of(head, written)
    yield from ((f"{POSTS}/{name}", data) for name, data in edited_post_files())
    versions = Version.objects.order_by("sha256").values_list("sha256", "data").distinct()
    for sha256, data in versions.iterator(chunk_size=AT_ONCE):
        yield file_of_version(sha256), bytes(data)


def file_of_table(table: Table) -> str:
    return f"{table.model._meta.verbose_name_plural.replace(' ', '-')}.json"


def file_of_version(sha256: str) -> str:
    """No ending of posts: whoever imports the folder finds each post once."""
    return f"{VERSIONS}/{sha256}.post"


def _files_of(head: Table, written: "Written") -> Iterator[tuple[str, bytes]]:
    heads = iter(head.model.objects.order_by("pk").iterator(chunk_size=AT_ONCE))
    children = [table for table in tables_in(head.folder) if table.within]
    while rows := list(islice(heads, AT_ONCE)):
        hanging = {table: written.hanging_on(table, rows) for table in children}
        for row in rows:
            content = {head.name: [written.row(head, row)]}
            content |= {t.name: hanging[t][row.pk] for t in children if row.pk in hanging[t]}
            yield f"{head.folder}/{_name_of_file(row)}", as_json(content)


def _name_of_file(row: Any) -> str:
    """With digits of the key: there are disks on which "A" is "a"."""
    digits = row.key[:6]
    return f"{row.slug}.json" if row.slug.endswith(f"-{digits}") else f"{row.slug}-{digits}.json"


class Written:
    """Rows as they stand in files."""

    def __init__(self) -> None:
        # Of each table once: all rows name others.
        self.names_of = cache(_names_of)

    def all(self, table: Table) -> Iterator[dict[str, Any]]:
        rows = table.model.objects.order_by("pk").iterator(chunk_size=AT_ONCE)
        return (self.row(table, row) for row in rows)

    def hanging_on(self, table: Table, heads: Sequence[Any]) -> dict[int, list[dict[str, Any]]]:
        """The rows that stand in the files of `heads`, by the numbers of these."""
        found = table.model.objects.filter(**{f"{table.within}__in": [row.pk for row in heads]})
        hanging = defaultdict(list)
        for row in found.annotate(head=F(f"{table.within}__pk")).order_by("pk"):
            hanging[row.head].append(self.row(table, row))
        return hanging

    def row(self, table: Table, row: Any) -> dict[str, Any]:
        return {NUMBER: row.pk} | {f.name: self._value(f, row) for f in table.fields}

    def _value(self, field: Any, row: Any) -> Any:
        value = getattr(row, field.attname)
        if not field.is_relation or value is None:
            return to_file(value)
        model = field.related_model
        if is_user(field) or OF_MODEL[model].has_keys:
            return self.names_of(model)[value]
        return value


def _names_of(model: Any) -> dict[int, str]:
    """What rows are called by which others name them: by their keys, users by their names."""
    name = "key" if model in OF_MODEL else model.USERNAME_FIELD
    return dict(model.objects.order_by().values_list("pk", name))
