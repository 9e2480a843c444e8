"""What may be linked where it stands in a text: rather too little than too much.

Never one letter or one everyday word: a speaker called Rose, the topics Go, C, Swift and Rust
are not meant wherever their names stand, and where they are is for a person to say.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from conferences.importing.identity import is_generic
from conferences.mentions.words import FURTHEST, Word, words_of
from conferences.recaps.folding import fold
from conferences.recaps.given_names import is_given_name, words_in
from conferences.recaps.vocabulary import vocabulary
from conferences.recaps.words import ENGLISH, common_words

KINDS = ("speaker", "topic", "talk")
LONG_TITLE = 4  # words that tell a title by themselves, whoever quotes it
TELLING_WORDS = 2  # of a title that nobody quotes
ARTICLES = frozenset(("a", "an", "the", "der", "die", "das", "le", "la", "les", "el", "los", "o"))
ANY_CASE = 4  # letters of a topic that is known in small letters as well: "docker", but not "ci"
QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "‘": "’", "'": "'", "»": "«"}
EMPHASIS = ("<em>", "<strong>"), ("</em>", "</strong>")
SAME_SIGNS = str.maketrans("’‘`–—‐‑", "'''----")


@dataclass(frozen=True)
class Name:
    """What a row is called; `within` is the key of a talk's conference."""

    kind: str
    key: str
    text: str
    within: str = ""

    @cached_property
    def words(self) -> list[Word]:
        return words_of(self.text)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        return tuple(word.token for word in self.words)

    @property
    def begin(self) -> str:
        """The first words: texts without them do not hold the name."""
        return " ".join(self.tokens[:2])

    @property
    def is_linkable(self) -> bool:
        """Whether the name can tell anything at all wherever it stands."""
        return bool(self.tokens) and LINKABLE[self.kind](self)


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of a text, blanked out HTML, that are those of a name; with the HTML itself."""

    page: str
    text: str
    words: list[Word]
    first: int
    last: int

    @property
    def start(self) -> int:
        return self.words[self.first].start

    @property
    def end(self) -> int:
        return self.words[self.last].end

    @property
    def own(self) -> list[Word]:
        return self.words[self.first : self.last + 1]

    def neighbour(self, step: int) -> str:
        """The word before or after, if only blanks part it from the spot; else nothing."""
        place = self.last + 1 if step > 0 else self.first - 1
        if not 0 <= place < len(self.words):
            return ""
        word = self.words[place]
        gap = self.text[self.end : word.start] if step > 0 else self.text[word.end : self.start]
        return self.text[word.start : word.end] if gap.isspace() else ""

    @property
    def is_quoted(self) -> bool:
        before = self.page[max(0, self.start - FURTHEST) : self.start]
        after = self.page[self.end : self.end + FURTHEST]
        if before.endswith(EMPHASIS[0]) and after.startswith(EMPHASIS[1]):
            return True
        return bool(before and after) and after[0] in QUOTES.get(before[-1], "")


def means(name: Name, spot: Spot) -> bool:
    """Whether the name is meant by the words that are the same as its own when folded."""
    return _has_gaps_of(name, spot) and MEANT[name.kind](name, spot)


def _is_full_name(name: Name) -> bool:
    return sum(len(token) > 1 for token in name.tokens) > 1


def _is_telling_topic(name: Name) -> bool:
    is_word = len(name.tokens) > 1 or (len(name.tokens[0]) > 1 and not _is_common(name))
    return is_word and not all(token.isdigit() for token in name.tokens)


def _is_telling_title(name: Name) -> bool:
    return len(name.tokens) > 1 and not is_generic(name.text)


LINKABLE = {
    "speaker": _is_full_name,
    "topic": _is_telling_topic,
    "talk": _is_telling_title,
}


def _means_speaker(name: Name, spot: Spot) -> bool:
    """With capitals; not inside a longer name: the Rose Garden, Jane Doe Street, Mary Jane Doe."""
    before, after = spot.neighbour(-1), spot.neighbour(1)
    if before.casefold() in ARTICLES or after[:1].isupper():
        return False
    if before[:1].isupper() and is_given_name(before):
        return False
    initials = zip(_surfaces(name), _surfaces(spot), strict=True)
    return all(ours[0].isupper() <= theirs[0].isupper() for ours, theirs in initials)


def _means_topic(name: Name, spot: Spot) -> bool:
    """Whatever the case, if the name is known to be no everyday word; else as it is written."""
    known = vocabulary().get(fold(name.text))
    is_known = bool(known and not known.ambiguous) and len(name.text) >= ANY_CASE
    is_phrase = len(name.tokens) > 1 and not _is_common(name)
    return is_known or is_phrase or _is_written_alike(name, spot)


def _means_talk(name: Name, spot: Spot) -> bool:
    """A title in quotes or emphasised; without either only one that is long and telling."""
    is_long = len(name.tokens) >= LONG_TITLE
    if spot.is_quoted:
        return is_long or _is_written_alike(name, spot)
    telling = sum(token not in _everyday() for token in set(name.tokens))
    return is_long and telling >= TELLING_WORDS and _is_written_alike(name, spot)


MEANT = {"speaker": _means_speaker, "topic": _means_topic, "talk": _means_talk}


def _is_common(name: Name) -> bool:
    known = vocabulary().get(fold(name.text))
    return known.ambiguous if known else all(token in _everyday() for token in name.tokens)


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    return words_in("everyday") | common_words(ENGLISH)


def _is_written_alike(name: Name, spot: Spot) -> bool:
    pairs = zip(_surfaces(name), _surfaces(spot), strict=True)
    return all(_capitals(ours) == _capitals(theirs) for ours, theirs in pairs)


def _capitals(text: str) -> list[bool]:
    return [sign.isupper() for sign in text if sign.isalnum()]


def _surfaces(named: Name | Spot) -> list[str]:
    words = named.words if isinstance(named, Name) else named.own
    return [named.text[word.start : word.end].lstrip(".") or "." for word in words]


def _has_gaps_of(name: Name, spot: Spot) -> bool:
    """Whether the words stand together as the name's do; a blank may do for other signs."""
    pairs = zip(_gaps(name.text, name.words), _gaps(spot.text, spot.own), strict=True)
    return all(theirs == ours or (theirs == " " and ours) for ours, theirs in pairs)


def _gaps(text: str, words: list[Word]) -> list[str]:
    """What stands between the words, blanks left out where there is more than blanks."""
    return [_signs(text[word.end : after.start]) for word, after in pairwise(words)]


def _signs(gap: str) -> str:
    if gap.isspace():
        return " "
    return re.sub(r"\s+", "", gap).translate(SAME_SIGNS)
