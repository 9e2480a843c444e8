"""Posts planned and carried out as shown: all of a portion, or those that the editor chose.

A plan is made by doing it and rolling it back. One version of a post is taken whole or not at
all, so what is chosen are posts.
"""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from conferences.admin.planning import LEFT_OUT, ImportPlan, PlannedPost, planned_import
from conferences.importing.changes import Action
from conferences.importing.duplicates import FINDERS, likely_duplicates
from conferences.models import Run

PORTION = 20
"""Posts at a time: a request that is planned or applied must end before a proxy gives it up."""
PORTION_SIZE = 128 * 1024


def portion_of(posts):
    """The first posts, as many as one request has time for; at least one."""
    size = 0
    for count, post in enumerate(posts[:PORTION]):
        size += len(post.data)
        if count and size > PORTION_SIZE:
            return posts[:count]
    return posts[:PORTION]


def plan_posts(importer, posts):
    """What importing the posts would do; nothing of it is done."""
    with transaction.atomic():
        plan = _with_doubles(_apply(importer, posts, [importer.read(post) for post in posts]))
        transaction.set_rollback(True)
    return plan


def carry_out(importer, posts, shown):
    """The plan of the posts that are shown, and whether it was carried out.

    `shown` holds the digest that each chosen post was shown with, by its handle. Where one of
    them would do anything else by now, nothing is done.
    """
    # Before the transaction: reading takes its time, and whoever writes meanwhile would wait.
    read = [importer.read(post) if handle_of(post) in shown else None for post in posts]
    with transaction.atomic():
        plan = _apply(importer, posts, read)
        if _as_shown(plan) != shown:
            plan = _with_doubles(plan)
            transaction.set_rollback(True)
            return plan, False
    return plan, True


def handle_of(post):
    """By what a form names the post."""
    return str(post.recap.pk) if post.recap else post.path


def chosen_in(values):
    """Of each chosen post the digest it was shown with, by its handle."""
    pairs = (value.partition(" ") for value in values.getlist("choose"))
    return {handle: digest for digest, _space, handle in pairs}


def run_of(user, number):
    """The run that the portions before this one were imported in; none where it is not theirs."""
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    return Run.objects.filter(pk=number, user=user, what=Run.IMPORT).first()


def _apply(importer, posts, read):
    return ImportPlan(
        tuple(
            _left_out(post) if one is None else _imported(importer, post, one)
            for post, one in zip(posts, read, strict=True)
        )
    )


def _imported(importer, post, read):
    return replace(planned_import(post, importer.apply(read)), handle=handle_of(post))


def _left_out(post):
    return PlannedPost(post.path, LEFT_OUT, _("left out"), (), handle=handle_of(post))


def _as_shown(plan):
    return {post.handle: post.digest for post in plan.posts if not post.is_left_out}


def _with_doubles(plan):
    """The plan with what speaks for a new row being one with another, which no import joins."""
    alike = _doubles([row for post in plan.posts for row in post.rows])
    return ImportPlan(
        tuple(
            replace(
                post,
                rows=tuple(replace(row, alike=alike.get(row.key, "")) for row in post.rows),
            )
            for post in plan.posts
        )
    )


def _doubles(rows):
    """By key of each new row in words which other it may be, and why."""
    found = {}
    for kind in FINDERS:
        new = {row.key for row in rows if row.kind == kind and row.action == Action.CREATE}
        for likely in likely_duplicates(kind, new) if new else ():
            if len(likely.doubts) >= len(likely.reasons):
                continue
            one, other = likely.one, likely.other
            for row, twin in ((one, other), (other, one)):
                if row.key in new:
                    found.setdefault(row.key, f"“{twin}”: {'; '.join(likely.reasons)}")
    return found
