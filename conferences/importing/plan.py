"""What importing a post would do: rows as they stand against rows as recaps say them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from conferences.importing import slugs
from conferences.importing.changes import RowChange, plan_changes
from conferences.importing.hearing import Place, Said, Voice, hear, is_public
from conferences.importing.kinds import KINDS
from conferences.importing.match import Before, Claim, Match, clip, match_outline
from conferences.importing.posts import Post, digest_at
from conferences.importing.rows import load_rows
from conferences.importing.twins import meet_twins
from conferences.keys import key_of
from conferences.models import Recap, RecapPath, Run, Source, Version
from conferences.recaps.folding import fold
from conferences.recaps.outline import Entry, Outline
from conferences.slugs import make_slug

LIKE_ENOUGH = 0.5
"""Share of words that two posts of one title, author and date share if they are one."""


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
    post: Post, outline: Outline, *, digest_at: Callable[[str], str] = digest_at
) -> Recap | None:
    """The recap that a post is a version of: by path, by bytes, else as one moved and edited."""
    if post.recap:
        return post.recap
    paths = RecapPath.objects.filter(path=post.place).select_related("recap")
    seen = paths.first() if post.place else None
    if seen and not _has_parted(post, seen, digest_at):
        return seen.recap
    versions = Version.objects.filter(is_current=True).select_related("recap").order_by("pk")
    if version := versions.filter(sha256=post.sha256).first():
        return version.recap
    if not (same := _said_alike(outline)):
        return None
    alike = versions.filter(**{f"recap__said__{name}": value for name, value in same.items()})
    moved = (version for version in alike if not _is_anywhere(version.recap, digest_at))
    return next((v.recap for v in moved if _share_of_words(v, outline) >= LIKE_ENOUGH), None)


def _has_parted(post: Post, seen: RecapPath, digest_at: Callable[[str], str]) -> bool:
    """Whether the post was a copy of one that stands elsewhere and says something else by now.

    As versions of one recap they would replace each other at every change of either.
    """
    if post.sha256 == seen.sha256:
        return False
    copies = seen.recap.paths.exclude(pk=seen.pk)
    return any(digest_at(copy.path) not in ("", post.sha256) for copy in copies)


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


def _is_anywhere(recap: Recap, digest_at: Callable[[str], str]) -> bool:
    """Whether the recap still stands where it was seen: then a like post is another one."""
    return any(digest_at(seen.path) for seen in recap.paths.all())


def _share_of_words(version: Version, outline: Outline) -> float:
    one = set(fold(bytes(version.data).decode("utf-8", "replace")).split())
    other = set(fold(outline.text).split())
    return 2 * len(one & other) / max(1, len(one) + len(other))


def make_plan(post: Post, outline: Outline, recap: Recap | None, run: Run) -> Plan:
    """The plan for a new or changed post, made inside the transaction that carries it out."""
    key = recap.key if recap else _new_key(post)
    version = recap.versions.filter(is_current=True).first() if recap else None
    old = list(version.sources.all()) if version else []
    before = _before(version, old)
    match = match_outline(outline, recap=key, before=before, run=run)
    _claim_recap(match)
    rank = f"{outline.published or '9999'} {key}"
    affected = {(c.kind, c.key) for c in match.claims} | match.touched
    affected |= {(source.kind, source.key) for source in old}
    rows = load_places(affected)
    claims = meet_twins(match.claims, rows)
    met = {(claim.kind, claim.key) for claim in claims} - affected
    rows |= load_places(met)
    voice = Voice(key, rank, recap is None or is_public(recap), claims)
    changes = plan_rows(affected | met, rows, voice)
    return Plan(post, outline, key, rank, recap, version, match, claims, changes, rows)


def _new_key(post: Post) -> str:
    """Made of the bytes; where a recap that began with them says something else by now, also of
    how often they came: the two are not one.
    """
    key = key_of("recap", post.sha256)
    if not Version.objects.filter(recap__key=key, is_current=True).exists():
        return key
    return key_of("recap", post.sha256, Version.objects.filter(sha256=post.sha256).count())


def plan_rows(
    places: set[Place], rows: dict[Place, Any], voice: Voice | None = None
) -> list[RowChange]:
    """What becomes of the rows at `places`, of which `rows` holds those that are there.

    Adds the rows they refer to to `rows`.
    """
    said = hear(places, voice)
    slugs.settle({place: entry.values for place, entry in said.items()}, rows)
    rows |= load_places(_related(said) - rows.keys() - places)
    lines = {(c.kind, c.key): c.line for c in reversed(voice.claims)} if voice else {}
    return plan_changes(places, said, rows, lines)


def load_places(places: Iterable[Place]) -> dict[Place, Any]:
    """The rows that are there, locked."""
    keys = defaultdict(set)
    for kind, key in places:
        keys[kind].add(key)
    return {
        (name, key): row
        for name in KINDS
        if name in keys
        for key, row in load_rows(KINDS[name], keys[name]).items()
    }


def _related(said: Mapping[Place, Said]) -> set[Place]:
    """The rows that claims refer to."""
    return {
        (rule.relation, entry.values[rule.name])
        for (kind, _key), entry in said.items()
        for rule in KINDS[kind].rules
        if rule.relation and entry.values[rule.name]
    }


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
