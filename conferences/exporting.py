"""Recaps back out as files, byte for byte as they came in."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from conferences.models import Version

ENDING = re.compile(r"\.\w{1,12}")


class ExportError(Exception):
    """A file that stands in the way; the message says which and what to do."""


def export_recaps(folder: Path) -> Iterator[Path]:
    """Write each recap that nobody removed into `folder`, named by its address; the files.

    A file that holds the same bytes already is left as it is. Raises ExportError, before
    anything is written, where one holds others.
    """
    if folder.exists() and not folder.is_dir():
        raise ExportError(f"{folder} is a file: name a folder")
    versions = list(_current_versions())
    files = [folder / f"{v.recap.slug}{_ending(v)}" for v in versions]
    for file, version in zip(files, versions, strict=True):
        if _holds_others(file, bytes(version.data)):
            raise ExportError(f"{file} holds something else: move it away or name another folder")
    folder.mkdir(parents=True, exist_ok=True)
    for file, version in zip(files, versions, strict=True):
        if not file.exists():
            file.write_bytes(bytes(version.data))
        yield file


def _holds_others(file: Path, data: bytes) -> bool:
    """Whether other bytes are there, or a link to where nothing is: it is not written through."""
    return file.read_bytes() != data if file.exists() else file.is_symlink()


def _current_versions() -> Iterator[Version]:
    versions = Version.objects.filter(is_current=True, recap__removed="").order_by("recap__slug")
    found = versions.select_related("recap").prefetch_related("recap__paths")
    return found.iterator(chunk_size=500)


def _ending(version: Version) -> str:
    """The ending of the first path that the recap was seen at and that has one."""
    endings = (PurePosixPath(seen.path).suffix for seen in version.recap.paths.all())
    return next((ending for ending in endings if ENDING.fullmatch(ending)), ".md")
