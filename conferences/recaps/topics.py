"""What a post's talks may be looked up by: technologies, products, techniques it names.

A capital within a sentence marks a name; in a title, where every word may have one, it does not.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .blocks import Block, BlockKind
from .drafts import Draft
from .folding import fold
from .inline import Mark
from .outline import TopicEntry
from .post import Post
from .words import Words, small_words

RULE = "named"
LIMIT = 20
LEAST = 1.2
# "Docker Swarm", "Node.js", "GraphQL", "C++", "C#", ".NET Core", "pg_stat_statements", "CI/CD"
TERM = re.compile(
    r"(?<![\w@/.#-])(?:\.NET\b(?: [A-Z]\w+)?"
    r"|[A-Z]\w*(?:[.+/-]\w+)*(?:\+\+|#)?"
    r"(?: (?:[A-Z]\w*(?:[.+/-]\w+)*(?:\+\+|#)?|\d+(?:\.\d+)*|for|of|mode)(?!\w)){0,3}"
    r"|[a-z]+[A-Z]\w+|[a-z]\w*_\w+)"
)
VERSION = re.compile(r"(?<=\w) v?\d+\.\d[\d.]*$")
# A link on one to three words names a thing: [go-fuzz](…)
LINKED = re.compile(r"[\w.+#-]{2,30}(?: [\w.+#-]{2,20}){0,2}")
# A word by itself, bold or as code: **seccomp**, `go-fuzz`
ALONE = re.compile(r"[a-z][a-z-]{2,20}[a-z]")
# "Bolt maps one file": what does something is a name also at the start of a sentence.
SUBJECT = re.compile(r" [a-z]+[^s\W]s (?=[a-z0-9])")
PLACED = re.compile(r"\b(?:in|at|near) (?:the )?$")
# Words at the edge of a term that are no part of it.
EDGES = frozenset(
    {
        *("talk", "talks", "session", "sessions", "keynote", "keynotes", "presentation"),
        *("workshop", "tutorial", "panel", "demo", "conference", "speaker", "speakers"),
        *("slides", "video", "for", "of", "professor", "dr", "ceo", "cto"),
    }
)
# Words that say what kind of post it is, or where its links lead.
NO_TOPIC = frozenset(
    {
        *("conference", "conferences", "blog", "me", "event", "events", "recap", "talk"),
        *("talks", "personal", "development", "travel", "community", "tip", "tips", "tool"),
        *("tools", "meetup", "note", "notes", "review", "report", "technical", "guide"),
        *("general", "news", "programming", "software", "speaker", "speakers", "youtube"),
        *("twitter", "github", "vimeo", "slideshare", "speakerdeck", "linkedin", "facebook"),
        *("discord", "slack", "day", "keynote", "keynotes", "ceo", "cto", "vp", "http"),
        *("https", "video", "slides", "q", "a", "qa", "rt", "pm", "am", "ok"),
    }
)


@dataclass(slots=True)
class _Term:
    weight: float = 0.0
    start: int = 0
    end: int = 0
    named: bool = False
    """Whether something but a title's or a sentence's first capital marks it as a name."""
    marked: bool = False
    """Whether it stands by itself as bold text, a link or code."""
    spellings: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    """Spellings of other terms that turned out to be this one."""

    @property
    def name(self) -> str:
        return max(self.spellings, key=lambda name: (self.spellings[name], name))


def find_topics(post: Post, drafts: list[Draft], conference: str) -> list[TopicEntry]:
    """The terms a post names most, marked words above all; no people, not the conference."""
    left_out = _names(post, drafts) | {fold(conference), *fold(conference).split()} | NO_TOPIC
    left_out |= {key for draft in drafts if len((key := fold(draft.title)).split()) > 2}
    terms: dict[str, _Term] = defaultdict(_Term)
    titles = {draft.block: len(draft.title) + 12 for draft in drafts if draft.titled}
    for index, block in enumerate(post.blocks):
        if block.kind is not BlockKind.CODE and block.text and not _is_tweet(block):
            _count(post, block, terms, left_out, titles.get(index, 0))
    for tag in post.front.tags:
        if (key := fold(tag)) in terms:
            terms[key].weight += 2.0
    _fold_short_forms(terms)
    lower = Counter(post.text[post.front.end :].split())
    weights = {key: _weight(term, lower[key]) for key, term in terms.items()}
    best = sorted(weights, key=lambda key: (-weights[key], terms[key].start))
    return [_entry(terms[key]) for key in best[:LIMIT] if weights[key] >= LEAST]


def _entry(term: _Term) -> TopicEntry:
    others = sorted((term.spellings.keys() | term.aliases.keys()) - {term.name})
    return TopicEntry(
        start=term.start, end=term.end, rule=RULE, name=term.name, spellings=tuple(others)
    )


def topic_places(text: str, topics: Sequence[TopicEntry]) -> list[tuple[int, str]]:
    """Where the text names a topic in any of its spellings, as whole words: offset and name."""
    names = {
        spelling: topic.name for topic in topics for spelling in (topic.name, *topic.spellings)
    }
    if not names:
        return []
    spellings = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    found = re.finditer(rf"(?<![\w@/.#-])(?:{spellings})(?![\w])", text)
    return [(match.start(), names[match[0]]) for match in found]


def topics_within(places: Sequence[tuple[int, str]], start: int, end: int) -> tuple[str, ...]:
    """The topics named between two offsets, each once, in order."""
    first = bisect_left(places, (start, ""))
    last = bisect_left(places, (end, ""))
    return tuple(dict.fromkeys(name for _offset, name in places[first:last]))


def _fold_short_forms(terms: dict[str, _Term]) -> None:
    """Let "Swarm" be "Docker Swarm" and "Go 1.5" be "Go", where the post names both."""
    for key in sorted(terms, key=len, reverse=True):
        first, _, rest = key.partition(" ")
        is_known = key in terms and first in terms and rest in terms
        if is_known and " " in terms[key].name and not rest.isdigit():
            _fold_into(terms, rest, key)
    for key in list(terms):
        version = VERSION.search(terms[key].name)
        base = fold(terms[key].name[: version.start()]) if version else key
        if base != key and base in terms and terms[base].weight >= terms[key].weight:
            _fold_into(terms, key, base)


def _fold_into(terms: dict[str, _Term], short: str, long: str) -> None:
    gone, kept = terms.pop(short), terms[long]
    kept.weight += gone.weight
    kept.named |= gone.named
    kept.aliases += gone.spellings + gone.aliases


def _is_tweet(block: Block) -> bool:
    return block.quoted and any("twitter.com" in span.url for span in block.inline.links)


def _names(post: Post, drafts: list[Draft]) -> set[str]:
    """The people of a post, in full and by each of their names."""
    people = [post.person(mention) for draft in drafts for mention in draft.speakers]
    people += [person for person in post.people.all() if person.is_profiled]
    names = {
        fold(name) for person in people if person for name in (person.name or "", *person.spellings)
    }
    if post.front.author:
        names.add(fold(post.front.author))
    return names | {word for name in names for word in name.split()}


def _count(
    post: Post, block: Block, terms: dict[str, _Term], left_out: set[str], title_end: int
) -> None:
    text = block.text
    marked = [s for s in block.inline.spans if s.mark in (Mark.STRONG, Mark.LINK, Mark.CODE)][:60]
    for name, start, end in _candidates(post, block):
        key = fold(name)
        if len(key) < 2 or key in left_out or key.isdigit() or _holds_names(key, left_out):
            continue
        term = terms[key]
        if not term.spellings:
            term.start = block.inline.source(start)
            term.end = block.inline.source(end - 1) + 1
        term.spellings[name] += 1
        in_title = block.kind is BlockKind.HEADING or start < title_end
        inside = any(span.start <= start and end <= span.end for span in marked)
        whole = any(s.start == start and 0 <= s.end - end < 6 for s in marked)  # "Swarm 1.0"
        opens = start < 2 or text[start - 2] in ".!?:\n"
        within = not in_title and (not opens or bool(SUBJECT.match(text, end)))
        term.marked |= whole
        term.named |= within or whole or name.islower() or _is_technical(name)
        term.weight += 1.2 if within else 0.7
        term.weight += 0.8 * (whole or (inside and not in_title))
        if not _is_technical(name) and PLACED.search(text, max(0, start - 14), start):
            term.weight -= 0.8


@lru_cache(maxsize=16)
def _edges(words: Words) -> frozenset[str]:
    return small_words(words) | EDGES


def _candidates(post: Post, block: Block) -> Iterator[tuple[str, int, int]]:
    """Terms of a block with their places: capitalised ones, and short links in lower case."""
    text, common = block.text, _edges(post.words)
    for match in TERM.finditer(text):
        start, end = match.span()
        words = match[0].split(" ")
        while words and _is_edge(words[0], common):
            start += len(words.pop(0)) + 1
        while words and _is_edge(words[-1], common):
            end -= len(words.pop()) + 1
        name = " ".join(words).rstrip("./-")
        if name and len(words) > 1 and (version := VERSION.search(name)) and len(words) > 2:
            end, name = end - len(version[0]), name[: version.start()]
        if name:
            yield name, start, end
    for span in block.inline.spans:
        name = text[span.start : span.end]
        if not name.islower() or span.mark is Mark.EMPHASIS or set(name.split()) & common:
            continue
        if (LINKED if span.mark is Mark.LINK else ALONE).fullmatch(name):
            yield name, span.start, span.end


def _is_edge(word: str, common: frozenset[str]) -> bool:
    word = word.casefold()
    return word in common or word.startswith(("i'", "i’"))


def _holds_names(key: str, left_out: set[str]) -> bool:
    words = key.split()
    return len(words) > 1 and all(word in left_out for word in words)


def _weight(term: _Term, in_lower_case: int) -> float:
    name = term.name
    often = term.spellings.total() + term.aliases.total()
    named = term.named or term.weight >= 2
    if not named or (" " not in name and name != name.lower() and in_lower_case > often):
        return 0.0
    is_plain = not name.islower() and not any(_is_technical(word) for word in name.split())
    if is_plain and " " in name and often < 2 and not term.marked:
        # Named once, by nothing but its capitals: most often a person, a place or a firm.
        return 0.0
    bonus = 0.8 * _is_technical(name) + 0.5 * (" " in name)
    return min(term.weight, 8.0) + bonus - 1.0 * (len(name.split()) > 3)


@lru_cache(maxsize=4096)
def _is_technical(name: str) -> bool:
    """Signs of a technical name: inner capitals, digits, dots."""
    word = name.replace(" ", "")
    inner = " " not in name and any(c.isupper() for c in name[1:])
    return inner or any(c in "0123456789.+#_" for c in word)
