"""python -m tests.year [--seed N] [--posts N] [--edits N] …: a year, and nothing of it is lost.

It plays in a test database of its own beside the one that DATABASE_URL names, on the same
engine; on a PostgreSQL server of its own by:

pg_virtualenv sh -c 'DATABASE_URL=postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE \
python -m tests.year'
"""

import argparse
import os
import tempfile
from dataclasses import fields
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "notes.settings")
django.setup()

from django.db import connection  # noqa: E402  (needs the apps set up)
from django.test.utils import setup_test_environment  # noqa: E402

from tests.year.playing import Amounts, Year  # noqa: E402


def main():
    parser = argparse.ArgumentParser(
        prog="python -m tests.year",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--seed", type=int, default=1, help="which year (default: 1)")
    for amount in fields(Amounts):
        parser.add_argument(f"--{amount.name}", type=int, default=amount.default, metavar="N")
    options = vars(parser.parse_args())
    seed = options.pop("seed")
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    try:
        done = play(seed, Amounts(**options))
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    print(f"year {seed} on {connection.vendor}, nothing lost:")
    for what, often in sorted(done.items()):
        print(f"{often:4} {what.replace('_', ' ')}")


def play(seed, amounts):
    with tempfile.TemporaryDirectory() as folder:
        year = Year(seed, amounts, Path(folder), tell=lambda line: print(line, flush=True))
        try:
            return year.play()
        finally:
            year.teardown()


if __name__ == "__main__":
    main()
