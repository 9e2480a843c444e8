"""How well a document answers a query: titles over names over text, alike on each database."""

from collections.abc import Mapping

from conferences.models import SearchDoc
from conferences.search.query import Part, Query
from conferences.search.tokens import BLANK, GAP

# For title, names and text: what a word found there is worth, and how many words are usual.
FIELDS = ((8.0, 6), (4.0, 12), (1.0, 150))
WHOLE_TITLE = 10.0  # the query is the title, in any order
BEGINNING = 0.3  # of a word that is only begun by what was typed

BEST_FIRST = "best_first"
ORDERS = {BEST_FIRST: 0, "newest_first": -1, "oldest_first": 1}
"""By name, in which direction years go; none where they have no say."""


def ranked(scores: Mapping[SearchDoc, float], order: str) -> list[SearchDoc]:
    """In one of the orders, what is of no year last; of one year the best first."""
    way = ORDERS[order]
    return sorted(
        scores,
        key=lambda doc: (
            bool(way) and not doc.year,
            way * doc.year,
            -scores[doc],
            -doc.year,
            doc.title,
            doc.key,
        ),
    )


def score(query: Query, doc: SearchDoc) -> float:
    """0 where too many parts of the query are nowhere in the document."""
    words, stems = _fields(doc.words), _fields(doc.stems)
    scores = [_score_part(part, words, stems) for part in query.parts]
    missing = scores.count(0.0)
    if missing > (len(scores) // 2 if query.is_any else 0):
        return 0.0
    typed = sorted(word for part in query.parts for word in part.words)
    is_title = typed == sorted(words[0].replace(BLANK, "").split())
    return sum(scores) + (WHOLE_TITLE if is_title else 0.0)


def _fields(tokens: str) -> list[str]:
    """Title, names and text, each with a blank around every token."""
    return [f"{field} " for field in tokens.split(GAP)[1:]]


def _score_part(part: Part, words: list[str], stems: list[str]) -> float:
    total = 0.0
    for (weight, usual), worded, stemmed in zip(FIELDS, words, stems, strict=True):
        found = _count(part, worded, stemmed)
        if found:
            length = worded.count(" ") / usual
            total += weight * found / (found + 0.5 + length)
    return total


def _count(part: Part, worded: str, stemmed: str) -> float:
    """How often the part stands in a field; a word merely begun counts for less."""
    phrase = " " + " ".join(part.words)
    exact = worded.count(phrase + " ")
    alike = max(stemmed.count(f" {' '.join(tokens)} ") for tokens in part.stems)
    begun = worded.count(phrase) - exact if part.is_prefix else 0
    return max(exact, alike) + BEGINNING * begun
