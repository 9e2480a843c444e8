"""manage.py render_notes: renders stored notes and other texts anew, as after an upgrade."""

from conferences.management.base import CatalogueCommand
from conferences.rerendering import render_all


class Command(CatalogueCommand):
    help = "Render the stored texts anew, and write those that come out otherwise than stored."

    def handle(self, *args, **options):
        for kind, texts, changed in render_all():
            self.stdout.write(f"{kind:13} {texts:6} rendered, {changed:6} changed")
