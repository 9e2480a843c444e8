"""Carrying out a plan: one transaction a post, wholly or not at all."""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db import DatabaseError, IntegrityError, OperationalError, transaction

from conferences.importing.changes import RowChange
from conferences.importing.conflicts import drop_regained
from conferences.importing.doubts import carry_looks, doubts_looked_at
from conferences.importing.hearing import Place
from conferences.importing.match import Claim, remember_tokens
from conferences.importing.plan import Plan, find_recap, make_plan
from conferences.importing.posts import Overrides, Post, digest_at, overrides_of, read_post
from conferences.importing.writing import take_import_lock, write_changes
from conferences.models import Recap, RecapPath, Run, Source, Version
from conferences.recaps.outline import READER, Outline, ReadingWarning, RecapError
from conferences.upkeep import keep_up

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
    database_failed: bool = False
    """Whether it failed by no fault of the post: the disk is full, the base locked."""
    left_out: Sequence[ReadingWarning] = ()
    """What the outline says and the base cannot hold."""
    doubts: Mapping[Place, str] = field(default_factory=dict)
    """Which rows the post speaks of without the reader being sure, and why."""

    @property
    def conflicts(self) -> int:
        return sum(len(change.conflicts) for change in self.changes)

    @property
    def warnings(self) -> list[ReadingWarning]:
        """In the order of their lines."""
        read = self.outline.warnings if self.outline else ()
        return sorted((*read, *self.left_out), key=lambda warning: warning.line)


@dataclass(frozen=True, slots=True)
class ReadPost:
    post: Post
    outline: Outline
    overrides: Overrides


@dataclass(slots=True)
class Importer:
    """One import of any number of posts; its run begins with the first that changes something."""

    arguments: list[str] = field(default_factory=list)
    user: Any = None
    overrides: Overrides = field(default_factory=Overrides)
    reread: bool = False
    run: Run | None = None
    digest_at: Callable[[str], str] = digest_at
    """What stands at a path by now, as a digest; empty where a post moved away."""

    def import_post(self, post: Post) -> Outcome:
        """Read, plan and apply. Never raises for what a post holds: the outcome says it."""
        return self.apply(self.read(post))

    def read(self, post: Post) -> "ReadPost | Outcome":
        """What a post says, or why nothing of it is to be applied.

        By itself for callers that apply within a transaction: reading takes its time, and
        whoever writes meanwhile would wait for it.
        """
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
        return ReadPost(post, outline, overrides)

    def apply(self, read: "ReadPost | Outcome") -> Outcome:
        """Plan and apply what was read."""
        if isinstance(read, Outcome):
            return read
        return self._try_to_apply(read.post, read.outline, read.overrides)

    def _try_to_apply(self, post: Post, outline: Outline, overrides: Overrides) -> Outcome:
        for attempt in range(TRIES):
            run = copy(self.run)  # which has not counted what rolls back
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
        take_import_lock()
        recap = find_recap(post, outline, digest_at=self.digest_at)
        if recap and self._is_unchanged(post, outline, overrides, recap):
            _remember_path(post, recap)
            _remember_reader(post, recap)
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
            post.path,
            status,
            outline=outline,
            changes=changes,
            left_out=plan.match.warnings,
            doubts={(c.kind, c.key): c.doubt for c in plan.claims if c.doubt},
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
    failed = isinstance(error, OperationalError)
    return Outcome(post.path, Status.FAILED, reason, outline=outline, database_failed=failed)


def _remember_path(post: Post, recap: Recap) -> None:
    if not post.place:
        return
    known = RecapPath.objects.filter(path=post.place).first()
    if known is None:
        RecapPath.objects.create(recap=recap, path=post.place, sha256=post.sha256)
    elif (known.recap, known.sha256) != (recap, post.sha256):
        known.recap, known.sha256 = recap, post.sha256
        known.save(update_fields=["recap", "sha256"])


def _remember_reader(post: Post, recap: Recap) -> None:
    """That this reader finds in the post what an older one found: it need not ask again."""
    older = recap.versions.filter(is_current=True, sha256=post.sha256).exclude(reader=READER)
    if version := older.first():
        version.reader = READER
        version.save(update_fields=["reader"])


def _write(plan: Plan, run: Run, *, reason: str, user: Any) -> Recap:
    """Write every row, then the version and where it says what. Gives back the recap."""
    changed = write_changes(plan.changes, plan.rows, run=run, reason=reason, user=user)
    remember_tokens(plan.match)
    recap: Recap = plan.rows["recap", plan.recap_key]
    _write_version(plan, recap, run)
    drop_regained({c.key for c in plan.claims} | {key for _kind, key in plan.match.touched})
    # Joined rows are found otherwise, though nothing of them is written by the plan.
    keep_up(changed | plan.match.touched)
    return recap


def _write_version(plan: Plan, recap: Recap, run: Run) -> None:
    seen = doubts_looked_at(recap) if plan.version else {}
    if plan.version:
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
    sources = [_source(version, claim) for claim in plan.claims]
    carry_looks(seen, sources, plan.outline.text)
    Source.objects.bulk_create(sources)


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
