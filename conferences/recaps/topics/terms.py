"""Candidates brought together: one term for all spellings of a thing, with where it stands."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ..vocabulary import Topic
from .known import known_as, singular
from .page import BITS, WORD, Page

MOST_PLACES = 40
"""Of one spelling; more say nothing new."""
MOST_LOOKED_AT = 300
"""Of the places of its first word, so that time stays linear on any text."""
GLUE = re.compile(r"[^\w+#]+|_")
VERSION = re.compile(r"v?\d+(?:\.\d+)+")
MARKED = BITS["strong"] | BITS["link"]
SENTENCE_ENDS = frozenset('.!?:\n“"')


@dataclass(slots=True, eq=False)
class Term:
    """A thing that the post may be about."""

    topic: Topic | None
    """What the vocabulary knows it as."""
    kinds: set[str] = field(default_factory=set)
    """How it was found: the kinds of candidates.py."""
    first: str = ""
    """A spelling of it, in lower case."""
    places: list[tuple[int, int]] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    is_sure: bool = False
    """Whether the vocabulary knows one of its spellings as nothing else."""
    nested: int = 0
    """How many of its places lie within those of a longer term."""
    name: str = ""
    """The vocabulary's name where the post has it, else the post's commonest spelling."""


def gather(page: Page, candidates: Mapping[str, set[str]]) -> list[Term]:
    """The terms of all candidates that stand in the text as whole words, in its order."""
    terms: dict[str, Term] = {}
    for spelling, kinds in candidates.items():
        if places := places_of(page, spelling):
            _add(terms, page, spelling, kinds, places)
    _fold_short_forms(terms, page.text)
    for term in terms.values():
        if len(term.places) > 1:
            term.places = _apart(term.places)
        term.spellings = Counter([page.text[start:end] for start, end in term.places])
        term.name = _name(term)
    found = sorted(terms.values(), key=lambda term: term.places[0])
    _nest(found)
    return [term for term in found if term.topic or term.nested < len(term.places)]


def _add(
    terms: dict[str, Term],
    page: Page,
    spelling: str,
    kinds: set[str],
    places: list[tuple[int, int]],
) -> None:
    topic = known_as(spelling)
    if topic and topic.ambiguous:
        meant = [place for place in places if _is_meant(page, place[0])]
        if not meant and kinds == {"known"}:
            return
        topic, places = (topic, meant) if meant else (None, places)
    if not topic and len(places) == 1 and not _stands_out(page, places[0], spelling):
        return
    key = topic.name if topic else glued(spelling)
    term = terms.setdefault(key, Term(topic, first=spelling))
    term.kinds |= kinds
    term.places += places
    term.is_sure |= topic is not None and not topic.ambiguous


def _fold_short_forms(terms: dict[str, Term], text: str) -> None:
    """Let "Swarm" be "Docker Swarm" and "Go 1.5" be "Go", where the post names both."""
    for key, term in list(terms.items()):
        first, _, rest = term.first.rpartition(" ")
        base = terms.get(_key(first)) if first else None
        if base and VERSION.fullmatch(rest):
            if not term.topic and (base.topic or len(base.places) > len(term.places)):
                terms.pop(key)  # Its places are the base's as well.
        elif base and (short := terms.get(_key(rest))) and _is_short_for(short, term, text):
            terms.pop(_key(rest))
            term.kinds |= short.kinds
            term.places += short.places


def _is_short_for(short: Term, long: Term, text: str) -> bool:
    """Whether a word alone is a name, in most places where it is no part of the long one."""
    ends = {end for _, end in long.places}
    alone = [start for start, end in short.places if end not in ends]
    named = sum(text[start].isupper() for start in alone)
    is_name = any(text[end - len(short.first)].isupper() for _, end in long.places)
    return short.topic is None and is_name and 2 * named > len(alone)


def _key(spelling: str) -> str:
    topic = known_as(spelling)
    return topic.name if topic else glued(spelling)


def _stands_out(page: Page, place: tuple[int, int], spelling: str) -> bool:
    """Whether more than a capital makes what is named once a name, and no person's or firm's."""
    if page.flags[place[0]] or is_technical(page.text[slice(*place)]):
        return True
    first, _, rest = spelling.partition(" ")
    return bool(rest) and known_as(first) is not None and page.text[place[0]].isupper()


def _is_meant(page: Page, start: int) -> bool:
    """Whether an everyday word is a name here: code, or with a capital within a sentence."""
    if page.flags[start] & BITS["code"]:
        return True
    opens = opens_sentence(page.text, start)
    return page.text[start].isupper() and (not opens or bool(page.flags[start] & MARKED))


def opens_sentence(text: str, start: int) -> bool:
    return start < 2 or text[start - 1] == "\n" or text[start - 2] in SENTENCE_ENDS


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in order, the longest of those that overlap."""
    ordered = sorted(set(places), key=lambda place: (place[0], -place[1]))
    return ordered[:1] + [later for former, later in pairwise(ordered) if later[0] >= former[1]]


def _name(term: Term) -> str:
    """Its canonical spelling where the post has it, plural or not, else the commonest."""
    canonical = term.topic.name if term.topic else term.first
    best = _commonest(term.spellings, glued(canonical))
    is_as_known = glued(best) == glued(canonical) and best.endswith("s") == canonical.endswith("s")
    return canonical if term.topic and is_as_known else best


def _commonest(spellings: Counter[str], key: str) -> str:
    if len(spellings) == 1:
        return next(iter(spellings))
    same = [name for name in spellings if glued(name) == key]
    return max(same or spellings, key=lambda name: (spellings[name], name[:1].isupper(), name))


@lru_cache(maxsize=4096)
def glued(name: str) -> str:
    """Equal for spellings that are one but for case, hyphens and a plural's s."""
    return singular(GLUE.sub("", name.lower()))


def _nest(terms: list[Term]) -> None:
    """Count for each term the places that lie within a longer term's."""
    places = sorted(
        ((start, -end, term) for term in terms for start, end in term.places),
        key=lambda place: place[:2],
    )
    reached = -1
    for _, negative, term in places:
        if -negative <= reached:
            term.nested += 1
        else:
            reached = -negative


def places_of(page: Page, spelling: str) -> list[tuple[int, int]]:
    """Where a spelling in lower case stands as whole words, plurals included."""
    word, before = first_word(spelling)
    lower, length = page.lower, len(spelling)
    return [
        (place - before, end)
        for place in page.words.get(word, ())[:MOST_LOOKED_AT]
        if lower.startswith(spelling, place - before)
        and (end := _ends(lower, place - before + length))
        and _begins(lower, place - before)
    ][:MOST_PLACES]


@lru_cache(maxsize=8192)
def first_word(spelling: str) -> tuple[str, int]:
    """The first word and where it begins: that of ".net" is "net", at 1."""
    match = WORD.search(spelling)
    return (match[0], match.start()) if match else ("", 0)


def _begins(lower: str, place: int) -> bool:
    before = lower[place - 1 : place]
    if not before or before in " \n":
        return True
    if before in "_@#" or before.isalnum():
        return False
    return not (before in "./-" and lower[max(0, place - 2) : place - 1].isalnum())


def _ends(lower: str, end: int) -> int:
    """The end of the word, past a plural's s; 0 within a word."""
    after = lower[end : end + 1]
    if after == "s" and not lower[end + 1 : end + 2].isalnum():
        return end + 1
    return 0 if after and (after in "_+#" or after.isalnum()) else end


@lru_cache(maxsize=4096)
def is_technical(name: str) -> bool:
    """Signs of a technical name: inner capitals, digits, dots."""
    word = name.replace(" ", "")
    inner = " " not in name and any(letter.isupper() for letter in name[1:])
    return (inner or any(letter in "0123456789.+#_" for letter in word)) and not name[0].isdigit()
