"""What a post's talks may be looked up by: technologies, products, techniques it names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from .blocks import Block, BlockKind
from .drafts import Draft
from .folding import fold
from .inline import Mark
from .outline import TopicEntry
from .post import Post
from .words import common_words

RULE = "named"
LIMIT = 14
# "Docker Swarm", "Node.js", "GraphQL", "C++", "C#", ".NET", "pg_stat_statements", "CI/CD"
TERM = re.compile(
    r"(?<![\w@/.])(?:\.NET\b(?: [A-Z]\w+)?|(?:[A-Z][\w]*(?:[.+/-]\w+)*(?:\+\+|#)?"
    r"(?: (?:[A-Z]\w*(?:[.+/-]\w+)*(?:\+\+|#)?|\d+(?:\.\d+)*)(?![\w])){0,3})|[a-z]+[A-Z]\w+|[a-z]\w*_\w+)"
)
# Tags that say what kind of post it is, not what it is about.
NO_TOPIC = frozenset(
    "conference conferences blog me event events recap talk talks personal development travel"
    " community tip tips tool tools meetup note notes review report technical guide general news"
    " programming software speaker speakers youtube twitter github vimeo slideshare speakerdeck"
    " linkedin facebook discord slack day keynote keynotes ceo cto vp http https".split()
)


@dataclass(slots=True)
class _Term:
    count: int = 0
    weight: float = 0.0
    start: int = 0
    end: int = 0
    inner: int = 0
    """How often it stands within a sentence, where a capital means something."""
    spellings: Counter[str] = field(default_factory=Counter)


def find_topics(post: Post, drafts: list[Draft], conference: str) -> list[TopicEntry]:
    """The terms a post names most, in titles and marked words above all; no people."""
    left_out = _names(post, drafts) | {fold(conference), *fold(conference).split()} | NO_TOPIC
    terms: dict[str, _Term] = defaultdict(_Term)
    titles = {draft.block for draft in drafts if draft.titled}
    for index, block in enumerate(post.blocks):
        if block.kind is not BlockKind.CODE and block.text and not _is_tweet(block):
            _count(post, block, terms, left_out, titled=index in titles)
    lower = Counter(post.text[post.front.end :].split())
    for tag in post.front.tags:
        if (key := fold(tag)) in terms:
            terms[key].weight += 2.5
    weights = {key: _weight(key, term, lower) for key, term in terms.items()}
    best = sorted(weights, key=lambda key: (-weights[key], terms[key].start))
    chosen = [key for key in best if weights[key] >= 2.4][:LIMIT]
    return [
        TopicEntry(
            start=terms[key].start, end=terms[key].end, rule=RULE, name=_spelling(terms[key])
        )
        for key in chosen
    ]


def _is_tweet(block: Block) -> bool:
    return block.quoted and any("twitter.com" in span.url for span in block.inline.links)


def _names(post: Post, drafts: list[Draft]) -> set[str]:
    """The people of a post, in full and by each of their names."""
    people = [post.person(mention) for draft in drafts for mention in draft.speakers]
    people += [
        person for person in post.people.all() if person.weight >= 3 or _is_profiled(person.handles)
    ]
    names = {
        fold(name) for person in people if person for name in (person.name or "", *person.spellings)
    }
    if post.front.author:
        names.add(fold(post.front.author))
    return names | {word for name in names for word in name.split()}


def _is_profiled(handles: dict[str, str]) -> bool:
    return bool(handles.keys() & {"twitter", "linkedin", "mastodon", "bluesky"})


def _count(
    post: Post, block: Block, terms: dict[str, _Term], left_out: set[str], *, titled: bool
) -> None:
    text = block.text
    marked = [(s.start, s.end) for s in block.inline.spans if s.mark is not Mark.EMPHASIS][:60]
    for name, start, end in _terms(post, text):
        key = fold(name)
        if len(key) < 2 or key in left_out or key.isdigit() or _holds_name(key, left_out):
            continue
        term = terms[key]
        if not term.count:
            term.start = block.inline.source(start)
            term.end = block.inline.source(end - 1) + 1
        term.count += 1
        term.spellings[name] += 1
        term.inner += start > 2 and text[start - 2] not in ".!?:\n"
        near_title = titled and start < 160
        inside = any(first <= start and end <= last for first, last in marked)
        term.weight += (
            1.0 + 1.2 * inside + 1.0 * near_title + 0.4 * (block.kind is BlockKind.HEADING)
        )


def _holds_name(key: str, left_out: set[str]) -> bool:
    words = key.split()
    return len(words) > 1 and all(word in left_out for word in words)


def _terms(post: Post, text: str) -> Iterator[tuple[str, int, int]]:
    common = common_words(post.words)
    for match in TERM.finditer(text):
        parts = [
            (m.start() + match.start(), m.end() + match.start())
            for m in re.finditer(r"\S+", match[0])
        ]
        while parts and text[parts[0][0] : parts[0][1]].casefold() in common:
            parts = parts[1:]
        while parts and text[parts[-1][0] : parts[-1][1]].casefold() in common:
            parts = parts[:-1]
        if parts:
            start, end = parts[0][0], parts[-1][1]
            yield text[start:end].rstrip("./-"), start, end


def _weight(key: str, term: _Term, lower: Counter[str]) -> float:
    name = _spelling(term)
    technical = any(c.isupper() for c in name[1:].replace(" ", "")) if " " not in name else False
    technical = technical or bool(re.search(r"[\d.+#_/]", name))
    if " " not in name and not technical and (not term.inner or lower[key] >= term.count):
        return 0.0
    weight = min(term.weight, 7.0) + (0.8 if technical else 0.0)
    return weight + (0.6 if " " in name else 0.0) - (1.5 if len(name.split()) > 3 else 0.0)


def _spelling(term: _Term) -> str:
    return term.spellings.most_common(1)[0][0]
