"""Loads a full export into an empty database."""

from pathlib import Path

from django.core.management.base import CommandError

from conferences.exporting import ExportError, load_export
from conferences.importing.report import counted
from conferences.management.base import CatalogueCommand


class Command(CatalogueCommand):
    help = "Loads what export_recaps --all wrote into an empty database, wholly or not at all."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR", type=Path, help="the folder of the export")

    def handle(self, *, folder, verbosity, **_options):
        if not folder.is_dir():
            raise CommandError(f"{folder}: no such folder", returncode=2)
        try:
            counts = load_export(folder)
        except (ExportError, OSError) as error:
            raise CommandError(str(error)) from error
        if verbosity > 1:
            for name, count in counts.items():
                self.stdout.write(f"{name:18} {count:6}")
        recaps = counted(counts["recap"], "recap")
        self.stdout.write(f"{recaps}, {counted(counts.total(), 'row')} in all, from {folder}")
