"""Text as the tokens that both engines store: folded words, and their stems beside them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import snowballstemmer

from conferences.recaps.folding import fold

# "C++", "F#", ".NET"; "Node.js" is "Node" and ".js", two words in a row.
PIECE = re.compile(r"\.?\w+[+#]*")
LONGEST_TOKEN = 40
ENGLISH = "english"
LANGUAGES = {
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "en": ENGLISH,
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "sv": "swedish",
    "tr": "turkish",
}
"""Written in Latin letters: what other scripts fold to, no stemmer knows."""

GAP = "¦"
"""Stands between the fields of a document, so that no phrase reaches across."""
BLANK = "¤"
"""Stands for a word too many."""
OCCURRENCES = 250  # of one token in one document; PostgreSQL keeps the places of 256
LENGTHS = (200, 2_000, 13_000)  # tokens of title, names and text; it counts places up to 16,383

_stemmers: dict[str, snowballstemmer.stemmer] = {}
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Piece:
    """A word as it stands in a text, with what it is searched by."""

    start: int
    end: int
    tokens: tuple[str, ...]


def normal(text: str) -> str:
    """The text with accents composed, as `pieces_of` needs it, and nothing a database refuses."""
    composed = unicodedata.normalize("NFC", text).replace("\0", " ")
    return composed.encode("utf-8", "replace").decode()


def pieces_of(text: str) -> Iterator[Piece]:
    for match in PIECE.finditer(text):
        yield Piece(match.start(), match.end(), tuple(_fold_piece(match[0])))


def tokens_of(text: str) -> list[str]:
    """The folded words of a text.

    >>> tokens_of("C++, C# and .NET: Łukasz's Node.js")
    ['cpp', 'csharp', 'and', 'dotnet', 'lukasz', 's', 'node', 'js']
    """
    return [token for match in PIECE.finditer(normal(text)) for token in _fold_piece(match[0])]


@lru_cache(maxsize=65536)
def stem(token: str, algorithm: str) -> str:
    with _lock:  # a stemmer keeps its word in itself
        stemmer = _stemmers.get(algorithm) or snowballstemmer.stemmer(algorithm)
        _stemmers[algorithm] = stemmer
        return str(stemmer.stemWord(token))


def algorithm_for(language: str) -> str:
    """The stemmer of a language as posts name it, "pt-BR"; the English one where none is known."""
    return LANGUAGES.get(language.lower().replace("_", "-").partition("-")[0], ENGLISH)


def fields_as_tokens(fields: Iterable[Iterable[tuple[str, str]]]) -> tuple[str, str]:
    """Words and stems of title, names and text; each text comes with its language's stemmer."""
    words: list[str] = []
    stems: list[str] = []
    for texts, length in zip(fields, LENGTHS, strict=True):
        pairs = [
            (token, stem(token, algorithm))
            for text, algorithm in texts
            for token in [*tokens_of(text), BLANK]
        ]
        words += [GAP, *(word for word, _stem in pairs[:length])]
        stems += [GAP, *(stemmed for _word, stemmed in pairs[:length])]
    return _thin_out(words), _thin_out(stems)


def _fold_piece(text: str) -> list[str]:
    return [token[:LONGEST_TOKEN] for token in fold(text).split()]


def _thin_out(tokens: list[str]) -> str:
    """As one text, without the occurrences that PostgreSQL would not keep."""
    seen: Counter[str] = Counter()
    kept = []
    for token in tokens:
        seen[token] += 1
        kept.append(token if token == GAP or seen[token] <= OCCURRENCES else BLANK)
    return " ".join(kept)
