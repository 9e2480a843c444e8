"""What the commands have in common: a database that cannot be used is told in one line."""

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError


class CatalogueCommand(BaseCommand):
    """A command that reads or writes the catalogue."""

    def execute(self, *args, **options):
        try:
            return super().execute(*args, **options)
        except DatabaseError as error:
            reason = " ".join(str(error).split())
            raise CommandError(
                f"the database cannot be used ({reason}): is DATABASE_URL right, has migrate run?"
            ) from error
