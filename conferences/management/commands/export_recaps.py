"""Writes recaps, or the whole base, back out as files."""

from pathlib import Path

from django.core.management.base import CommandError

from conferences.exporting import ExportError, export_all, export_recaps
from conferences.importing.report import counted
from conferences.management.base import CatalogueCommand


class Command(CatalogueCommand):
    help = (
        "Writes all recaps into a folder, byte for byte as they were imported; with --all "
        "everything else as well, as files that load_export loads into an empty database."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR", type=Path, help="made where it is missing")
        parser.add_argument("--all", action="store_true", help="not the recaps alone")

    def handle(self, *, folder, verbosity, **options):
        export, noun = (export_all, "file") if options["all"] else (export_recaps, "recap")
        files = 0
        try:
            for file in export(folder):
                files += 1
                if verbosity > 1:
                    self.stdout.write(str(file))
        except (ExportError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{counted(files, noun)} in {folder}")
