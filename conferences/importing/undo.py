"""Undoing an import: the versions before its own speak again, and rows are folded anew.

Nothing is read out of histories, so an undo is told from an edit as an import is: fields that
people touched since stay as they are. A version that was withdrawn never speaks again; the
same post comes back by another import.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db import transaction

from conferences.importing.changes import RowChange
from conferences.importing.conflicts import drop_regained
from conferences.importing.describe import describe
from conferences.importing.hearing import Place
from conferences.importing.match import Claim
from conferences.importing.plan import load_places, plan_rows
from conferences.importing.twins import meet_twins
from conferences.importing.writing import take_import_lock, write_changes
from conferences.models import Decision, Recap, Run, Source, Version
from conferences.upkeep import keep_up


class CannotUndo(ValueError):
    """Why a run cannot be undone: one line."""


class Fate(StrEnum):
    """What becomes of a post of the run."""

    WITHDRAWN = "withdrawn"
    PUT_BACK = "put back"
    REPLACED = "replaced"


FATES = {
    Fate.WITHDRAWN: "the recap is withdrawn: there is no version before",
    Fate.PUT_BACK: "the version before counts again",
    Fate.REPLACED: "a later import replaced this version, which stays",
}


@dataclass(slots=True)
class UndonePost:
    """A post of the run, and what becomes of the rows that it speaks of."""

    recap: Recap
    fate: Fate
    changes: list[RowChange] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    """Kind and name of the rows that came with the run or later and stay without a source."""

    @property
    def conflicts(self) -> int:
        return sum(len(change.conflicts) for change in self.changes)


@dataclass(slots=True)
class Undone:
    """What undoing a run did, or would do."""

    run: Run
    by: Run | None = None
    """The run that undid it; None where there was nothing left to undo."""
    posts: list[UndonePost] = field(default_factory=list)
    ties: list[Decision] = field(default_factory=list)
    """What the run made one, and stays so."""


@dataclass(slots=True)
class _Turn:
    """A version that is withdrawn, and the one that speaks again in its stead."""

    version: Version
    post: UndonePost
    places: set[Place] = field(default_factory=set)
    before: Version | None = None


@transaction.atomic
def undo_run(run: Run, *, user: Any = None, dry_run: bool = False) -> Undone:
    """Undo an import, all of it or nothing; a dry run does so and rolls back.

    Undone before, it changes nothing. Raises CannotUndo for a run that is no import.
    """
    if run.what != Run.IMPORT:
        raise CannotUndo(f"run {run.pk} is no import but: {run.what}")
    take_import_lock()
    versions = _versions_left(run)
    if not versions:
        return Undone(run)
    by = Run.objects.create(what=Run.UNDO, arguments=[str(run)], user=user)
    run.versions.filter(withdrawn_by=None).update(withdrawn_by=by)
    turns = [_withdraw(version) for version in versions]
    for turn in turns:
        _fold(turn, by=by, reason=f"{by}: {run} undone", user=user)
    for turn in turns:
        turn.post.kept = list(_kept(turn, run))
    undone = Undone(run, by, [turn.post for turn in turns], _ties(run))
    if dry_run:
        transaction.set_rollback(True)
    return undone


def _versions_left(run: Run) -> list[Version]:
    """Those of the run that nobody withdrew, of each recap the last."""
    versions = run.versions.filter(withdrawn_by=None).order_by("pk")
    found = versions.select_related("recap").defer("data", "outline")
    return list({version.recap_id: version for version in found}.values())


def _withdraw(version: Version) -> _Turn:
    """Where the version is the current one, let the one before it speak again."""
    if not version.is_current:
        return _Turn(version, UndonePost(version.recap, Fate.REPLACED))
    version.is_current = False
    version.save(update_fields=["is_current"])
    before = _version_before(version)
    if before:
        before.is_current = True
        before.save(update_fields=["is_current"])
    # What was last seen there says nothing of it any more: it comes back by the next import.
    seen = version.recap.paths.filter(sha256=version.sha256)
    seen.update(sha256=before.sha256 if before else "")
    post = UndonePost(version.recap, Fate.PUT_BACK if before else Fate.WITHDRAWN)
    return _Turn(version, post, _places(version.sources.all()), before)


def _version_before(version: Version) -> Version | None:
    earlier = version.recap.versions.filter(withdrawn_by=None, pk__lt=version.pk)
    return earlier.defer("data", "outline").order_by("pk").last()


def _places(sources: Iterable[Source]) -> set[Place]:
    return {(source.kind, source.key) for source in sources}


def _fold(turn: _Turn, *, by: Run, reason: str, user: Any) -> None:
    sources = list(turn.before.sources.all()) if turn.before else []
    places = turn.places | _places(sources)
    rows = load_places(places)
    met = _lead_to_twins(sources, rows)
    rows |= load_places(met - places)
    changes = plan_rows(places | met, rows)
    write_changes(changes, rows, run=by, reason=reason, user=user)
    drop_regained({source.key for source in sources})
    keep_up(places | met)
    turn.post.changes = [change for change in changes if change.is_seen]


def _lead_to_twins(sources: Sequence[Source], rows: dict[Place, Any]) -> set[Place]:
    """Have statements mean the rows that people moved to where they speak of; those rows."""
    led = []
    for source, claim in zip(sources, meet_twins(list(map(_claim, sources)), rows), strict=True):
        if claim.key != source.key:
            source.key = claim.key
            led.append(source)
    Source.objects.bulk_update(led, ["key"])
    return _places(led)


def _claim(source: Source) -> Claim:
    return Claim(**{name: getattr(source, name) for name in Claim.__dataclass_fields__})


def _kept(turn: _Turn, run: Run) -> Iterator[tuple[str, str]]:
    """Rows that stay though nobody speaks of them: people edited them or hung others on them."""
    told = {change.key for change in turn.post.changes if change.conflicts}
    keys = {key for _kind, key in turn.places}
    said = set(Source.objects.current().filter(key__in=keys).values_list("key", flat=True))
    for (kind, key), row in load_places(turn.places).items():
        is_left = row.is_visible and row.created_at >= run.created_at
        if is_left and key not in said | told:
            yield kind, describe(kind, row)


def _ties(run: Run) -> list[Decision]:
    """The joins that the run found: unless undone, they hold."""
    return list(run.decisions.filter(ruling=Decision.Ruling.MERGE, undone_at=None))
