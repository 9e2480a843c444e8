"""The passage of a document that says best what a query asks for."""

from dataclasses import dataclass

from conferences.models import SearchDoc
from conferences.search.documents import TEXT_BREAK
from conferences.search.query import Query
from conferences.search.tokens import Piece, normal, pieces_of

WORDS_BEFORE = 8
WORDS = 36

Snippet = tuple[tuple[str, bool], ...]
"""Stretches of plain text, each with whether it is what was asked for."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a document says of a query; empty where only its title does."""

    snippet: Snippet = ()
    number: int | None = None
    """Of the text it is cut from, of a talk the note; none where it is cut from names."""
    is_title_enough: bool = False
    """Whether all that was asked for stands in the title."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as a query sees it."""

    text: str
    pieces: list[Piece]
    hits: dict[int, frozenset[int]]
    """The places of pieces asked for, each with the parts of the query that ask for it."""

    @property
    def parts(self) -> frozenset[int]:
        return frozenset().union(*self.hits.values())


@dataclass(frozen=True, slots=True)
class Passage:
    start: int
    end: int
    hits: tuple[Piece, ...] = ()


def excerpt_of(query: Query, doc: SearchDoc) -> Excerpt:
    """From the text that says most of what is asked for; else from the names that hit."""
    is_title_enough = len(_read(query, doc.title).parts) == len(query.parts)
    readings = [_read(query, text) for text in doc.text.split(TEXT_BREAK)]
    number = max(range(len(readings)), key=lambda number: len(readings[number].parts))
    if snippet := _cut(readings[number]):
        return Excerpt(snippet, number, is_title_enough)
    return Excerpt(() if is_title_enough else _names(query, doc.names), None, is_title_enough)


def highlight(query: Query, text: str) -> Snippet:
    """The whole text, what is asked for marked."""
    reading = _read(query, normal(text))
    hits = tuple(reading.pieces[place] for place in reading.hits)
    return _marked(reading.text, Passage(0, len(reading.text), hits))


def _read(query: Query, text: str) -> Reading:
    pieces = [piece for piece in pieces_of(text) if piece.tokens]
    return Reading(text, pieces, _hits(query, pieces))


def _cut(reading: Reading) -> Snippet:
    """The stretch of a text with the most parts of the query, its hits marked."""
    text, pieces, hits = reading.text, reading.pieces, reading.hits
    if not hits:
        return ()
    begin = max(0, _densest(hits) - WORDS_BEFORE)
    end = min(len(pieces), begin + WORDS)
    stretch = Passage(
        pieces[begin].start if begin else 0,
        pieces[end - 1].end if end < len(pieces) else len(text),
        tuple(pieces[place] for place in hits if begin <= place < end),
    )
    before = (("… ", False),) if begin else ()
    after = ((" …", False),) if end < len(pieces) else ()
    return (*before, *_marked(text, stretch), *after)


def _names(query: Query, names: str) -> Snippet:
    found = [part for name in names.split("\n") if (part := _cut(_read(query, name)))]
    parted = [((", ", False), *part) if place else part for place, part in enumerate(found)]
    return tuple(stretch for part in parted for stretch in part)


def _hits(query: Query, pieces: list[Piece]) -> dict[int, frozenset[int]]:
    known: dict[tuple[str, ...], frozenset[int]] = {}
    for piece in pieces:
        if piece.tokens not in known:
            known[piece.tokens] = frozenset(
                number
                for number, part in enumerate(query.parts)
                if part.matches(piece, query.algorithms)
            )
    return {place: known[piece.tokens] for place, piece in enumerate(pieces) if known[piece.tokens]}


def _densest(hits: dict[int, frozenset[int]]) -> int:
    """The first hit that most parts of the query follow upon."""

    def count(place: int) -> int:
        following = range(place, place + WORDS - WORDS_BEFORE)
        return len(frozenset().union(*(hits[near] for near in following if near in hits)))

    return max(hits, key=count)


def _marked(text: str, passage: Passage) -> Snippet:
    parts, end = [], passage.start
    for piece in passage.hits:
        parts += [(text[end : piece.start], False), (text[piece.start : piece.end], True)]
        end = piece.end
    parts.append((text[end : passage.end], False))
    return tuple((" ".join(part.split("\n")), is_hit) for part, is_hit in parts if part)
