"""What a post's talks may be looked up by: technologies, products, techniques it names."""

import re
from collections import Counter, defaultdict

from .blocks import BlockKind
from .folding import fold
from .outline import TopicEntry
from .post import Post

RULE = "named"
LIMIT = 12
# "Docker Swarm", "Node.js", "GraphQL", "C++", "C#", ".NET", "pg_stat_statements"
TERM = re.compile(
    r"(?<![\w@/.])(?:\.NET\b|[A-Z]\w*(?:[.+#/-]?\w+|\+\+|#)?(?: [A-Z][\w.+#-]*\w){0,2}|[a-z]+[A-Z]\w+"
    r"|[a-z]\w*_\w+)"
)
TAG_STOP = frozenset(
    [
        "conference",
        "conferences",
        "blog",
        "me",
        "events",
        "event",
        "recap",
        "talks",
        "personal",
        "development",
        "travel",
        "community",
        "open-source",
        "tips",
        "tools",
        "meetup",
        "notes",
        "review",
        "report",
        "technical",
        "guide",
    ]
)


def find_topics(post: Post, names: set[str], conference: str) -> list[TopicEntry]:
    """The terms a post names most, in marked words and titles above all; no people."""
    known = {fold(name) for name in names} | {word for name in names for word in fold(name).split()}
    left_out = known | set(fold(conference).split()) | {fold(conference)}
    weights: Counter[str] = Counter()
    spelling: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, tuple[int, int]] = {}
    for block in post.blocks:
        if block.kind is BlockKind.CODE or (block.quoted and block.kind is BlockKind.RULE):
            continue
        boost = 2.0 if block.kind is BlockKind.HEADING else 1.0
        marked = [(s.start, s.end) for s in block.inline.spans]
        for match in TERM.finditer(block.text):
            term = _trim(match[0], post)
            key = fold(term)
            if not key or key in left_out or len(key) < 2 or key.isdigit():
                continue
            inside = any(a <= match.start() and match.end() <= b for a, b in marked[:40])
            weights[key] += boost + (1.5 if inside else 0) + 0.4 * term.count(" ") + _form(term)
            spelling[key][term] += 1
            place = block.inline.source(match.start())
            first.setdefault(key, (place, place + len(term)))
    for tag in post.front.tags:
        key = fold(tag)
        if key in weights and key not in TAG_STOP:
            weights[key] += 4
    return [
        TopicEntry(
            start=first[k][0], end=first[k][1], rule=RULE, name=spelling[k].most_common(1)[0][0]
        )
        for k, weight in weights.most_common(LIMIT * 2)
        if weight >= 2.5
    ][:LIMIT]


def _form(term: str) -> float:
    """Signs of a technical name: inner capitals, digits, dots, all capitals."""
    bare = term.replace(" ", "")
    return 1.0 if any(c.isupper() for c in bare[1:]) or re.search(r"[\d.+#_]", bare) else 0.0


def _trim(term: str, post: Post) -> str:
    words = term.split()
    common = re.compile(rf"(?:{post.words.common})", re.IGNORECASE)
    while words and common.fullmatch(words[0]):
        words = words[1:]
    while words and common.fullmatch(words[-1]) and len(words) == 1:
        words = words[:-1]
    return " ".join(words).strip(".-/")
