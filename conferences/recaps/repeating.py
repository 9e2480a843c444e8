"""Paragraphs that all begin alike: with somebody new, or with a title and who gives it.

One such paragraph proves nothing; where most of them do, each is a talk, whatever the verbs.
"""

import re
from collections.abc import Collection, Iterable

from .blocks import BlockKind
from .given_names import is_given_name
from .inline import Span
from .introductions import Introduction
from .no_sessions import ASIDE, is_artefact, is_missed, is_no_subject
from .people import Mention
from .post import Post
from .skeleton import PERSON, TITLE, Skeleton, skeleton
from .subjects import is_title, lower_case
from .titles import clean_title, is_title_like

LEAST = 3
"""So many paragraphs that begin alike are no accident."""
# What somebody named first in a paragraph does who gives no talk.
SOCIAL = re.compile(
    r"\b(?:met|meet|thank\w*|welcom\w*|organi[sz]\w*|invit\w*|joined|sat|bought|wrote|drove|lives?"
    r"|texted|e-?mailed|tweeted|blogged|lunch|dinner|breakfast|beers?|drinks?|party|booth|sponsor\w*"
    r"|flight|hotel|train|airport|book|blog|photos?"
    r"|(?:told|took|helped|convinced|introduced|showed|gave|asked|brought) (?:me|him|her))\b"
)
OPENS = re.compile(rf"[^.§¶;:!?]{{0,60}}?(?P<sign>[{PERSON}{TITLE}])(?!['’]s? (?!{TITLE}))")


def repeated(post: Post, blocks: Iterable[int], told: Collection[int]) -> list[Introduction]:
    """The talks of paragraphs that begin alike; none where few of the paragraphs do.

    Of `blocks`, those in `told` are known to tell of a talk.
    """
    prose = [index for index in blocks if _is_prose(post, index)]
    found = [one for index in prose if index not in told and (one := _begun(post, index))]
    alike = sorted([one.block for one in found] + [index for index in prose if index in told])
    if not found or len(alike) < LEAST:
        return []
    between = [index for index in prose if alike[0] <= index <= alike[-1]]
    if 2 * len(alike) <= len(between):
        return []
    known = [index for index in prose if index in told]
    if len(known) < 2:
        return found
    # Before and behind the talks, people are thanked and expected.
    return [one for one in found if known[0] < one.block < known[-1]]


def _is_prose(post: Post, index: int) -> bool:
    block = post.blocks[index]
    return block.kind is BlockKind.PARAGRAPH and not block.quoted and bool(post.sentences(index))


def _begun(post: Post, index: int) -> Introduction | None:
    """Whom, and which title, the first sentences of a paragraph name."""
    sentences = post.sentences(index)[:2]
    bones = [skeleton(post, index, *sentence) for sentence in sentences]
    lower = [lower_case(one.text) for one in bones]
    if not OPENS.match(lower[0]) or any(map(SOCIAL.search, lower)) or ASIDE.search(lower[0]):
        return None
    people = _people(bones, lower)
    if not people or not all(_is_new(post, mention) for mention in people):
        return None
    if is_missed(post.words, lower[0]) or is_no_subject(
        lower[0], lower[0].find(PERSON) if PERSON in lower[0] else 0
    ):
        return None
    title = _title(post, index, bones, lower)
    start, end = sentences[0]
    return Introduction(
        block=index,
        start=start,
        end=end,
        people=people,
        title=title,
        titled=bool(title),
        strength=2,
        rule="repeated",
        place=start,
        words=bones[0].text,
    )


def _people(bones: list[Skeleton], lower: list[str]) -> list[Mention]:
    """The only people of the first sentence, else those at the head of the second."""
    if PERSON in lower[0]:
        return bones[0].people[0] if lower[0].count(PERSON) == 1 else []
    if len(lower) > 1 and PERSON in lower[1][:40]:
        return bones[1].people[0]
    return []


def _title(post: Post, index: int, bones: list[Skeleton], lower: list[str]) -> str:
    """The only title of the first sentence, else of the second."""
    for one, words in zip(bones, lower, strict=True):
        if words.count(TITLE) == 1 and not is_artefact(words, words.index(TITLE)):
            span: Span = one.titles[0]
            title = clean_title(post.blocks[index].text[span.start : span.end])
            if is_title_like(title) and is_title(post, title, span):
                return title
    return ""


def _is_new(post: Post, mention: Mention) -> bool:
    """Whether a person is named here for the first time, and is one without a doubt."""
    person = post.person(mention)
    name = (person and person.name) or mention.name
    profiled = person is not None and person.is_profiled and " " in name
    likely = profiled or is_given_name(name.partition(" ")[0])
    return bool(person and person.first == mention.block and likely)
