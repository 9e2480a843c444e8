"""Importing beside bare Python-Markdown: new posts, unchanged posts, one changed."""

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

import markdown

from conferences.recaps import read_recap
from tests.importing.posts import CONFERENCES, NEWS, SENTENCES, TITLES, PostText, TalkText

ROOT = Path(__file__).resolve().parent.parent.parent
FIRST, LAST = ("Ada", "Bo", "Cora", "Dan", "Eva", "Finn"), ("Turner", "Millar", "Smith", "Wright")
ROUNDS = 3


def run(options):
    """Print ratios for a folder of generated posts, each about 900 words long."""
    count = 40 if options.quick else 200
    with tempfile.TemporaryDirectory() as folder:
        posts = write_posts(Path(folder) / "posts", count)
        base = median(seconds(render, posts) for _ in range(ROUNDS))
        reading = median(seconds(read, posts) for _ in range(ROUNDS))
        print(f"{count} posts; markdown.markdown takes {base / count * 1000:.1f} ms a post")
        print(f"read_recap           {reading / base:5.2f} x markdown.markdown")

        url = f"sqlite:///{folder}/bench.sqlite3"
        manage(url, "migrate", "-v0")
        setup = median(seconds(manage, url, "version") for _ in range(ROUNDS))
        new = seconds(manage, url, "import_recaps", folder)
        print(f"new, whole process   {(new - setup) / base:5.2f} x markdown.markdown")
        again = median(seconds(manage, url, "import_recaps", folder) for _ in range(ROUNDS))
        print(f"all unchanged        {again / setup:5.2f} x starting Django")
        posts[0].write_text(posts[0].read_text().replace("measure twice", "measure thrice"))
        one = seconds(manage, url, "import_recaps", folder)
        print(f"one changed          {one / setup:5.2f} x starting Django")


def write_posts(folder, count):
    folder.mkdir()
    chance = random.Random(0)
    paths = [folder / f"{number:04}.md" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(make_post(number, chance).data())
    return paths


def make_post(number, chance):
    talks = tuple(
        TalkText(
            title=f"{chance.choice(TITLES[:5])}, part {chance.randrange(40)}",
            speakers=((f"{chance.choice(FIRST)} {chance.choice(LAST)}", ""),),
            sentences=tuple(chance.choice(SENTENCES) for _ in range(12)),
            news=tuple(chance.sample(NEWS, 2)),
        )
        for _ in range(6)
    )
    author, date = f"Author {number}", f"2015-{number % 12 + 1:02}-01"
    return PostText(chance.choice(CONFERENCES), number % 3, author, date, talks)


def render(paths):
    for path in paths:
        markdown.markdown(path.read_text())


def read(paths):
    for path in paths:
        read_recap(path.read_bytes(), str(path))


def manage(url, *arguments):
    subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def seconds(function, *arguments):
    start = perf_counter()
    function(*arguments)
    return perf_counter() - start
