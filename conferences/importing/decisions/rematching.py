"""Telling rows apart again in what posts have said of them since they were made one.

What posts said before is in the receipt. What came since is matched once more, as an import
would, and of that only what spoke of the one row is looked at.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import Any

from conferences.importing.decisions.receipts import follow_keys
from conferences.importing.hearing import Place
from conferences.importing.identity import MEMBER_PARTS
from conferences.importing.kinds import KINDS
from conferences.importing.match import Before, Claim, match_outline, remember_tokens
from conferences.importing.match.align import align
from conferences.importing.match.parts import parts_of
from conferences.importing.plan import ALIGNED, load_places
from conferences.importing.rows import update_rows
from conferences.importing.twins import meet_twins
from conferences.models import Identity, Run, Source, Version
from conferences.recaps.outline import Outline


def rematch(ones: Set[str], *, since: int, run: Run) -> set[Place]:
    """Match anew what versions after the number `since` say of the rows with the keys `ones`.

    Gives back the places of what is said of another row from now on, both before and after.
    """
    touched: set[Place] = set()
    spoke = Source.objects.filter(key__in=ones, version__pk__gt=since).values("version")
    for version in Version.objects.filter(pk__in=spoke).order_by("pk").select_related("recap"):
        touched |= _rematch(version, ones, since, run)
    return touched


def _rematch(version: Version, ones: Set[str], since: int, run: Run) -> set[Place]:
    outline = Outline.from_dict(version.outline)
    sources = list(version.sources.order_by("pk"))
    before = Before(outline, _keys_of_entries(version, outline, sources, ones, since))
    match = match_outline(outline, recap=version.recap.key, before=before, run=run)
    remember_tokens(match)
    claims = meet_twins(match.claims, load_places({(c.kind, c.key) for c in match.claims}))
    moved = _move_sources(sources, claims, ones)
    touched = match.touched | {(source.kind, key) for source, key, _said in moved}
    touched |= {(source.kind, source.key) for source, _key, _said in moved}
    _rekey(moved, run)
    _forget_tokens(moved)
    return touched


def _keys_of_entries(
    version: Version, outline: Outline, sources: Iterable[Source], ones: Set[str], since: int
) -> dict[str, str]:
    """The rows of talks and announcements; of the rows in question those of the same entries
    in the version from before, or none, so that what they are called tells.
    """
    keys = {s.entry: s.key for s in sources if s.kind in ALIGNED}
    earlier = version.recap.versions.filter(pk__lte=since).order_by("pk").last()
    known = _aligned(earlier, outline) if earlier else {}
    found = {entry: known.get(entry) if key in ones else key for entry, key in keys.items()}
    return {entry: key for entry, key in found.items() if key}


def _aligned(earlier: Version, outline: Outline) -> dict[str, str]:
    """By entry the row that it was in the version from before."""
    rows = {s.entry: s.key for s in earlier.sources.all() if s.kind in ALIGNED}
    old, new = parts_of(Outline.from_dict(earlier.outline)), parts_of(outline)
    return {
        f"{name}/{new_place}": rows[f"{name}/{old_place}"]
        for name in new
        for new_place, old_place in align(old[name], new[name]).items()
        if f"{name}/{old_place}" in rows
    }


Moved = list[tuple[Source, str, dict[str, Any]]]
"""Sources with the key they had and what they said."""


def _move_sources(sources: Iterable[Source], claims: Iterable[Claim], ones: Set[str]) -> Moved:
    """Parents first, as they are claimed: what hangs on a row that is another now goes along."""
    by_entry, ones = _in_order(claims), set(ones)
    moved: Moved = []
    for place, found in _in_order(sources).items():
        for source, claim in zip(found, by_entry.get(place, ()), strict=False):
            is_meant = not ones.isdisjoint({source.key, *_rows_in(source.says)})
            if is_meant and (source.key, source.says) != (claim.key, claim.says):
                moved.append((source, source.key, source.says))
                ones.add(source.key)
                source.key, source.says = claim.key, claim.says
    Source.objects.bulk_update([source for source, *_before in moved], ["key", "says"])
    return moved


def _in_order(entries: Iterable[Any]) -> Mapping[tuple[str, str], list[Any]]:
    """Sources or claims by kind and place: a talk has several topics at one."""
    found = defaultdict(list)
    for entry in entries:
        found[entry.kind, entry.entry].append(entry)
    return found


def _rows_in(says: Mapping[str, Any]) -> set[str]:
    return {value for value in says.values() if isinstance(value, str)}


def _rekey(moved: Moved, run: Run) -> None:
    """Rows that are what they are by the row they hang on go along, with what people wrote."""
    keys = {
        (source.kind, old): source
        for source, old, _said in moved
        if source.kind in MEMBER_PARTS and source.key != old
    }
    still = Source.objects.current().filter(key__in={key for _kind, key in keys})
    kept = set(still.order_by().values_list("kind", "key"))
    rows = load_places([*keys, *((s.kind, s.key) for s in keys.values())])
    for place, source in keys.items():
        if place in rows and place not in kept and (source.kind, source.key) not in rows:
            _move_row(rows[place], source, run)


def _move_row(row: Any, source: Source, run: Run) -> None:
    kind = KINDS[source.kind]
    related = {rule.name: rule.relation for rule in kind.rules if rule.relation}
    parents = load_places((related[n], source.says[n]) for n in related if source.says.get(n))
    for name, relation in related.items():
        parent, said = parents.get((relation, source.says.get(name) or "")), row.said or {}
        if getattr(getattr(row, name), "key", None) == said.get(name) and parent:
            setattr(row, name, parent)
    row.said = {**(row.said or {}), **{name: source.says.get(name) for name in related}}
    follow_keys({row.key: source.key})
    row.key = source.key
    reason = f"{run.what} {run.pk}"
    update_rows(kind, [row], ["key", "said", *related], reason=reason, user=run.user)


def _forget_tokens(moved: Moved) -> None:
    """What a row was called where it no longer is means it no more."""
    for source, key, said in moved:
        for name in ("conference", "talk"):
            old = said.get(name)
            if key != source.key or not old or old == source.says.get(name):
                continue
            says = Source.objects.current().filter(key=key, **{f"says__{name}": old})
            if not says.exists():
                Identity.objects.filter(row_key=key, token__contains=old).delete()
