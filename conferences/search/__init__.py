"""Search over talks, speakers, topics, conferences and announcements: the one interface.

Both databases give the same hits in the same order: they only say which documents match, ranked
they are here. Up to `RANKED` matches all of them are, of more only the `NEWEST` that came in.
"""

from dataclasses import dataclass
from difflib import get_close_matches

from django.db.models.functions import Length

from conferences.models import Recap, SearchDoc, SearchTerm
from conferences.search.engine import engine
from conferences.search.indexing import index_rows, rebuild
from conferences.search.query import Query, parse_query, replace_words
from conferences.search.ranking import score
from conferences.search.snippets import Snippet, snippet_of
from conferences.search.tokens import algorithm_for

__all__ = ["RANKED", "Found", "Snippet", "index_rows", "rebuild", "search", "snippets", "suggest"]

RANKED = 2_000
NEWEST = 300  # so that the commonest words cost no more than others
LIKENESS = 0.7
RANKED_BY = ("kind", "key", "title", "words", "stems", "year")


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds, the best first."""

    query: Query
    places: tuple[tuple[str, str], ...] = ()
    """Kind and key of each row."""
    is_more: bool = False
    """Whether older documents match that were not looked at."""


def search(text: str) -> Found:
    """Whatever the text is, it finds something or nothing and does not fail."""
    languages = Recap.objects.visible().order_by().values_list("language", flat=True).distinct()
    query = parse_query(text, {algorithm_for(language) for language in languages})
    if not query.parts:
        return Found(query)
    found = engine().find(query, RANKED + 1)
    is_more = len(found) > RANKED
    docs = SearchDoc.objects.filter(pk__in=found[:NEWEST] if is_more else found).only(*RANKED_BY)
    scores = {doc: score(query, doc) for doc in docs}
    best = sorted(
        (doc for doc in scores if scores[doc]),
        key=lambda doc: (-scores[doc], -doc.year, doc.title, doc.key),
    )
    return Found(query, tuple((doc.kind, doc.key) for doc in best), is_more)


def snippets(query: Query, keys: list[str]) -> dict[str, Snippet]:
    """By key, where the rows say what the query asks for; none where only the title does."""
    docs = SearchDoc.objects.filter(key__in=keys).defer("words", "stems")
    return {doc.key: snippet_of(query, doc) for doc in docs}


def suggest(text: str) -> str:
    """The query with unknown words replaced by like ones, where that finds something."""
    query = parse_query(text)
    typed = {word for part in query.parts for word in part.words}
    known = set(SearchTerm.objects.filter(word__in=typed).values_list("word", flat=True))
    likes = {word: like for word in typed - known if (like := _most_like(word))}
    better = replace_words(text, likes).strip()
    return better if likes and search(better).places else ""


def _most_like(word: str) -> str:
    terms = SearchTerm.objects.annotate(length=Length("word"))
    near = terms.filter(length__gte=len(word) - 2, length__lte=len(word) + 2)
    likely = get_close_matches(word, near.values_list("word", flat=True), 1, LIKENESS)
    return likely[0] if likely else ""
