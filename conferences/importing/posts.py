"""Posts on their way in: found on disk, read, and told from those already known."""

import logging
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from django.db.models import QuerySet

from conferences.models import Recap, RecapPath, Version
from conferences.recaps import read_recap
from conferences.recaps.formats import POST_LIMIT, RECAP_ENDINGS
from conferences.recaps.outline import (
    READER,
    ConferenceEntry,
    Outline,
    ReadingWarning,
    RecapError,
)

logger = logging.getLogger(__name__)

IN_ONE_QUERY = 500
NOWHERE = ""
"""The place of a post from standard input: it tells nothing of which post it is."""
UPLOADED = "upload:"
"""Begins the place of a post that came by upload."""


@dataclass(frozen=True)
class Post:
    """The bytes of a post and the path they were seen at."""

    path: str
    """As the caller gave it: what messages name."""
    place: str
    """Absolute: what tells the post again when it comes once more."""
    data: bytes
    recap: Recap | None = None
    """The recap that it is known to be the text of."""

    @cached_property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Overrides:
    """What the caller says of all posts, over what they say themselves.

    It stays said of a post until the caller says otherwise.
    """

    conference: str = ""
    author: str = ""

    def as_dict(self) -> dict[str, str]:
        """What was said; empty where nothing was."""
        return {name: value for name, value in vars(self).items() if value}


def find_posts(path: str) -> Iterator[str]:
    """The files that `path` stands for: itself, or all posts in a folder, sorted.

    Raises FileNotFoundError where nothing is there.
    """
    if not os.path.lexists(path):
        raise FileNotFoundError(path)
    if not os.path.isdir(path):
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(RECAP_ENDINGS) and not name.startswith("."):
                yield os.path.join(folder, name)


def load_post(path: str) -> Post:
    """The post at `path`. Raises RecapError where there is no file that can be read."""
    shown, place = (spelled(name) for name in (path, os.path.abspath(path)))
    try:
        # What a pipe or device would say may never end.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise RecapError("is not a file: name a file or a folder")
        with open(path, "rb") as file:
            data = file.read(POST_LIMIT + 1)
    except OSError as error:
        raise RecapError(f"cannot be read: {error.strerror or error}") from error
    return Post(shown, place, data)


def digest_at(path: str) -> str:
    """Of the bytes of the post at `path`; empty where nothing is there."""
    try:
        return load_post(path).sha256
    except RecapError:
        return "unreadable" if os.path.exists(path) else ""


def spelled(path: str) -> str:
    """The path with bytes that are no UTF-8 spelled out: no database would hold them."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def read_post(post: Post, overrides: Overrides) -> Outline:
    """The outline of a post, with what the caller says over it. Raises RecapError."""
    outline = _read(post)
    if overrides.author:
        outline = replace(outline, author=overrides.author)
    title = outline.title or Path(post.path).stem.replace("-", " ").replace("_", " ").capitalize()
    outline = replace(outline, title=title)
    if overrides.conference:
        return replace(outline, conference=_named(outline, overrides.conference, doubt=None))
    if outline.conference is None and outline.talks:
        doubt = "the post names no conference, its title was taken"
        outline = replace(outline, conference=_named(outline, title, doubt=doubt))
    return _with_doubt_told(outline)


def _with_doubt_told(outline: Outline) -> Outline:
    """With a warning where the conference is guessed: all rows of the post hang on it."""
    conference = outline.conference
    if conference is None or not conference.doubt:
        return outline
    message = f"the conference {conference.name!r} is guessed, --conference NAME tells it"
    warning = ReadingWarning(line=outline.line_of(conference.start), message=message)
    return replace(outline, warnings=(*outline.warnings, warning))


def _read(post: Post) -> Outline:
    try:
        return read_recap(post.data, post.path)
    except RecapError:
        raise
    except Exception as error:
        # A fault of the reader costs this post, not the others of the import.
        logger.exception("The reader failed on %r", post.path)
        fault = f"{type(error).__name__}: {error}"
        raise RecapError(f"the reader failed on it ({fault}): please report the post") from error


def _named(outline: Outline, name: str, *, doubt: str | None) -> ConferenceEntry:
    """A conference of that name, its year from the name or else from what the post says."""
    years = [int(word) for word in name.split() if word.isdigit() and len(word) == 4]
    said = outline.conference.year if outline.conference else None
    published = int(outline.published[:4]) if outline.published else None
    year = years[-1] if years else said or published
    return ConferenceEntry(name=name, year=year, start=0, end=0, rule="given", doubt=doubt)


def overrides_of(post: Post) -> Overrides:
    """What was said of the post when it last came in, by its path or its bytes."""
    versions = Version.objects.filter(is_current=True)
    if post.recap:
        seen = versions.filter(recap=post.recap)
    else:
        seen = versions.filter(recap__paths__path=post.place) if post.place else versions.none()
    version = seen.first() or versions.filter(sha256=post.sha256).order_by("pk").first()
    return Overrides(**version.overrides) if version else Overrides()


def known_unchanged(posts: Sequence[Post]) -> set[str]:
    """The places of posts that are as they were when this reader read them."""
    places = {post.place: post.sha256 for post in posts}
    found = (
        RecapPath.objects.filter(path__in=places)
        .exclude(recap__versions__in=read_by_another())
        .values_list("path", "sha256")
    )
    return {place for place, digest in found if places[place] == digest}


def read_by_another() -> QuerySet[Version]:
    """What speaks for recaps that this reader has not read yet."""
    return Version.objects.filter(is_current=True).exclude(reader=READER)
