"""Imports recap posts."""

import signal
import sys

from django.core.management.base import CommandError

from conferences.importing.apply import Importer
from conferences.importing.batch import import_paths, read_paths
from conferences.importing.posts import Overrides, spelled
from conferences.importing.report import REPORTS
from conferences.importing.rereading import reread_all
from conferences.management.base import CatalogueCommand


class Command(CatalogueCommand):
    help = "Reads recap posts into the knowledge base; posts that have not changed are skipped."

    def add_arguments(self, parser):
        parser.add_argument(
            "paths", nargs="*", metavar="PATH", help="a post, a folder of posts, or - for stdin"
        )
        parser.add_argument("--dry-run", action="store_true", help="show what would change")
        parser.add_argument(
            "--explain",
            action="store_true",
            help="with --dry-run: print each post with what was read from its lines, and why",
        )
        parser.add_argument("--format", choices=["text", "jsonl"], default="text")
        parser.add_argument("--conference", default="", metavar="NAME", help="of all these posts")
        parser.add_argument("--author", default="", metavar="NAME", help="of all these posts")
        parser.add_argument(
            "--reread",
            action="store_true",
            help="read unchanged posts as well; without PATH: all that an older reader read",
        )

    def handle(self, *, paths, dry_run, explain, format, verbosity, **options):
        if explain and not (dry_run and format == "text"):
            raise CommandError("--explain goes with --dry-run and without --format", returncode=2)
        if not paths and (not options["reread"] or options["conference"] or options["author"]):
            raise CommandError("name a post or a folder; only --reread goes without", returncode=2)
        # A supervisor's stop is as orderly as Ctrl-C: the post under way rolls back whole.
        signal.signal(signal.SIGTERM, stop)
        importer = Importer(
            arguments=[spelled(path) for path in paths] or ["--reread"],
            overrides=Overrides(options["conference"], options["author"]),
            reread=options["reread"],
        )
        report = REPORTS["explained" if explain else format](
            importer, out=self.stdout, err=self.stderr, style=self.style, verbosity=verbosity
        )
        report.is_dry_run = dry_run
        status = self.carry_out(find_outcomes(paths, importer, report), report)
        report.finish()
        if status or report.has_failures:
            sys.exit(status or 1)

    def carry_out(self, outcomes, report):
        """Report each outcome as it comes; gives back the exit status of a stop, else 0."""
        try:
            for outcome in outcomes:
                report.add(outcome)
        except FileNotFoundError as error:
            raise CommandError(f"{error}: no such file or folder", returncode=2) from error
        except KeyboardInterrupt:
            return 128 + signal.SIGINT
        except Stopped:
            return 128 + signal.SIGTERM
        return 0


def find_outcomes(paths, importer, report):
    if not paths:
        return reread_all(importer, dry_run=report.is_dry_run)
    if report.is_dry_run and report.needs_no_rows:
        return read_paths(paths, importer)
    return import_paths(paths, importer, dry_run=report.is_dry_run)


class Stopped(BaseException):
    """SIGTERM came."""


def stop(_signal, _frame):
    raise Stopped
