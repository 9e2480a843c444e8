"""Where names and handles stand in a post.

A name is known by its form (two or more capitalised words) and by what stands around it: a
handle, "by", a verb of speaking.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from .blocks import Block, BlockKind
from .given_names import is_given_name
from .inline import Inline, Mark
from .people import Mention
from .profiles import Profiles
from .weighing import Signals, signals_of, weigh
from .words import Words

UPPER = "".join(chr(c) for c in [*range(0x41, 0x530), *range(0x1E00, 0x1F00)] if chr(c).isupper())
LETTER = r"[^\W\d_]"
WORD = rf"[{UPPER}](?:{LETTER}|['’\-](?!s\b){LETTER})*"
# Possessive, as everything in a name has one reading only: "A.A.A.9" would be tried in all ways.
INITIAL = rf"(?:[{UPPER}]\.[ ]?){{1,3}}+"
PARTICLE = r"(?:van|von|vom|de|der|den|la|las|los|del|della|da|di|dos|do|el|bin|ibn|ten|ter|le|du)"
PARTICLES = frozenset(PARTICLE[3:-1].split("|"))
PART = rf"(?:{INITIAL}(?=[ {UPPER}])|{WORD}(?:\([{UPPER}]{LETTER}+\))?)"
# "Jane Doe", "J. R. Doe", "Ives van der Doe", "Jane Doe III", "Noel⇥Doe"
NAME = re.compile(
    rf"(?=[{UPPER}])(?<![\w@#/.&-]){PART}(?:[ ]?(?<=[ .]|\))(?:{PARTICLE} ){{0,2}}{PART})*"
    rf"(?!\w|\.\w)(?:(?<= [{UPPER}])\.)?"
)
# "Jane", "J.", "Jane(Janet)"
NAME_PART = re.compile(r"[^\s()]+(?:\([^()\s]+\))?")
# "jane doe", in a post without capitals
UNCASED_NAME = re.compile(r"(?<![\w@#/.&-])([^\W\d_]{3,20})(?= ([^\W\d_][^\W\d_'’-]{1,20})\b)")
# Given names that are words too: names only right after "–", "," or "by".
GIVEN = frozenset(
    ("will", "may", "art", "april", "june", "august", "guy", "rich", "dean", "grace", "hope", "max")
)
AFTER_SIGN = re.compile(r"(?:[-–—,(&:|]\s?|\b(?:by|from|with|and) )$")
HONORIFIC = re.compile(r"\b(?:Dr|Prof|Mr|Mrs|Ms)\.? $")
FAMILY = 3
"""So many names that begin alike, by no given name, are a family of products."""
ROMAN = frozenset({"II", "III", "IV", "JR", "SR"})


def find_mentions(
    blocks: Sequence[Block],
    words: Words,
    hosts: frozenset[str],
    title: str = "",
    *,
    uncased: bool = False,
) -> list[Mention]:
    """Every name and handle, in order; names of products among them, with little weight.

    `uncased` is for a post that has no capitals.
    """
    signals = signals_of(words)
    names = _uncased_names if uncased else _names
    titular = frozenset(re.findall(r"\w+", title.casefold()))
    found: list[Mention] = []
    for index, block in enumerate(blocks):
        if block.kind in (BlockKind.CODE, BlockKind.RULE) or not block.text:
            continue
        profiles = Profiles(block.inline, hosts)
        within = list(_in_block(index, block.inline, signals, profiles, titular, names))
        within += profiles.bare_handles(index, within)
        _weigh_joined(within, block.text, signals)
        found += within
    _weigh_families(found)
    return found


def _in_block(
    index: int,
    inline: Inline,
    signals: Signals,
    profiles: Profiles,
    titular: frozenset[str],
    names: Callable[[str, list[int], Signals], Iterator[tuple[int, int]]],
) -> Iterator[Mention]:
    text = inline.text
    code = {
        place
        for span in inline.spans
        if span.mark is Mark.CODE
        for place in range(span.start, span.end)
    }
    edges = sorted({edge for span in inline.spans for edge in (span.start, span.end)})
    for start, end in names(text, edges, signals):
        if start in code:
            continue
        mention = Mention(index, start, end, end, " ".join(text[start:end].split()))
        profiles.attach(mention)
        mention.weight += weigh(text, mention, signals)
        if _is_titular(mention.name, titular):
            mention.weight -= 4
        if honorific := HONORIFIC.search(text, max(0, start - 12), start):
            mention.start, mention.honoured = honorific.start(), True
            mention.weight += 2
        yield mention


def _names(text: str, edges: list[int], signals: Signals) -> Iterator[tuple[int, int]]:
    """Where runs of capitalised words stand that may be names."""
    for match in NAME.finditer(text):
        yield from _pieces(match.start(), match.end(), edges, text, signals)


def _uncased_names(text: str, _: list[int], signals: Signals) -> Iterator[tuple[int, int]]:
    """Where a given name stands before another word that is none of the language's."""
    for match in UNCASED_NAME.finditer(text):
        if not is_given_name(match[1]) or signals.is_common(match[2]):
            continue
        if not signals.verb.fullmatch(match[2]):
            yield match.start(), match.end(2)
        elif signals.after.match(text, match.end(1)):
            yield match.span(1)


def _weigh_joined(mentions: Sequence[Mention], text: str, signals: Signals) -> None:
    """Whoever is named in one breath with a speaker is one too: "by Paul and Rosa"."""
    for one, other in pairwise(mentions):
        if signals.joins.fullmatch(text, one.outer, other.start):
            weight = max(one.weight, other.weight)
            for mention in (one, other):
                if is_given_name(mention.name.partition(" ")[0]):
                    mention.weight = max(mention.weight, weight)


def _weigh_families(mentions: Sequence[Mention]) -> None:
    """What begins the names of many is a maker's name: "Acme Home", "Acme Lens"."""
    families: dict[str, set[str]] = {}
    for mention in mentions:
        first, _, rest = mention.name.partition(" ")
        if rest and not mention.handles and not is_given_name(first):
            families.setdefault(first, set()).add(rest)
    for mention in mentions:
        if len(families.get(mention.name.partition(" ")[0], ())) >= FAMILY:
            mention.weight -= 4


def _is_titular(name: str, titular: frozenset[str]) -> bool:
    """Whether a name is rather the conference's: all its words stand in the post's title."""
    words = re.findall(r"\w+", name.casefold())
    return all(word in titular for word in words) and not is_given_name(words[0])


def _pieces(
    start: int, end: int, edges: list[int], text: str, signals: Signals
) -> Iterator[tuple[int, int]]:
    """A run of capitalised words, cut where a link or a mark begins or ends."""
    for edge in edges[bisect_right(edges, start) : bisect_left(edges, end)]:
        yield from _trimmed(text, start, edge, edges, signals)
        start = edge
    yield from _trimmed(text, start, end, edges, signals)


def _trimmed(
    text: str, start: int, end: int, edges: list[int], signals: Signals
) -> Iterator[tuple[int, int]]:
    """The name within a run of capitalised words: common words and shouting cut off."""
    parts = [found.span() for found in NAME_PART.finditer(text, start, end)]
    kept: list[tuple[int, int]] = []
    for first, last in parts:
        word = text[first:last]
        given = word.casefold() in GIVEN and (
            _is_among(edges, first) or AFTER_SIGN.search(text, max(0, first - 6), first)
        )
        particle = last < end and word.casefold() in PARTICLES and _joins(text, kept, last, end)
        shouted = (
            len(word) > 1 and word.isupper() and kept and is_given_name(text[slice(*kept[0])])
        )  # "Jane DOE"
        if kept and word == text[slice(*kept[0])]:  # "by Jane Doe" over "Jane was"
            yield from _as_name(text, kept)
            kept = []
        if given or particle or shouted or (not word.islower() and _is_name_part(word, signals)):
            kept.append((first, last))
            continue
        yield from _as_name(text, kept)
        kept = []
    yield from _as_name(text, kept)


def _is_among(places: list[int], place: int) -> bool:
    """Whether a place is one of many in order."""
    index = bisect_left(places, place)
    return places[index : index + 1] == [place]


def _joins(text: str, kept: list[tuple[int, int]], last: int, end: int) -> bool:
    """Whether a particle stands within a name: not in "Root von Jana Doe"."""
    if not kept:
        return False
    if len(kept) > 1 and text.startswith("von", last - 3) and not _is_given(text, kept[-1]):
        return not _is_given(text, kept[0])  # "Jana Krug von Acme"
    following = text[last:end].split()
    opens = bool(following) and is_given_name(following[0])
    return not opens or is_given_name(text[kept[0][0] : kept[0][1]])


def _is_given(text: str, part: tuple[int, int]) -> bool:
    return is_given_name(text[slice(*part)])


def _as_name(text: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    while parts and text[parts[-1][0] : parts[-1][1]].casefold() in PARTICLES:
        parts = parts[:-1]
    if 1 <= len(parts) <= 6 and parts[0][1] - parts[0][0] > 1:
        yield parts[0][0], parts[-1][1]


def _is_name_part(word: str, signals: Signals) -> bool:
    bare = word.rstrip(".")
    if len(bare) > 1 and bare.isupper() and bare not in ROMAN and "." not in bare:
        return False
    return not signals.is_common(bare) or (len(bare) == 1 and word.endswith("."))
