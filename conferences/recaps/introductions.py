"""A sentence of prose -> who gives which session, if it says so.

The rules are patterns on the skeleton of the sentence ("The talk ¶, by §"), tried in order;
each is named by an example of what it matches.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .inline import Mark, Span
from .people import Mention
from .post import Post
from .rules import Rule, rules, talk_word
from .skeleton import PERSON, TITLE, Skeleton, skeleton
from .titles import GENERIC, clean_title, is_title_like
from .words import Words


@dataclass(slots=True)
class Introduction:
    """A session that a sentence speaks of; places in the text of its block."""

    block: int
    start: int
    end: int
    """Of the sentence."""
    people: list[Mention]
    title: str
    titled: bool
    strength: int
    """1: perhaps. 2: likely. 3: as good as certain."""
    rule: str
    place: int
    """Where in the sentence the session is named."""
    words: str = ""
    """The sentence's skeleton."""


@lru_cache(maxsize=16)
def _missed(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.missed})\b")


@lru_cache(maxsize=16)
def _about(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.about})\s+(?P<subject>[^.;:!?\n]{{3,160}})", re.IGNORECASE)


SUBJECT_END = re.compile(
    r"\s*(?:[,(–—]|\s-\s|\b(?:which|that was|who|where he|where she|and then|but|although|as well|"
    r"was|is|were|showing|given|presented|by)\b).*$",
    re.DOTALL,
)


# One sentence may introduce several: "I enjoyed §'s talk, §'s talk and §'s keynote".
MOST = 12
REPEATED = frozenset(
    {"title_by", "title_brackets", "brackets_title", "genitive_talk", "genitive_title"}
)


NAMES_SPEAKER = ("presenter", "presents", "gave_talk", "tells")


def introductions(post: Post, index: int) -> list[Introduction]:
    """What the sentences of a block introduce, in order."""
    if index not in post.introduced:
        post.introduced[index] = [
            introduction
            for start, end in post.sentences(index)
            for introduction in introduce(post, index, start, end)
        ]
    return post.introduced[index]


def introduce(post: Post, index: int, start: int, end: int) -> list[Introduction]:
    """The sessions that one sentence introduces; mostly one or none."""
    bones = skeleton(post, index, start, end)
    if PERSON not in bones.text and TITLE not in bones.text:
        return []
    lower = _lower(bones.text)
    has_talk = talk_word(post.words).search(lower) is not None
    for rule in rules(post.words):
        if (rule.talks and not has_talk) or any(sign not in lower for sign in rule.signs):
            continue
        if matches := list(rule.pattern.finditer(lower)):
            if _missed(post.words).search(lower):
                return []
            if rule.name not in REPEATED:
                matches = matches[:1]
            return [
                _introduction(post, index, start, end, bones, rule, found)
                for found in matches[:MOST]
            ]
    return []


def _lower(text: str) -> str:
    """In lower case, every character at its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[:1] or c for c in text)


def _introduction(
    post: Post, index: int, start: int, end: int, bones: Skeleton, rule: Rule, found: re.Match[str]
) -> Introduction:
    parts = found.groupdict()
    people = bones.group(found.start("who")) if parts.get("who") else _beside(post, bones)
    span = bones.title(found.start("what")) if parts.get("what") else None
    after = found.end("who") if parts.get("who") else found.end()
    span = span or _title_near(bones, found, after)
    title, titled, strength = _named(post, index, bones, span, after, rule.strength)
    place = bones.original(found.start(), found.start() + 1)[0]
    return Introduction(
        index, start, end, people, title, titled, strength, rule.name, place, bones.text
    )


def _beside(post: Post, bones: Skeleton) -> list[Mention]:
    """Who gives the session whose title a sentence names: "¶, where the presenter, §, showed"."""
    lower = _lower(bones.text)
    for rule in rules(post.words):
        if rule.name not in NAMES_SPEAKER:
            continue
        if found := rule.pattern.search(lower):
            return bones.group(found.start("who"))
    return []


NEAR_TITLE = re.compile(
    rf"\b(?:about|on|called|titled|entitled|with|named|talk|session|keynote"
    rf"|presentation|sobre|[uü]ber|sur),? (?:the |a |an |his |her |their )?(?P<what>{TITLE})",
    re.IGNORECASE,
)


def _title_near(bones: Skeleton, found: re.Match[str], after: int) -> Span | None:
    """The marked words that the sentence names as the talk, beside the match."""
    text = bones.text
    if near := NEAR_TITLE.search(text, found.start(), found.start() + 200):
        return bones.title(near.start("what"))
    before = text.rfind(TITLE, 0, found.start() + 1)
    if before >= 0 and found.start() - before < 60:
        return bones.title(before)
    following = text.find(TITLE, after)
    if 0 <= following - after < 4:
        return bones.title(following)
    return None


def _named(
    post: Post, index: int, bones: Skeleton, span: Span | None, after: int, strength: int
) -> tuple[str, bool, int]:
    text = post.blocks[index].text
    if span:
        title = clean_title(text[span.start : span.end])
        if is_title_like(title):
            return title, is_title(title, span), strength
    if subject := _about(post.words).search(bones.text, after):
        first, last = bones.original(*subject.span("subject"))
        words = SUBJECT_END.sub("", text[first:last]).strip(" \"“”*'")
        if words:
            return clean_title(words), False, strength
    if generic := GENERIC.search(bones.text):
        return generic[0], False, strength
    return "", False, strength


def is_title(title: str, span: Span) -> bool:
    """Whether marked words are a title rather than a subject: "X in Y", not "caching"."""
    if span.mark is Mark.QUOTE or GENERIC.fullmatch(title):
        return True
    words = title.split()
    if span.mark is Mark.LINK:
        return len(words) >= 3 or (len(words) == 2 and title[0].isupper())
    return title[0].isupper() and len(words) >= 2
