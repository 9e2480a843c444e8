"""Which terms are a post's topics: the best by weight, none of them twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from ..drafts import Draft
from ..outline import TopicEntry
from ..post import Post
from .candidates import find_candidates
from .evidence import Setting, is_full_name, is_place, weigh_evidence
from .known import known_as
from .page import Page, lay_out
from .terms import Term, gather, glued
from .weights import LEAST, THRESHOLD, WEIGHTS, ground, score

MOST = 15
FEWEST = 7
"""Up to so many, less than the threshold is enough: a short post says each thing but once."""
PERSON = 4
"""How much must speak for a person of whom no talk is known."""
NO_TOPIC = frozenset(
    {
        *("conference", "conferences", "blog", "me", "event", "events", "recap", "talk", "talks"),
        *("personal", "development", "travel", "community", "tip", "tips", "tool", "tools"),
        *("meetup", "note", "notes", "review", "report", "technical", "guide", "general", "news"),
        *("programming", "software", "speaker", "speakers", "youtube", "twitter", "github"),
        *("vimeo", "slideshare", "speakerdeck", "linkedin", "facebook", "discord", "slack", "day"),
        *("keynote", "keynotes", "ceo", "cto", "vp", "http", "https", "video", "slides", "q", "a"),
        *("qa", "rt", "pm", "am", "ok", "here", "this", "link"),
    }
)
"""Words that say what kind of post it is, or where its links lead."""

Weighed = tuple[Term, dict[str, float]]
"""A term and the evidence on it."""


def find_topics(post: Post, drafts: Sequence[Draft], conference: str) -> list[TopicEntry]:
    """What a post's talks may be looked up by, the surest first, at most 15."""
    page = lay_out(post, drafts)
    weighed = weigh_terms(page, post, drafts, conference)
    chosen = choose(weighed, WEIGHTS, THRESHOLD, LEAST)
    return [_entry(page, term, ground(evidence)) for term, evidence in chosen]


def choose(
    weighed: Sequence[Weighed], weights: Mapping[str, float], threshold: float, least: float
) -> list[Weighed]:
    """The best, each once: those over the threshold, and the next where there are too few."""
    scores = {id(term): score(evidence, weights) for term, evidence in weighed}
    ranked = sorted(weighed, key=lambda row: (-scores[id(row[0])], row[0].places))
    best = islice(_without_repeats(ranked), MOST)
    return [
        row
        for index, row in enumerate(best)
        if scores[id(row[0])] >= (threshold if index >= FEWEST else least)
    ]


def weigh_terms(page: Page, post: Post, drafts: Sequence[Draft], conference: str) -> list[Weighed]:
    """Every term that may be a topic, with what speaks for it and against."""
    terms = gather(page, find_candidates(page, post))
    setting = _setting(post, drafts, conference, terms)
    left_out = _left_out(drafts, conference, setting)
    return [
        (term, weigh_evidence(page, term, setting))
        for term in terms
        if not _is_left_out(term, left_out, setting)
    ]


def _entry(page: Page, term: Term, rule: str) -> TopicEntry:
    start, end = term.places[0]
    others = {*term.spellings, *((term.topic.name,) if term.topic else ())} - {term.name}
    return TopicEntry(
        start=page.source(start),
        end=page.source(end - 1) + 1,
        rule=rule,
        name=term.name,
        spellings=tuple(sorted(others)),
    )


def _without_repeats(ranked: Iterable[Weighed]) -> Iterator[Weighed]:
    """Each thing once, however it is written."""
    taken: set[str] = set()
    for row in ranked:
        key = glued(row[0].name)
        if key not in taken:
            taken.add(key)
            yield row


def _setting(
    post: Post, drafts: Sequence[Draft], conference: str, terms: Sequence[Term]
) -> Setting:
    people = _people(post, drafts)
    mentioned: dict[str, int] = {}
    for mentions in post.mentions:
        for mention in mentions:
            key = mention.name.lower()
            mentioned[key] = max(mentioned.get(key, 0), mention.weight)
    return Setting(
        names=frozenset(word for name in people for word in name.split()),
        people=mentioned | dict.fromkeys(people, PERSON),
        conference=frozenset(conference.lower().replace("-", " ").split()),
        title=post.front.title.lower(),
        families=Counter(
            term.name.lower().partition(" ")[0]
            for term in terms
            if " " in term.name and term.name[0].isupper() and term.nested < len(term.places)
        ),
    )


def _people(post: Post, drafts: Sequence[Draft]) -> set[str]:
    """The people of a post, in full, in lower case."""
    people = [post.person(mention) for draft in drafts for mention in draft.speakers]
    people += [person for person in post.people.all() if person.is_profiled]
    names = {name for person in people if person for name in (person.name, *person.spellings)}
    return {name.lower() for name in (*names, post.front.author) if name}


def _left_out(drafts: Sequence[Draft], conference: str, setting: Setting) -> frozenset[str]:
    """Names of people, of the conference and of whole talks, in lower case."""
    people = {name for name, weight in setting.people.items() if weight >= PERSON and " " in name}
    titles = {draft.title.lower() for draft in drafts if draft.title.count(" ") > 1}
    parts = {word for word in setting.conference if known_as(word) is None}
    return frozenset(NO_TOPIC | people | titles | parts | {conference.lower()})


def _is_left_out(term: Term, left_out: frozenset[str], setting: Setting) -> bool:
    name = term.name.lower()
    is_named = all(word in setting.names for word in name.replace("-", " ").split())
    if term.topic:
        return name in NO_TOPIC or (is_named and not term.is_sure)
    is_person = is_named or is_full_name(term.name)
    return name in left_out or is_person or name.isdigit() or is_place(name)
