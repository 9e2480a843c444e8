"""Where a speaker must stand beside a marked title, whoever is named there.

"**Fast tests** – Jane Doe" has a place for a speaker that "**Slow tests** – jane d." fills as well,
though nothing says that "jane d." is a name. What is found so counts only among lines of one make
of which others name someone known.
"""

import re
from functools import lru_cache

from .given_names import is_given_name
from .people import Mention
from .post import Post
from .skeleton import is_person

# "Jane Doe", "JANE DOE", "Dr Bob", "Jane “Jo” Doe"
CASED = r"[\"“]?[^\W\d_a-zß-ÿ][\w.'’-]{0,30}[\"”]?"
NAME = rf"{CASED}(?:\s(?:(?:d[aei]l?|v[ao]n|of|el) )?{CASED}){{0,3}}"
UNCASED = r"[\"“]?[^\W\d][\w.'’-]{0,30}[\"”]?(?:\s[\"“]?[^\W\d][\w.'’-]{0,30}[\"”]?){1,3}"
JOINED = r"(?:,? and | & | \+ |, | und | y | et | e )"
PARTS = re.compile(JOINED)
MYSELF = frozenset(("me", "myself", "yours truly", "moi", "ich", "yo", "eu"))
SMILE = r"(?:[:;]-?[()D]|[\s.!)])"


@lru_cache(maxsize=2)
def _behind(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"[\s,:;|/*_\"”–—-]{{1,5}}(?:(?:by|with|w/|von|por|par|mit|con|com|avec) )?[*_]?"
        rf"(?P<who>{name}(?:{JOINED}{name}){{0,3}})[*_]?{SMILE}{{0,5}}$"
    )


@lru_cache(maxsize=2)
def _before(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<who>{name}(?:{JOINED}{name}){{0,3}})(?:\s?\([^()\n]{{1,40}}\))?\s?[,:–—-]{{1,2}}\s"
        r"[\"“„«*_]?$"
    )


@lru_cache(maxsize=2)
def _alone(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<who>{name}(?:{JOINED}{name}){{0,3}})(?:\s?\([^()\n]{{1,40}}\))?:?$")


def slot_behind(post: Post, index: int, end: int) -> list[Mention]:
    """Who stands alone behind a title that ends at a place, up to the end of the line."""
    text = post.blocks[index].text
    last = post.line_end(index, end)
    found = _behind(_name(post)).match(text, end, last) if last - end < 200 else None
    return _mentions(post, index, found) if found else []


def slot_before(post: Post, index: int, start: int) -> list[Mention]:
    """Who stands alone before a title that starts at a place."""
    text = post.blocks[index].text
    found = _before(_name(post)).match(text, 0, start) if start < 120 else None
    return _mentions(post, index, found) if found else []


def slot_alone(post: Post, index: int) -> list[Mention]:
    """Who is named, where a block is nothing but what may be names."""
    return slot_after(post, index, -1)


def slot_after(post: Post, index: int, end: int) -> list[Mention]:
    """Who is named behind a line's end, where what follows is nothing but what may be names."""
    found = _alone(_name(post)).match(post.blocks[index].text, end + 1)
    return _mentions(post, index, found) if found else []


def _name(post: Post) -> str:
    return UNCASED if post.uncased else NAME


def _mentions(post: Post, index: int, found: re.Match[str]) -> list[Mention]:
    """A mention of each name, the known ones as they are."""
    start, last = found.span("who")
    mentions = []
    while start < last:
        part = PARTS.search(found.string, start, last)
        end = part.start() if part else last
        mentions.append(_mention(post, index, start, end))
        start = part.end() if part else last
    return [mention for mention in mentions if mention.name]


def _mention(post: Post, index: int, start: int, end: int) -> Mention:
    known = [m for m in post.in_block(index, start, end) if is_person(post, m)]
    if known and known[0].start <= start + 1:
        return known[0]
    name = " ".join(post.blocks[index].text[start:end].split()).strip('"“”,')
    if name.casefold() in MYSELF:
        return Mention(index, start, end, end, post.front.author or "", weight=2)
    sure = " " in name and is_given_name(name.split()[0])
    return Mention(index, start, end, end, name, weight=int(sure))
