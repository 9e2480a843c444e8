"""The signal words of each language: one table a language, the same columns in all.

Posts mix languages, so each language reads with English behind it. English is complete; to add
to another language is to add words to its row.
"""

from collections import Counter
from dataclasses import fields, replace
from functools import cache, lru_cache
from typing import Any

from .english import ENGLISH
from .french import FRENCH
from .german import GERMAN
from .portuguese import PORTUGUESE
from .spanish import SPANISH
from .table import Words

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "Words",
    "common_words",
    "in_any_language",
    "language_of",
    "small_words",
    "words_of",
]

LANGUAGES = {"en": ENGLISH, "es": SPANISH, "pt": PORTUGUESE, "de": GERMAN, "fr": FRENCH}

# Columns that hold of a language alone: English "on" would be a French pronoun.
ALONE = frozenset(("about", "capitalises", "former_latter", "months", "ordinals", "telltale"))


@lru_cache(maxsize=16)
def small_words(words: Words) -> frozenset[str]:
    """The column `grammar`."""
    return frozenset(words.grammar.split("|"))


@lru_cache(maxsize=16)
def common_words(words: Words) -> frozenset[str]:
    """The columns `grammar` and `common`."""
    return small_words(words) | frozenset(words.common.split("|"))


@lru_cache(maxsize=16)
def words_of(language: str) -> Words:
    """The words of a language ("pt-BR" is "pt"), English behind its own."""
    own = LANGUAGES.get(language[:2].casefold(), ENGLISH)
    if own is ENGLISH:
        return ENGLISH
    joined: dict[str, Any] = {
        column.name: "|".join(
            filter(None, (getattr(own, column.name), getattr(ENGLISH, column.name)))
        )
        for column in fields(Words)
        if column.name not in ALONE
    }
    return replace(own, **joined)


@cache
def in_any_language(column: str) -> str:
    """What stands in a column of all tables, for what is told before the language is.

    >>> "workshop" in in_any_language("workshop").split("|")
    True
    """
    return "|".join(filter(None, (getattr(words, column) for words in LANGUAGES.values())))


def language_of(text: str) -> str:
    """The language whose commonest words are most frequent; English where none are.

    >>> language_of("Der Vortrag war gut und die Party ist nicht das Ende")
    'de'
    """
    words = Counter(text[:6000].casefold().split())
    counts = {
        language: sum(words[word] for word in table.telltale.split("|"))
        for language, table in LANGUAGES.items()
    }
    return max(counts, key=lambda language: (counts[language], language == "en"))
