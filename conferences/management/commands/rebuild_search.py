"""manage.py rebuild_search: makes what search looks through anew, and who is named where."""

from django.core.management.base import BaseCommand

from conferences.upkeep import make_anew


class Command(BaseCommand):
    help = "Make the search index and the mentions anew out of the rows that readers may see."

    def handle(self, *args, **options):
        rows, mentions = make_anew()
        self.stdout.write(f"{rows} rows can be searched; {mentions} mentions link to others.")
