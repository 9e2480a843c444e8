"""The folder of an export: which files in it are ours, and reading and writing them.

`export.json` lists them. What it does not list is somebody else's: left alone and never
overwritten. A folder may come from anywhere, so nothing in it is taken at its word: no links are
followed, no path leads out, nothing is read beyond a limit.
"""

import json
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conferences.exporting.tables import JOURNAL, TABLES

LIST = "export.json"
FORMAT = 1
POSTS, VERSIONS = "posts", "versions"
FOLDERS = (POSTS, VERSIONS, *dict.fromkeys(table.folder for table in TABLES), JOURNAL)
OURS = re.compile(rf"(?:{'|'.join(dict.fromkeys(FOLDERS))})/[A-Za-z0-9_-][A-Za-z0-9_.-]{{0,250}}")
FILE_LIMIT = 64 * 1024 * 1024
DEEPEST = 100
NEW = ".new"


class ExportError(Exception):
    """A folder or file that is not as it must be; the message says which and what to do."""


@dataclass
class Folder:
    """The folder of an export, as `export.json` says it is."""

    path: Path
    files: frozenset[str] = frozenset()
    is_finished: bool = True
    written: set[str] = field(default_factory=set)

    @classmethod
    def to_write(cls, path: Path) -> "Folder":
        """A folder to export to. Raises ExportError unless it is missing, empty or an export."""
        if path.exists() and not path.is_dir():
            raise ExportError(f"{path} is a file: name a folder")
        if not path.exists() or not any(path.iterdir()):
            return cls(path)
        if not os.path.lexists(path / LIST):
            raise ExportError(
                f"{path} holds other things and no export: name another folder, or an empty one"
            )
        return cls.to_read(path)

    @classmethod
    def to_read(cls, path: Path) -> "Folder":
        """An export. Raises ExportError where there is none."""
        if not os.path.lexists(path / LIST):
            raise ExportError(f"{path} holds no {LIST}: name one that export_recaps --all made")
        listed = parse(read_bytes(path / LIST, LIST), LIST)
        if not isinstance(listed, dict) or listed.get("format") != FORMAT:
            raise ExportError(f"{LIST}: not an export of format {FORMAT}: export anew")
        files, is_finished = listed.get("files"), listed.get("finished")
        if not isinstance(files, list) or not isinstance(is_finished, bool):
            raise ExportError(f"{LIST}: without a list of files: export anew")
        for name in files:
            check_name(name)
        return cls(path, frozenset(files), is_finished)

    def begin(self) -> None:
        """Say that the export is under way: whatever is cut short is no export."""
        self.path.mkdir(parents=True, exist_ok=True)
        self._write_list(self.files, is_finished=False)

    def write(self, name: str, data: bytes) -> None:
        """Write one of our files, unless it is there as it should be."""
        file = self.path / name
        if file.parent.is_symlink():
            raise ExportError(f"{file.parent} is a link: remove it")
        if name not in self.files and self.is_finished and os.path.lexists(file):
            raise ExportError(f"{file} is none of the export: move it away or name another folder")
        self.written.add(name)
        if file.is_symlink() or not file.is_file() or file.read_bytes() != data:
            file.parent.mkdir(exist_ok=True)
            _replace(file, data)

    def finish(self) -> None:
        """Remove what the export held before and no longer does, and list what it holds now."""
        for name in self.files - self.written:
            (self.path / name).unlink(missing_ok=True)
        self._write_list(self.written, is_finished=True)

    def _write_list(self, files: Iterable[str], *, is_finished: bool) -> None:
        listed = {"format": FORMAT, "finished": is_finished, "files": sorted(files)}
        _replace(self.path / LIST, as_json(listed))

    def read(self, name: str) -> bytes:
        """One of the files. Raises ExportError where it cannot be read."""
        if (self.path / name).parent.is_symlink():
            raise ExportError(f"{name}: its folder is a link, which is not followed: export anew")
        return read_bytes(self.path / name, name)

    def listed(self, *folders: str) -> Iterator[str]:
        """The names of the files in some of our folders, sorted."""
        yield from (name for name in sorted(self.files) if name.partition("/")[0] in folders)


def check_name(name: Any) -> None:
    if not isinstance(name, str) or not OURS.fullmatch(name):
        raise ExportError(f"{LIST}: {name!r:.80} is no file of an export: remove the entry")


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a plain file of bearable size; `name` is what messages call it."""
    try:
        # Without waiting for a pipe to say something.
        number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        why = "is a link" if path.is_symlink() else error.strerror
        raise ExportError(f"{name}: cannot be read ({why}): export anew") from error
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise ExportError(f"{name}: is not a file: export anew")
    with open(number, "rb") as file:
        data = file.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        raise ExportError(f"{name}: has more than {FILE_LIMIT} bytes: not of an export")
    return data


def as_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def parse(data: bytes, name: str) -> Any:
    """The JSON in a file. Raises ExportError, which names the line, where it is none."""
    try:
        value = json.loads(
            data.decode(),
            parse_constant=_no_number,
            parse_float=_no_number,
            object_pairs_hook=_without_doubles,
        )
    except json.JSONDecodeError as error:
        raise ExportError(f"{name}:{error.lineno}: not JSON ({error.msg}): export anew") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ExportError(f"{name}:{line}: not UTF-8: save it as UTF-8, or export anew") from error
    except (ValueError, RecursionError) as error:
        reason = "too deep" if isinstance(error, RecursionError) else error
        raise ExportError(f"{name}: not of an export ({reason}): export anew") from error
    _check_texts(value, name)
    return value


def _no_number(text: str) -> Any:
    raise ValueError(f"{text[:20]} is no whole number")


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError(f"a name stands twice among {', '.join(sorted(values))}"[:200])
    return values


def _check_texts(value: Any, name: str, depth: int = 0) -> None:
    """No database holds half a sign or, of PostgreSQL, the sign 0."""
    if depth > DEEPEST:
        raise ExportError(f"{name}: not of an export (too deep): export anew")
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
            raise ExportError(f"{name}: {value!r:.60} holds signs that are none: remove them")
    elif isinstance(value, dict):
        for item in (*value, *value.values()):
            _check_texts(item, name, depth + 1)
    elif isinstance(value, list):
        for item in value:
            _check_texts(item, name, depth + 1)


def _replace(file: Path, data: bytes) -> None:
    """Put a file in its place whole, whatever stood there: links are not written through."""
    new = file.with_name(file.name + NEW)
    new.unlink(missing_ok=True)
    with open(new, "xb") as out:
        out.write(data)
    new.replace(file)
