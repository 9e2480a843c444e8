"""An import asks and writes in bulk: its statements do not grow with the rows of a post."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences import models
from tests.importing.state import fresh_base, import_posts

pytestmark = pytest.mark.django_db

FEW, MANY = 2, 8
MOST = 100
"""On PostgreSQL, which is asked for two locks besides; the kinds of rows are fourteen."""
PEOPLE = ("Ada", "Bo", "Cora", "Dan", "Eva", "Finn", "Gus", "Hal")


def post_of(talks, *, day, date):
    head = f'---\ntitle: "LatheConf 2014 Day {day}"\nauthor: {date}\ndate: {date}\n---\n'
    told = (
        f"## Turning the {name} way\n\nBy {name} Turner{name}.\n\nIt was loud.\n\n"
        for name in PEOPLE[:talks]
    )
    return (head + "".join(told)).encode()


def statements(*posts):
    """How many the last of the posts takes."""
    with fresh_base():
        for number, post in enumerate(posts[:-1]):
            import_posts({f"/posts/{number}.md": post})
        with CaptureQueriesContext(connection) as captured:
            import_posts({"/posts/last.md": posts[-1]})
        assert models.Recap.objects.count() == len(posts)
    return len(captured)


def test_a_new_post():
    counts = [statements(post_of(talks, day=1, date="2014-05-06")) for talks in (FEW, MANY)]

    assert counts[0] == counts[1]
    assert counts[1] <= MOST


def test_a_post_that_says_otherwise_of_talks_that_are_known():
    counts = [
        statements(
            post_of(talks, day=2, date="2014-05-08"), post_of(talks, day=1, date="2014-05-06")
        )
        for talks in (FEW, MANY)
    ]

    assert counts[0] == counts[1]
    assert counts[1] <= MOST
