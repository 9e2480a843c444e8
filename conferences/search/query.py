"""What a reader types, understood once for both engines."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from conferences.search.filters import NO_FILTERS, Filters, read_filters
from conferences.search.tokens import ENGLISH, Piece, normal, pieces_of, stem, tokens_of

LONGEST_QUERY = 200
MOST_PARTS = 12
PREFIX_LENGTH = 2
SHORTEST_JS = 3  # letters; a name before "js" has two at least
QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
# -"not this phrase", "this phrase", -not, word, word*
PART = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)(?:"|\Z)|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Part:
    """A word or phrase; its stems as each language makes them."""

    words: tuple[str, ...]
    stems: frozenset[tuple[str, ...]]
    is_prefix: bool = False
    """Whether the last word may go on."""

    def matches(self, piece: Piece, algorithms: Collection[str]) -> bool:
        """Whether a word of a text is one of its words."""
        stems = {token for tokens in self.stems for token in tokens}
        return any(
            token in self.words
            or (self.is_prefix and token.startswith(self.words[-1]))
            or any(stem(token, algorithm) in stems for algorithm in algorithms)
            for token in piece.tokens
        )


@dataclass(frozen=True, slots=True)
class Query:
    """All of `parts` must be there, none of `excluded`."""

    parts: tuple[Part, ...] = ()
    excluded: tuple[Part, ...] = ()
    algorithms: tuple[str, ...] = (ENGLISH,)
    is_any: bool = False
    """Whether half of the parts are enough."""
    filters: Filters = NO_FILTERS

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.parts or self.filters)

    @property
    def required(self) -> tuple[Part, ...]:
        """What must be there whatever else is: words of the rows asked for."""
        return tuple(Part(tie.words, frozenset()) for tie in self.filters.ties if tie.words)


def parse_query(text: str, algorithms: Collection[str] = (ENGLISH,)) -> Query:
    """Never fails: what is neither word nor phrase is left out.

    >>> query = parse_query('docker "rolling updates" -windows C++')
    >>> [part.words for part in query.parts], [part.words for part in query.excluded]
    ([('docker',), ('rolling', 'updates'), ('cpp',)], [('windows',)])
    """
    filters, text = read_filters(readable(text))
    parts: list[Part] = []
    excluded: list[Part] = []
    for match in PART.finditer(text):
        if part := _part(match, algorithms, is_last=match.end() == len(text)):
            (excluded if match["minus"] else parts).append(part)
    known = tuple(sorted({ENGLISH, *algorithms}))
    return Query(tuple(parts[:MOST_PARTS]), tuple(excluded[:MOST_PARTS]), known, filters=filters)


def readable(text: str) -> str:
    """The query as it is read: of the length that is, with quotes of one kind."""
    return normal(text[:LONGEST_QUERY].translate(QUOTES)).strip()


def document_condition(filters: Filters) -> tuple[str, list[int | str]]:
    """What SQL asks of the row `doc` of a document, and the values in it."""
    conditions = ["TRUE"]
    values: list[int | str] = []
    if filters.years:
        conditions.append("doc.year BETWEEN %s AND %s")
        values += filters.years
    if filters.kinds:
        conditions.append(f"doc.kind IN ({', '.join(['%s'] * len(filters.kinds))})")
        values += filters.kinds
    return " AND ".join(conditions), values


def replace_words(text: str, replacements: dict[str, str]) -> str:
    """The query with other words in place of those given folded."""
    text, end, kept = normal(text[:LONGEST_QUERY]), 0, []
    for piece in pieces_of(text):
        new = replacements.get(" ".join(piece.tokens))
        kept += [text[end : piece.start], new or text[piece.start : piece.end]]
        end = piece.end
    return "".join([*kept, text[end:]])


def _part(match: re.Match[str], algorithms: Collection[str], *, is_last: bool) -> Part | None:
    word = match["word"]
    words = tuple(tokens_of(match["phrase"] if word is None else word)[:MOST_PARTS])
    if not words:
        return None
    spellings = {words} if word is None else {words, _other_spelling(words)}
    stems = frozenset(
        tuple(stem(token, algorithm) for token in spelling)
        for spelling in spellings
        for algorithm in {ENGLISH, *algorithms}
    )
    is_open = word is not None and (word.endswith("*") or (is_last and not match["minus"]))
    return Part(words, stems, is_open and len(words[-1]) >= PREFIX_LENGTH)


def _other_spelling(words: tuple[str, ...]) -> tuple[str, ...]:
    """Of "node.js" "nodejs" and the other way round; of all else the words themselves."""
    if words[1:] == ("js",):
        return ("".join(words),)
    if len(words) == 1 and len(words[0]) > SHORTEST_JS and words[0].endswith("js"):
        return (words[0][:-2], "js")
    return words
