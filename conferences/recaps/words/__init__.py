"""The signal words of each language: one table a language, the same columns in all.

Posts mix languages, so each language reads with English behind it. English is complete; to add
to another language is to add words to its row.
"""

from collections import Counter
from dataclasses import fields
from functools import lru_cache

from .english import ENGLISH
from .french import FRENCH
from .german import GERMAN
from .portuguese import PORTUGUESE
from .spanish import SPANISH
from .table import Words

__all__ = ["ENGLISH", "Words", "common_words", "language_of", "small_words", "words_of"]

LANGUAGES = {"en": ENGLISH, "es": SPANISH, "pt": PORTUGUESE, "de": GERMAN, "fr": FRENCH}

# Words that few texts of another language hold.
TELLTALE = {
    "es": frozenset(["que", "los", "las", "una", "para", "con", "por", "del"]),
    "pt": frozenset(["que", "não", "uma", "para", "com", "foi", "muito", "dos"]),
    "de": frozenset(["und", "der", "die", "das", "ist", "nicht", "mit", "ein"]),
    "fr": frozenset(["les", "des", "une", "est", "pour", "dans", "nous", "qui"]),
    "en": frozenset(["the", "and", "was", "with", "that", "for", "this", "of"]),
}


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
    joined = {
        column.name: "|".join(
            filter(None, (getattr(own, column.name), getattr(ENGLISH, column.name)))
        )
        for column in fields(Words)
        if column.name not in ("ordinals", "capitalises")  # of the language alone
    }
    return Words(**joined, ordinals=own.ordinals, capitalises=own.capitalises)


def language_of(text: str) -> str:
    """The language whose commonest words are most frequent; English where none are.

    >>> language_of("Der Vortrag war gut und die Party ist nicht das Ende")
    'de'
    """
    words = Counter(text[:6000].casefold().split())
    counts = {
        language: sum(words[word] for word in telltale) for language, telltale in TELLTALE.items()
    }
    return max(counts, key=lambda language: (counts[language], language == "en"))
