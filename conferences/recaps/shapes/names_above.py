"""Sections whose heading names the speaker and whose text opens with the title."""

import re
from collections.abc import Sequence

from ..blocks import BlockKind
from ..forms import is_name
from ..naming import TitleLine, leading_mark, without_companies
from ..people import Mention
from ..post import Post, is_prose
from ..sections import Section
from ..skeleton import PERSON, is_person, skeleton
from ..slots import slot_alone
from ..titles import NUMBER, clean_title, is_title_like, without_pictures

TITLE_BELOW = "title_below"
LONGEST = 120
"""Characters of a line that is a title without any mark."""
# "*Fast kites*. She showed", "*Fast kites* · 25 min"
TITLE_ENDS = re.compile(r"[\"”»’]?(?:[.:;!?]|$|\s[-–—·•|(\[])")
# "Jane Doe (Acme)", "Jane Doe, Acme Kites", "Jane Doe @ Acme", "Jane Doe – Acme"
NAMED = re.compile(
    rf"{PERSON}(?:\s?\([^()]{{1,60}}\)|,\s[^§.:!?]{{2,40}}|\s[-–—|@·•]\s?[^§:!?\s]+(?:\s[^§:!?\s]+){{0,2}})?:?"
)
# "Talk: Fast kites"
SAYS_TITLE = re.compile(r"(?:talk|title|topic|session|subject)s?\s?:\s+(?=\S)", re.IGNORECASE)


def titles_below(post: Post, level: Sequence[Section]) -> dict[int, TitleLine]:
    """By heading, what sections are called whose headings are names and whose text opens with
    the title, where there are more of them and most of the names are known."""
    lines = {section.heading or 0: _title_below(post, section) for section in level}
    found = {heading: line for heading, line in lines.items() if line}
    known = sum(is_person(post, line.speakers[0]) for line in found.values())
    worded = sum(" " in line.title for line in found.values())
    return found if worded > 1 and 2 * min(known, worded) >= len(found) else {}


def _title_below(post: Post, section: Section) -> TitleLine | None:
    if section.heading is None or section.first >= section.last:
        return None
    people = _people_in(post, section.heading)
    if not people:
        return None
    title = _in_sub_heading(post, section) or _marked(post, section) or _line(post, section)
    named = title and not is_name(post, title)
    return TitleLine(title, people, 3, TITLE_BELOW) if named else None


def _people_in(post: Post, heading: int) -> list[Mention]:
    """The people whom a heading names, perhaps with their company, and nothing else."""
    bones = skeleton(post, heading, marked=False)
    text = without_pictures(NUMBER.sub("", bones.text))
    if NAMED.fullmatch(text):
        return without_companies(bones.people[0])
    return slot_alone(post, heading)


def _in_sub_heading(post: Post, section: Section) -> str:
    """The words of the only heading below a heading, where it stands right behind it."""
    if len(section.children) != 1 or section.children[0].heading != section.first:
        return ""
    return clean_title(post.blocks[section.first].text)


def _marked(post: Post, section: Section) -> str:
    """The marked words with which the text below a heading opens."""
    if section.first >= section.own_last or not is_prose(post.blocks[section.first]):
        return ""
    inline = post.blocks[section.first].inline
    span = leading_mark(inline)
    if span is None or not TITLE_ENDS.match(inline.text, span.end):
        return ""
    title = clean_title(inline.text[span.start : span.end])
    return "" if SAYS_TITLE.match(inline.text) else title


def _line(post: Post, section: Section) -> str:
    """The first line below a heading, where it says that it is a title or is no sentence."""
    if section.first >= section.own_last:
        return ""
    block = post.blocks[section.first]
    line = block.text[: min(post.line_end(section.first), LONGEST + 1)].strip()
    if said := SAYS_TITLE.match(line):
        return clean_title(line[said.end() :])
    whole = len(line) == len(block.text.strip()) and section.first + 1 < section.own_last
    plain = whole and block.kind is BlockKind.PARAGRAPH and line[-1:] not in ".!:;,"
    return clean_title(line) if plain and len(line) <= LONGEST and is_title_like(line) else ""
