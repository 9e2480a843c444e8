"""Runs in words: what each did, and what undoing one did."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q
from django.utils.timezone import localtime

from conferences.importing.report import change_lines, counted, printable, row_counts, shorten
from conferences.importing.undo import FATES, Undone, UndonePost
from conferences.models import Run

ARGUMENTS_SHOWN = 3


def list_runs() -> Iterator[str]:
    """A line a run, the newest first: number, when, who, what, how many posts, which rows."""
    for run in with_posts(Run.objects.select_related("user")).order_by("-pk").iterator():
        when = f"{localtime(run.created_at):%Y-%m-%d %H:%M}"
        who = str(run.user or "-")
        yield f"{run.pk:>6}  {when}  {who:<12}  {run.what:<10}  {tell_run(run)}".rstrip()


def with_posts(runs: Any) -> Any:
    """Adds `posts`, how many each imported, and `undone`, how many of these are withdrawn."""
    undone = Count("versions", filter=Q(versions__withdrawn_by__isnull=False))
    return runs.annotate(posts=Count("versions"), undone=undone)


def tell_run(run: Any) -> str:
    """Posts, rows, arguments of a run that has its posts counted."""
    posts = counted(run.posts, "post") if run.posts else ""
    posts += ", undone" if run.undone else ""
    given = [printable(str(argument)) for argument in run.arguments[:ARGUMENTS_SHOWN]]
    more = ["…"] if len(run.arguments) > ARGUMENTS_SHOWN else []
    return "; ".join(part for part in (posts, run.did, " ".join([*given, *more])) if part)


def tell_undone(undone: Undone, style: Any, *, with_rows: bool) -> Iterator[str]:
    """A line a post and one for each row that stays, with those that change if asked for."""
    if not undone.by:
        yield f"{undone.run} was undone before: nothing to do."
        return
    for post in undone.posts:
        rows = row_counts(post.changes)
        fate = style.SUCCESS(f"{post.fate:<10}")
        yield f"{fate}{printable(str(post.recap))}  {rows or FATES[post.fate]}"
        yield from change_lines([c for c in post.changes if with_rows or c.conflicts], style)
        yield from (style.NOTICE(f"  = {kind:<18}  {shorten(n)}  stays") for kind, n in post.kept)
    for tie in undone.ties:
        yield style.NOTICE(f"  = {tie.kind:<18}  stays one row: {shorten(tie.reason)}")
    yield f"{_count(undone.posts)}; {undone.by.did or 'no row changed'}"


def _count(posts: list[UndonePost]) -> str:
    kept = sum(len(post.kept) + post.conflicts for post in posts)
    rows = "row is" if kept == 1 else "rows are"
    return f"{counted(len(posts), 'post')} undone, {kept} {rows} kept"
