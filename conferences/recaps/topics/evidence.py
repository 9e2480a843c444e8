"""What speaks for a term being a topic, and what against: named figures, each easy to check.

A figure is 1 where its name holds, else a share or a measure; what is absent is left out. What
each is worth is learned (weights.py), so that a new one needs a line here and a training.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..given_names import is_given_name, words_in
from .page import IN_TITLE, Page, kinds_of
from .signs import AFTER, ARTICLES, BEFORE
from .terms import Term, is_technical, opens_sentence

MOST_SIGNS = 8
"""Of how many places of a term the surroundings are looked at."""
ACRONYM = re.compile(r" \([A-Z]{2,6}s?\)")
SHARES = frozenset(("capital", "joined before", "joined after", "a firm"))
"""Signs that count by the share of a term's places that have them; others count once."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What of a post bears on every term; all words in lower case."""

    names: frozenset[str]
    """Each word of the names of the post's people."""
    people: Mapping[str, int]
    """Names as written, with how much speaks for a person."""
    conference: frozenset[str]
    title: str
    families: Mapping[str, int]
    """First words of names by how many names they begin: "Docker Swarm", "Docker Engine"."""


def weigh_evidence(page: Page, term: Term, setting: Setting) -> dict[str, float]:
    """The evidence on a term by name: {"known": 1.0, "title": 1.0, "capital": 0.5}."""
    found = _by_places(page, term)
    found.update(_form(term.name))
    found.update(dict.fromkeys(_by_setting(term, setting), 1.0))
    if "marked" in term.kinds and _has_own_link(page, term):
        found["own link"] = 1.0
    return found


def _by_places(page: Page, term: Term) -> dict[str, float]:
    seen = term.places[:MOST_SIGNS]
    signs: dict[str, int] = {}
    for start, end in seen:
        for sign in _signs(page, start, end):
            signs[sign] = signs.get(sign, 0) + 1
    found = dict.fromkeys(signs, 1.0)
    for sign in SHARES & signs.keys():
        found[sign] = signs[sign] / len(seen)
    if "within" in signs:
        found["within"] = min(math.log(1 + signs["within"]), 2)
    found.update(_by_talks(page, seen))
    found.update(_by_count(term))
    return found


def _by_talks(page: Page, places: list[tuple[int, int]]) -> dict[str, float]:
    talks = {page.talk_at(start) for start, _ in places} - {None}
    return {"talks": min(math.log(1 + len(talks)), 2)} if talks else {"in no talk": 1.0}


def _by_count(term: Term) -> Iterator[tuple[str, float]]:
    count = len(term.places)
    if count == 1:
        yield "once", 1.0
    if term.nested:
        yield "nested share", term.nested / count
    if term.nested == count:
        yield "always nested", 1.0


def _signs(page: Page, start: int, end: int) -> Iterator[str]:
    """What one place of a term says."""
    text, flags = page.text, page.flags[start]
    if flags:
        whole = page.marked.get((start, end), ())
        for kind in kinds_of(flags):
            yield f"all {kind}" if kind in whole else kind
    if not text[start:end].islower():
        yield "capital"
        if not flags & IN_TITLE and not opens_sentence(text, start):
            yield "within"
    yield from _signs_before(text[max(0, start - 24) : start])
    yield from _signs_after(text[end : end + 20])


def _signs_before(before: str) -> Iterator[str]:
    if before.endswith(", "):
        yield "listed"
    elif before.endswith(" "):
        words = before.split()[-2:] or [""]
        if sign := BEFORE.get(words[0 if words[-1].lower() in ARTICLES else -1].lower()):
            yield sign
        elif words[-1][:1].isupper():
            yield "joined before"


def _signs_after(after: str) -> Iterator[str]:
    if after.startswith(", "):
        yield "listed"
    elif after.startswith(" (") and ACRONYM.match(after):
        yield "acronym"
    elif after.startswith(" ") and (words := after.split(None, 1)):
        if sign := AFTER.get(words[0].lower().rstrip(".,;:!?)")):
            yield sign
        if words[0][0].isupper():
            yield "joined after"


@lru_cache(maxsize=4096)
def _form(name: str) -> tuple[tuple[str, float], ...]:
    """What the name alone says."""
    lower = name.lower()
    words = lower.replace("-", " ").replace("/", " ").split() or [lower]
    single = len(words) == 1
    everyday = words_in("everyday")
    truths = {
        "technical": is_technical(name),
        "two words": len(words) == 2,
        "three words": len(words) == 3,
        "more words": len(words) > 3,
        "short": len(name) <= 3,
        "digit": any(letter.isdigit() for letter in name),
        "-ed": lower.endswith("ed"),
        "-ing": single and lower.endswith("ing"),
        "everyday word": single and lower in everyday,
        "given name": single and is_given_name(lower),
        "a place": is_place(lower),
    }
    share = sum(word in everyday for word in words) / len(words)
    return (("everyday words", share), *((name, 1.0) for name, holds in truths.items() if holds))


def _by_setting(term: Term, setting: Setting) -> Iterator[str]:
    lower = term.name.lower()
    if term.topic:
        yield "known" if term.is_sure else "known, ambiguous"
    if " " in lower and setting.families.get(lower.partition(" ")[0], 0) > 1:
        yield "a family"
    if setting.people.get(lower, 0) >= 3:
        yield "a person"
    if lower in setting.title:
        yield "post's title"
    if "-" in lower and "marked" not in term.kinds:
        yield "hyphen"
    if "tag" in term.kinds:
        yield "tag"
    if term.kinds == {"subject"}:
        yield "only a subject"


def _has_own_link(page: Page, term: Term) -> bool:
    """Whether a link on the term leads to what is called so."""
    glued = re.sub(r"\W", "", term.name.lower())
    urls = (page.urls[start] for start, _ in term.places if start in page.urls)
    return any(glued in re.sub(r"[\W_]", "", url.lower()) for url in urls)


def is_place(lower: str) -> bool:
    return lower.replace(" ", "_") in words_in("places")


def is_full_name(name: str) -> bool:
    """Whether it has the form of a person's: "Jane Doe"."""
    words = name.split()
    return 2 <= len(words) <= 3 and name.istitle() and is_given_name(words[0].lower())
