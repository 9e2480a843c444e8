"""What a session is called, or is about, by the sentence that introduces it."""

import re
from functools import lru_cache

from .inline import Mark, Span
from .post import Post
from .skeleton import TITLE, Skeleton
from .titles import GENERIC, clean_title, is_title_like
from .words import Words


@lru_cache(maxsize=16)
def _about(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.about})\s+(?P<subject>[^.;:!?\n]{{3,160}})", re.IGNORECASE)


@lru_cache(maxsize=16)
def _said(words: Words) -> re.Pattern[str]:
    """What an untitled talk is called in passing: "an entertaining talk", "my own talk"."""
    return re.compile(
        rf"\b(?:an?|the|his|her|their|another)? ?\b(?P<said>(?:my )?(?:[\w-]{{1,20}} ){{0,2}}?"
        rf"(?:{words.talk}))\b"
    )


SUBJECT_END = re.compile(
    r"\s*(?:[,(–—]|\s-\s|\b(?:which|that was|who|where he|where she|and then|but|although|as well|"
    r"it was|it.s|was|is|were|showing|given|presented|by)\b).*$",
    re.DOTALL,
)
NEAR_TITLE = re.compile(
    rf"\b(?:about|on|called|titled|entitled|with|named|talk|session|keynote"
    rf"|presentation|present(?:s|ed|ing)?|discuss(?:es|ed|ing)?|gave|give|giving|delivered"
    rf"|sobre|[uü]ber|sur),? (?:the |a |an |his |her |their )?(?P<what>{TITLE})",
    re.IGNORECASE,
)


def title_near(bones: Skeleton, found: re.Match[str], after: int) -> Span | None:
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


def name_of(
    post: Post,
    index: int,
    bones: Skeleton,
    span: Span | None,
    found: tuple[int, int],
    strength: int,
) -> tuple[str, bool, int]:
    """Title or subject of what stands from `found` on, and whether it is a title."""
    text, (first, after) = post.blocks[index].text, found
    if span:
        title = clean_title(text[span.start : span.end])
        if is_title_like(title):
            return title, is_title(post, title, span), strength
    if subject := _about(post.words).search(bones.text, after):
        begin, last = bones.original(*subject.span("subject"))
        words = SUBJECT_END.sub("", text[begin:last]).strip(" \"“”*'")
        if words:
            return clean_title(words), False, strength
    if generic := _nearest(GENERIC, bones.text, first):
        return generic[0], False, strength
    said = _nearest(_said(post.words), lower_case(bones.text), first)
    return bones.text[said.start("said") : said.end()] if said else "", False, strength


def _nearest(pattern: re.Pattern[str], text: str, place: int) -> re.Match[str] | None:
    """What a pattern finds at a place or behind it, else anywhere."""
    return next((m for m in pattern.finditer(text) if m.end() > place), pattern.search(text))


def is_title(post: Post, title: str, span: Span) -> bool:
    """Whether marked words are a title rather than a subject: "X in Y", not "caching"."""
    if span.mark is Mark.QUOTE or GENERIC.fullmatch(title):
        return True
    words = title.split()
    if span.mark is Mark.LINK:
        return len(words) >= 3 or (len(words) == 2 and title[0].isupper())
    return (title[0].isupper() or post.uncased) and len(words) >= 2


def lower_case(text: str) -> str:
    """In lower case, every character at its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[:1] or c for c in text)
