"""The passage of a document that says best what a query asks for."""

from dataclasses import dataclass

from conferences.models import SearchDoc
from conferences.search.query import Query
from conferences.search.tokens import Piece, pieces_of

WORDS_BEFORE = 8
WORDS = 36

Snippet = tuple[tuple[str, bool], ...]
"""Stretches of plain text, each with whether it is what was asked for."""


@dataclass(frozen=True, slots=True)
class Passage:
    start: int
    end: int
    hits: tuple[Piece, ...] = ()


def snippet_of(query: Query, doc: SearchDoc) -> Snippet:
    """From the text; else the names that hit; empty where only the title does."""
    return cut(query, doc.text) or _names(query, doc.names)


def cut(query: Query, text: str) -> Snippet:
    """The stretch of `text` with the most parts of the query, its hits marked."""
    pieces = [piece for piece in pieces_of(text) if piece.tokens]
    hits = _hits(query, pieces)
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
    found = [part for name in names.split("\n") if (part := cut(query, name))]
    parted = [((", ", False), *part) if place else part for place, part in enumerate(found)]
    return tuple(stretch for part in parted for stretch in part)


def _hits(query: Query, pieces: list[Piece]) -> dict[int, frozenset[int]]:
    """The places of words asked for, each with the parts of the query that ask for it."""
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
