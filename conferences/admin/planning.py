"""What an import or an undo would do, in words for a page."""

from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conferences.admin.diffs import change_html
from conferences.admin.rows import find_rows
from conferences.importing.apply import Status
from conferences.importing.changes import Action
from conferences.importing.conflicts import PRESENCE
from conferences.importing.kinds import KINDS
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
LEFT_OUT = "left out"
"""The status of a post that the editor did not choose."""
NO_DOUBTS = MappingProxyType({})
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
    key: str = field(default="", repr=False)
    doubt: str = ""
    """What the reader was not sure of."""
    alike: str = field(default="", repr=False)
    """Which other row it may be one with, and why."""


@dataclass(frozen=True)
class PlannedPost:
    """What becomes of a post; two that are spelled the same do the same."""

    name: str
    status: str
    says: str
    rows: tuple[PlannedRow, ...]
    sha256: str = ""
    reason: str = ""
    line: int = 0
    warnings: tuple[ReadingWarning, ...] = ()
    handle: str = field(default="", repr=False)
    """By what a form names it."""

    @property
    def digest(self):
        return sha256(repr(self).encode()).hexdigest()

    @property
    def is_offered(self):
        """Whether there is anything to choose."""
        return self.status in (Status.CREATED, Status.UPDATED, LEFT_OUT)

    @property
    def is_left_out(self):
        return self.status == LEFT_OUT

    @property
    def wants_a_look(self):
        """Whether more than plain news is in it."""
        return any(row.action != Action.CREATE or row.doubt or row.alike for row in self.rows)

    @property
    def summary(self):
        return _summary(self.rows)


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
    def is_offered(self):
        return any(post.is_offered for post in self.posts)

    @property
    def unchanged(self):
        return [post for post in self.posts if post.status == Status.UNCHANGED]

    @property
    def others(self):
        return [post for post in self.posts if post.status != Status.UNCHANGED]

    @property
    def summary(self):
        return _summary([row for post in self.posts for row in post.rows])


def _summary(rows):
    """How many rows are new, changed, hidden; how many fields in conflict, what to look at."""
    counts = Counter(row.does for row in rows if row.action != CONFLICT)
    counts[_("in conflict")] = sum(field.is_conflict for row in rows for field in row.fields)
    counts[_("in doubt")] = sum(bool(row.doubt) for row in rows)
    counts[_("likely a double")] = sum(bool(row.alike) for row in rows)
    return ", ".join(f"{count} {what}" for what, count in counts.items() if count)


def planned_import(post, outcome):
    """What becomes of a post that is imported."""
    rows = find_rows(_named(outcome.changes))
    return PlannedPost(
        name=post.path,
        status=outcome.status,
        says=str(STATUSES[outcome.status]),
        rows=tuple(_planned_row(change, rows, outcome.doubts) for change in outcome.changes),
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


def _planned_row(change, rows, doubts=NO_DOUBTS):
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
        key=change.key,
        doubt=doubts.get((change.kind, change.key), ""),
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
