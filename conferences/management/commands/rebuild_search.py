"""manage.py rebuild_search: makes what search looks through anew, and who is named where."""

from conferences.management.base import CatalogueCommand
from conferences.upkeep import make_anew


class Command(CatalogueCommand):
    help = "Make the search index and the mentions anew out of the rows that readers may see."

    def handle(self, *args, **options):
        rows, mentions = make_anew()
        self.stdout.write(f"{rows} rows can be searched; {mentions} mentions link to others.")
