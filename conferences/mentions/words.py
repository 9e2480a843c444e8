"""The words of rendered HTML that may become links, each with its place in it.

Links, code and headings are left out, and no name reaches across a tag: a link put in later
never crosses one. Entities and tags are blanked out sign by sign, so that places stay the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from conferences.recaps.folding import fold
from conferences.rendering import TAG

ENTITY = re.compile(r"&(?:amp|lt|gt|nbsp|quot|#39|#x27);")
UNLINKED = frozenset(("a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))
INLINE = UNLINKED & {"a", "code"} | {"em", "strong", "del"}
TAKEN, GLUE, EDGE = "\x02", "\x00", "\x01"
"""Stand for what is left out; for a tag within a line; for the tags between two lines."""

# As search cuts words, but with accents that stand by themselves.
PIECE = re.compile(r"\.?[\w\u0300-\u036f]+[+#]*")
LONGEST_TOKEN = 40

# What may stand right before and right after a whole word; blanks may, too.
OPENING = frozenset("([{“„‚‘«‹¿¡\"'—–,;:|>" + EDGE)
CLOSING = re.compile(r"\Z|['’](?!\w)|['’]s(?!\w)|\.(?!\w)|[\s\x01)\]}”“‘»›\",;:!?…—–|<]")
FURTHEST = 40  # that is looked for them behind tags within the line


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word. A piece of text may fold to several: only the outer ones are at its ends."""

    token: str
    start: int
    end: int
    is_first: bool = True
    is_last: bool = True


def blank_out(page: str) -> str:
    """HTML as a text of the same length in which only what may become a link is to be read.

    >>> blank_out("<p>a <em>b</em></p>").replace("\\0", "·").replace("\\1", "|")
    '|||a ····b·····||||'
    """
    parts: list[str] = []
    place, taken = 0, 0
    for tag in TAG.finditer(page):
        text = page[place : tag.start()]
        parts.append(TAKEN * len(text) if taken else ENTITY.sub(_spelled, text))
        is_unlinked = tag["name"] in UNLINKED
        taken = max(taken + (-1 if tag["end"] else 1), 0) if is_unlinked else taken
        parts.append((GLUE if tag["name"] in INLINE else EDGE) * len(tag[0]))
        place = tag.end()
    text = page[place:]
    return "".join([*parts, TAKEN * len(text) if taken else ENTITY.sub(_spelled, text)])


def words_of(text: str) -> list[Word]:
    """The folded words of a text, or of HTML blanked out.

    >>> [word.token for word in words_of("C++ by Łukasz")]
    ['cpp', 'by', 'lukasz']
    """
    return [word for match in PIECE.finditer(text) for word in _fold_piece(match)]


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word, handle, address or compound goes on at either end.

    >>> [is_whole(text, text.find("Docker"), text.find("Docker") + 6) for text in (
    ...     "(Docker, too)", "Docker's", "dotDocker", "@Docker", "Docker.io", "non-Docker")]
    [True, True, False, False, False, False]
    """
    before = text[max(0, start - FURTHEST) : start].rstrip(GLUE)[-1:]
    after = text[end : end + FURTHEST].lstrip(GLUE)
    is_open = not before or before.isspace() or before in OPENING
    return is_open and bool(CLOSING.match(after))


def _spelled(entity: re.Match[str]) -> str:
    return unescape(entity[0]).ljust(len(entity[0]))


def _fold_piece(piece: re.Match[str]) -> Iterator[Word]:
    tokens = _tokens(piece[0])
    last = len(tokens) - 1
    for place, token in enumerate(tokens):
        yield Word(token, piece.start(), piece.end(), place == 0, place == last)


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(token[:LONGEST_TOKEN] for token in fold(text).split())
