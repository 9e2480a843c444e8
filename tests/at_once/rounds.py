"""Rounds of imports at once, by a seed."""

import tempfile
from pathlib import Path
from random import Random

from django.db import connection

from tests.at_once.processes import new_base, state_after
from tests.importing.posts import post_texts
from tests.year.chance import Chance


def play(*, seed, processes, posts, rounds):
    """A line for each round; fails at the first that gives another base than one process."""
    random = Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write_posts(folder, posts, random)
        with new_base(folder, "talk_notes_alone") as url:
            expected = state_after(url, paths)
        for number in range(1, rounds + 1):
            orders = [random.sample(paths, len(paths)) for _ in range(processes)]
            with new_base(folder, f"talk_notes_round_{number}") as url:
                assert state_after(url, *orders) == expected, f"round {number}: another base"
            yield f"round {number} on {connection.vendor}: {processes} processes, equal bases"


def write_posts(folder, count, random):
    """The paths of random posts, no two alike."""
    chance, posts = Chance(random), set()
    while len(posts) < count:
        posts.add(chance.draw(post_texts).data())
    paths = [folder / f"{number:02}.md" for number in range(count)]
    for path, data in zip(paths, sorted(posts), strict=True):
        path.write_bytes(data)
    return paths
