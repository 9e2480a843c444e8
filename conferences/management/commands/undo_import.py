"""Undoes an import, or lists what could be undone."""

from django.core.management.base import CommandError

from conferences.importing.runs import list_runs, tell_undone
from conferences.importing.undo import CannotUndo, undo_run
from conferences.management.base import CatalogueCommand
from conferences.models import Run


class Command(CatalogueCommand):
    help = (
        "Undoes an import: the versions before its own count again; what people touched since "
        "stays and is listed. Without RUN: lists all runs, newest first."
    )

    def add_arguments(self, parser):
        parser.add_argument("run", nargs="?", type=int, metavar="RUN", help="its number")
        parser.add_argument("--dry-run", action="store_true", help="show what would change")

    def handle(self, *, run, dry_run, verbosity, **options):
        lines = self.undo(run, dry_run, verbosity) if run is not None else self.runs()
        for line in lines:
            self.stdout.write(line)

    def runs(self):
        lines = list_runs()
        yield next(lines, "No run yet: import_recaps makes the first.")
        yield from lines

    def undo(self, number, dry_run, verbosity):
        try:
            undone = undo_run(Run.objects.get(pk=number), dry_run=dry_run)
        except Run.DoesNotExist as error:
            raise CommandError(
                f"there is no run {number}: undo_import without a number lists all", returncode=2
            ) from error
        except CannotUndo as error:
            raise CommandError(str(error), returncode=2) from error
        yield from tell_undone(undone, self.style, with_rows=dry_run or verbosity > 1)
        if dry_run:
            yield "Nothing was written: this was a dry run."
        elif undone.by:
            yield f"This was run {undone.by.pk}."
