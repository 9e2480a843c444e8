"""Headings and what stands under them; lines that act as headings without being marked so."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from .blocks import BlockKind
from .given_names import words_in
from .inline import Mark
from .post import Post
from .words import Words, in_any_language

EMOJI = re.compile(r"[^\w\s'’&?!.,:/()+#-]+")


@dataclass(slots=True)
class Section:
    """A heading's block and the blocks up to the next heading of its level or above."""

    heading: int | None
    level: int
    first: int
    last: int
    """Blocks `first` to `last`, without `last`."""
    parent: "Section | None" = None
    children: list["Section"] = field(default_factory=list)

    @property
    def own_last(self) -> int:
        """Where the section's own text ends: at its first sub-heading."""
        first = self.children[0].heading if self.children else None
        return self.last if first is None else first


def sections(post: Post, acting: Mapping[int, int] | None = None) -> list[Section]:
    """All sections in order, the post's opening (without heading) first.

    `acting` are the blocks that act as headings, each with its level.
    """
    top = Section(None, 0, 0, len(post.blocks))
    found, open_sections = [top], [top]
    for index, block in enumerate(post.blocks):
        level = block.level if block.kind is BlockKind.HEADING else (acting or {}).get(index)
        if level is None or block.parent is not None:
            continue
        while open_sections[-1].level >= level:
            open_sections.pop().last = index
        section = Section(index, level, index + 1, len(post.blocks), open_sections[-1])
        open_sections[-1].children.append(section)
        open_sections.append(section)
        found.append(section)
    return found


# Below all real headings.
ACTING_LEVELS = {Mark.STRONG: 7, Mark.EMPHASIS: 8, Mark.LINK: 9, Mark.QUOTE: 10}
TERM_LEVEL = 11
LONGEST_LINE = 150


def acting_headings(post: Post) -> dict[int, int]:
    """Lines all in bold, italics or quotes that act as headings: block and level."""
    marks = {index: mark for index in range(len(post.blocks)) if (mark := _whole_mark(post, index))}
    below = {index for index in marks if _has_heading_above(post, index, marks)}
    always = Counter(marks.values()) == Counter(marks[index] for index in below)
    for index in [index for index in marks if _is_of_person(post, index, dashed=always)]:
        if index in below:
            del marks[index]  # whoever speaks in the talk named before
    counts = Counter(marks.values())
    acting = {
        index: ACTING_LEVELS[mark]
        for index, mark in marks.items()
        if counts[mark] > 1 and marks.get(index + 1) is not mark
    }
    terms = (n for n, block in enumerate(post.blocks) if block.kind is BlockKind.TERM)
    return acting | dict.fromkeys(terms, TERM_LEVEL)


CAPTION = re.compile(
    r"(?:photos?|image|picture|figure|foto|bild|imagen|credits?|source|via|update|edit|note|ps|tl;?dr"
    r"|disclaimer|disclosure)\b",
    re.IGNORECASE,
)


def _whole_mark(post: Post, index: int) -> Mark | None:
    """What a whole paragraph is marked as, where it is a line and no caption."""
    block = post.blocks[index]
    if block.kind is not BlockKind.PARAGRAPH or block.parent is not None or block.quoted:
        return None
    text = block.text.rstrip(" .:")
    if not 2 < len(text) <= LONGEST_LINE or "\n" in text:
        return None
    for span in (*block.inline.spans, *block.inline.quotes):
        if span.start <= 1 and span.end >= len(text) - 1 and span.mark in ACTING_LEVELS:
            return None if CAPTION.match(text) else span.mark
    return None


# "by ", "Speaker: ", "Presented by: "
BEFORE_NAME = re.compile(
    r"\W*(?:\w+ )?(?:(?:by|with|from|von|por|par|speakers?|presenters?|host)\W*)?$", re.IGNORECASE
)


def _has_heading_above(post: Post, index: int, marks: Mapping[int, Mark]) -> bool:
    """Whether a heading, or a line that acts as one, stands right above but for an image."""
    before = index - 1
    while before > 0 and not post.blocks[before].text:
        before -= 1
    return before in marks or post.blocks[before].kind is BlockKind.HEADING


def _is_of_person(post: Post, index: int, *, dashed: bool) -> bool:
    """Whether a line names a speaker, perhaps with "by" before or a company behind; behind a
    dash too where such lines never stand by themselves."""
    text = post.blocks[index].text
    named = [m for m in post.in_block(index) if m.weight >= 1 and " " in m.name]
    if not named or not BEFORE_NAME.match(text[: named[0].start]):
        return False
    rest = text[named[-1].outer :].strip()
    return not rest or (rest[0] in (",(-–—|" if dashed else ",(") and len(rest) < 60)


def heading_text(post: Post, section: Section | None) -> str:
    """The heading's words without emoji; empty where there is none."""
    if section is None or section.heading is None:
        return ""
    return " ".join(EMOJI.sub(" ", post.blocks[section.heading].text).split())


def says_no_talk(post: Post, text: str) -> bool:
    """Whether a heading names what is no session: lunch, summary, the venue."""
    return says_missed(post, text) or _is_wholly(post.words.no_talk, text)


def says_missed(post: Post, text: str) -> bool:
    """Whether a heading stands over what the author was not at."""
    return _is_wholly(post.words.missed_heading, text)


def _is_wholly(alternatives: str, text: str) -> bool:
    bare = text.strip(" .!?:,").casefold().replace("’", "'")
    return bool(re.fullmatch(rf"(?:the |a |my |some |our )?(?:{alternatives})", bare))


@lru_cache(maxsize=16)
def _time(words: Words) -> re.Pattern[str]:
    """ "Monday", "The afternoon, in short", "Friday evening talks"."""
    return re.compile(
        rf"(?:the |an? |on |in |l['’]|l[ae] |el |der |den |am |a |o |por la )?(?:{words.times})"
        rf"(?:,? (?:{words.times}|{words.talk}))*(?: (?:{words.day}))?(?:$|\s?[:,.(!–-].{{0,40}}$)",
        re.IGNORECASE,
    )


def names_time(post: Post, text: str) -> bool:
    """Whether a heading only says when the talks under it were: "Monday", "After lunch"."""
    return _time(post.words).match(text) is not None


def names_event(post: Post, text: str) -> bool:
    """Whether words only repeat what the post's title calls the conference: "Kite Conf recap"."""
    named = _named_words(text)
    return bool(named) and named <= _named_words(post.front.title)


def _named_words(text: str) -> set[str]:
    """Without years, and words that stand beside a conference's name."""
    words = set(re.findall(r"[^\W_]+", text.casefold()))
    return {word for word in words - words_in("beside_names") if not word.isdigit()}


SOCIAL = re.compile(rf"\b(?:{in_any_language('social')})\b", re.IGNORECASE)


def is_social(text: str) -> bool:
    """Whether a heading speaks of what goes on beside the talks."""
    return bool(SOCIAL.search(text))
