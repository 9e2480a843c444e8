"""Words of a title or a sentence -> what in them may be the name of a conference's edition.

A name is a run of words that are written like names, without the words that every recap's title
has: "My favourite talks from Strange Harbour 2015, day 1" holds one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .given_names import words_in

LIMIT = 300
"""What is longer names no conference, and would cost patterns dearly."""
YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?!\d|\.\d)")
SHORT_YEAR = re.compile(r"['’‘](\d\d)\b")
# What stands beside the name: in titles capitalised like everything else.
AROUND = words_in("beside_names")
# These may also stand within a name, between two of its words.
INSIDE = frozenset(
    (
        *("&", "+", "/", "x", "of", "on", "in", "the", "for", "and", "at", "with", "by"),
        *("de", "do", "da", "e", "des", "du", "del", "der", "und", "et", "y", "la", "las", "los"),
        *("i", "à", "au", "aux", "en", "em", "na", "no", "am", "im", "dem", "den"),
    )
)
# What stands behind these is rather a place, a company or a person: "KiteConf in Springfield".
PREPOSITIONS = frozenset(
    (*("at", "in", "with", "by", "à", "au", "aux", "en", "em", "na", "no", "am", "im"),)
)
# Such a word is before a name that is visited; "at" and its kin also stand before other things.
VISITED = re.compile(
    r"\b(?:at|from|of|to|attend(?:ed|ing)?|visit(?:ed|ing)?|beim?|vo[mn]|auf|zu[mr]?"
    r"|retour (?:sur|de)|[aà]u?x?|de|d[aeo]|dels?|en|em|n[ao])"
    r"(?: (?:the|an?|my|our|this|last|first|second|third|annual"
    r"|year['’]s|\d+(?:st|nd|rd|th)|der|die|das|den|dem|les?|las?|los|el|o|os|as)){0,3}\s+$",
    re.IGNORECASE,
)
# "Day 1", "(day one)", "Days 2-4", "part 2", "#1", "2nd day"
DAY = re.compile(
    r"\b(?:(?:first|second|third|fourth|last|\d(?:st|nd|rd|th)) day"
    r"|(?:conference )?(?:days?|d[ií]as?|tag|jour|part|parte|teil|partie)[\s#]*"
    r"(?:\d|one|two|three|four|five|i{1,3})\b(?:\s?(?:,|\+|&|[-–—]|and|of)\s?(?:\d|two|three)\b){0,3})"
    r"|\#\d+\b|\b\d days of\b",
    re.IGNORECASE,
)
# What alone is no name: "the meetup", "Conference"; and what names end in.
GATHERING = (
    r"(?:conf|con|conference|camp|days?|tage|summit|fest|festival|kongress|congress|congresso"
    r"|world|forum|meetup|expo|symposium|jam|week|jornadas?|journ[eé]es|rencontres|encontro"
    r"|encuentro|konferenz|treffen|unconference|hackathon)"
)
BARE_BRAND = re.compile(GATHERING, re.IGNORECASE)
# "RustConf", "Harbour Days", "Fjorder Linux Tage", "MeshIO"; not "Birthday"
BRAND = re.compile(
    rf"(?i:\b(?!(?:to|birth|some|holi|sun|mon|fri|satur)day)\w*{GATHERING}\b)|\w(?:IO|JS|UX)\b"
)
LOWER_BRAND = re.compile(r"(?:\w{2,}|\w+-)(?:conf|camp|fest|summit|con)(?:\d\d){0,2}")
WEAK_BRAND = re.compile(r"\b\w*(?:io|js|py|ux|user group|club)\b", re.IGNORECASE)
PARTS = re.compile(r"\s[-–—|]\s|[:;]\s|,\s|[?!](?!\s?\d)\s?|\s[(\[]|[)\]]\s?|^[(\[]")
ARTICLE = re.compile(r"\ban? $", re.IGNORECASE)
TOKEN = re.compile(r"\S+")
EDGES = ' #-–—:,.!?|()[]"“”*_'


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that may be a conference's name."""

    text: str
    start: int
    visited: bool
    """Whether it stands behind a word like "at"."""
    dated: bool
    """Whether a day stands beside it."""


def names_in(text: str) -> list[Name]:
    """The names that a title or sentence may hold, in order.

    >>> [name.text for name in names_in("Favourite talks from Strange Harbour 2015: Day 1")]
    ['Strange Harbour 2015']
    """
    text = text[:LIMIT]
    plain = DAY.sub(lambda day: "|" * len(day[0]), text)
    found: list[Name] = []
    place = 0
    for part in [*PARTS.finditer(plain), None]:
        end = part.start() if part else len(plain)
        found += _runs(text, plain, place, end)
        place = part.end() if part else end
    return found


def small_names_in(title: str) -> list[str]:
    """The names that a title without capitals may hold, the last part's first: what each part
    says beside common words.

    >>> small_names_in("back from harbourside")
    ['harbourside']
    """
    if title != title.casefold():
        return []
    plain = DAY.sub("|", title[:LIMIT])
    parts = [
        [w for w in re.findall(r"[\w'’&+-]+", part) if _may_name(w)] for part in PARTS.split(plain)
    ]
    named = [" ".join(words) for words in parts if 0 < len(words) <= 4]
    return named[::-1]


def _may_name(word: str) -> bool:
    return word not in AROUND and word not in INSIDE and not BARE_BRAND.fullmatch(word)


def bare_name(name: str) -> str:
    """A name without its year: what the edition before was called too."""
    return " ".join(SHORT_YEAR.sub(" ", YEAR.sub(" ", name)).split())


def _runs(text: str, plain: str, first: int, last: int) -> Iterator[Name]:
    """The names within one part of a title."""
    run: list[tuple[int, int]] = []
    sentence = sum(word.islower() for word in plain[first:last].split()) > 1
    for token in TOKEN.finditer(plain, first, last):
        word = token[0].strip(EDGES)
        if word and (
            _is_name_word(word, text, run)
            or _is_before_year(word, plain, token.end(), last)
            or (sentence and run and _is_among_names(word, plain, token.end(), last))
        ):
            run.append(token.span())
        elif run:
            yield from _name(text, plain, run, first, last)
            run = []
    yield from _name(text, plain, run, first, last)


def _is_name_word(word: str, text: str, run: list[tuple[int, int]]) -> bool:
    folded = word.casefold().replace("’", "'")
    if run and (folded in INSIDE or _names_its_kind(word, text[slice(*run[-1])])):
        return True
    if "|" in word or (folded in AROUND and not _is_acronym(word)) or _is_kind(word):
        return not run and word[0].isupper() and folded not in AROUND and "|" not in word
    return _is_named(word)


def _names_its_kind(word: str, before: str) -> bool:
    """Whether "Days" or "Conference" belongs to the name: not behind its year."""
    return word[0].isupper() and _is_kind(word) and not YEAR.search(before)


def _is_before_year(word: str, text: str, end: int, last: int) -> bool:
    """Whether a word written small stands before a year: "ng-harbour 2016"."""
    if YEAR.match(text, end + 1, last) is None:
        return False
    return word.casefold() not in AROUND and "|" not in word and not _is_kind(word)


def _is_among_names(word: str, text: str, end: int, last: int) -> bool:
    """Whether a common word with a capital stands before one that names: "Systems Go Harbour"."""
    following = TOKEN.match(text, end + 1, last)
    named = following and _is_name_word(following[0].strip(EDGES), text, [])
    return bool(named) and word.istitle() and "|" not in word


def _is_acronym(word: str) -> bool:
    """Whether a small word is a region after all: "Europe" is none, "NA" and "US" are."""
    return len(word) == 2 and word.isupper()


@lru_cache(maxsize=4096)
def _is_kind(word: str) -> bool:
    return BARE_BRAND.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def _is_named(word: str) -> bool:
    """Whether a word is written like a name or year: "Harbour", "dotMesh", "re:Mesh", "ng-conf"."""
    if word == "+" or word != word.lower():
        return True
    return any(form.fullmatch(word) for form in (LOWER_BRAND, YEAR, SHORT_YEAR))


def _name(
    text: str, plain: str, run: list[tuple[int, int]], first: int, last: int
) -> Iterator[Name]:
    kept = list(run)
    while kept and text[slice(*kept[-1])].strip(EDGES).casefold() in INSIDE:
        kept.pop()
    kept = _without_place(text, kept)
    if not kept:
        return
    start, end = kept[0][0], kept[-1][1]
    words = text[start:end].strip(EDGES)
    bare = bare_name(words)
    if not any(map(str.isalpha, bare)) or BARE_BRAND.fullmatch(bare):
        return
    if BARE_BRAND.match(bare) and ARTICLE.search(plain, max(first, start - 3), start):
        return  # "a conference on networks" is what a name is explained by
    if moved := re.fullmatch(r"((?:19|20)\d\d) (.+)", words):  # "2017 Meshlines"
        words = f"{moved[2]} {moved[1]}"
    visited = VISITED.search(plain, max(first, start - 40), start) is not None
    yield Name(words, start, visited, "|" in plain[max(0, first - 24) : last + 24])


def _without_place(text: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "PGConf 2024 in Athens" without what stands behind the year and its "in"."""
    for number, span in enumerate(run[1:], 1):
        word = text[slice(*span)]
        dated = YEAR.search(text, *run[number - 1]) and word in (*PREPOSITIONS, "on", "for")
        if dated or (word in PREPOSITIONS and not _goes_on(text, run, number)):
            return run[:number]
    return run


def _goes_on(text: str, run: list[tuple[int, int]], number: int) -> bool:
    """Whether a name of one plain word goes on behind a preposition: "Code by the Sea"."""
    words = [text[slice(*span)].strip(EDGES) for span in run]
    following = next((word for word in words[number + 1 :] if word.casefold() not in INSIDE), "")
    plain = number == 1 and not BRAND.search(words[0])
    article = number + 1 < len(words) and words[number + 1].casefold() in INSIDE
    named = bool(following) and following.casefold() not in words_in("places")
    return (
        plain and named and (article or words[number].casefold() in ("aux", "au", "en", "na", "am"))
    )
