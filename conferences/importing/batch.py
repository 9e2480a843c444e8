"""Many posts in one import: found, skipped where unchanged, and brought in one by one."""

import sys
from collections.abc import Iterator, Sequence
from itertools import islice

from django.db import transaction

from conferences.importing.apply import Importer, Outcome, Status
from conferences.importing.posts import (
    IN_ONE_QUERY,
    NOWHERE,
    Post,
    find_posts,
    known_unchanged,
    load_post,
    read_post,
)
from conferences.importing.writing import count_rows
from conferences.recaps.formats import POST_LIMIT
from conferences.recaps.outline import RecapError

STANDARD_INPUT = "-"
MANY = 10
"""New posts after which the database does well to count its rows at once."""


def import_paths(
    paths: Sequence[str], importer: Importer, *, dry_run: bool = False
) -> Iterator[Outcome]:
    """Import all posts at `paths`, files, folders or "-"; an outcome for each as it is done.

    A dry run does all of it and rolls back, so what it tells is what would happen.
    Raises FileNotFoundError, before anything is done, where a path leads nowhere.
    """
    files = list_files(paths)
    if not dry_run:
        created = 0
        for outcome in _import_files(files, importer):
            created += outcome.status == Status.CREATED
            yield outcome
        if created >= MANY:
            count_rows()
        return
    with transaction.atomic():
        yield from _import_files(files, importer)
        transaction.set_rollback(True)


def read_paths(paths: Sequence[str], importer: Importer) -> Iterator[Outcome]:
    """Read all posts at `paths` without a database: outcomes with outlines only."""
    for file in list_files(paths):
        post = _load(file)
        if isinstance(post, Outcome):
            yield post
            continue
        try:
            outline = read_post(post, importer.overrides)
        except RecapError as error:
            yield Outcome(post.path, Status.FAILED, str(error), error.line)
        else:
            yield Outcome(post.path, Status.CREATED, outline=outline)


def list_files(paths: Sequence[str]) -> list[str]:
    """Every file once, in order. Raises FileNotFoundError."""
    files: dict[str, None] = {}
    for path in paths:
        files |= dict.fromkeys([path] if path == STANDARD_INPUT else find_posts(path))
    return list(files)


def _import_files(files: Sequence[str], importer: Importer) -> Iterator[Outcome]:
    waiting = iter(files)
    while batch := list(islice(waiting, IN_ONE_QUERY)):
        loaded = [_load(file) for file in batch]
        posts = [post for post in loaded if isinstance(post, Post)]
        skips = not (importer.reread or importer.overrides.as_dict())
        unchanged = known_unchanged(posts) if skips else set()
        for post in loaded:
            if isinstance(post, Outcome):
                yield post
            elif post.place in unchanged:
                yield Outcome(post.path, Status.UNCHANGED)
            else:
                outcome = importer.import_post(post)
                if outcome.database_failed:
                    # Each post would wait for a locked base as long as this one did.
                    outcome.reason += "; what comes after it was not tried"
                yield outcome
                if outcome.database_failed:
                    return


def _load(file: str) -> Post | Outcome:
    if file == STANDARD_INPUT:
        return Post(file, NOWHERE, sys.stdin.buffer.read(POST_LIMIT + 1))
    try:
        return load_post(file)
    except RecapError as error:
        return Outcome(file, Status.FAILED, str(error), error.line)
