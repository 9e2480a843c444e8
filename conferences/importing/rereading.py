"""Recaps that an older reader read, read again from the bytes that were kept of them."""

from collections.abc import Iterator, Sequence

from django.db import transaction

from conferences.importing.apply import Importer, Outcome
from conferences.importing.batch import STANDARD_INPUT
from conferences.importing.posts import NOWHERE, UPLOADED, Post, read_by_another
from conferences.models import Version


def reread_all(importer: Importer, *, dry_run: bool = False) -> Iterator[Outcome]:
    """Read again what an older reader read; an outcome for each as it is done.

    A dry run does all of it and rolls back, so what it tells is what would happen.
    """
    numbers = list(read_by_another().order_by("pk").values_list("pk", flat=True))
    if not dry_run:
        yield from _reread(numbers, importer)
        return
    with transaction.atomic():
        yield from _reread(numbers, importer)
        transaction.set_rollback(True)


def stored_post(version: Version) -> Post:
    """The text of a version as it came, known to be that of its recap."""
    return Post(_name(version), NOWHERE, bytes(version.data), recap=version.recap)


def _reread(numbers: Sequence[int], importer: Importer) -> Iterator[Outcome]:
    """One by one: the texts of all recaps together may be large."""
    for number in numbers:
        version = read_by_another().filter(pk=number).select_related("recap").first()
        if version:
            outcome = importer.import_post(stored_post(version))
            yield outcome
            if outcome.database_failed:
                return


def _name(version: Version) -> str:
    """The path it came from, whose ending tells its format; of several one that shows it yet."""
    paths = sorted(version.recap.paths.all(), key=lambda seen: seen.sha256 != version.sha256)
    return paths[0].path.removeprefix(UPLOADED) if paths else STANDARD_INPUT
