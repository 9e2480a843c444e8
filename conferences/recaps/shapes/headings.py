"""Talks with a heading each: the headings of one level of which most speak of a talk."""

import re
from dataclasses import dataclass, field

from ..blocks import Block, BlockKind
from ..days import day_number
from ..drafts import Draft, Findings
from ..forms import agree
from ..inline import Mark
from ..introductions import introductions
from ..naming import TitleLine, marked_readings, plain_line, readings
from ..outline import TalkKind
from ..people import Mention
from ..post import Post
from ..sections import (
    Section,
    acting_headings,
    heading_text,
    is_social,
    names_event,
    names_time,
    says_no_talk,
    sections,
)
from ..titles import GENERIC, clean_title, kind_of
from .bodies import (
    lists_marked,
    only_people,
    panelists,
    speakers_below,
    tells_several,
)
from .names_above import TITLE_BELOW, titles_below

RULE = "headings"
OF_SESSIONS = re.compile(
    r"\b(?:talks?|sessions?|keynotes?|presentations?|speakers?|presenters?|presented|attended"
    r"|audience|panel|workshop|charla|palestra|vortrag|conf[eé]rence)\b",
    re.IGNORECASE,
)
# "Opening keynote", "Keynote (the good one)": a title that is told below is fuller
GENERIC_HEADING = re.compile(
    rf"(?:{GENERIC.pattern}|opening|closing|workshops?|day \w+ keynotes?)(?: \([^()]{{1,40}}\))?",
    re.IGNORECASE,
)
# "Day two keynote", not "Day 2: Keynotes"
DAY_KEYNOTE = re.compile(r"\w (?:keynote|general session)$", re.IGNORECASE)
# "This session was", "The speaker showed"
OF_THIS = re.compile(
    r"\b(?:this|the|his|her|their) (?:[\w-]+ )?(?:talks?|sessions?|presentations?|speakers?"
    r"|presenters?|panel|workshop)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Reading:
    """What speaks for a section being a talk."""

    section: Section
    title: str
    speakers: list[Mention] = field(default_factory=list)
    evidence: int = 0
    excluded: bool = False
    titled: bool = True
    spoken: bool = False
    """Whether a speaker is surely named."""
    told: bool = False
    """Whether a word for a session or a speaker stands under it."""
    title_below: bool = False
    """Whether it is a speaker's name, and the title stands below it."""
    tagged: bool = False
    """Whether a time or a session's code stands before it."""
    generic: bool = False
    """Whether the heading is what such sessions are called: "Keynote"."""


def find(post: Post, findings: Findings) -> None:
    """Add a draft for each section that is a talk."""
    by_level: dict[int, list[Section]] = {}
    for section in sections(post, acting_headings(post)):
        if section.heading is not None:
            by_level.setdefault(section.level, []).append(section)
    for level in sorted(by_level):
        free = [section for section in by_level[level] if section.heading not in findings.lines]
        for reading in _accepted(_read_all(post, free)):
            _add(post, findings, reading)


def _read_all(post: Post, level: list[Section]) -> list[_Reading]:
    """The sections of one level, their headings read in one form."""
    lines = agree(post, [readings(post, section.heading or 0) for section in level])
    below = titles_below(post, level)
    return [
        _read(post, section, below.get(section.heading or 0, line))
        for section, line in zip(level, lines, strict=True)
    ]


def _accepted(readings: list[_Reading]) -> list[_Reading]:
    """The talks of a level: those that are sure, and those like most of them."""
    candidates = [r for r in readings if not r.excluded]
    _weigh_shape(candidates)
    _weigh_words(candidates)
    alike = _weigh_people(candidates)
    sure = [r for r in candidates if _is_sure(r)]
    if not sure or (len(sure) == 1 and sure[0].evidence < 3 and len(candidates) > 3):
        return []
    often = len(sure) > 1 and 2 * len(sure) >= len(candidates)
    least = 1 if often else 2 if alike and len(sure) > 1 else 3
    return [r for r in candidates if _is_sure(r) or r.evidence >= least]


def _is_sure(reading: _Reading) -> bool:
    least = 2 if reading.spoken or reading.generic else 3
    return reading.evidence >= least


def _weigh_shape(candidates: list[_Reading]) -> None:
    """Where most headings of a level have a speaker, that is the shape of a talk here."""
    tagged = [r for r in candidates if r.tagged]
    for reading in tagged if len(tagged) > 1 else ():
        reading.evidence += 1
    spoken = [r for r in candidates if r.spoken]
    if len(spoken) < 3 or len(spoken) < 0.6 * len(candidates):
        return
    for reading in candidates:
        if not reading.generic:
            reading.evidence += 1 if reading.spoken else -bool(not reading.speakers)


def _weigh_words(candidates: list[_Reading]) -> None:
    """Where no heading of a level has a speaker, what is told as of sessions may tell."""
    told = [r for r in candidates if r.told]
    if any(r.spoken for r in candidates) or len(told) < 3 or len(told) < 0.7 * len(candidates):
        return
    for reading in told:
        reading.evidence += 1


def _weigh_people(candidates: list[_Reading]) -> bool:
    """Where most sections first name someone else each, who is named gives the talk."""
    named = [r for r in candidates if r.speakers and not r.spoken]
    people = {r.speakers[0].name for r in candidates if r.speakers}
    if len(people) < 3 or len(people) < 0.6 * len(candidates):
        return False
    for reading in named:
        reading.evidence += 1
    return True


def _read(post: Post, section: Section, named: TitleLine | None) -> _Reading:
    index = section.heading or 0
    line = named or plain_line(post, index)
    if not line.speakers and GENERIC_HEADING.fullmatch(line.title):
        line = _named_below(post, section) or line
    reading = _Reading(section, line.title, line.speakers, line.evidence)
    reading.title_below = line.rule == TITLE_BELOW
    reading.tagged = not named and line.evidence > 0
    reading.excluded = _is_excluded(post, section, line) or (
        not line.speakers and (tells_several(post, section) or lists_marked(post, section))
    )
    if reading.excluded:
        return reading
    if GENERIC.search(heading_text(post, section)):
        reading.generic = True
        reading.evidence += 2
    reading.evidence += _is_linked(post.blocks[index])
    if not line.speakers and (people := only_people(post, index)):
        reading.speakers, reading.titled = people, False
        reading.evidence += 1
    _read_body(post, section, reading)
    return reading


def _named_below(post: Post, section: Section) -> TitleLine | None:
    """What the first words below a generic heading name: "Jane Doe, *Fast Kites*. She said"."""
    if not any(post.blocks[n].kind is BlockKind.PARAGRAPH for n in _opening(section)):
        return None
    return next(iter(marked_readings(post, section.first)), None)


def _opening(section: Section) -> range:
    """The first block below a heading, if any."""
    return range(section.first, min(section.own_last, section.first + 1))


def _is_excluded(post: Post, section: Section, line: TitleLine) -> bool:
    """Whether a heading is the post's, a day's, or of what goes on beside the talks."""
    index, text = section.heading or 0, heading_text(post, section)
    if not line.title or text.casefold() == post.front.title.casefold():
        return True
    opens = index < 2 and line.evidence < 2 and not _is_for_people(post, section)
    if opens and (bool(section.children) or _is_post_title(post, section)):
        return True
    is_day = day_number(text, post.words) is not None and len(text.split()) <= 6
    if is_day and not DAY_KEYNOTE.search(text):
        return True
    holder = section.parent.heading if section.parent else None
    if holder is not None and holder == index - 1 and only_people(post, index):
        return True  # it names the speaker of the heading before it
    beside = (
        says_no_talk(post, text)
        or names_time(post, text)
        or is_social(text)
        or names_event(post, text)
        or _is_container(post, section)
    )
    return beside and line.evidence < 2


def _is_for_people(post: Post, section: Section) -> bool:
    """Whether the line right below a heading names the speakers."""
    return section.first < section.last and bool(only_people(post, section.first))


def _is_linked(block: Block) -> bool:
    """Whether a heading is a link, as to a page about the talk."""
    length = 0.7 * len(block.text)
    return any(s.mark is Mark.LINK and s.end - s.start > length for s in block.inline.spans)


def _is_post_title(post: Post, section: Section) -> bool:
    """Whether a first heading without equals is what the post is called."""
    level = section.level
    equals = [b for b in post.blocks if b.kind is BlockKind.HEADING and b.level == level]
    return not post.front.title and len(equals) == 1


def _is_container(post: Post, section: Section) -> bool:
    """Whether the talks stand in sub-sections of this one."""
    return sum(child.level <= 6 for child in section.children) >= 2


def _read_body(post: Post, section: Section, reading: _Reading) -> None:
    speakers, strength = speakers_below(post, section)
    if kind_of(reading.title) is TalkKind.PANEL and len(seated := panelists(post, section)) > 1:
        speakers, strength = seated, 2
    reading.spoken = bool(reading.speakers) or strength >= 2
    if not reading.speakers:
        reading.speakers = speakers
        reading.evidence += strength
    elif strength:
        reading.evidence += 1
    own = [
        post.blocks[i].text for i in range(section.first, min(section.own_last, section.first + 4))
    ]
    reading.told = any(OF_SESSIONS.search(text) for text in own)
    reading.evidence += reading.told + any(OF_THIS.search(text, 0, 120) for text in own[:1])
    if not own:
        reading.evidence -= 1


def _add(post: Post, findings: Findings, reading: _Reading) -> None:
    section, index = reading.section, reading.section.heading or 0
    last = section.last
    end = post.blocks[last].start if last < len(post.blocks) else len(post.text)
    title, titled = _title(post, reading)
    doubt = None
    if reading.evidence < 2:
        doubt = "a heading among headings of talks, with little said of a session"
    findings.drafts.append(
        Draft(
            start=post.blocks[index].start,
            end=end,
            block=index,
            title=title,
            titled=titled,
            speakers=reading.speakers,
            rule=RULE,
            kind=kind_of(title),
            doubt=doubt,
        )
    )
    findings.lines.add(index)
    if reading.title_below and section.children:
        findings.lines.add(section.first)
    findings.taken.update(range(index, last))


def _title(post: Post, reading: _Reading) -> tuple[str, bool]:
    """What a talk is called, and whether that is a title; a name for a heading is none."""
    section = reading.section
    if reading.titled and not GENERIC_HEADING.fullmatch(reading.title):
        return _fuller_title(post, section, reading.title), True
    for index in range(section.first, min(section.own_last, section.first + 2)):
        for found in introductions(post, index)[:1]:
            if found.title and (found.titled or not reading.titled):
                return found.title, found.titled
    return reading.title, reading.titled


def _fuller_title(post: Post, section: Section, title: str) -> str:
    """A title in quotes or italics in the first sentences wins over a shortened heading."""
    key = set(title.casefold().split())
    for index in range(section.first, min(section.own_last, section.first + 2)):
        block = post.blocks[index]
        spans = [s for s in block.inline.spans if s.mark in (Mark.EMPHASIS, Mark.STRONG)]
        for span in [*block.inline.quotes, *spans]:
            marked = clean_title(block.text[span.start : span.end])
            words = set(marked.casefold().split())
            if span.start < 200 and len(words) > 3 and len(key & words) >= 0.6 * len(key):
                return marked
    return title
