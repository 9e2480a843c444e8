"""manage.py rebuild_search: makes what search looks through anew."""

from django.core.management.base import BaseCommand

from conferences.search import rebuild


class Command(BaseCommand):
    help = "Make the search index anew out of the rows that readers may see."

    def handle(self, *args, **options):
        self.stdout.write(f"{rebuild()} rows can be searched.")
