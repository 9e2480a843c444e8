"""Loading an export into an empty base: wholly, or not at all.

Two passes over the files: who is called what, then the rows, so that of the largest export no
more than the names are held at once. Histories begin with what was loaded.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.color import no_style
from django.db import DatabaseError, OperationalError, connection, transaction

from conferences.exporting.checking import RowError, name_of, number_of, row_of
from conferences.exporting.everything import file_of_version
from conferences.exporting.files import FOLDERS, POSTS, VERSIONS, ExportError, Folder, parse
from conferences.exporting.tables import OF_MODEL, TABLES, Table, tables_in
from conferences.importing.writing import count_rows, take_import_lock
from conferences.models import RenderedRow, Version
from conferences.upkeep import make_anew

AT_ONCE = 500
REASON = "loaded from an export"


@transaction.atomic
def load_export(path: Path) -> Counter[str]:
    """Load what `export_all` wrote into an empty base; how many rows of what, by name.

    Who is named as having done something is a user again: one of that name who is there, else
    a new one who may not log in. Raises ExportError, and writes nothing, where the base is not
    empty or the folder is not in order.
    """
    take_import_lock()
    _check_that_nothing_is_there()
    return Loading(Folder.to_read(path)).load()


def _check_that_nothing_is_there() -> None:
    for table in TABLES:
        if table.model.objects.exists():
            raise ExportError(
                f"the database holds a {table.name}: an export is loaded into an empty one only"
            )


class Loading:
    def __init__(self, folder: Folder) -> None:
        if not folder.is_finished:
            raise ExportError(f"{folder.path} holds half an export: export anew")
        self.folder = folder
        self.names: dict[Any, dict[Any, int]] = defaultdict(dict)
        self.waiting: dict[Table, list[Any]] = defaultdict(list)
        self.counts: Counter[str] = Counter()
        self.user_called = cache(_user_called)

    def load(self) -> Counter[str]:
        for table, values, place in self._rows():
            self._learn_name(table, values, place)
        for table, values, place in self._rows():
            self._take(table, values, place)
        for table in TABLES:
            self._begin_histories(table)
        _continue_numbers()
        make_anew()
        count_rows()
        return self.counts

    def _rows(self) -> Iterator[tuple[Table, Any, str]]:
        """Every row of every file, with where it stands."""
        for name in self.folder.listed(*(f for f in FOLDERS if f not in (POSTS, VERSIONS))):
            content = parse(self.folder.read(name), name)
            known = {table.name: table for table in tables_in(name.partition("/")[0])}
            if not isinstance(content, dict) or not content.keys() <= known.keys():
                raise ExportError(f"{name}: may hold {', '.join(known)} alone: export anew")
            for kind, rows in content.items():
                if not isinstance(rows, list):
                    raise ExportError(f"{name}: {kind} is not a list: export anew")
                for count, values in enumerate(rows, start=1):
                    yield known[kind], values, f"{name}: {kind} {count}"

    def _learn_name(self, table: Table, values: Any, place: str) -> None:
        with _telling(place):
            number, known = number_of(values), self.names[table.model]
            name = name_of(table, values)
            if name in known:
                raise RowError(f"there are two called {name}")
            known[name] = number

    def _take(self, table: Table, values: Any, place: str) -> None:
        with _telling(place):
            row = row_of(table, values, self.names, self.user_called)
        if isinstance(row, Version):
            row.data = self._post(row.sha256, place)
        if isinstance(row, RenderedRow):
            row.render()
        try:
            # Raw, as fixtures are: the times and the number are those that are written.
            row.save_base(raw=True, force_insert=True)
        except OperationalError:
            raise
        except DatabaseError as error:
            raise ExportError(f"{place}: the database refuses it ({_line(error)})") from error
        self.counts[table.name] += 1
        if table.has_keys:
            self.waiting[table].append(row)
        if len(self.waiting[table]) >= AT_ONCE:
            self._begin_histories(table)

    def _post(self, digest: str, place: str) -> bytes:
        name = file_of_version(digest)
        if name not in self.folder.files:
            raise ExportError(f"{place}: there is no {name}: export anew")
        data = self.folder.read(name)
        if sha256(data).hexdigest() != digest:
            raise ExportError(f"{name}: is not the post that was exported: export anew")
        return data

    def _begin_histories(self, table: Table) -> None:
        rows = self.waiting.pop(table, [])
        if rows:
            table.model.history.bulk_history_create(rows, default_change_reason=REASON)


@contextmanager
def _telling(place: str) -> Iterator[None]:
    """Says where the row stands that is not in order."""
    try:
        yield
    except RowError as error:
        raise ExportError(f"{place}: {_line(error)}; mend it or export anew") from error


def _line(error: Exception) -> str:
    return " ".join(str(error).split())


def _user_called(name: str) -> int:
    """The number of the user; who is not known yet may not log in until somebody lets them."""
    users = get_user_model()
    user, is_new = users.objects.get_or_create(
        **{users.USERNAME_FIELD: name}, defaults={"is_active": False}
    )
    if is_new:
        user.set_unusable_password()
        user.save()
    return int(user.pk)


def _continue_numbers() -> None:
    """Let the numbers of new rows follow those that were loaded."""
    models = [*OF_MODEL]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
