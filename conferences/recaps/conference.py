"""Which conference, which edition: by what the title, the opening, links and tags say together.

Each place where a name may stand gives a candidate; what the rest of the post says of the same
name (how often, linked to which hosts, as hashtag or tag) decides between them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from .blocks import BlockKind
from .drafts import Draft
from .editions import (
    BRAND,
    LIMIT,
    SHORT_YEAR,
    WEAK_BRAND,
    YEAR,
    Name,
    bare_name,
    names_in,
    small_names_in,
)
from .outline import ConferenceEntry
from .post import Post, host_of
from .shapes.headings import RULE as TALKS
from .vocabulary import technical_words

RULE = "title"
OPENING = 8
"""So many blocks may introduce the conference."""
ENOUGH = 50_000
"""Characters of a post in which a conference is named often enough."""
# "I attended", "we went to", "back from", "this year's"
ATTENDED = re.compile(
    r"\b(?:attend(?:ed|ing)?|(?:was|were) at|went[”’]? (?:\w+ )?to|been (?:at|to)"
    r"|(?:back|home) (?:home )?from"
    r"|organi[sz]ers? of|spent (?:\w+ ){1,3}at|visit(?:ed|ing)?"
    r"|this year['’]s|edition of|travell?ed to|trip to"
    r"|came home from|returned from|spoke at|speaking at|wrap(?:ped)? up"
    r"|(?:days?|week(?:end)?|time|took|fun|blast|talks?|sessions?|notes) (?:at|from)"
    r"|besuch(?:t|te)?|asist[ií] a|fui (?:a|ao|à|para o)|particip\w+ d[aeo]"
    r"|assist[eé] à|all[eé] à|auf de[rn]|bei de[rn])"
    r"(?: (?:the|an?|my|our|first|second|third|annual|\d+(?:st|nd|rd|th)|la|el|l[eo]s?|os?|as))"
    r"{0,3}\s$",
    re.IGNORECASE,
)
# "… is a conference", "… was held", "the … conference"
HELD = re.compile(
    r"\W{0,3}(?: (?:conference|meetup|unconference|summit)\b| (?:took|takes) place\b| came to\b"
    r"|,? (?:is|was) (?:held|organi[sz]ed|(?:a|an|the) (?:[\w-]+,? ){0,4}"
    r"(?:conference|meetup|event|unconference|summit|gathering)))",
    re.IGNORECASE,
)
# "Two days in Springfield": rather where it was
PLACE = re.compile(r"\b(?:in|near) $")
WEB = re.compile(r"https?://", re.IGNORECASE)
LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    start: int
    end: int
    weight: float


def find_conference(post: Post, drafts: Sequence[Draft]) -> ConferenceEntry | None:
    """The conference of a post; None where no name is found."""
    evidence = _Evidence(post)
    titled = list(_from_title(post, evidence, drafts))
    candidates = [*titled, *_from_body(post, evidence)] or list(_small(post))
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: candidate.weight)
    best = next((longer for longer in titled if _extends(longer.name, best.name)), best)
    best = next((one for one in candidates if _is_fuller(one.name, best.name)), best)
    best = next((one for one in titled if _ends(best.name, one.name)), best)
    year = _year(post, best.name, evidence)
    name = _edition(_with_inner_capital(post, best.name), year)
    return ConferenceEntry(
        start=best.start,
        end=best.end,
        rule=RULE,
        name=name,
        year=year,
        url=_url(post, name),
        doubt=None if best.weight >= 2 else "the name is guessed",
    )


def _extends(longer: str, name: str) -> bool:
    """Whether the title says a name in full: "RustHarbor Oslo" of "Rustharbor 2011"."""
    full, bare = bare_name(longer).casefold(), bare_name(name).casefold()
    return full.startswith(f"{bare} ") and len(full.split()) <= len(bare.split()) + 3


def _is_fuller(longer: str, name: str) -> bool:
    """Whether words say in full what a short form is of: "Autumn Ruby Conference" of "Autumn"."""
    full, bare = bare_name(longer), bare_name(name)
    said = YEAR.search(longer) and not YEAR.search(name)
    branded = BRAND.search(full) and not BRAND.search(bare)
    return bool(said or branded) and _extends(longer, name)


def _ends(longer: str, name: str) -> bool:
    """Whether the title names alone what stands behind a place: "Oslo for Autumn Ruby"."""
    before, _, rest = longer.partition(f" {bare_name(name)}")
    return BRAND.search(name) is not None and not bare_name(rest) and before.split()[-1:] == ["for"]


class _Evidence:
    """What the whole post says of a name."""

    def __init__(self, post: Post) -> None:
        self.post = post

    @cached_property
    def body(self) -> str:
        return self.post.text[self.post.front.end :][:ENOUGH].casefold()

    @cached_property
    def links(self) -> str:
        """Hosts, tags and hashtags, letters and digits only, one a line."""
        urls = {link.url for block in self.post.blocks for link in block.inline.links}
        said = [*map(host_of, urls), *re.findall(r"[#@]\w{3,40}", self.body)]
        said += [url.rsplit("/", 1)[-1] for url in urls if "twitter.com" in url]
        said += [*self.post.front.tags, *self.post.front.categories]
        return "\n".join(sorted({LETTERS.sub("", words.casefold()) for words in said}))

    def of(self, name: str) -> float:
        """How much speaks for a name, beside the place at which it stands."""
        bare = bare_name(name)
        letters = LETTERS.sub("", bare.casefold())
        times = self.body.count(bare.casefold()) if bare else 0
        linked = len(letters) >= 4 and letters in self.links
        form = 1.0 if BRAND.search(bare) else 0.5 if WEAK_BRAND.search(bare) else 0.0
        lengthy = 1.5 if len(name.split()) > 6 else 0
        return form + _has_year(name) + min(times, 3) * 0.25 + linked - lengthy


def _has_year(name: str) -> bool:
    return bool(YEAR.search(name) or SHORT_YEAR.search(name))


def _from_title(post: Post, evidence: _Evidence, drafts: Sequence[Draft]) -> Iterator[_Candidate]:
    if post.front.title:
        place = max(0, post.text.find(post.front.title[:20], 0, post.front.end))
        yield from _titled(post.front.title, place, evidence, 1.0)
    for index in _title_headings(post, drafts):
        block, base = post.blocks[index], 0.5 if post.front.title else 1.0
        people = frozenset(m.start for m in post.in_block(index) if m.weight >= 2)
        yield from _titled(block.text, block.start, evidence, base, people)


def _title_headings(post: Post, drafts: Sequence[Draft]) -> list[int]:
    """The first heading near the top, but not where it names a talk as others of its level do."""
    headings = [n for n, b in enumerate(post.blocks[:6]) if b.kind is BlockKind.HEADING][:1]
    told = {draft.block: post.blocks[draft.block].level for draft in drafts if draft.rule == TALKS}
    levels = list(told.values())
    return [n for n in headings if n not in told or levels.count(told[n]) == 1]


def _small(post: Post) -> Iterator[_Candidate]:
    """The name in a title written all in small letters."""
    names = small_names_in(post.front.title)
    if name := max(names, key=_Evidence(post).of, default=""):
        yield _Candidate(name, 0, post.front.end, 0.5)


def _titled(
    title: str,
    place: int,
    evidence: _Evidence,
    base: float,
    people: frozenset[int] = frozenset(),
) -> Iterator[_Candidate]:
    """The names in a title, but for the people who begin at places of it."""
    title = title[:LIMIT].replace("_", " ")
    names = [name for name in names_in(title) if name.start not in people]
    for name in names:
        beside = 0.6 * name.visited + 0.5 * name.dated
        sure = base if beside or _has_year(name.text) or BRAND.search(name.text) else base - 0.6
        weight = sure + beside + evidence.of(name.text) + 0.1 * (name is names[0])
        weight -= 0.5 * _is_only_capital(title, name)
        weight -= 1.0 * (PLACE.search(title, 0, name.start) is not None)
        weight -= 1.0 * (bare_name(name.text).casefold() in technical_words())
        yield _Candidate(name.text, place, place + len(title), weight)


def _is_only_capital(title: str, name: Name) -> bool:
    """Whether a name is but the first word of a title written as a sentence."""
    rest = title[len(name.text) :]
    return name.start == 0 and " " not in name.text and rest[1:2].islower()


def _from_body(post: Post, evidence: _Evidence) -> Iterator[_Candidate]:
    """Names in the opening that look like a conference's, are attended, or linked to one."""
    for index, block in enumerate(post.blocks[:OPENING]):
        if block.kind is not BlockKind.PARAGRAPH or block.quoted:
            continue
        people = {mention.start for mention in post.in_block(index) if mention.weight >= 2}
        for start, end in post.sentences(index)[:4]:
            for name in names_in(block.text[start:end]):
                place = start + name.start
                weight = _told_weight(block.text, place, name, evidence)
                if weight and place not in people:
                    source = block.inline.source(place)
                    yield _Candidate(name.text, source, source + len(name.text), weight)


def _told_weight(text: str, place: int, name: Name, evidence: _Evidence) -> float:
    """The weight of a name in running prose; 0 where nothing there says conference."""
    attended = ATTENDED.search(text, max(0, place - 60), place) is not None
    branded = BRAND.search(name.text) is not None
    held = HELD.match(text, place + len(name.text)) is not None
    if not (attended or branded or held or _has_year(name.text)) or len(name.text.split()) > 6:
        return 0
    if bare_name(name.text).casefold() in technical_words():
        return 0  # "a Python conference"
    return 0.3 + 0.9 * attended + 0.7 * held + evidence.of(name.text)


def _year(post: Post, name: str, evidence: _Evidence) -> int | None:
    if found := YEAR.search(name):
        return int(found[0])
    if found := SHORT_YEAR.search(name):
        return 2000 + int(found[1])
    if found := YEAR.search(post.front.title):
        return int(found[0])
    if post.front.published:
        return int(post.front.published[:4])
    counts: dict[int, int] = {}
    for match in YEAR.finditer(f"{post.path} {post.text[:20000]}"):
        counts[int(match[0])] = counts.get(int(match[0]), 0) + 1
    return max(counts, key=lambda year: (counts[year], -year)) if counts else None


COMPOUND = re.compile(r"\b([A-Z][a-z]{3,})(con|conf|camp)\b")


def _with_inner_capital(post: Post, name: str) -> str:
    """ "Meshcon" is "MeshCon" in a post that writes of Mesh."""

    def part(compound: re.Match[str]) -> str:
        if re.search(rf"\b{compound[1]}\b", post.text):
            return compound[1] + compound[2].capitalize()
        return compound[0]

    return COMPOUND.sub(part, name)


def _edition(name: str, year: int | None) -> str:
    return f"{name} {year}" if year and not _has_year(name) else name


def _url(post: Post, name: str) -> str:
    """The address linked under the conference's name, or the first of a host named like it."""
    words = re.sub(r"[^a-z ]", "", name.casefold()).split()
    brand = words[0] if words else ""
    for block in post.blocks[:OPENING]:
        for span in block.inline.links:
            host = re.sub(r"[^a-z]", "", host_of(span.url)) if WEB.match(span.url) else ""
            if len(brand) >= 3 and brand in host and "twitter" not in host:
                return span.url
    return ""
