"""What importing a post would do: rows as they stand against rows as recaps say them."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import Model

from conferences.importing import slugs
from conferences.importing.fold import fold_claims
from conferences.importing.kinds import KINDS
from conferences.importing.match import Before, Claim, Match, clip, match_outline
from conferences.importing.merge import FieldConflict, is_edited, merge_row
from conferences.importing.posts import Post
from conferences.importing.rows import load_rows, values_of
from conferences.keys import key_of
from conferences.models import Recap, RecapPath, Removed, Run, Source, Version
from conferences.recaps.folding import fold
from conferences.recaps.outline import Entry, Outline
from conferences.slugs import make_slug

Place = tuple[str, str]
"""Kind and key of a row."""

LIKE_ENOUGH = 0.5
"""Share of words that two posts of one title, author and date share if they are one."""


class Action(StrEnum):
    CREATE = "create"
    UPDATE = "update"
    HIDE = "hide"
    SHOW = "show"


@dataclass(slots=True)
class RowChange:
    """What becomes of one row."""

    kind: str
    key: str
    said: dict[str, Any] | None
    """What all recaps say of the row from now on; None: none speaks of it any more."""
    action: Action
    values: Mapping[str, Any] = field(default_factory=dict)
    """The fields to write."""
    before: Mapping[str, Any] = field(default_factory=dict)
    """What stood in them; rows by what they are called."""
    after: Mapping[str, Any] = field(default_factory=dict)
    """The fields to write, rows by what they are called."""
    conflicts: tuple[FieldConflict, ...] = ()
    line: int | None = None
    label: str = ""

    @property
    def writes_seen_fields(self) -> bool:
        """Whether it writes more than what recaps say of the row."""
        return self.action != Action.UPDATE or bool(self.values)

    @property
    def is_seen(self) -> bool:
        """Whether it changes anything that people see, or waits for them."""
        return self.writes_seen_fields or bool(self.conflicts)


@dataclass(slots=True)
class Plan:
    """All that importing a post would do. Its rows are loaded and locked."""

    post: Post
    outline: Outline
    recap_key: str
    rank: str
    recap: Recap | None
    version: Version | None
    """The current version, which the post replaces."""
    match: Match
    claims: list[Claim]
    changes: list[RowChange]
    rows: dict[Place, Any]
    """The rows that stand, those that are changed and those they refer to."""
    overrides: dict[str, str] = field(default_factory=dict)
    """What the caller says of the post."""


def find_recap(
    post: Post, outline: Outline, *, is_there: Callable[[str], bool] = os.path.exists
) -> Recap | None:
    """The recap that a post is a version of: by path, by bytes, else as one moved and edited."""
    paths = RecapPath.objects.filter(path=post.place).select_related("recap")
    if post.place and (path := paths.first()):
        return path.recap
    versions = Version.objects.filter(is_current=True).select_related("recap").order_by("pk")
    if version := versions.filter(sha256=post.sha256).first():
        return version.recap
    if not (same := _said_alike(outline)):
        return None
    alike = versions.filter(**{f"recap__said__{name}": value for name, value in same.items()})
    moved = (version for version in alike if not _is_anywhere(version.recap, is_there))
    return next((v.recap for v in moved if _share_of_words(v, outline) >= LIKE_ENOUGH), None)


def _said_alike(outline: Outline) -> dict[str, str]:
    """What a moved post still says of itself: its address, or title, author and date."""
    if outline.url:
        return {"url": outline.url}
    if not (outline.author and outline.published):
        return {}
    return {
        "title": clip(outline.title, 500),
        "author": clip(outline.author, 200),
        "published": outline.published[:10],
    }


def _is_anywhere(recap: Recap, is_there: Callable[[str], bool]) -> bool:
    """Whether the recap still stands where it was seen: then a like post is another one."""
    return any(is_there(seen.path) for seen in recap.paths.all())


def _share_of_words(version: Version, outline: Outline) -> float:
    one = set(fold(bytes(version.data).decode("utf-8", "replace")).split())
    other = set(fold(outline.text).split())
    return 2 * len(one & other) / max(1, len(one) + len(other))


def make_plan(post: Post, outline: Outline, recap: Recap | None, run: Run) -> Plan:
    """The plan for a new or changed post, made inside the transaction that carries it out."""
    key = recap.key if recap else key_of("recap", post.sha256)
    version = recap.versions.filter(is_current=True).first() if recap else None
    old = list(version.sources.all()) if version else []
    before = _before(version, old)
    match = match_outline(outline, recap=key, before=before, run=run)
    _claim_recap(match)
    claims = match.claims
    rank = f"{outline.published or '9999'} {key}"
    affected = {(c.kind, c.key) for c in claims} | {(s.kind, s.key) for s in old} | match.touched
    said = _fold(affected, claims, recap_key=key, rank=rank)
    rows = _load(affected)
    slugs.settle(said, rows)
    rows |= _load(_related(said) - rows.keys())
    lines = {(claim.kind, claim.key): claim.line for claim in reversed(claims)}
    changes = [
        change
        for place in sorted(affected, key=_order)
        if (change := _change(place, said.get(place), rows.get(place), lines.get(place)))
    ]
    return Plan(post, outline, key, rank, recap, version, match, claims, changes, rows)


def _before(version: Version | None, sources: Iterable[Source]) -> Before | None:
    if version is None:
        return None
    keys = {source.entry: source.key for source in sources if source.kind in ALIGNED}
    return Before(Outline.from_dict(version.outline), keys)


ALIGNED = ("talk", "announcement")


def _claim_recap(match: Match) -> None:
    outline = match.outline
    end = outline.passages[0].end if outline.passages else 0
    entry = Entry(start=0, end=end, rule="front matter")
    match.claim(
        "recap",
        match.recap,
        entry,
        "recap",
        title=clip(outline.title, 500),
        # Many posts are called "Day 1": the key tells them apart, whichever comes first.
        slug=make_slug("recap", outline.title, match.recap, always=True),
        author=clip(outline.author or "", 200),
        published=outline.published[:10] if outline.published else None,
        language=clip(outline.language, 35),
        url=match.web_address(outline.url, 2000, entry),
        licence=clip(outline.licence, 200),
    )


def _fold(
    affected: set[Place], claims: Iterable[Claim], *, recap_key: str, rank: str
) -> dict[Place, dict[str, Any]]:
    """What is said of each affected row that anything is said of."""
    heard = defaultdict(list)
    # Recaps that say the same of a row are one line, however many they are.
    others = (
        Source.objects.filter(key__in={key for _kind, key in affected})
        .filter(version__is_current=True)
        .exclude(version__recap__key=recap_key)
        .order_by("version__rank", "pk")
        .values_list("kind", "key", "version__rank", "says")
    )
    for kind, key, other_rank, says in others.iterator():
        heard[kind, key].append((other_rank, says))
    for claim in claims:
        heard[claim.kind, claim.key].append((rank, claim.says))
    return {
        place: fold_claims(
            [says for _rank, says in sorted(entries, key=lambda entry: entry[0])],
            KINDS[place[0]].rules,
        )
        for place, entries in heard.items()
        if place in affected
    }


def _load(places: Iterable[Place]) -> dict[Place, Any]:
    keys = defaultdict(set)
    for kind, key in places:
        keys[kind].add(key)
    return {
        (name, key): row
        for name in KINDS
        if name in keys
        for key, row in load_rows(KINDS[name], keys[name]).items()
    }


def _related(said: Mapping[Place, Mapping[str, Any]]) -> set[Place]:
    """The rows that claims refer to."""
    return {
        (rule.relation, values[rule.name])
        for (kind, _key), values in said.items()
        for rule in KINDS[kind].rules
        if rule.relation and values[rule.name]
    }


def _order(place: Place) -> tuple[int, str]:
    return (list(KINDS).index(place[0]), place[1])


def _change(
    place: Place, said: dict[str, Any] | None, row: Any, line: int | None
) -> RowChange | None:
    kind, key = place
    if row is None:
        if said is None:
            return None
        return RowChange(kind, key, said, Action.CREATE, values=said, line=line)
    current = values_of(KINDS[kind], row)
    if said is None:
        hides = not row.removed and not is_edited(row.said, current)
        return RowChange(kind, key, row.said, Action.HIDE) if hides else None
    merge = merge_row(row.said, said, current)
    shows = row.removed == Removed.UNSAID
    if not (merge.values or merge.conflicts or shows or said != row.said):
        return None
    return RowChange(
        kind,
        key,
        said,
        Action.SHOW if shows else Action.UPDATE,
        values=merge.values,
        before={name: _shown(row, name, current) for name in merge.values},
        conflicts=merge.conflicts,
        line=line,
    )


def _shown(row: Any, name: str, current: Mapping[str, Any]) -> Any:
    value = getattr(row, name)
    return str(value) if isinstance(value, Model) else current[name]
