"""What each class of query costs beside that of a rare word, on made-up talks."""

import argparse
import os
import random
import time
from collections.abc import Callable, Iterator
from itertools import islice
from statistics import median, quantiles

import django

WORDS = 80  # of notes a talk
VOCABULARY = 20_000
AT_ONCE = 500
TRIES = 15


def run(options: argparse.Namespace) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "notes.settings")
    django.setup()
    # Models can be imported only now.
    from django.db import connection

    size = 2_000 if options.quick else 20_000
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        start = time.process_time()
        fill(size)
        seconds = time.process_time() - start
        print(f"{size:,} talks on {connection.vendor}, indexed in {seconds:.1f} s; p50 and p95:")
        compare()
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def fill(size: int) -> None:
    from conferences.models import SearchDoc, SearchTerm
    from conferences.search.engine import engine

    SearchTerm.objects.bulk_create(SearchTerm(word=f"word{n}") for n in range(VOCABULARY))
    docs = made_up_talks(size)
    while batch := list(islice(docs, AT_ONCE)):
        SearchDoc.objects.bulk_create(batch)
        engine().add(batch)


def made_up_talks(size: int) -> Iterator:
    from conferences.models import SearchDoc
    from conferences.search.tokens import ENGLISH, fields_as_tokens

    chance = random.Random(1)
    vocabulary = [f"word{number}" for number in range(VOCABULARY)]
    weights = [1 / (number + 1) for number in range(VOCABULARY)]
    for number in range(size):
        said = chance.choices(vocabulary, weights, k=WORDS + 8)
        title, text = " ".join(said[:8]), " ".join(said[8:])
        words, stems = fields_as_tokens([[(title, ENGLISH)], [], [(text, ENGLISH)]])
        yield SearchDoc(
            kind="talk", key=f"{number:032x}", title=title, text=text, words=words, stems=stems
        )


def compare() -> None:
    from conferences.search import search, suggest
    from conferences.search.completing import complete

    classes: dict[str, Callable[[int], object]] = {
        "rare word": lambda n: search(f'"word{9_000 + n}"'),
        "medium word": lambda n: search(f'"word{200 + n}"'),
        "common word": lambda n: search(f'"word{n}"'),
        "two common words": lambda n: search(f'"word{n}" "word{n + 1}"'),
        "phrase": lambda n: search(f'"word{n} word{n + 1}"'),
        "beginning": lambda n: search(f"word{n}"),
        "exclusion": lambda n: search(f'"word{n}" -word{n + 1}'),
        "while typing": lambda n: complete(f"word{200 + n}"),
        "typo": lambda n: suggest(f"wrod{9_000 + n}"),
    }
    rare = 0.0
    for name, ask in classes.items():
        taken = sorted(milliseconds(ask, number) for number in range(TRIES))
        slow = quantiles(taken, n=20)[-1]
        rare = rare or slow
        print(f"  {name:18} {median(taken):7.1f} {slow:7.1f} ms   x{slow / rare:5.1f}")


def milliseconds(ask: Callable[[int], object], number: int) -> float:
    """Of the processor, as others use the machine too."""
    start = time.process_time()
    ask(number)
    return 1000 * (time.process_time() - start)
