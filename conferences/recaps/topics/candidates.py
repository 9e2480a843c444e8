"""What may be a topic: the terms of a post that look like names, stand by themselves or are known.

Each kind of candidate is found by its own function; what speaks for it is for evidence.py.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from ..post import Post
from ..words import Words, small_words
from .known import beginnings, known_as
from .page import Page

LONGEST = 50
MOST = 3000
"""Of candidates; no post that anyone wrote comes near."""
MOST_TAGS = 50
# "Docker Swarm", "Node.js", "GraphQL", "C++", "C#", ".NET Core", "pg_stat_statements", "CI/CD"
NAMED = re.compile(
    r"(?<![\w@/.#-])(?:\.NET\b(?: [A-Z]\w+)?"
    r"|[A-ZÀ-ÖØ-Þ]\w*(?:[.+/-]\w+)*(?:\+\+|#)?"
    r"(?: (?:[A-ZÀ-ÖØ-Þ]\w*(?:[.+/-]\w+)*(?:\+\+|#)?|\d+(?:\.\d+)*|for|of|mode)(?!\w)){0,3}"
    r"|[a-z]+[A-Z]\w+|[a-z]\w*_\w+)"
)
VERSION = re.compile(r"[ /]v?\d+(?:\.\d+)*$")
# "about top level domains": what stands after such a word is a subject.
SUBJECT = re.compile(
    r"\b(?:about|on|into|sobre|über|sur) (?:(?:the|an?|how|using|el|las?|los|di[ae]s?|les?) )?"
    r"([^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,2})"
)
# "GlusterFS-centric", "Java-based": the name is the part before.
COMPOUND = re.compile(
    r"(.{2,})-(?:based|centric|like|driven|only|specific|native|style|powered|improved|aware"
    r"|friendly|related|ready|compatible|enabled|oriented|first|backed|savvy)"
)
AROUND = " ,;:!?/–—'’\"()[]."
ADDRESS = re.compile(r"://|@|^www\.")
EDGES = frozenset(
    {
        *("talk", "talks", "session", "sessions", "keynote", "keynotes", "presentation"),
        *("workshop", "tutorial", "panel", "demo", "conference", "speaker", "speakers"),
        *("slides", "video", "for", "of", "professor", "dr", "ceo", "cto", "i'm", "i’m", "i"),
    }
)
"""Words at the edge of a term that are no part of it."""


def find_candidates(page: Page, post: Post) -> dict[str, set[str]]:
    """Terms in lower case, each with how it was found."""
    edges = _edges(post.words)
    finders = {
        "named": _named(page, edges),
        "marked": _marked(page, edges),
        "subject": _subjects(page, edges),
        "tag": _tags(page, post),
        "known": _known(page),
    }
    found: dict[str, set[str]] = {}
    for kind, terms in finders.items():
        for term in islice(terms, MOST):
            if 2 <= len(term) <= LONGEST:
                found.setdefault(term, set()).add(kind)
    return found


def _named(page: Page, edges: frozenset[str]) -> Iterator[str]:
    """Terms with a capital, and such parts of them as are known or recur."""
    parts: Counter[str] = Counter()
    for name in dict.fromkeys(NAMED.findall(page.text)):
        if len(name) > 2 * LONGEST:
            continue
        words = _trimmed(name.lower().split(" "), edges)
        yield from _forms(" ".join(words))
        parts.update(
            " ".join(_trimmed(words[first : first + size], edges))
            for size in range(1, len(words))
            for first in range(len(words) - size + 1)
        )
    for part, times in parts.items():
        if times > 1 or known_as(part) or "-" in part or "/" in part:
            yield from _forms(part)


def _forms(name: str) -> Iterator[str]:
    """A term, and what is left of it without version, ending or slash."""
    if "-" in name and (compound := COMPOUND.fullmatch(name)):
        yield compound[1]
    elif "/" in name and known_as(name) is None:
        parts = [part for part in name.split("/") if len(part) > 2]
        yield from parts
        if not any(known_as(part) for part in parts):
            yield VERSION.sub("", name)
    else:
        yield name
        if name[-1:].isdigit():
            yield VERSION.sub("", name)


def _marked(page: Page, edges: frozenset[str]) -> Iterator[str]:
    """What stands by itself as a link, bold text, emphasis or code."""
    for start, end in page.marked:
        if end - start <= LONGEST:
            words = page.lower[start:end].strip(AROUND).split()
            if len(words) <= 4 and edges.isdisjoint(words):
                name = " ".join(words)
                if not ADDRESS.search(name):
                    yield name


def _subjects(page: Page, edges: frozenset[str]) -> Iterator[str]:
    for match in SUBJECT.finditer(page.lower):
        words: list[str] = []
        for word in match[1].split():
            if word in edges:
                break
            words.append(word)
            yield " ".join(words)


def _tags(page: Page, post: Post) -> Iterator[str]:
    for tag in (*post.front.tags, *post.front.categories)[:MOST_TAGS]:
        for spelling in (tag.lower(), tag.lower().replace("-", " ")):
            if spelling in page.lower:
                yield spelling


def _known(page: Page) -> Iterator[str]:
    """Spellings of the vocabulary that the post may have, plurals included."""
    words, known = page.words, beginnings()
    for first in filter(known.__contains__, words):
        for second, spelling in known[first]:
            if not second or second in words or f"{second}s" in words:
                yield spelling


def _trimmed(words: list[str], edges: frozenset[str]) -> list[str]:
    first, last = 0, len(words)
    while first < last and words[first] in edges:
        first += 1
    while first < last and words[last - 1] in edges:
        last -= 1
    return words[first:last]


@lru_cache(maxsize=16)
def _edges(words: Words) -> frozenset[str]:
    return small_words(words) | EDGES
