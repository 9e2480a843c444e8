"""Recaps back out as files, byte for byte as they came in."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from conferences.exporting.files import ExportError
from conferences.exporting.weaving import weave
from conferences.models import Version

ENDING = re.compile(r"\.\w{1,12}", re.ASCII)


def export_recaps(folder: Path) -> Iterator[Path]:
    """Write each recap that nobody removed into `folder`, named by its address; the files.

    A file that holds the same bytes already is left as it is. Raises ExportError, before
    anything is written, where one holds others.
    """
    if folder.exists() and not folder.is_dir():
        raise ExportError(f"{folder} is a file: name a folder")
    for name, data in post_files():
        if _holds_others(folder / name, data):
            raise ExportError(
                f"{folder / name} holds something else: move it away or name another folder"
            )
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in post_files():
        if not (folder / name).exists():
            (folder / name).write_bytes(data)
        yield folder / name


def post_files() -> Iterator[tuple[str, bytes]]:
    """The name of a file and its bytes for each recap that nobody removed."""
    return ((name, bytes(version.data)) for name, version in _current_versions())


def edited_post_files() -> Iterator[tuple[str, bytes]]:
    """The same with what people edited woven in."""
    return ((name, weave(version, name)) for name, version in _current_versions())


def _current_versions() -> Iterator[tuple[str, Version]]:
    versions = Version.objects.filter(is_current=True, recap__removed="").order_by("recap__slug")
    found = versions.select_related("recap").prefetch_related("recap__paths")
    for version in found.iterator(chunk_size=500):
        yield f"{version.recap.slug}{_ending(version)}", version


def _holds_others(file: Path, data: bytes) -> bool:
    """Whether other bytes are there, or a link to where nothing is: it is not written through."""
    return file.read_bytes() != data if file.exists() else file.is_symlink()


def _ending(version: Version) -> str:
    """The ending of the first path that the recap was seen at and that has one."""
    endings = (PurePosixPath(seen.path).suffix for seen in version.recap.paths.all())
    return next((ending for ending in endings if ENDING.fullmatch(ending)), ".md")
