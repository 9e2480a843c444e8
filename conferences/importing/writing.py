"""Writing what becomes of rows: the rows with their histories, addresses, conflicts, counts."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db import connection

from conferences.addresses import remember_addresses
from conferences.importing.changes import Action, RowChange
from conferences.importing.conflicts import write_conflicts
from conferences.importing.describe import describe
from conferences.importing.hearing import Place
from conferences.importing.kinds import KINDS, Kind
from conferences.importing.rows import create_rows, set_values, update_rows
from conferences.models import Run

IMPORT_LOCK = 0x7A1C_0E5
"""PostgreSQL's advisory lock that one importing transaction holds at a time."""

APP = "conferences"

COUNTED = {
    Action.CREATE: "new",
    Action.UPDATE: "changed",
    Action.HIDE: "hidden",
    Action.SHOW: "shown again",
}
"""What runs call what they did to rows."""


def take_import_lock() -> None:
    """On SQLite every transaction that writes holds the one write lock from its start."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORT_LOCK])


def count_rows() -> None:
    """Have PostgreSQL count what the tables hold: until it has, it plans for hardly any rows.

    It does so by itself in the next minute or two, in which a list narrowed by several filters
    would keep it busy for as long as it takes to try every row with every other.
    """
    if connection.vendor == "postgresql":
        quote = connection.ops.quote_name
        tables = [quote(model._meta.db_table) for model in apps.get_app_config(APP).get_models()]
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(tables)}")


def write_changes(
    changes: Sequence[RowChange], rows: dict[Place, Any], *, run: Run, reason: str, user: Any
) -> set[Place]:
    """Write every row, parents first; `rows` are those that stand, and those referred to.

    Gives back kind and key of the rows that readers will find changed.
    """
    slugs: list[tuple[Any, str]] = []
    for name in KINDS:
        own = [change for change in changes if change.kind == name]
        slugs += _write_kind(KINDS[name], own, rows, reason=reason, user=user)
    remember_addresses(slugs)
    write_conflicts(changes, rows, run)
    for change in changes:
        change.label = describe(change.kind, rows[change.kind, change.key])
    _count(changes, run)
    return {(change.kind, change.key) for change in changes if change.writes_seen_fields}


def _count(changes: Sequence[RowChange], run: Run) -> None:
    counts = Counter(run.counts)
    counts.update(COUNTED[change.action] for change in changes if change.writes_seen_fields)
    counts["in conflict"] += sum(len(change.conflicts) for change in changes)
    run.counts = {what: count for what, count in counts.items() if count}
    run.save(update_fields=["counts", "changed_at"])


def _write_kind(
    kind: Kind, changes: Sequence[RowChange], rows: dict[Place, Any], *, reason: str, user: Any
) -> list[tuple[Any, str]]:
    """Write the rows of one kind. Gives back those whose address changed, with the old slug."""
    created = [change for change in changes if change.action == Action.CREATE]
    unseen = [change for change in changes if not change.writes_seen_fields]
    seen = [change for change in changes if change not in created and change not in unseen]
    for change in created:
        rows[kind.name, change.key] = kind.model(key=change.key, by_hand=False)
    own = {change.key: rows[kind.name, change.key] for change in changes}
    slugs = [(own[c.key], own[c.key].slug) for c in changes if "slug" in c.before]
    for change in changes:
        _set(kind, own[change.key], change, rows)
    fields = {"said", "removed"}.union(*(change.values for change in seen))
    create_rows(kind, [own[c.key] for c in created], reason=reason, user=user)
    update_rows(kind, [own[c.key] for c in seen], fields, reason=reason, user=user)
    # What recaps say has changed, what the row shows has not: nothing for its history.
    kind.model.objects.bulk_update([own[c.key] for c in unseen], ["said"])
    return slugs


def _set(kind: Kind, row: Any, change: RowChange, rows: dict[Place, Any]) -> None:
    related = {
        change.values[rule.name]: rows[rule.relation, change.values[rule.name]]
        for rule in kind.rules
        if rule.relation and change.values.get(rule.name)
    }
    change.after = {
        **change.values,
        **{n: str(related[change.values[n]]) for n in kind.relations if change.values.get(n)},
    }
    set_values(kind, row, change.values, related)
    row.said = change.said
    if change.removed is not None:
        row.removed = change.removed
