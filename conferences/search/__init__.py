"""Search over talks, speakers, topics, conferences and announcements: the one interface.

Both databases give the same hits in the same order: they only say which documents match, ranked
they are here. Up to `RANKED` matches all of them are, of more only the `NEWEST` that came in.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from conferences.models import Recap, SearchDoc
from conferences.search.engine import engine
from conferences.search.filters import NO_FILTERS, Filters
from conferences.search.indexing import AT_ONCE, rebuild
from conferences.search.query import Part, Query, parse_query, replace_words
from conferences.search.ranking import BEST_FIRST, ranked, score
from conferences.search.snippets import Excerpt, Snippet, excerpt_of, highlight
from conferences.search.tied import Tied, only_tied, ties_of
from conferences.search.tokens import algorithm_for
from conferences.search.typos import likes_of

__all__ = [
    "RANKED",
    "Excerpt",
    "Found",
    "Snippet",
    "Suggestion",
    "Tied",
    "documents_with",
    "excerpts",
    "highlight",
    "rebuild",
    "search",
    "search_loosely",
    "suggest",
    "ties_of",
]

RANKED = 2_000
NEWEST = 300  # so that the commonest words cost no more than others
EVERY = 2**31 - 1
PHRASES_AT_ONCE = 50
RANKED_BY = ("kind", "key", "title", "words", "stems", "year")


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds, in order."""

    query: Query
    places: tuple[tuple[str, str], ...] = ()
    """Kind and key of each row."""
    is_more: bool = False
    """Whether older documents match that were not looked at."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What was perhaps meant, and how many rows it finds."""

    text: str = ""
    count: int = 0


def search(text: str, among: Filters = NO_FILTERS, order: str = BEST_FIRST) -> Found:
    """Whatever the text is, it finds something or nothing and does not fail."""
    languages = Recap.objects.visible().order_by().values_list("language", flat=True).distinct()
    query = parse_query(text, {algorithm_for(language) for language in languages})
    return _find(replace(query, filters=query.filters.joined(among)), order)


def search_loosely(words: Iterable[str]) -> Found:
    """What is found by all of the words, typos mended; else by half of them at least."""
    words = list(words)
    likes = likes_of(words)
    found = search(" ".join(likes.get(word, word) for word in words))
    return found if found.places else _find(replace(found.query, is_any=True))


def excerpts(query: Query, keys: list[str]) -> dict[str, Excerpt]:
    """By key, what the rows say of what the query asks for."""
    docs = SearchDoc.objects.filter(key__in=keys).defer("words", "stems")
    return {doc.key: excerpt_of(query, doc) for doc in docs}


def suggest(text: str, among: Filters = NO_FILTERS) -> Suggestion:
    """The query with unknown words replaced by like ones, where that finds something."""
    query = parse_query(text)
    likes = likes_of(word for part in (*query.parts, *query.required) for word in part.words)
    better = replace_words(text, likes).strip()
    count = len(search(better, among).places) if likes else 0
    return Suggestion(better, count) if count else Suggestion()


def documents_with(phrases: Iterable[tuple[str, ...]]) -> set[tuple[str, str]]:
    """Kind and key of every row whose document holds one of the phrases, each of folded words."""
    wanted = [Part(words, frozenset()) for words in sorted(set(phrases))]
    found: set[tuple[str, str]] = set()
    for start in range(0, len(wanted), PHRASES_AT_ONCE):
        query = Query(tuple(wanted[start : start + PHRASES_AT_ONCE]), is_any=True)
        numbers = engine().find(query, EVERY)
        for batch in range(0, len(numbers), AT_ONCE):
            docs = SearchDoc.objects.filter(pk__in=numbers[batch : batch + AT_ONCE]).order_by()
            found.update(docs.values_list("kind", "key"))
    return found


def _find(query: Query, order: str = BEST_FIRST) -> Found:
    if not query:
        return Found(query)
    found = engine().find(query, RANKED + 1)
    is_more = len(found) > RANKED
    found = only_tied(query.filters, found)
    docs = SearchDoc.objects.filter(pk__in=found[:NEWEST] if is_more else found).only(*RANKED_BY)
    scores = {doc: points for doc in docs if (points := score(query, doc)) or not query.parts}
    places = tuple((doc.kind, doc.key) for doc in ranked(scores, order))
    return Found(query, places, is_more)
