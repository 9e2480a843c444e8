"""A fault at any statement of an import leaves the base as it was, or as it will be."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.db import OperationalError, connection

from tests.importing.posts import NEWS, SENTENCES, PostText, TalkText
from tests.importing.state import import_posts, visible_state

ADA = (("Ada Turner", "https://twitter.com/adaturns"),)
GEARS = TalkText("Gears that never wear out", ADA, SENTENCES[:2], NEWS[:2])
THREADS = TalkText("Cutting threads by hand", (("Bo Millar", ""),), SENTENCES[2:], ())
BEFORE = PostText(("GearConf 2015", ""), 1, "Ann Attendee", "2015-05-03", (GEARS, THREADS))
AFTER = replace(BEFORE, talks=(replace(GEARS, title="Gears for ever", news=NEWS[1:]),))


@contextmanager
def fault_at(number, *, lasting=True):
    """The `number`th statement fails, and all after it where the fault is lasting, as on a full
    disk; a lock or a lost connection passes. Gives a list that holds what failed.
    """
    seen, failed = 0, []

    def count(execute, sql, params, many, context):
        nonlocal seen
        seen += 1
        is_hit = seen == number or (lasting and seen > number)
        if is_hit and not sql.startswith(("ROLLBACK", "SAVEPOINT", "RELEASE")):
            failed.append(sql)
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield failed


@pytest.mark.parametrize("lasting", [True, False], ids=["lasting", "passing"])
@pytest.mark.django_db(transaction=True)
def test_a_fault_at_any_statement_leaves_a_post_whole_or_absent(lasting):
    import_posts({"/a.md": BEFORE.data()})
    before = visible_state()

    number, failed = 0, [""]
    while failed:
        number += 1
        assert visible_state() == before, f"the fault at statement {number - 1} left a half"
        with fault_at(number, lasting=lasting) as failed:
            (outcome,) = import_posts({"/a.md": AFTER.data()})
        if failed:
            assert outcome.status == "failed"
            assert outcome.reason == "the database refused it: database or disk is full"

    assert outcome.status == "updated"
    assert number > 30
    assert visible_state() != before


@pytest.mark.django_db(transaction=True)
def test_after_a_fault_the_same_import_gives_what_it_would_have_given():
    import_posts({"/a.md": BEFORE.data()})
    with fault_at(20):
        import_posts({"/a.md": AFTER.data()})

    import_posts({"/a.md": AFTER.data()})

    titles = [talk["title"] for talk in visible_state()["talk"]]
    assert titles == ["Gears for ever"]
