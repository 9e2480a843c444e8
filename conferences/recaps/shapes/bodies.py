"""What stands under a heading -> who speaks, as far as its first words tell."""

import re

from ..blocks import BlockKind
from ..introductions import introductions
from ..naming import alone_in, marked_readings
from ..people import Mention
from ..post import Post, is_prose
from ..sections import Section
from ..skeleton import PERSON, skeleton

# "Speaker: Jane Doe" in a list of what is known of a talk
SAYS_SPEAKER = re.compile(r"\W*(?:speakers?|presenters?|presented|given|by|who|with)\b", re.I)
# "with the whole room, led by §": below a heading that is the title
BY_LINE = re.compile(
    rf"(?:with|by|presented|given|held|led|facilitated|hosted)\b[^§.:?!]{{0,60}}{PERSON}"
    r"(?:[,(][^§]{0,60})?"
)
# "The panelists (§ of Acme, §)", "Proposing: §", "Moderated by §"
ON_PANEL = re.compile(
    r"\b(?:panel\w*|participants|guests|moderat\w+|hosted|featur\w+|made up of|consist\w+"
    r"|propos(?:ing|ed by)|oppos(?:ing|ed by)|for|against|discussion (?:with|between))"
    r"\b[^.§]{0,40}§",
    re.IGNORECASE,
)
NAME_ALONE = re.compile(
    rf"(?:by |with )?{PERSON}(?: ?\([^()]{{1,40}}\)|, [\w &-]{{1,40}})?[.:!]?", re.I
)
MET = re.compile(
    r"\b(?:meet|met|meeting|together with|thanks to|thank|chat(?:ted)? with"
    r"|talk(?:ed|ing)? (?:to|with)"
    r"|hi to|work of|book by|written by|author|created by|organi[sz]ed by|blog)\b[^.]{0,60}$",
    re.IGNORECASE,
)


def speakers_below(post: Post, section: Section) -> tuple[list[Mention], int]:
    """Who gives the talk, by the first words under its heading, and how sure that is."""
    looked_at = 0
    fallback: list[Mention] = []
    first = section.children[0] if section.children else None
    if first and first.heading == section.first and (people := only_people(post, section.first)):
        return people, 2
    for index in range(section.first, section.own_last):
        block = post.blocks[index]
        if not is_prose(block):
            continue
        if block.kind is BlockKind.ITEM:
            says = index < section.first + 6 and SAYS_SPEAKER.match(block.text)
            if says and (people := alone_in(post, index)):
                return people, 2
            continue
        looked_at += 1
        if looked_at <= 2 and (people := _alone_at_start(post, index)):
            return people, 2
        if block.quoted:
            continue
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


def _alone_at_start(post: Post, index: int) -> list[Mention]:
    """The people whom the first line of a block names alone, or its first sentence: "Jane Doe."."""
    if people := alone_in(post, index, 0, post.line_end(index)):
        return people
    for start, end in post.sentences(index)[:1]:
        bones = skeleton(post, index, start, end, marked=False)
        if NAME_ALONE.fullmatch(bones.text) and all(
            " " in mention.name or _is_known(post, mention) for mention in bones.people[0]
        ):
            return bones.people[0]
    return []


def panelists(post: Post, section: Section) -> list[Mention]:
    """Who sat on a panel, by the first sentences under its heading: "Panelists: A, B, and, from
    industry, C", "Proposing: A. Opposing: B"."""
    found: list[Mention] = []
    first = [n for n in range(section.first, section.own_last) if is_prose(post.blocks[n])][:2]
    for index in first:
        for start, end in post.sentences(index):
            bones = skeleton(post, index, start, end, marked=False)
            if ON_PANEL.search(bones.text):
                found += (mention for group in bones.people for mention in group)
    keys = {post.key_of(mention): mention for mention in reversed(found)}
    return list(reversed(keys.values()))


def only_people(post: Post, index: int) -> list[Mention]:
    """The people whose names are all that a heading says, perhaps with "by" before them."""
    bones = skeleton(post, index, marked=False)
    alone = bones.text.strip(" :") == PERSON or BY_LINE.fullmatch(bones.text)
    return bones.people[0] if alone and all(_is_known(post, m) for m in bones.people[0]) else []


def lists_marked(post: Post, section: Section) -> bool:
    """Whether paragraphs of a section begin with a marked title and its speaker each."""
    lines = (
        post.blocks[index].kind is BlockKind.PARAGRAPH and marked_readings(post, index)
        for index in range(section.first, section.own_last)
    )
    return sum(bool(line) for line in lines) > 1


def tells_several(post: Post, section: Section) -> bool:
    """Whether the prose of a section introduces talks of several speakers, one after the other."""
    told: list[set[object]] = []
    for index in range(section.first, section.own_last):
        if not is_prose(post.blocks[index]):
            continue
        for found in introductions(post, index):
            if found.rule == "by_line":  # of the talk that the heading names
                return False
            people = {post.key_of(m) for m in found.people if " " in m.name or m.handles}
            named: set[object] = {*people, *([found.title] if found.titled else ())}
            sure = found.strength >= (3 if people else 2) and named
            if sure and not any(named & known for known in told):
                told.append(named)
    return len(told) > 1


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


def _is_known(post: Post, mention: Mention) -> bool:
    """Whether a name is surely a person's: profiled, or said to do what people do."""
    person = post.person(mention)
    return person is not None and (person.is_profiled or person.weight >= 3)
