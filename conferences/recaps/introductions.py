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


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    strength: int
    pattern: re.Pattern[str]
    """`who` names the `§` of the speakers, `what` the `¶` of the title."""


GAP = r"[^.§¶;:!?]"
ADVERB = r"(?:(?:then|also|next|really|first|who|\w+ly) )*"


@lru_cache(maxsize=16)
def rules(words: Words) -> list[Rule]:
    """The rules of a language, the surest first."""
    talk, joined = words.talk, r"(?:by|from|of|with|featuring)"
    by = words.by.replace("|of", "")
    table = (
        # ¶, by §; ¶ delivered by §; the ¶ was performed by §
        (
            "title_by",
            3,
            rf"(?P<what>{TITLE})[,:;]?(?: \(¶\))? ?(?:{GAP}{{0,24}} )?\b(?:by|von|por|par)\b"
            rf"(?: {GAP}{{0,30}})? ?(?P<who>{PERSON})",
        ),
        # ¶ (§); ¶ with §
        ("title_brackets", 3, rf"(?P<what>{TITLE}) ?\((?P<who>{PERSON})"),
        ("title_with", 2, rf"(?P<what>{TITLE})(?:, | )(?:with|from) (?P<who>{PERSON})"),
        # § (¶); § ¶ only where the line is nothing else: see "bare" below
        ("brackets_title", 3, rf"(?P<who>{PERSON}) ?\((?P<what>{TITLE})\)"),
        # §'s ¶; §'s great talk; §'s talk on ¶
        ("genitive_title", 3, rf"(?P<who>{PERSON})(?:['’]s?) (?:{GAP}{{0,40}} )?(?P<what>{TITLE})"),
        ("genitive_talk", 3, rf"(?P<who>{PERSON})(?:['’]s?) (?:[\w-]+ ){{0,3}}(?:{talk})\b"),
        ("talk_of", 2, rf"(?:{talk}) (?:d[oae]|de|von|de la) (?P<who>{PERSON})"),
        # the session by §; a presentation on x by Acme's §
        (
            "talk_by",
            3,
            rf"\b(?:{talk})\b,?(?: [^.§]{{0,90}}?)?\b(?:by|d'|von|por|par)\b:?"
            rf"(?: [^.§,]{{0,40}})? ?(?P<who>{PERSON})",
        ),
        (
            "talk_from",
            3,
            rf"\b(?:{talk})\b,?(?: {GAP}{{0,40}})? (?:{by})(?: [^.§,;]{{0,24}})? ?(?P<who>{PERSON})",
        ),
        # § (Acme) then talked about; § of Acme gave a great talk
        (
            "presents",
            3,
            rf"(?P<who>{PERSON}),?(?: {GAP}{{0,40}}?)? ?\b{ADVERB}(?:{words.presents})\b",
        ),
        # next was §; the day was opened by §; first up: §
        (
            "next_was",
            3,
            r"\b(?:next|first|then|second|third|final|last|up|stop|finally|followed|opened"
            rf"|closed|keynoted|started)\b{GAP}{{0,40}}? ?\b(?:was|were|is|by|with|came|up|from|to see)\b:?"
            rf"(?: {GAP}{{0,30}})? ?(?P<who>{PERSON})",
        ),
        # § was the opening keynote
        (
            "was_keynote",
            3,
            rf"(?P<who>{PERSON}) (?:was|were|is) (?:\w+ ){{0,4}}(?:{talk}|next|first|up)\b",
        ),
        # listening to § sharing; watch § discuss
        (
            "heard",
            3,
            rf"\b(?:{words.attended})\b(?: {GAP}{{0,16}})? (?P<who>{PERSON}) (?:\w+ing|tell|discuss|talk|speak|present|explain|show)\b",
        ),
        (
            "made_by",
            2,
            rf"\b(?:made|held|provided|presented|given|taught) {GAP}{{0,40}}? ?by {GAP}{{0,20}}(?P<who>{PERSON})",
        ),
        # attended ¶; session was called ¶; the first one was labeled ¶
        ("called", 2, rf"\b(?:{words.called}) (?:was |of )?(?P<what>{TITLE})"),
        ("attended_title", 2, rf"\b(?:{words.attended})\b{GAP}{{0,60}}(?P<what>{TITLE})"),
        ("tells", 1, rf"(?P<who>{PERSON}),?(?: {GAP}{{0,30}})? ?\b{ADVERB}(?:{words.tells})\b"),
    )
    return [Rule(name, sure, re.compile(pattern, re.IGNORECASE)) for name, sure, pattern in table]


@lru_cache(maxsize=16)
def _missed(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.missed})\b", re.IGNORECASE)


@lru_cache(maxsize=16)
def _about(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.about})\s+(?P<subject>[^.;:!?\n]{{3,160}})", re.IGNORECASE)


SUBJECT_END = re.compile(
    r"\s*(?:[,(–—]|\s-\s|\b(?:which|that was|who|where he|where she|and then|but|although|as well|"
    r"was|is|were|showing|given|presented|by)\b).*$",
    re.DOTALL,
)


def introductions(post: Post, index: int) -> list[Introduction]:
    """What each sentence of a block introduces, in order; at most one each."""
    found = []
    for start, end in post.sentences(index):
        if introduction := introduce(post, index, start, end):
            found.append(introduction)
    return found


def introduce(post: Post, index: int, start: int, end: int) -> Introduction | None:
    """The session that one sentence introduces."""
    bones = skeleton(post, index, start, end)
    if PERSON not in bones.text and TITLE not in bones.text:
        return None
    if _missed(post.words).search(bones.text):
        return None
    for rule in rules(post.words):
        if found := rule.pattern.search(bones.text):
            return _introduction(post, index, start, end, bones, rule, found)
    return None


def _introduction(
    post: Post, index: int, start: int, end: int, bones: Skeleton, rule: Rule, found: re.Match[str]
) -> Introduction:
    parts = found.groupdict()
    people = bones.group(found.start("who")) if parts.get("who") else []
    span = bones.title(found.start("what")) if parts.get("what") else None
    after = found.end("who") if people else found.end()
    span = span or _title_near(bones, found, after)
    title, titled, strength = _named(post, index, bones, span, after, rule.strength)
    place = bones.original(found.start(), found.start() + 1)[0]
    return Introduction(
        index, start, end, people, title, titled, strength, rule.name, place, bones.text
    )


NEAR_TITLE = re.compile(
    rf"{PERSON}?[^.§]{{0,80}}?\b(?:about|on|called|titled|entitled|with|named|talk|session|keynote"
    rf"|presentation|sobre|[uü]ber|sur),? (?:the |a |an |his |her |their )?(?P<what>{TITLE})",
    re.IGNORECASE,
)


def _title_near(bones: Skeleton, found: re.Match[str], after: int) -> Span | None:
    """The marked words that the sentence names as the talk, beside the match."""
    text = bones.text
    if near := NEAR_TITLE.search(text, found.start()):
        return bones.title(near.start("what"))
    before = text.rfind(TITLE, 0, found.start() + 1)
    if before >= 0 and len(text[before : found.start()]) < 60:
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
        if is_title_like(title) and title.casefold() not in NOT_TITLES:
            return title, is_title(title, span), strength
    if subject := _about(post.words).search(bones.text, after):
        first, last = bones.original(*subject.span("subject"))
        words = SUBJECT_END.sub("", text[first:last]).strip(" \"“”*'")
        if words:
            return clean_title(words), False, strength
    if generic := GENERIC.search(bones.text):
        return generic[0], False, strength
    return "", False, strength


NOT_TITLES = frozenset(
    ["here", "slides", "the", "slides", "video", "youtube", "github", "twitter", "link", "website", "blog", "slide", "talk", "w", "t", "post"]
) | {"this talk", "his talk", "her talk", "my talk", "blog post"}


def is_title(title: str, span: Span) -> bool:
    """Whether marked words are a title rather than a subject: "X in Y", not "caching"."""
    if span.mark is Mark.QUOTE or GENERIC.fullmatch(title):
        return True
    words = title.split()
    if span.mark is Mark.LINK:
        return len(words) >= 3 or (len(words) == 2 and title[0].isupper())
    return title[0].isupper() and len(words) >= 2
