"""The base as people see it and as it is stored, for comparing."""

from contextlib import contextmanager
from hashlib import sha256
from itertools import count

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from conferences.importing.apply import Importer
from conferences.importing.kinds import KINDS
from conferences.importing.posts import Post
from conferences.importing.rows import values_of


@contextmanager
def fresh_base():
    """An empty base for one example; rolled back at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def counted_keys():
    """Rows made by hand get keys in turn: those of chance would make two runs differ."""
    numbers = count()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("conferences.keys.token_hex", lambda size: str(next(numbers)))
        yield


def import_posts(posts, there=None, **options):
    """Import `posts`, path to bytes, one by one, while those `there` stand; the outcomes."""
    importer = Importer(digest_at=digests_of(there or posts), **options)
    return [importer.import_post(Post(path, path, data)) for path, data in posts.items()]


def digests_of(posts):
    """What tells imports which posts stand where."""
    return lambda path: sha256(posts[path]).hexdigest() if path in posts else ""


def visible_state():
    """What people see, by kind: rows as their fields, with rows they refer to by address."""
    return {
        name: sorted((visible_values(kind, row) for row in kind.model.objects.visible()), key=repr)
        for name, kind in KINDS.items()
    }


def visible_values(kind, row):
    values = values_of(kind, row)
    for rule in kind.rules:
        if rule.relation:
            values[rule.name] = address_of(getattr(row, rule.name))
    return values


def address_of(row):
    """What tells a row without its key."""
    if row is None:
        return None
    if row.kind == "announcement":
        return (row.conference.slug, row.text)
    if row.kind == "day":
        return (row.conference.slug, row.number, row.date)
    return row.slug


def stored_state():
    """Every row of every table of ours, histories and timestamps included."""
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("conferences").get_models()
    }


@contextmanager
def no_writes():
    """Fails where a statement would change a row."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        yield
    writes = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert writes == []
