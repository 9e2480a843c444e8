"""Likely duplicates: rows that may be one, with what speaks for and against it in plain words.

They are for people to decide; no import ever joins them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from conferences.importing.alikes import (
    Alike,
    Called,
    alike_people,
    alike_titles,
    alike_topics,
)
from conferences.importing.decisions.apart import apart
from conferences.importing.kinds import KINDS
from conferences.models import (
    Appearance,
    Conference,
    Handle,
    Source,
    Speaker,
    SpeakerName,
    Talk,
    TalkTopic,
    Topic,
    TopicAlias,
)

TOLD = 3
"""So many names are told of a long list."""
Pair = tuple[str, str]


@dataclass(slots=True)
class Likely:
    """Two rows that may be one."""

    kind: str
    one: Any
    other: Any
    reasons: list[str]
    """What speaks for it."""
    doubts: list[str] = field(default_factory=list)
    """What speaks against it."""

    @property
    def since(self) -> datetime:
        """When the later of the two came."""
        since: datetime = max(self.one.created_at, self.other.created_at)
        return since


def likely_duplicates(kind: str, among: Collection[str] | None = None) -> list[Likely]:
    """Those of one kind, the likeliest first, without those ruled not to be the same.

    Given the keys of some rows, only those that one of them has a part in.
    """
    pairs = defaultdict(list)
    for alike in sorted(FINDERS[kind]()):
        if among is None or alike.one in among or alike.other in among:
            pairs[alike.one, alike.other].append(alike.why)
    ruled = apart(kind, {key for pair in pairs for key in pair}) if pairs else {}
    open_pairs = {pair: why for pair, why in pairs.items() if pair[1] not in ruled.get(pair[0], ())}
    found = _told(kind, open_pairs)
    return sorted(
        found, key=lambda likely: (len(likely.doubts) - len(likely.reasons), likely.since)
    )


def finders_of(kinds: Iterable[str]) -> dict[str, Callable[[], list[Likely]]]:
    """By kind what finds its likely duplicates."""
    return {kind: partial(likely_duplicates, kind) for kind in kinds}


def look_at(kind: str, one: str, other: str) -> Likely:
    """What speaks for and against two rows being one, whatever they are called."""
    pair = (min(one, other), max(one, other))
    why = [alike.why for alike in FINDERS[kind](pair) if (alike.one, alike.other) == pair]
    (likely,) = _told(kind, {pair: why})
    return likely


def _told(kind: str, pairs: Mapping[Pair, list[str]]) -> list[Likely]:
    """The pairs with their rows and all that is known of both."""
    keys = {key for pair in pairs for key in pair}
    rows = KINDS[kind].model.objects.in_bulk(keys, field_name="key")
    found = [Likely(kind, rows[one], rows[other], why) for (one, other), why in pairs.items()]
    TELLERS[kind](found)
    return found


# Who is called alike


def _among(rows: Any, keys: Collection[str] | None, path: str = "key") -> Any:
    shown = rows.filter(removed="").order_by()
    return shown.filter(**{f"{path}__in": keys}) if keys else shown


def _alike_speakers(keys: Collection[str] | None = None) -> Iterable[Alike]:
    spellings = _among(SpeakerName.objects.filter(speaker__removed=""), keys, "speaker__key")
    names = set(_among(Speaker.objects, keys).values_list("key", "name"))
    names |= set(spellings.values_list("speaker__key", "name"))
    accounts = _among(Handle.objects.filter(speaker__removed=""), keys, "speaker__key")
    return alike_people(Called(*name) for name in sorted(names)) | _same_accounts(
        accounts.exclude(site=Handle.Site.WEBSITE).values_list("folded", "speaker__key", "site")
    )


def _same_accounts(accounts: Iterable[tuple[str, str, str]]) -> set[Alike]:
    """People of one account name on different sites."""
    by_name = defaultdict(list)
    for name, key, site in accounts:
        by_name[name].append((key, site))
    return {
        Alike(one, other, f"both are @{name}, on {site} and on {other_site}")
        for name, found in by_name.items()
        for one, site in found
        for other, other_site in found
        if one < other
    }


def _alike_topics(keys: Collection[str] | None = None) -> Iterable[Alike]:
    topics = Topic.objects.exclude(status=Topic.Status.REJECTED)
    aliases = _among(
        TopicAlias.objects.filter(topic__in=topics, topic__removed=""), keys, "topic__key"
    )
    names = set(_among(topics, keys).values_list("key", "name"))
    names |= set(aliases.values_list("topic__key", "name"))
    return alike_topics(Called(*name) for name in sorted(names))


def _alike_talks(keys: Collection[str] | None = None) -> Iterable[Alike]:
    talks = _among(Talk.objects.filter(conference__removed="").exclude(title=""), keys)
    return alike_titles(
        Called(*talk) for talk in talks.values_list("key", "title", "conference__key")
    )


def _alike_conferences(keys: Collection[str] | None = None) -> Iterable[Alike]:
    """Of one year; the year itself in the names of both tells nothing."""
    conferences = _among(Conference.objects, keys).values_list("key", "name", "year", "series")
    called = [
        Called(key, series or name, str(year or "")) for key, name, year, series in conferences
    ]
    return alike_titles(called) | alike_topics(called)


# What else is known of both


def _tell_speakers(pairs: Collection[Likely]) -> None:
    keys = _keys(pairs)
    talks = _related(Appearance, keys, "speaker__key", "talk__title")
    places = _related(Appearance, keys, "speaker__key", "talk__conference__name")
    accounts = _related(Handle, keys, "speaker__key", "folded", "site")
    for pair in pairs:
        _shared(pair, places, "both spoke at %s", pair.reasons)
        _shared(pair, talks, "both stand on %s: one would speak twice", pair.doubts)
        _different_accounts(pair, accounts)
    _tell_of_one_post(pairs)


def _tell_topics(pairs: Collection[Likely]) -> None:
    talks = _related(TalkTopic, _keys(pairs), "tag__key", "content_object__title")
    for pair in pairs:
        _shared(pair, talks, "both are topics of %s", pair.doubts)


def _tell_talks(pairs: Collection[Likely]) -> None:
    keys = _keys(pairs)
    people = _related(Appearance, keys, "talk__key", "credited_as")
    days = _related(Talk, keys, "key", "day__number")
    for pair in pairs:
        _shared(pair, people, "both are by %s", pair.reasons)
        _different(pair, people, "one is by %s, the other by %s")
        _different(pair, days, "one is on day %s, the other on day %s")
    _tell_of_one_post(pairs)


def _tell_conferences(pairs: Collection[Likely]) -> None:
    keys = _keys(pairs)
    websites = _related(Conference, keys, "key", "website")
    places = _related(Conference, keys, "key", "place")
    starts = _related(Conference, keys, "key", "starts")
    talks = _related(Talk, keys, "conference__key", "title")
    for pair in pairs:
        _shared(pair, websites, "both are at %s", pair.reasons)
        _shared(pair, talks, "both have %s", pair.reasons)
        _different(pair, websites, "one is at %s, the other at %s")
        _different(pair, places, "one is in %s, the other in %s")
        _different(pair, starts, "one began on %s, the other on %s")
    _tell_of_one_post(pairs)


Known = Mapping[str, set[tuple[str, ...]]]


def _keys(pairs: Iterable[Likely]) -> set[str]:
    return {row.key for pair in pairs for row in (pair.one, pair.other)}


def _related(model: Any, keys: Collection[str], path: str, *names: str) -> Known:
    """By key of the row what the rows around it say; nothing that is empty."""
    known = defaultdict(set)
    rows = model.objects.filter(removed="", **{f"{path}__in": keys}).order_by()
    for key, *values in rows.values_list(path, *names):
        if values[0] not in ("", None):
            known[key].add(tuple(map(str, values)))
    return known


def _shared(pair: Likely, known: Known, phrase: str, into: list[str]) -> None:
    if shared := known[pair.one.key] & known[pair.other.key]:
        into.append(phrase % _listed(shared))


def _different(pair: Likely, known: Known, phrase: str) -> None:
    one, other = known[pair.one.key], known[pair.other.key]
    if one and other and one.isdisjoint(other):
        pair.doubts.append(phrase % (_listed(one), _listed(other)))


def _different_accounts(pair: Likely, known: Known) -> None:
    """Two accounts on one site are seldom one person's."""
    one, other = known[pair.one.key], known[pair.other.key]
    for site in sorted({site for _name, site in one} & {site for _name, site in other}):
        ours, theirs = ({name for name, where in each if where == site} for each in (one, other))
        if ours.isdisjoint(theirs):
            pair.doubts.append(f"one is @{min(ours)}, the other @{min(theirs)} on {site}")


def _tell_of_one_post(pairs: Collection[Likely]) -> None:
    """One author who tells of both means two."""
    sources = Source.objects.current().filter(key__in=_keys(pairs)).order_by()
    recaps: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key, post, number in sources.with_post().values_list("key", "post", "version__recap"):
        recaps[key].add((post, str(number)))
    for pair in pairs:
        _shared(pair, recaps, "told of as two in %s", pair.doubts)


def _listed(values: Iterable[tuple[str, ...]]) -> str:
    names = sorted(value[0] for value in values)
    more = f" and {len(names) - TOLD} more" if len(names) > TOLD else ""
    return ", ".join(f"“{name}”" for name in names[:TOLD]) + more


FINDERS: dict[str, Callable[..., Iterable[Alike]]] = {
    "speaker": _alike_speakers,
    "topic": _alike_topics,
    "talk": _alike_talks,
    "conference": _alike_conferences,
}
TELLERS: dict[str, Callable[[Collection[Likely]], None]] = {
    "speaker": _tell_speakers,
    "topic": _tell_topics,
    "talk": _tell_talks,
    "conference": _tell_conferences,
}
