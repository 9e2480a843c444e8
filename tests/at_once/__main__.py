"""python -m tests.at_once [--seed N] [--processes N] [--posts N] [--rounds N]: equal bases.

In each round that many processes import the same random posts at once into a new base, each in
another order; what people see must be what one process alone gives. It plays in bases of its
own, on the engine that DATABASE_URL names; on a PostgreSQL server of its own by:

pg_virtualenv sh -c 'DATABASE_URL=postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE \
python -m tests.at_once'
"""

import argparse
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "notes.settings")
django.setup()

from tests.at_once.rounds import play  # noqa: E402  (needs the apps set up)


def main():
    parser = argparse.ArgumentParser(
        prog="python -m tests.at_once",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for name, number in {"seed": 1, "processes": 8, "posts": 50, "rounds": 10}.items():
        parser.add_argument(f"--{name}", type=int, default=number, metavar="N")
    for line in play(**vars(parser.parse_args())):
        print(line, flush=True)


if __name__ == "__main__":
    main()
