"""Carrying out a plan: one transaction a post, wholly or not at all."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db import DatabaseError, IntegrityError, connection, transaction

from conferences.addresses import remember_addresses
from conferences.importing.describe import describe
from conferences.importing.kinds import KINDS, Kind
from conferences.importing.match import Claim, remember_tokens
from conferences.importing.merge import FieldConflict
from conferences.importing.plan import Action, Place, Plan, RowChange, find_recap, make_plan
from conferences.importing.posts import Overrides, Post, overrides_of, read_post
from conferences.importing.rows import create_rows, set_values, update_rows
from conferences.models import Conflict, Recap, RecapPath, Removed, Run, Source, Version
from conferences.recaps.outline import READER, Outline, ReadingWarning, RecapError
from conferences.search import index_rows

IMPORT_LOCK = 0x7A1C_0E5
"""PostgreSQL's advisory lock that one importing transaction holds at a time."""
TRIES = 3


class Status(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(slots=True)
class Outcome:
    """What became of a post."""

    post: str
    """Its path as the caller gave it."""
    status: Status
    reason: str = ""
    """Why it was skipped, or failed: one line."""
    line: int = 0
    outline: Outline | None = None
    changes: list[RowChange] = field(default_factory=list)
    left_out: Sequence[ReadingWarning] = ()
    """What the outline says and the base cannot hold."""

    @property
    def conflicts(self) -> int:
        return sum(len(change.conflicts) for change in self.changes)

    @property
    def warnings(self) -> list[ReadingWarning]:
        """In the order of their lines."""
        read = self.outline.warnings if self.outline else ()
        return sorted((*read, *self.left_out), key=lambda warning: warning.line)


@dataclass(slots=True)
class Importer:
    """One import of any number of posts; its run begins with the first that changes something."""

    arguments: list[str] = field(default_factory=list)
    user: Any = None
    overrides: Overrides = field(default_factory=Overrides)
    reread: bool = False
    run: Run | None = None
    is_there: Callable[[str], bool] = os.path.exists
    """Whether a post still stands at a path: a moved one does not."""

    def import_post(self, post: Post) -> Outcome:
        """Read, plan and apply. Never raises for what a post holds: the outcome says it."""
        try:
            overrides = self.overrides if self.overrides.as_dict() else overrides_of(post)
            outline = read_post(post, overrides)
        except RecapError as error:
            return Outcome(post.path, Status.FAILED, str(error), error.line)
        except DatabaseError as error:
            return _refused(post, None, error)
        if outline.draft:
            return Outcome(post.path, Status.SKIPPED, "is a draft", outline=outline)
        if outline.conference is None:
            reason = "names neither a conference nor a talk"
            return Outcome(post.path, Status.SKIPPED, reason, outline=outline)
        return self._try_to_apply(post, outline, overrides)

    def _try_to_apply(self, post: Post, outline: Outline, overrides: Overrides) -> Outcome:
        for attempt in range(TRIES):
            run = self.run
            try:
                with transaction.atomic():
                    return self._apply(post, outline, overrides)
            except RecapError as error:
                self.run = run
                return Outcome(post.path, Status.FAILED, str(error), error.line, outline)
            except IntegrityError as error:
                # Somebody saved a row of the same name meanwhile: the next plan knows it.
                self.run = run
                if attempt == TRIES - 1:
                    return _refused(post, outline, error)
            except DatabaseError as error:
                self.run = run
                return _refused(post, outline, error)
        raise AssertionError("the last try returns")

    def _apply(self, post: Post, outline: Outline, overrides: Overrides) -> Outcome:
        _take_import_lock()
        recap = find_recap(post, outline, is_there=self.is_there)
        if recap and self._is_unchanged(post, outline, overrides, recap):
            _remember_path(post, recap)
            return Outcome(post.path, Status.UNCHANGED, outline=outline)
        self.run = self.run or Run.objects.create(arguments=self.arguments, user=self.user)
        plan = make_plan(post, outline, recap, self.run)
        plan.overrides = overrides.as_dict()
        reason = f"import {self.run.pk}: {post.path}"
        recap = _write(plan, self.run, reason=reason, user=self.user)
        _remember_path(post, recap)
        changes = [change for change in plan.changes if change.is_seen]
        status = Status.UPDATED if plan.version else Status.CREATED
        return Outcome(
            post.path, status, outline=outline, changes=changes, left_out=plan.match.warnings
        )

    def _is_unchanged(
        self, post: Post, outline: Outline, overrides: Overrides, recap: Recap
    ) -> bool:
        """Whether the base holds all of this already.

        A path that still shows what it last showed says nothing new, though another path
        of the same recap may have moved on.
        """
        version = recap.versions.filter(is_current=True).first()
        if version is None:
            return False
        if version.sha256 != post.sha256:
            return recap.paths.filter(path=post.place, sha256=post.sha256).exists()
        if version.overrides != overrides.as_dict():
            return False
        if version.reader == READER and not self.reread:
            return True
        return Outline.from_dict(version.outline, outline.text) == outline


def _refused(post: Post, outline: Outline | None, error: Exception) -> Outcome:
    reason = f"the database refused it: {' '.join(str(error).split())}"
    return Outcome(post.path, Status.FAILED, reason, outline=outline)


def _take_import_lock() -> None:
    """On SQLite every transaction that writes holds the one write lock from its start."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORT_LOCK])


def _remember_path(post: Post, recap: Recap) -> None:
    if not post.place:
        return
    known = RecapPath.objects.filter(path=post.place).first()
    if known is None:
        RecapPath.objects.create(recap=recap, path=post.place, sha256=post.sha256)
    elif known.sha256 != post.sha256:
        known.sha256 = post.sha256
        known.save(update_fields=["sha256"])


def _write(plan: Plan, run: Run, *, reason: str, user: Any) -> Recap:
    """Write every row, then the version and where it says what. Gives back the recap."""
    slugs: list[tuple[Any, str]] = []
    for name in KINDS:
        changes = [change for change in plan.changes if change.kind == name]
        slugs += _write_kind(plan, name, changes, reason=reason, user=user)
    remember_addresses(slugs)
    remember_tokens(plan.match)
    _write_conflicts(plan.changes, run)
    recap: Recap = plan.rows["recap", plan.recap_key]
    _write_version(plan, recap, run)
    index_rows(_written_places(plan))
    for change in plan.changes:
        change.label = describe(change.kind, plan.rows[change.kind, change.key])
    return recap


def _written_places(plan: Plan) -> set[Place]:
    """Kind and key of the rows that readers will find changed, those of joined rows included."""
    changed = {(change.kind, change.key) for change in plan.changes if change.writes_seen_fields}
    return changed | plan.match.touched


def _write_kind(
    plan: Plan, name: str, changes: Sequence[RowChange], *, reason: str, user: Any
) -> list[tuple[Any, str]]:
    """Write the rows of one kind. Gives back those whose address changed, with the old slug."""
    kind = KINDS[name]
    created = [change for change in changes if change.action == Action.CREATE]
    unseen = [change for change in changes if not change.writes_seen_fields]
    seen = [change for change in changes if change not in created and change not in unseen]
    for change in created:
        plan.rows[name, change.key] = kind.model(key=change.key, by_hand=False)
    rows = {change.key: plan.rows[name, change.key] for change in changes}
    slugs = [(rows[c.key], rows[c.key].slug) for c in changes if "slug" in c.before]
    for change in changes:
        _set(plan, kind, rows[change.key], change)
    fields = {"said", "removed"}.union(*(change.values for change in seen))
    create_rows(kind, [rows[c.key] for c in created], reason=reason, user=user)
    update_rows(kind, [rows[c.key] for c in seen], fields, reason=reason, user=user)
    # What recaps say has changed, what the row shows has not: nothing for its history.
    kind.model.objects.bulk_update([rows[c.key] for c in unseen], ["said"])
    return slugs


def _set(plan: Plan, kind: Kind, row: Any, change: RowChange) -> None:
    related = {
        change.values[rule.name]: plan.rows[rule.relation, change.values[rule.name]]
        for rule in kind.rules
        if rule.relation and change.values.get(rule.name)
    }
    change.after = {
        **change.values,
        **{n: str(related[change.values[n]]) for n in kind.relations if change.values.get(n)},
    }
    set_values(kind, row, change.values, related)
    row.said = change.said
    if change.action == Action.HIDE:
        row.removed = Removed.UNSAID
    elif change.action == Action.SHOW:
        row.removed = ""


def _write_conflicts(changes: Iterable[RowChange], run: Run) -> None:
    """Open a conflict, or bring the open one up to date: its base stays the first."""
    conflicts = [(change, conflict) for change in changes for conflict in change.conflicts]
    if not conflicts:
        return
    keys = {change.key for change, _conflict in conflicts}
    waiting = {(c.key, c.field): c for c in Conflict.objects.filter(key__in=keys, outcome="")}
    opened, changed = [], []
    for change, conflict in conflicts:
        known = waiting.get((change.key, conflict.field))
        if known:
            known.said, known.value, known.run = conflict.said, conflict.value, run
            changed.append(known)
        else:
            opened.append(_conflict(change, conflict, run))
    Conflict.objects.bulk_create(opened)
    Conflict.objects.bulk_update(changed, ["said", "value", "run"])


def _conflict(change: RowChange, conflict: FieldConflict, run: Run) -> Conflict:
    return Conflict(
        kind=change.kind,
        key=change.key,
        field=conflict.field,
        base=conflict.base,
        said=conflict.said,
        value=conflict.value,
        run=run,
    )


def _write_version(plan: Plan, recap: Recap, run: Run) -> None:
    recap.versions.filter(is_current=True).update(is_current=False)
    version = Version.objects.create(
        recap=recap,
        run=run,
        data=plan.post.data,
        sha256=plan.post.sha256,
        reader=READER,
        rank=plan.rank,
        overrides=plan.overrides,
        outline=plan.outline.as_dict(),
    )
    Source.objects.bulk_create([_source(version, claim) for claim in plan.claims])


def _source(version: Version, claim: Claim) -> Source:
    return Source(
        version=version,
        kind=claim.kind,
        key=claim.key,
        entry=claim.entry,
        says=claim.says,
        start=claim.start,
        end=claim.end,
        line=claim.line,
        last_line=claim.last_line,
        rule=claim.rule,
        doubt=claim.doubt,
    )
