"""Writes recaps back out as files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from conferences.exporting import ExportError, export_recaps


class Command(BaseCommand):
    help = "Writes all recaps into a folder, byte for byte as they were imported."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR", type=Path, help="made where it is missing")

    def handle(self, *, folder, verbosity, **_options):
        count = 0
        try:
            for count, file in enumerate(export_recaps(folder), 1):
                if verbosity > 1:
                    self.stdout.write(str(file))
        except (ExportError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} {'recap' if count == 1 else 'recaps'} in {folder}")
