"""Writes recaps back out as files."""

from pathlib import Path

from django.core.management.base import CommandError

from conferences.exporting import ExportError, export_recaps
from conferences.importing.report import counted
from conferences.management.base import CatalogueCommand


class Command(CatalogueCommand):
    help = "Writes all recaps into a folder, byte for byte as they were imported."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR", type=Path, help="made where it is missing")

    def handle(self, *, folder, verbosity, **_options):
        try:
            files = list(export_recaps(folder))
        except (ExportError, OSError) as error:
            raise CommandError(str(error)) from error
        if verbosity > 1:
            self.stdout.write("\n".join(map(str, files)))
        self.stdout.write(f"{counted(len(files), 'recap')} in {folder}")
