"""A sentence with its people and its marked words replaced by one sign each.

`§` stands for one person or several joined, `¶` for what is quoted, bold, italic or linked.
Patterns on the skeleton say who presents what, whatever the names and titles are:
"The talk **X**, by Jane Doe ([@jane](…)) and Joe Roe" is "The talk ¶, by §".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from .given_names import is_given_name
from .inline import Inline, Mark, Span
from .people import Mention
from .post import Post

PERSON, TITLE = "§", "¶"
NOT_TITLES = frozenset(
    (
        *("", "here", "link", "links", "this", "that", "very", "really", "not", "just", "w", "t"),
        *("slide", "slides", "the slides", "his slides", "her slides", "slides here", "notes"),
        *("video", "videos", "youtube", "github", "twitter", "slideshare", "speakerdeck", "code"),
        *("website", "blog", "post", "blog post", "source", "source code"),
        *("talk", "this talk", "his talk", "her talk", "my talk"),
    )
)
QUOTATION = "“”\"«»„‘’`'"
BY_AFTER = re.compile(r"[\"”»“’']?,? (?:by|von|por|par) ")
CAPITALISED = r"[A-Z][\w.&’'-]*"
TITLE_MARKS = (Mark.STRONG, Mark.EMPHASIS, Mark.LINK)


@dataclass(slots=True)
class Skeleton:
    text: str
    people: list[list[Mention]]
    """In the order of the `§` in the text."""
    titles: list[Span]
    """In the order of the `¶`."""
    places: list[int]
    """Where each sign and each stretch of plain words begins in `text`."""
    stretches: list[tuple[int, int]]
    """What each of them stands for in the block's text."""

    def group(self, place: int) -> list[Mention]:
        """The people of the `§` at a place of the skeleton."""
        return self.people[self.text.count(PERSON, 0, place)]

    def title(self, place: int) -> Span:
        return self.titles[self.text.count(TITLE, 0, place)]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the skeleton as a stretch of the block's text."""
        first, _ = self._stretch(min(start, len(self.text)))
        return first, self._stretch(end - 1)[1] if start < end else first

    def _stretch(self, place: int) -> tuple[int, int]:
        """What one character stands for in the block's text."""
        index = bisect_right(self.places, place) - 1
        start, end = self.stretches[index]
        if self.text.startswith((PERSON, TITLE), place):
            return start, end
        start += place - self.places[index]
        return start, start + 1


@lru_cache(maxsize=16)
def _joiner(joins: str, at: str) -> re.Pattern[str]:
    """What joins two people: ", ", " and ", " from Acme Kites and "."""
    return re.compile(
        rf"(?:\s(?:{at})\s(?:the\s)?(?:{CAPITALISED}\s?){{1,4}}(?<!\s))?"
        rf"\s*(?:,|/|;|\+|,?\s+(?:{joins})|&)\s*"
    )


def skeleton(
    post: Post,
    index: int,
    start: int = 0,
    end: int | None = None,
    *,
    marked: bool = True,
    line: bool = False,
) -> Skeleton:
    """The skeleton of a stretch of a block; without titles where `marked` is False.

    In a `line` that names a talk, what follows other words is joined to no one behind a comma:
    "Why We Left Services, Jane Doe" has one speaker.
    """
    inline = post.blocks[index].inline
    end = len(inline.text) if end is None else end
    people = _outermost([m for m in post.in_block(index, start, end) if is_person(post, m)])
    people = _without_workplaces(people, inline.text, _works_at(post.words.at))
    titles = _titles(post, inline, people, start, end) if marked else []
    people = [m for m in people if not any(t.start <= m.start < t.end for t in titles)]
    groups = _groups(people, inline.text, _joiner(post.words.joins, post.words.at))
    if line:
        groups = [part for group in groups for part in _parted(group, inline.text, start)]
    bones = _build(inline.text, start, end, groups, titles)
    if not line:
        bones.text = bones.text.replace("\n", " ")
    return bones


def _outermost(people: list[Mention]) -> list[Mention]:
    """Without a name in whose bracket a surer one stands: "Lost Services (Jane Doe)"."""
    kept: list[Mention] = []
    for mention in people:
        weaker = kept and mention.end <= kept[-1].outer and kept[-1].weight < mention.weight
        if weaker and " " in mention.name:
            kept.pop()
        kept.append(mention)
    return kept


@lru_cache(maxsize=16)
def _works_at(at: str) -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{at})\s+(?:the\s+)?")


def _without_workplaces(
    people: list[Mention], text: str, works_at: re.Pattern[str]
) -> list[Mention]:
    """Without the companies that people are said to be of: "Jane Doe of Acme Kites"."""
    return people[:1] + [
        mention
        for before, mention in pairwise(people)
        if is_given_name(mention.name.partition(" ")[0])
        or not works_at.fullmatch(text, before.outer, mention.start)
    ]


def is_person(post: Post, mention: Mention) -> bool:
    """Whether a mention may be of a person: by what the whole post says of the name."""
    person = post.person(mention)
    if person is None:
        return mention.weight >= 2
    if " " in mention.name or not mention.name:
        return person.weight >= 1 or mention.weight >= 1
    profiled = person.is_profiled and mention.weight > -2  # "at [Acme](twitter.com/acme)"
    return profiled or person.weight >= 2 or mention.weight >= 2


def _groups(people: Iterable[Mention], text: str, joiner: re.Pattern[str]) -> list[list[Mention]]:
    groups: list[list[Mention]] = []
    for mention in people:
        last = groups[-1][-1] if groups else None
        if last and mention.start < last.outer:
            continue
        if last and joiner.fullmatch(text, last.outer, mention.start):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


MAY_BEGIN = re.compile(r"(?:^|[^\w\s]\s*|\b(?:by|with|from|and|von|por|par|mit|con|com)\s+)$", re.I)


def _parted(group: list[Mention], text: str, start: int) -> list[list[Mention]]:
    """A group without a first member that is the end of a title."""
    first = group[0]
    begins = MAY_BEGIN.search(text[max(start, first.start - 8) : first.start])
    if (
        len(group) == 1
        or begins
        or text[first.outer : first.outer + 3].lstrip()[:1] not in (",", ";", "/")
    ):
        return [group]
    return [[first], group[1:]]


def _titles(
    post: Post, inline: Inline, people: Sequence[Mention], start: int, end: int
) -> list[Span]:
    """Marked stretches that may be titles, outermost first come; not those that are names."""
    first = bisect_left(inline.stretches, start, key=_start)
    last = bisect_left(inline.stretches, end, key=_start)
    chosen: list[Span] = []
    for span in inline.stretches[first:last]:
        if span.end > end or (chosen and span.start < chosen[-1].end):
            continue
        words = inline.text[span.start : span.end].strip(" .,:").casefold()
        named = words in NOT_TITLES or words.startswith("@")
        if not named and not _is_of_people(post, inline, people, span):
            chosen.append(span)
    return chosen


def _start(span: Span) -> int:
    return span.start


def _is_of_people(post: Post, inline: Inline, people: Sequence[Mention], span: Span) -> bool:
    """Whether marked words are a name, with little beside it; a title may hold a name."""
    inside = [m for m in people if m.start < span.end and span.start < m.outer]
    if not inside:
        return False
    rest = span.end - span.start - sum(m.end - m.start for m in inside)
    if rest < 8:  # "Opening Statements" by Jane Doe: who is followed by "by" is no person
        named = any(m.handles or is_given_name(m.name.partition(" ")[0]) for m in inside)
        sure = named and span.mark is not Mark.QUOTE
        return sure or not BY_AFTER.match(inline.text, span.end)
    return span.mark is not Mark.QUOTE and any(_is_known(post, m) for m in inside)


def _is_known(post: Post, mention: Mention) -> bool:
    person = post.person(mention)
    return person is not None and (bool(person.handles) or person.weight >= 3)


def _build(
    text: str, start: int, end: int, groups: list[list[Mention]], titles: list[Span]
) -> Skeleton:
    replaced = [(g[0].start, g[-1].outer, PERSON) for g in groups]
    replaced += [(t.start, t.end, TITLE) for t in titles]
    replaced.sort()
    pieces: list[tuple[str, int, int]] = []
    place = start
    for number, (first, last, sign) in enumerate(replaced):
        if sign is TITLE:
            ceiling = replaced[number + 1][0] if number + 1 < len(replaced) else end
            first, last = _with_quotes(text, first, last, place, ceiling)
        pieces += [(_without_signs(text[place:first]), place, first), (sign, first, last)]
        place = last
    pieces.append((_without_signs(text[place:end]), place, end))
    words = [piece[0] for piece in pieces]
    places = list(accumulate(map(len, words[:-1]), initial=0))
    return Skeleton("".join(words), groups, titles, places, [piece[1:] for piece in pieces])


def _without_signs(text: str) -> str:
    """The author's words, in which no sign of a skeleton may stand."""
    return text.replace(PERSON, "$").replace(TITLE, "$")


def _with_quotes(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    first, last = start, end
    if text[first - 2 : first - 1] == "«" and text[first - 1].isspace():
        first -= 1  # French: « x »
    while first > floor and text[first - 1] in QUOTATION:
        first -= 1
    if text[last + 1 : last + 2] == "»" and text[last].isspace() and last + 1 < ceiling:
        last += 1
    while first < start and last < ceiling and text[last] in QUOTATION:
        last += 1
    return first, last
