"""Words mistyped: the ones of titles and names that they are most like."""

import string
from collections.abc import Iterable
from difflib import get_close_matches

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Abs, Length

from conferences.models import SearchTerm
from conferences.search.indexing import SHORTEST_TERM

LIKENESS = 0.7
LETTERS = 2  # that may be missing or too many
MOST_MENDED = 4  # words of a query
CANDIDATES = 4_000
SIGNS = string.ascii_lowercase + string.digits


def likes_of(words: Iterable[str]) -> dict[str, str]:
    """Of the words that no title or name has, the first few, each with the likest that one has."""
    typed = list(dict.fromkeys(words))
    known = set(SearchTerm.objects.filter(word__in=typed).values_list("word", flat=True))
    unknown = [word for word in typed if word not in known and len(word) >= SHORTEST_TERM - 1]
    return {word: like for word in unknown[:MOST_MENDED] if (like := _most_like(word))}


def _most_like(word: str) -> str:
    words = _candidates(word).values_list("word", flat=True)[:CANDIDATES]
    likely = get_close_matches(word, words, 1, LIKENESS)
    return likely[0] if likely else ""


def _candidates(word: str) -> "QuerySet[SearchTerm]":
    """About as long and begun alike: a first letter wrong, missing or swapped is forgiven too."""
    wrong = [sign + rest for sign in SIGNS for rest in (word, word[1:])]
    begun = Q(word__startswith=word[0]) | Q(word__startswith=word[1]) | Q(word__in=wrong)
    terms = SearchTerm.objects.annotate(off=Abs(Length("word") - len(word)))
    return terms.filter(begun, off__lte=LETTERS).order_by(F("off").asc(), "word")
