"""A post taken apart: its blocks, sentences and the people named in it, ready to be understood."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .blocks import Block, BlockKind, read_blocks
from .contacts import spread_handles
from .dates import MONTH_NUMBERS
from .frontmatter import FrontMatter
from .mentions import find_mentions
from .people import Mention, People, Person
from .words import Words, language_of, words_of

if TYPE_CHECKING:
    from .introductions import Introduction

LONGEST = 1500
SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]*]*(?=\s)|\n")
ABBREVIATION = re.compile(
    r"(?:(?<!['’])\b[A-Z]|\b(?:e\.g|i\.e|etc|vs|dr|mr|mrs|ms|prof|no|st|jr|sr|inc|ltd|corp|co))\.$",
    re.I,
)
# German "am 14. März": no sentence ends there.
DAY_OF_MONTH = re.compile(rf".?\d\.\s(?:{'|'.join(MONTH_NUMBERS)})\b", re.IGNORECASE)
CONFERENCE_HOST = re.compile(r"conf|con\.|con-|days|camp|summit|meetup|\.io$|fest|agenda|20[012]\d")


@dataclass
class Post:
    """What the recognisers share; places in it are offsets into `text`."""

    text: str
    path: str
    front: FrontMatter
    blocks: list[Block]
    words: Words
    language: str
    people: People
    mentions: list[list[Mention]]
    """Of each block, in order."""
    uncased: bool = False
    """Whether the author writes without capitals."""
    sentences_of: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    introduced: dict[int, list["Introduction"]] = field(default_factory=dict)
    """What the blocks read so far introduce; read once, asked for by several shapes."""

    def person(self, mention: Mention) -> Person | None:
        return self.people.of(mention)

    def key_of(self, mention: Mention) -> int | str:
        """Equal for the mentions of one person; a first name alone may be nobody's but its own."""
        person = self.person(mention)
        return id(person) if person else mention.name.casefold()

    def sentences(self, index: int) -> list[tuple[int, int]]:
        """Start and end of each sentence in the text of a block."""
        if index not in self.sentences_of:
            inline = self.blocks[index].inline
            quotes = [(quote.start, quote.end) for quote in inline.quotes]
            self.sentences_of[index] = list(split_sentences(inline.text, quotes))
        return self.sentences_of[index]

    def line_end(self, index: int, place: int = 0) -> int:
        """Where the line of the source ends in which a place of a block's text stands."""
        inline = self.blocks[index].inline
        source = self.text.find("\n", inline.source(place + 1))
        if source < 0:
            return len(inline.text)
        return bisect_left(range(len(inline.text)), source, place, key=inline.source)

    def children(self, index: int) -> list[int]:
        """The blocks inside an item, however deep."""
        found = []
        inside = {index}
        for number in range(index + 1, len(self.blocks)):
            if self.blocks[number].parent not in inside:
                break
            inside.add(number)
            found.append(number)
        return found

    def in_block(self, index: int, start: int = 0, end: int | None = None) -> list[Mention]:
        """The mentions that begin within a stretch of a block's text."""
        mentions = self.mentions[index]
        first = bisect_left(mentions, start, key=lambda mention: mention.start)
        if end is None:
            return mentions[first:]
        last = bisect_left(mentions, end, key=lambda mention: mention.start)
        return mentions[first:last]


def take_apart(text: str, front: FrontMatter, path: str = "") -> Post:
    """The post of a decoded text; `front` says where its body begins."""
    blocks = read_blocks(text, front.end)
    language = (front.language or "")[:2].casefold() or language_of(text[front.end :])
    words = words_of(language)
    uncased = is_uncased(text[front.end :])
    mentions = find_mentions(
        blocks, words, conference_hosts(blocks), _title(front, blocks), uncased=uncased
    )
    by_block: list[list[Mention]] = [[] for _ in blocks]
    for mention in mentions:
        by_block[mention.block].append(mention)
    for found in by_block:
        found.sort(key=lambda mention: mention.start)
    people = People(mentions)
    spread_handles(blocks, by_block, people)
    return Post(text, path, front, blocks, words, language, people, by_block, uncased)


def is_uncased(text: str) -> bool:
    """Whether a post has no capitals to speak of, even where names stand."""
    enough = len(text) // 200 + 1
    capitals = sum(1 for _ in islice(filter(str.isupper, text), enough))
    return capitals < enough and capitals * 200 < sum(map(str.isalpha, text))


def _title(front: FrontMatter, blocks: Sequence[Block]) -> str:
    """What the post is called; in it stands the conference, which is no person."""
    first = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    return front.title or first


def conference_hosts(blocks: Sequence[Block]) -> frozenset[str]:
    """Hosts that more than one page is linked of, or that are named like a conference."""
    pages: dict[str, set[str]] = {}
    for block in blocks:
        for link in block.inline.links:
            if host := host_of(link.url):
                pages.setdefault(host, set()).add(link.url)
    return frozenset(
        host for host, urls in pages.items() if len(urls) > 2 or CONFERENCE_HOST.search(host)
    )


def host_of(url: str) -> str:
    """The host of an address, without `www.`; empty where there is none."""
    try:
        return urlsplit(url).netloc.casefold().removeprefix("www.")
    except ValueError:
        return ""


def split_sentences(text: str, quotes: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; a forced line break ends one, a stop in a quotation not.

    >>> [text[a:b] for text in ["By J. Doe. Good!"] for a, b in split_sentences(text)]
    ['By J. Doe.', 'Good!']
    """
    start = 0
    for match in SENTENCE_END.finditer(text):
        end = match.end()
        quoted = bisect_left(quotes, (match.start() + 1,))
        if quoted and match.start() < quotes[quoted - 1][1] - 1:
            continue
        if match[0] == "." and ABBREVIATION.search(text, max(0, end - 6), end):
            continue
        if match[0] in "?!" and text[end : end + 2].strip()[:1] == "(":
            continue  # "Why kites? (Jane Doe) was fun."
        if text[end : end + 2].strip()[:1].islower() or DAY_OF_MONTH.match(text, end - 3):
            continue
        yield from _pieces(text, start, end)
        start = end
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without the blanks around it, cut where it is longer than any real one."""
    for first in range(start, end, LONGEST):
        last = min(end, first + LONGEST)
        words = text[first:last].lstrip()
        if words:
            yield last - len(words), last


def is_prose(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and bool(block.text.strip())
