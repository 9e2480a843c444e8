"""What an import would do, in words for a page: made by doing it and rolling it back."""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conferences.admin.diffs import change_html
from conferences.admin.rows import find_rows
from conferences.importing.apply import Importer, Status
from conferences.importing.changes import Action
from conferences.importing.conflicts import PRESENCE
from conferences.importing.kinds import KINDS
from conferences.importing.posts import digest_at
from conferences.importing.undo import Fate
from conferences.models import Removed
from conferences.recaps.outline import ReadingWarning

CONFLICT = "conflict"
"""What becomes of a row that is left as it is, because a person changed what the posts did."""
KEPT = "kept"
"""And of one that stays though no post speaks of it, as an undo leaves it to people."""
SIGNS = {
    Action.CREATE: "+",
    Action.UPDATE: "~",
    Action.HIDE: "−",
    Action.SHOW: "+",
    CONFLICT: "!",
    KEPT: "=",
}
ACTIONS = {
    Action.CREATE: gettext_lazy("new"),
    Action.UPDATE: gettext_lazy("changed"),
    Action.HIDE: gettext_lazy("hidden"),
    Action.SHOW: gettext_lazy("shown again"),
    CONFLICT: gettext_lazy("in conflict"),
    KEPT: gettext_lazy("stays"),
}
STATUSES = {
    Status.CREATED: gettext_lazy("a new recap"),
    Status.UPDATED: gettext_lazy("a new version of a recap"),
    Status.UNCHANGED: gettext_lazy("known already, nothing to do"),
    Status.SKIPPED: gettext_lazy("left out"),
    Status.FAILED: gettext_lazy("cannot be imported"),
}
FATES = {
    Fate.WITHDRAWN: gettext_lazy("withdrawn: there is no version before"),
    Fate.PUT_BACK: gettext_lazy("the version before counts again"),
    Fate.REPLACED: gettext_lazy("stays: a later import brought a newer version"),
}


@dataclass(frozen=True)
class PlannedField:
    name: str
    html: SafeString
    is_conflict: bool


@dataclass(frozen=True)
class PlannedRow:
    action: str
    sign: str
    does: str
    kind: str
    label: str
    line: int | None
    fields: tuple[PlannedField, ...]


@dataclass(frozen=True)
class PlannedPost:
    name: str
    status: str
    says: str
    rows: tuple[PlannedRow, ...]
    sha256: str = ""
    reason: str = ""
    line: int = 0
    warnings: tuple[ReadingWarning, ...] = ()


@dataclass(frozen=True)
class ImportPlan:
    posts: tuple[PlannedPost, ...]

    @property
    def digest(self):
        """Equal for plans that do the same with the same bytes."""
        return sha256(repr(self.posts).encode()).hexdigest()

    @property
    def does_anything(self):
        return any(post.status in (Status.CREATED, Status.UPDATED) for post in self.posts)

    @property
    def summary(self):
        """How many rows of all posts are new, changed, hidden; how many fields in conflict."""
        rows = [row for post in self.posts for row in post.rows]
        counts = Counter(row.does for row in rows if row.action != CONFLICT)
        conflicts = sum(field.is_conflict for row in rows for field in row.fields)
        if conflicts:
            counts[_("in conflict")] = conflicts
        return ", ".join(f"{count} {what}" for what, count in counts.items())


def plan_import(posts, user):
    """What importing the posts would do; nothing of it is done."""
    importer, read = _read(posts, user)
    with transaction.atomic():
        plan = _apply(posts, importer, read)
        transaction.set_rollback(True)
    return plan


def carry_out(posts, user, digest):
    """The plan and its run, carried out where the plan is the one of the digest.

    Where it is not, the base has changed since: nothing is done, and there is no run.
    """
    importer, read = _read(posts, user)
    with transaction.atomic():
        plan = _apply(posts, importer, read)
        if plan.digest != digest:
            transaction.set_rollback(True)
            return plan, None
    return plan, importer.run


def _read(posts, user):
    digests = {post.place: post.sha256 for post in posts}
    importer = Importer(
        arguments=sorted(digests),
        user=user,
        digest_at=lambda path: digests.get(path) or digest_at(path),
    )
    return importer, [importer.read(post) for post in posts]


def _apply(posts, importer, read):
    outcomes = map(importer.apply, read)
    return ImportPlan(tuple(map(_planned, posts, outcomes)))


def _planned(post, outcome):
    rows = find_rows(_named(outcome.changes))
    return PlannedPost(
        name=post.path,
        status=outcome.status,
        says=str(STATUSES[outcome.status]),
        rows=tuple(_planned_row(change, rows) for change in outcome.changes),
        sha256=post.sha256,
        reason=outcome.reason,
        line=outcome.line,
        warnings=outcome.warnings,
    )


def planned_undo(post):
    """What becomes of a post of a run that is undone."""
    rows = find_rows(_named(post.changes))
    kept = (
        PlannedRow(KEPT, SIGNS[KEPT], str(ACTIONS[KEPT]), kind, label, None, ())
        for kind, label in post.kept
    )
    return PlannedPost(
        name=str(post.recap),
        status=Status.UPDATED,
        says=str(FATES[post.fate]),
        rows=(*(_planned_row(change, rows) for change in post.changes), *kept),
    )


def _planned_row(change, rows):
    is_left = change.action == Action.UPDATE and not change.values
    action = CONFLICT if is_left else change.action
    return PlannedRow(
        action=action,
        sign=SIGNS[action],
        does=str(ACTIONS[action]),
        kind=change.kind,
        label=change.label,
        line=change.line,
        fields=(*_changed_fields(change, rows), *_conflicts(change, rows)),
    )


def _changed_fields(change, rows):
    if change.action in (Action.UPDATE, Action.SHOW):
        for name, value in change.values.items():
            words = _words(change.before.get(name), rows), _words(value, rows)
            yield PlannedField(name, change_html(*words), is_conflict=False)


def _conflicts(change, rows):
    for conflict in change.conflicts:
        words = _words(conflict.value, rows), _words(conflict.said, rows)
        if conflict.field == PRESENCE:
            words = _("on the site"), str(Removed(conflict.said).label)
        yield PlannedField(conflict.field, change_html(*words), is_conflict=True)


def _named(changes):
    """Kind and key of the rows that stand in changed fields."""
    for change in changes:
        relations = {rule.name: rule.relation for rule in KINDS[change.kind].rules if rule.relation}
        for name, relation in relations.items():
            conflicts = [c for c in change.conflicts if c.field == name]
            values = [change.values.get(name), change.before.get(name)]
            values += [value for c in conflicts for value in (c.value, c.said)]
            yield from ((relation, value) for value in values if value)


def _words(value, rows):
    return "" if value is None else str(rows.get(value, value))
