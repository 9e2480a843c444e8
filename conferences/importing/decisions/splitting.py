"""Dealing the talks of two namesakes out between two speakers.

From then on the name they share belongs to both: which of them a post means, only a handle tells,
or on the talks that were dealt this decision.
"""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max, Q

from conferences.importing.decisions.receipts import Receipt
from conferences.importing.hearing import Place
from conferences.importing.identity import MEMBER_PARTS, member_key
from conferences.importing.kinds import KINDS
from conferences.importing.refolding import refold
from conferences.importing.rows import update_rows, values_of
from conferences.importing.writing import take_import_lock
from conferences.models import Appearance, Decision, Run, Source, Speaker, SpeakerName, Version
from conferences.recaps.folding import fold

SPLIT = Decision.Ruling.SPLIT


class CannotSplit(ValueError):
    """Why talks were not dealt out; everything stands as it stood."""


@transaction.atomic
def split_speaker(
    speaker: Speaker,
    appearances: Sequence[Appearance],
    *,
    other: Speaker | None = None,
    user: Any = None,
    reason: str = "",
) -> Decision:
    """Give `appearances` of a speaker to another one, or to a new one of the same name."""
    take_import_lock()
    # As they stand by now: somebody may have dealt them out since they were chosen.
    appearances = list(Appearance.objects.filter(pk__in=[each.pk for each in appearances]))
    _check(speaker, appearances, other)
    run = Run.objects.create(what="split", user=user)
    receipt = Receipt()
    if other is None:
        other = Speaker.objects.create(name=speaker.name)
        receipt.note_created(other)
    kept = Appearance.objects.filter(speaker=speaker, removed="").exclude(
        pk__in=[appearance.pk for appearance in appearances]
    )
    deals = dict.fromkeys(kept.values_list("talk__key", flat=True), speaker.key)
    deals |= {appearance.talk.key: other.key for appearance in appearances}
    touched = _give_sources(appearances, other, receipt)
    touched |= _give_rows(appearances, other, receipt, reason=reason or "split", user=user)
    decision = Decision(ruling=SPLIT, kind="speaker", key=speaker.key, other_key=other.key)
    decision.reason, decision.run, decision.user = reason[:500], run, user
    newest = Version.objects.aggregate(newest=Max("pk"))["newest"] or 0
    rest: dict[str, Any] = {"deals": deals, "parts": [], "gone": [], "version": newest}
    decision.receipt = receipt.as_dict() | rest
    decision.save()
    touched |= {("speaker", speaker.key), ("speaker", other.key)}
    refold(touched, run=run, reason=reason or "split", user=user)
    _share_name(speaker, other)
    return decision


def _check(speaker: Speaker, appearances: Sequence[Appearance], other: Speaker | None) -> None:
    if not appearances:
        raise CannotSplit("choose the talks that somebody else gave")
    if any(appearance.speaker_id != speaker.pk for appearance in appearances):
        raise CannotSplit("one of the talks is not theirs any more")
    if other == speaker or (other and other.removed):
        raise CannotSplit("choose another speaker, who is on the site")
    talks = [appearance.talk_id for appearance in appearances]
    if other and other.appearances.filter(talk__in=talks, removed="").exists():
        raise CannotSplit(f"“{other}” stands on one of the talks already")


def _give_sources(
    appearances: Sequence[Appearance], other: Speaker, receipt: Receipt
) -> set[Place]:
    """What posts say of the speaker where they tell of those talks is said of the other."""
    keys = [appearance.key for appearance in appearances]
    places = [
        (source.version_id, source.entry.removesuffix("/appearance"))
        for source in Source.objects.filter(kind="appearance", key__in=keys)
    ]
    sources = [
        source
        for version, entry in places
        for source in Source.objects.filter(version=version).filter(
            Q(entry=entry) | Q(entry__startswith=f"{entry}/")
        )
    ]
    touched = {(source.kind, source.key) for source in sources}
    for source in sources:
        if source.kind == "speaker":
            source.key = other.key
        elif source.kind in MEMBER_PARTS:
            source.says = {**source.says, "speaker": other.key}
            source.key = member_key(source.kind, source.says)
    receipt.note(sources, ["key", "says"])
    Source.objects.bulk_update(sources, ["key", "says"])
    return touched | {(source.kind, source.key) for source in sources}


def _give_rows(
    appearances: Sequence[Appearance], other: Speaker, receipt: Receipt, *, reason: str, user: Any
) -> set[Place]:
    kind = KINDS["appearance"]
    touched = {(row.kind, row.key) for row in appearances}
    for row in appearances:
        is_own = row.key == member_key(row.kind, row.said or values_of(kind, row))
        row.speaker = other
        if row.said:
            row.said = {**row.said, "speaker": other.key}
        if is_own:
            row.key = member_key(row.kind, row.said or values_of(kind, row))
    fields = ["key", "speaker", "said"]
    receipt.note(appearances, fields)
    update_rows(kind, appearances, fields, reason=reason, user=user)
    return touched | {(row.kind, row.key) for row in appearances}


def _share_name(speaker: Speaker, other: Speaker) -> None:
    """The name belongs to both, so that by itself it tells neither."""
    for one in (speaker, other):
        one.refresh_from_db()
        if not one.names.filter(folded=fold(one.name), removed="").exists():
            SpeakerName.objects.create(speaker=one, name=one.name)
