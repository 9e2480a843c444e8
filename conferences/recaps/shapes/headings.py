"""Talks with a heading each: the headings of one level of which most speak of a talk."""

import re
from dataclasses import dataclass, field

from ..blocks import BlockKind
from ..days import day_number
from ..drafts import Draft, Findings
from ..forms import agree
from ..inline import Mark
from ..introductions import introductions
from ..naming import TitleLine, plain_line, readings
from ..people import Mention
from ..post import Post
from ..sections import Section, acting_headings, heading_text, is_social, says_no_talk, sections
from ..skeleton import PERSON, skeleton
from ..titles import GENERIC, clean_title, kind_of

RULE = "headings"
# "Presented by: §", "Speakers: §", "by §", "§ (Acme)"
ALONE = re.compile(
    rf"^(?:\w+ ){{0,2}}(?:by|speakers?|presenters?|von|por|par)?\s*:?\s*{PERSON}"
    r"(?:[,\s(|@–—-]{1,3}[^.§]{0,60})?[.)]?$",
    re.IGNORECASE,
)
OF_SESSIONS = re.compile(
    r"\b(?:talks?|sessions?|keynotes?|presentations?|speakers?|presenters?|presented|attended"
    r"|audience|panel|workshop|charla|palestra|vortrag|conf[eé]rence)\b",
    re.IGNORECASE,
)
MET = re.compile(
    r"\b(?:meet|met|meeting|together with|thanks to|thank|chat(?:ted)? with"
    r"|talk(?:ed|ing)? (?:to|with)"
    r"|hi to|work of|book by|written by|author|created by|organi[sz]ed by|blog)\b[^.]{0,60}$",
    re.IGNORECASE,
)
NEWS_WORDS = re.compile(r"\b(?:announce[ds]?|launche[ds]|released)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Reading:
    """What speaks for a section being a talk."""

    section: Section
    title: str
    speakers: list[Mention] = field(default_factory=list)
    evidence: int = 0
    excluded: bool = False
    rule: str = ""


def find(post: Post, findings: Findings) -> None:
    """Add a draft for each section that is a talk."""
    by_level: dict[int, list[Section]] = {}
    for section in sections(post, acting_headings(post)):
        if section.heading is not None:
            by_level.setdefault(section.level, []).append(section)
    for level in sorted(by_level):
        for reading in _accepted(post, _read_all(post, by_level[level])):
            _add(post, findings, reading)


def _read_all(post: Post, level: list[Section]) -> list[_Reading]:
    """The sections of one level, their headings read in one form."""
    options = [readings(post, section.heading or 0) for section in level]
    lines = agree(post, options)
    return [_read(post, section, line) for section, line in zip(level, lines, strict=True)]


def _accepted(post: Post, readings: list[_Reading]) -> list[_Reading]:
    candidates = [r for r in readings if not r.excluded]
    sure = [r for r in candidates if r.evidence >= 2]
    if not sure or (len(sure) == 1 and sure[0].evidence < 3 and len(candidates) > 3):
        return []
    often = 2 * len(sure) >= len(candidates)
    return [
        r
        for r in candidates
        if r.evidence >= (2 if often or len(sure) >= 3 else 3) or (often and r.evidence >= 1)
    ]


def _read(post: Post, section: Section, named: TitleLine | None) -> _Reading:
    index = section.heading or 0
    block = post.blocks[index]
    line = named or plain_line(post, index)
    reading = _Reading(section, line.title, line.speakers, line.evidence, rule=line.rule)
    text = heading_text(post, section)
    reading.excluded = (
        not line.title
        or (index < 2 and (bool(section.children) or _is_post_title(post, section)))
        or (day_number(text, post.words) is not None and len(text.split()) <= 6)
        or (
            (says_no_talk(post, text) or is_social(text) or _is_container(post, section))
            and line.evidence < 2
        )
    )
    if reading.excluded:
        return reading
    if GENERIC.search(text):
        reading.evidence += 2
    if any(
        s.mark is Mark.LINK and s.end - s.start > len(block.text) * 0.7 for s in block.inline.spans
    ):
        reading.evidence += 1
    _read_body(post, section, reading)
    return reading


def _is_post_title(post: Post, section: Section) -> bool:
    """Whether a first heading without equals is what the post is called."""
    level = section.level
    equals = [b for b in post.blocks if b.kind is BlockKind.HEADING and b.level == level]
    return not post.front.title and len(equals) == 1


def _is_container(post: Post, section: Section) -> bool:
    """Whether the talks stand in sub-sections of this one."""
    return sum(child.level <= 6 for child in section.children) >= 2


def _read_body(post: Post, section: Section, reading: _Reading) -> None:
    speakers, strength = _speakers(post, section)
    if not reading.speakers:
        reading.speakers = speakers
        reading.evidence += strength
    elif strength:
        reading.evidence += 1
    own = [
        post.blocks[i].text for i in range(section.first, min(section.own_last, section.first + 4))
    ]
    if any(OF_SESSIONS.search(text) for text in own):
        reading.evidence += 1
    if not own:
        reading.evidence -= 1


def _speakers(post: Post, section: Section) -> tuple[list[Mention], int]:
    """Who gives the talk, by the first words under its heading, and how sure that is."""
    looked_at = 0
    fallback: list[Mention] = []
    for index in range(section.first, section.own_last):
        block = post.blocks[index]
        if block.kind is not BlockKind.PARAGRAPH or block.quoted or not block.text.strip():
            continue
        looked_at += 1
        first_line = block.text.split("\n")[0]
        bones = skeleton(post, index, 0, len(first_line), marked=False)
        if looked_at <= 2 and ALONE.match(bones.text.strip()):
            return bones.people[0], 2
        for introduction in introductions(post, index):
            if introduction.people and introduction.strength >= 2:
                return introduction.people, 2
            if introduction.people and not fallback:
                fallback = introduction.people
        if looked_at <= 2 and not fallback:
            fallback = _first_named(post, index)
        if looked_at >= 4:
            break
    return fallback, 1 if fallback else 0


def _first_named(post: Post, index: int) -> list[Mention]:
    """The first person in the opening sentences, unless only met or thanked."""
    text = post.blocks[index].text
    for mention in post.in_block(index):
        person = post.person(mention)
        if (
            not person
            or MET.search(text, max(0, mention.start - 120), mention.start)
            or not (person.handles or " " in (person.name or ""))
        ):
            continue
        if person.weight >= 2 or person.handles:
            groups = skeleton(post, index, marked=False).people
            return next((group for group in groups if mention in group), [mention])
    return []


def _add(post: Post, findings: Findings, reading: _Reading) -> None:
    section, index = reading.section, reading.section.heading or 0
    last = section.last
    end = post.blocks[last].start if last < len(post.blocks) else len(post.text)
    title = _fuller_title(post, section, reading.title)
    doubt = None
    if reading.evidence < 2:
        doubt = "a heading among headings of talks, with little said of a session"
    findings.drafts.append(
        Draft(
            start=post.blocks[index].start,
            end=end,
            block=index,
            title=title,
            titled=True,
            speakers=reading.speakers,
            rule=RULE,
            kind=kind_of(title),
            doubt=doubt,
        )
    )
    findings.lines.add(index)
    findings.taken.update(range(index, last))


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
