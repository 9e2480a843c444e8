"""The people of a post, gathered from all its mentions of them.

What a person is called in one place serves in all others: "Jane" is Jane Doe, "J. Doe" too, and
Jane Doo is Jane Doe misspelt.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

MOST_ALIKE = 40
"""So many people who share a name are compared with one more."""


@dataclass(slots=True)
class Mention:
    """A name or handle in a block: places in its text; `outer` with what is attached to it."""

    block: int
    start: int
    end: int
    outer: int
    name: str
    handles: dict[str, str] = field(default_factory=dict)
    weight: int = 0
    """How much speaks for a person, here."""
    honoured: bool = False
    """Whether "Dr." or the like stands before the name."""


@dataclass(slots=True)
class Person:
    """One person of the post."""

    name: str | None
    handles: dict[str, str] = field(default_factory=dict)
    weight: int = 0
    spellings: set[str] = field(default_factory=set)
    first: int = -1
    """The block that names them first; -1 while none does."""

    @property
    def is_profiled(self) -> bool:
        """Whether a profile of theirs is linked; a website may be anyone's."""
        return bool(self.handles.keys() - {"website"})


class People:
    """The persons of a post, by any spelling or handle of theirs."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._by_spelling: dict[str, Person] = {}
        self._by_handle: dict[tuple[str, str], Person] = {}
        self._by_part: dict[str, list[Person]] = defaultdict(list)
        full = [mention for mention in mentions if " " in mention.name]
        for mention in sorted(full, key=lambda mention: mention.name[1:2] == "."):
            self._add_full(mention)
        for mention in mentions:
            if " " not in mention.name:
                self._add_short(mention)

    def of(self, mention: Mention) -> Person | None:
        """Who is meant; None where it is no name known here."""
        if mention.name and (known := self._by_spelling.get(_key(mention.name))):
            return known
        for handle in mention.handles.items():
            if known := self._by_handle.get(_handle_key(handle)):
                return known
        parts = self._by_part.get(_key(mention.name), ()) if mention.name else ()
        return parts[0] if len(parts) == 1 else None

    def all(self) -> list[Person]:
        seen = {id(person): person for person in self._by_spelling.values()}
        seen |= {id(person): person for person in self._by_handle.values()}
        return list(seen.values())

    def join(self, person: Person, site: str, handle: str) -> None:
        """Say that a handle, so far nobody's by name, is this person's."""
        known = self._by_handle.get(_handle_key((site, handle)))
        if known is None or not known.name:
            person.handles.setdefault(site, handle)
            self._by_handle[_handle_key((site, handle))] = person

    def _add_full(self, mention: Mention) -> None:
        key = _key(mention.name)
        person = self._by_spelling.get(key) or self._alike(mention.name)
        if person is None:
            person = Person(mention.name)
            for part in {_key(part) for part in mention.name.split() if len(part) > 2}:
                self._by_part[part].append(person)
        elif mention.weight > 0 and len(mention.name.split()) > len((person.name or "").split()):
            person.name = mention.name
        self._by_spelling[key] = person
        person.spellings.add(mention.name)
        self._learn(person, mention)

    def _alike(self, name: str) -> Person | None:
        """Janet Ferrowe is Janet Ferowe: same first or last name, a letter or two apart."""
        words = _key(name).split()
        if len(words) == 2 and len(words[0]) == 2 and words[0].endswith("."):
            same = [
                p for p in self._by_part.get(words[1], ()) if _key(p.name or "")[0] == words[0][0]
            ]
            return same[0] if len(same) == 1 else None
        for person in self._by_part.get(words[0], ())[:MOST_ALIKE]:
            if _is_within(words, _key(person.name or "").split()):
                return person
        for part in (words[0], words[-1]):
            for person in self._by_part.get(part, ())[:MOST_ALIKE]:
                if _is_misspelt(_key(person.name or ""), " ".join(words)):
                    return person
        return None

    def _add_short(self, mention: Mention) -> None:
        if not mention.handles and mention.name:
            if person := self.of(mention):
                self._learn(person, mention)
            return
        person = self.of(mention) or Person(mention.name or None)
        if mention.name:
            self._by_spelling.setdefault(_key(mention.name), person)
            person.name = person.name or mention.name
        self._learn(person, mention)

    def _learn(self, person: Person, mention: Mention) -> None:
        if " " in mention.name or not mention.name:
            person.weight = max(person.weight, mention.weight)
        person.first = mention.block if person.first < 0 else min(person.first, mention.block)
        for site, handle in mention.handles.items():
            person.handles.setdefault(site, handle)
            self._by_handle.setdefault(_handle_key((site, handle)), person)


def _is_within(words: list[str], others: list[str]) -> bool:
    """Whether one name is the other without a name in the middle or at the end: "Jane Doe" is
    Jane Doe Roe."""
    shorter, longer = sorted((words, others), key=len)
    rest = iter(longer)
    return 1 < len(shorter) < len(longer) == 3 and all(word in rest for word in shorter)


def _is_misspelt(known: str, name: str) -> bool:
    if abs(len(known) - len(name)) > 2:
        return False
    return SequenceMatcher(None, known, name, autojunk=False).ratio() >= 0.88


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())


def _handle_key(handle: tuple[str, str]) -> tuple[str, str]:
    return handle[0], handle[1].casefold()
