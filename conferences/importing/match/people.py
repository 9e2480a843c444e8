"""Which person a speaker entry means.

A person is a connected set of full folded names and handles. A first name alone joins
nothing outside its own post, and neither does a name that several known people share.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q

from conferences.importing.decisions.apart import Apart
from conferences.importing.identity import Token, make_token
from conferences.importing.match.claims import removed_by_people
from conferences.importing.match.connect import connected
from conferences.keys import key_of
from conferences.models import Handle, Removed, Speaker, SpeakerName
from conferences.recaps.folding import fold
from conferences.recaps.outline import SpeakerEntry

ACCOUNTS = ("twitter", "github", "mastodon", "bluesky", "linkedin")
"""Sites on which a handle is one person's; a homepage may be a company's."""


BORNE = ("", Removed.UNSAID, Removed.HIDDEN)
"""Names and handles that tell who is meant: all but those that a person took off."""


@dataclass(frozen=True, slots=True)
class Known:
    """The people known by the tokens of a post."""

    rows: dict[str, set[str]]
    """Keys of the speakers that bear each token, by the token's key."""
    taken: frozenset[str] = frozenset()
    """Keys that rows have, though they may no longer bear the token the key was made of."""
    removed: frozenset[str] = frozenset()
    """Keys of the speakers that a person removed."""
    apart: Apart = field(default_factory=dict)

    def is_shared(self, token: Token) -> bool:
        return len(self.rows.get(token.key, ())) > 1


def is_full_name(name: str) -> bool:
    """Whether a name tells a person: two words, or one in a script that parts none.

    >>> is_full_name("Jane Doe"), is_full_name("Jane"), is_full_name("王小明")
    (True, False, True)
    """
    words = fold(name).split()
    return len(words) > 1 or (len(name.strip()) > 1 and not any("A" <= c <= "ɏ" for c in name))


def tokens_of(entry: SpeakerEntry) -> list[Token]:
    """Name first, then handles; empty for who is known by a first name only."""
    tokens = [
        make_token("speaker", site, handle.casefold())
        for site, handle in sorted(entry.handles.items())
        if site in ACCOUNTS
    ]
    if entry.name and fold(entry.name) and is_full_name(entry.name):
        tokens.insert(0, make_token("speaker", "name", fold(entry.name)))
    return tokens


def look_up(entries: Iterable[SpeakerEntry]) -> Known:
    """Four queries: who bears the names, who the handles, which keys are taken,
    who was removed."""
    entries = list(entries)
    names = {fold(entry.name) for entry in entries if entry.name}
    handles = {(s, h.casefold()) for entry in entries for s, h in entry.handles.items()}
    found = [
        (make_token("speaker", "name", folded).key, key, removed)
        for folded, key, removed in SpeakerName.objects.filter(
            folded__in=names, removed__in=BORNE
        ).values_list("folded", "speaker__key", "removed")
    ]
    if handles:
        wanted = reduce(or_, (Q(site=site, folded=handle) for site, handle in sorted(handles)))
        found += [
            (make_token("speaker", site, handle).key, key, removed)
            for site, handle, key, removed in Handle.objects.filter(
                wanted, removed__in=BORNE
            ).values_list("site", "folded", "speaker__key", "removed")
        ]
    rows = _borne(found)
    keys = {token.key for entry in entries for token in tokens_of(entry)}
    taken = Speaker.objects.filter(key__in=keys).values_list("key", flat=True)
    bearers = {key for keys in rows.values() for key in keys}
    return Known(rows, frozenset(taken), frozenset(removed_by_people("speaker", bearers)))


def _borne(found: Sequence[tuple[str, str, str]]) -> dict[str, set[str]]:
    """Who bears each token; who did when a recap last said so only where nobody does."""
    now: dict[str, set[str]] = defaultdict(set)
    once: dict[str, set[str]] = defaultdict(set)
    for token, key, removed in found:
        (once if removed == Removed.UNSAID else now)[token].add(key)
    return {**once, **now}


@dataclass(frozen=True, slots=True)
class Person:
    """The people of a post that are one: the row they are, and rows that turn out to be it."""

    key: str
    others: tuple[str, ...]
    tie: str
    """What ties them, in words."""


def match_people(entries: Sequence[SpeakerEntry], known: Known, recap: str) -> list[Person | None]:
    """For each entry the person it means; None where nobody can tell."""
    groups = connected(
        [_telling(tokens_of(entry), known) for entry in entries], known.rows, known.apart
    )
    return [
        _person(sorted(tokens, key=_order), known, recap) if tokens else None for tokens in groups
    ]


def _telling(tokens: list[Token], known: Known) -> list[Token]:
    """The tokens that tell one person. A shared name tells nothing unless a handle does."""
    return [token for token in tokens if not known.is_shared(token)]


def _order(token: Token) -> tuple[bool, str]:
    """Names before handles."""
    return (not token.text.startswith("name |"), token.text)


def _person(tokens: list[Token], known: Known, recap: str) -> Person:
    bearers = {row for token in tokens for row in known.rows.get(token.key, ())}
    rows = sorted(bearers - known.removed or bearers)
    key = rows[0] if rows else tokens[0].key
    if not rows and key in known.taken:
        key = key_of("speaker", tokens[0].text, recap)
    return Person(key, tuple(rows[1:]), ", ".join(token.text for token in tokens))
