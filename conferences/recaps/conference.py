"""Which conference, which edition: from the title, the tags and the opening of a post."""

import re
from dataclasses import dataclass

from .blocks import BlockKind
from .outline import ConferenceEntry
from .post import Post, host_of

RULE = "title"
TITLE_LIMIT = 300
"""What is longer names no conference, and would cost patterns dearly."""
YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?![\d.])")
SHORT_YEAR = re.compile(r"['’‘](\d\d)\b")
# What a title says beside the name.
AROUND = re.compile(
    r"\b(?:my|our|the|a|an|from|at|of|in|on|trip to|notes?|keynotes?|recap(?:ping)?|review|report"
    r"|round-?up|wrap[ -]?up|summary|overview|highlights?|impressions?|experiences?|takeaways?"
    r"|reflections?(?: on)?|thoughts?(?: on)?|aftermath|posts?|resumo|resumen|cr[oó]nica"
    r"|compte rendu|retour sur|r[uü]ckblick|bericht|gif guide|guide|sketchnotes?|attending"
    r"|conference days?|conference report|days?|day|part|dia|d[ií]a|tag|jour"
    r"|one|two|three|four|five|first|second|third|\d days of|wrap|learned|lessons|visiting)\b",
    re.IGNORECASE,
)
DAY = re.compile(
    r"[-–—:,(|]?\s*\b(?:the )?(?:(?:first|second|third|fourth|last) day|conference days?|days?"
    r"|d[ií]as?|tag|jour|part)\b[\s#]*(?:(?:\d|one|two|three|four|five)\b|\)?$)(?:\s?[,+&–-]\s?\d|\s?,\s?\d|"
    r" and \d)*\)?.*$",
    re.IGNORECASE,
)
# "PyCon", "dotJS", "re:Invent", "Chemnitzer Linux Tage", "X Days", "DevConf", "Clojure/Conj"
BRAND = re.compile(
    r"\w*(?:conf|con|conj|camp|days?|tage|summit|fest|kongress|congress|congresso|world|ex|forum"
    r"|meetup|expo|symposium|jam|week|fosdem|io|js|py|ux|euruko|build|connect|invent|ignite)\b",
    re.IGNORECASE,
)
# "PGConf 2024 in Athens": the place is not part of the name.
IN_PLACE = re.compile(r"(?<=\d)\s+(?:in|at|à|en|em) [A-Z][\w.’' -]+$")
NAME_IN_PROSE = re.compile(
    r"(?:(?<=\s)|^)((?:[A-Z0-9](?:[\w:’'/&+-]|\.(?=\w))*|\w+[A-Z][\w.:-]*)(?:\s(?:[A-Z0-9](?:[\w:’'/&+-]|\.(?=\w))*|[+&]|de|of))*)"
)
CONFERENCE_WORD = re.compile(
    r"conf|con\b|conj|camp|days|summit|tage|fest|con\.|cong\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    start: int
    end: int
    weight: float


def find_conference(post: Post) -> ConferenceEntry | None:
    """The conference of a post; None where no name is found."""
    named = [*_from_title(post), *_from_body(post)]
    candidates = [candidate for candidate in named if any(map(str.isalpha, candidate.name))]
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: candidate.weight)
    year = _year(post, best.name)
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


def clean_name(title: str) -> str:
    """The conference's name within a title.

    >>> clean_name("DockerCon EU 2015 Day One"), clean_name("My PyCon US 2019 recap")
    ('DockerCon EU 2015', 'PyCon US 2019')
    """
    title = " ".join(title[:TITLE_LIMIT].replace("_", " ").split())
    parts = [part for part in re.split(r"\s[-–—|]\s|:\s|,\s|\?\s|\s\(", title) if part.strip()]
    cleaned = [(_strip(part), part) for part in parts]
    ranked = [(_rank(name, part), name) for name, part in cleaned if name]
    return max(ranked, key=lambda row: row[0])[1] if ranked else ""


def _rank(name: str, part: str) -> int:
    """How much a part of a title looks like the conference: a year, a brand, a day beside it."""
    return 2 * bool(YEAR.search(name)) + 2 * bool(BRAND.search(name)) + bool(DAY.search(part))


def _strip(part: str) -> str:
    part = DAY.sub("", part) if DAY.search(part) and DAY.search(part).start() else part  # type: ignore[union-attr]
    previous = None
    while part != previous:
        previous = part
        part = re.sub(rf"^(?:{AROUND.pattern})\s+", "", part, flags=re.IGNORECASE)
        part = re.sub(rf"\s+(?:{AROUND.pattern})$", "", part, flags=re.IGNORECASE)
        part = IN_PLACE.sub("", part).strip(" -–—:,.!?|")
    return "" if AROUND.fullmatch(part) else part


def _from_title(post: Post) -> list[_Candidate]:
    found = []
    title = post.front.title
    if title and (name := clean_name(title)):
        place = max(0, post.text.find(title[:20], 0, post.front.end))
        found.append(_Candidate(name, place, place + len(title), _title_weight(name)))
    for block in post.blocks[:6]:
        if block.kind is BlockKind.HEADING and (name := clean_name(block.text)):
            weight = _title_weight(name) - (0.5 if title else 0)
            found.append(_Candidate(name, block.start, block.end, weight))
            break
    return found


def _title_weight(name: str) -> float:
    words = len(name.split())
    weight = 1.0 + bool(BRAND.search(name)) + bool(YEAR.search(name) or SHORT_YEAR.search(name))
    return weight - (1.5 if words > 6 else 0)


def _from_body(post: Post) -> list[_Candidate]:
    """Names in the opening that look like a conference's, or are linked to one."""
    found = []
    for block in post.blocks[:12]:
        if block.kind is not BlockKind.PARAGRAPH or block.quoted:
            continue
        for span in block.inline.links:
            text = block.text[span.start : min(span.end, span.start + TITLE_LIMIT)].strip()
            if CONFERENCE_WORD.search(host_of(span.url)) and NAME_IN_PROSE.fullmatch(text):
                place = block.inline.source(span.start)
                found.append(
                    _Candidate(
                        _strip(text), place, place + len(text), 1.6 + bool(YEAR.search(text))
                    )
                )
        for match in NAME_IN_PROSE.finditer(block.text[:600]):
            name = match[1].rstrip(".:,'’")
            if CONFERENCE_WORD.search(name) and len(name.split()) <= 5:
                place = block.inline.source(match.start(1))
                found.append(
                    _Candidate(
                        _strip(name), place, place + len(name), 1.3 + bool(YEAR.search(name))
                    )
                )
    return [candidate for candidate in found if candidate.name]


def _year(post: Post, name: str) -> int | None:
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


COMPOUND = re.compile(r"\b([A-Z][a-z]{3,})(con|conf|camp|cong)\b")


def _with_inner_capital(post: Post, name: str) -> str:
    """ "Dockercon" is "DockerCon" in a post that writes of Docker."""

    def part(compound: re.Match[str]) -> str:
        if re.search(rf"\b{compound[1]}\b", post.text):
            return compound[1] + compound[2].capitalize()
        return compound[0]

    return COMPOUND.sub(part, name)


def _edition(name: str, year: int | None) -> str:
    if year and not YEAR.search(name) and not SHORT_YEAR.search(name):
        return f"{name} {year}"
    return name


def _url(post: Post, name: str) -> str:
    """The address linked under the conference's name, or the first of a host named like it."""
    words = re.sub(r"[^a-z ]", "", name.casefold()).split()
    brand = words[0] if words else ""
    for block in post.blocks[:12]:
        for span in block.inline.links:
            host = re.sub(r"[^a-z]", "", host_of(span.url))
            if len(brand) >= 3 and brand in host and "twitter" not in host:
                return span.url
    return ""
