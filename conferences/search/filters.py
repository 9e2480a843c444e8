"""What narrows a search: `speaker:"Jane Doe" topic:docker conference:pycon year:2014..2016`.

A speaker, topic or conference is meant by any of its names, or by words that follow each other
in one. What is no filter after all, `year:soon`, is searched for as words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from conferences.recaps.outline import TalkKind
from conferences.search.tokens import tokens_of

MOST_TIES = 4
KINDS = ("talk", "speaker", "topic", "conference", "announcement")
TALK_KINDS = {kind.value for kind in TalkKind} - set(KINDS)
FILTER = re.compile(
    r'(?<!\S)(?P<name>speaker|topic|conference|year|kind):(?:"(?P<phrase>[^"]*)(?:"|\Z)|(?P<word>[^\s"]+))',
    re.IGNORECASE,
)
YEARS = re.compile(r"(?P<first>[0-9]{4})?(?P<dots>\.\.)?(?P<last>[0-9]{4})?")
NO_YEAR, LAST_YEAR = 1, 9999
NO_KIND = ("",)
"""What is of two kinds at once is of none."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A row that those found must be tied to: "speaker", by words of one of its names."""

    kind: str
    words: tuple[str, ...]
    slug: str = ""
    """Of the one row that is meant; else any that has the words is."""


@dataclass(frozen=True, slots=True)
class Filters:
    """All that is found must be so."""

    ties: tuple[Tie, ...] = ()
    kinds: tuple[str, ...] = ()
    """Of the rows found; empty: of any."""
    talk_kinds: tuple[str, ...] = ()
    years: tuple[int, int] | None = None

    def __bool__(self) -> bool:
        return bool(self.ties or self.kinds or self.talk_kinds or self.years)

    def joined(self, other: "Filters") -> "Filters":
        """What both ask for."""
        return Filters(
            (*self.ties, *other.ties),
            _in_both(self.kinds, other.kinds),
            _in_both(self.talk_kinds, other.talk_kinds),
            _years_of_both(self.years, other.years),
        )


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Written:
    """A filter as it stands in the text of a query."""

    name: str
    value: str
    start: int
    end: int


def read_filters(text: str) -> tuple[Filters, str]:
    """The filters, and the text with blanks in their place.

    >>> read_filters('gears year:2014..2016')
    (Filters(ties=(), kinds=(), talk_kinds=(), years=(2014, 2016)), 'gears                ')
    """
    filters, rest = NO_FILTERS, text
    for written, narrower in _written(text):
        filters = narrower
        blank = " " * (written.end - written.start)
        rest = rest[: written.start] + blank + rest[written.end :]
    return filters, rest


def written_filters(text: str) -> list[Written]:
    """The filters as they are written, in order."""
    return [written for written, _narrower in _written(text)]


def kind_called(name: str) -> str:
    """ "keynotes" are of the kind "keynote", and "lightning" is short for "lightning talk"."""
    kind = " ".join(name.lower().split()).removesuffix("s")
    return f"{kind} talk" if f"{kind} talk" in TALK_KINDS else kind


def _written(text: str) -> Iterator[tuple[Written, Filters]]:
    """What is written like a filter and is one, each with all filters up to it."""
    filters = NO_FILTERS
    for match in FILTER.finditer(text):
        value = match["word"] if match["phrase"] is None else match["phrase"]
        written = Written(match["name"].lower(), value, *match.span())
        if (narrower := _add(filters, written)) is not None:
            filters = narrower
            yield written, filters


def _add(filters: Filters, written: Written) -> Filters | None:
    """The filters with one more; none where it is none."""
    if written.name == "year":
        return _with_years(filters, written.value)
    if written.name == "kind":
        return _with_kind(filters, written.value)
    words = tuple(tokens_of(written.value))
    if not words or len(filters.ties) == MOST_TIES:
        return None
    return replace(filters, ties=(*filters.ties, Tie(written.name, words)))


def _with_years(filters: Filters, value: str) -> Filters | None:
    match = YEARS.fullmatch(value)
    if match is None or not (match["first"] or match["last"]):
        return None
    first = int(match["first"] or NO_YEAR)
    last = int(match["last"] or (LAST_YEAR if match["dots"] else first))
    return replace(filters, years=(first, last))


def _with_kind(filters: Filters, value: str) -> Filters | None:
    kind = kind_called(value)
    if kind in KINDS:
        return replace(filters, kinds=(kind,), talk_kinds=())
    if kind in TALK_KINDS:
        return replace(filters, kinds=("talk",), talk_kinds=(kind,))
    return None


def _in_both(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Where one asks for none in particular, what the other asks for."""
    if not (some and others):
        return some or others
    return tuple(one for one in some if one in others) or NO_KIND


def _years_of_both(
    some: tuple[int, int] | None, others: tuple[int, int] | None
) -> tuple[int, int] | None:
    if some is None or others is None:
        return some or others
    return max(some[0], others[0]), min(some[1], others[1])
