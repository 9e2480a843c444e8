"""Lists of talks: an item each, most of them with a speaker."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..blocks import BlockKind
from ..drafts import Draft, Findings
from ..forms import agree
from ..introductions import introductions
from ..naming import TitleLine, alone_in, lead_readings, plain_line
from ..no_sessions import is_missed
from ..people import Mention
from ..post import Post
from ..sections import Section, heading_text, is_social, says_no_talk, sections
from ..titles import is_title_like, kind_of
from ..words import in_any_language

RULE = "list_items"
OF_TALKS = re.compile(
    r"\b(?:talks?|sessions?|presentations?|keynotes?|workshops?|charlas|palestras|vortr[aä]ge"
    r"|conf[eé]rences)\b",
    re.IGNORECASE,
)
NOT_OF_TALKS = re.compile(
    r"\b(?:speakers were|committee|members|sponsors|upcoming|call for|events i|learn(?:ed|t)"
    r"|take-?aways?|for example|suggest|following strategies|goals|tips|ways to|features"
    r"|announce|highlights for me|to name a few|focused their|talks? about|talked about)\b",
    re.IGNORECASE,
)
# What is listed like talks and was none that the author saw.
NO_TALKS = re.compile(
    r"\b(?:books?|quot(?:es?|ed|ations?)|people|folks|miss(?:ed)?|still (?:have|need) to|to watch"
    r"|want(?:ed)? to (?:see|watch|attend)|to read|reading|articles?|blogs?|posts|met|thanks?"
    r"|photos?|wish|would have liked|could(?:n.t| not)|did(?:n.t| not)|sponsors?|attendees"
    r"|members|verpasst|perd[ií])\b",
    re.IGNORECASE,
)
# What was printed or meant to be seen: talks only where none are told of behind it.
PLANNED = re.compile(
    r"\b(?:planned|plan|programme?|agenda|schedule|line-?up|meant to|wanted to|hoped to|short-?list"
    r"|looking forward|vorgenommen|plane|programm|quer[ií]a|previsto|prévu|voulais|queria)\b",
    re.IGNORECASE,
)
ATTENDED = re.compile(
    r"\b(?:attended|saw|seen|watched|went to|visited|sat in|favou?rites?|highlights|notes|enjoyed"
    r"|liked|besucht|gesehen|assist[ií]|vi|vu|sessions|talks)\b",
    re.IGNORECASE,
)
# Forms that say who speaks: what a comma or a word like "from" parts may be anything.
NAMED = frozenset(
    (
        *("title_by", "dash_speaker", "brackets", "speaker_dash", "speaker_colon"),
        *("marked_speaker", "speaker_marked", "colon_speaker"),
    )
)
# What no list of titles has: "We flew kites."
SENTENCE = re.compile(r"[.;]$|^[a-zß-ÿ]")
LIGHTNING = re.compile(rf"\b(?:{in_any_language('lightning')})", re.IGNORECASE)
MISSED = re.compile(
    r"\b(?:(?<!what i )miss(?:ed)?|skipped|verpasst|leider nicht|ausgefallen|didn.t attend"
    r"|couldn.t attend"
    r"|was not able|was (?:ill|sick|cancell?ed)|perd[ií])\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Group:
    """Items that belong together, and what stands before them."""

    items: list[int]
    section: Section
    interleaved: bool
    cue: str
    nested: bool = False
    titles: list[TitleLine] = field(default_factory=list)


def find(post: Post, findings: Findings) -> None:
    """Add a draft for each item of each list of talks."""
    for group in _groups(post):
        told = any(index in findings.taken for index in group.items)
        told = told and not _is_lightning(post, group)
        if told and group.nested:
            continue
        if NO_TALKS.search(_lead(group.cue) or heading_text(post, group.section)):
            findings.taken.update(range(group.items[0], _after(post, group.items[-1])))
            continue
        group.titles = _read_items(post, group.items)
        if _is_full(group) if told else _is_of_talks(post, group):
            _add_all(post, findings, group)


def _is_lightning(post: Post, group: _Group) -> bool:
    """Whether the heading, or a line of few words before the list, says so."""
    said = group.cue if len(group.cue) < 40 else ""
    return bool(LIGHTNING.search(f"{heading_text(post, group.section)} {said}"))


def _groups(post: Post) -> Iterator[_Group]:
    for section in sections(post):
        by_list: dict[int, list[int]] = {}
        nested: dict[int, list[int]] = {}
        for index in range(section.first, section.own_last):
            block = post.blocks[index]
            if block.kind is BlockKind.ITEM and block.text.strip():
                lists = by_list if block.level == 1 else nested
                lists.setdefault(block.list_id, []).append(index)
        yield from _grouped(post, section, list(by_list.values()))
        yield from _grouped(post, section, list(nested.values()), nested=True)


def _grouped(
    post: Post, section: Section, lists: list[list[int]], *, nested: bool = False
) -> Iterator[_Group]:
    """A group for each list; one for all where each talk is a list of its own."""
    if len(lists) > 2 and sum(map(len, lists)) < 2 * len(lists):
        items = [index for one in lists for index in one]
        yield _Group(items, section, True, _cue(post, section, items[0]), nested)
        return
    for items in lists:
        yield _Group(items, section, False, _cue(post, section, items[0]), nested)


def _cue(post: Post, section: Section, first: int) -> str:
    """The words before a list: up to two paragraphs, short ones skipped, and the heading."""
    said = []
    for index in range(first - 1, max(section.first, first - 12) - 1, -1):
        block = post.blocks[index]
        if block.kind is BlockKind.PARAGRAPH and block.text.strip():
            said.append(block.text[-200:])
            if len(block.text) > 20:
                break
    return " ".join(reversed(said))


def _read_items(post: Post, items: list[int]) -> list[TitleLine]:
    """What each item's first words name, all read in one form."""
    chosen = agree(post, [lead_readings(post, index) for index in items])
    return [line or _told(post, index) for index, line in zip(items, chosen, strict=True)]


def _told(post: Post, index: int) -> TitleLine:
    """The talk that an item's first sentence tells of, else its words as they are."""
    for found in introductions(post, index)[:1]:
        if found.people and found.strength >= 2 and found.title:
            return TitleLine(found.title, found.people, 2, found.rule)
    sentences = post.sentences(index)
    line = plain_line(post, index)
    if len(post.blocks[index].text) < 150 and (people := _named_below(post, index)):
        return TitleLine(line.title, people, 2, "speaker_below")
    return plain_line(post, index, 0, sentences[0][1] if sentences else None)


def _named_below(post: Post, index: int) -> list[Mention]:
    """Who is named by the first point below an item: "Speaker: Jane Doe"."""
    below = index + 1
    if below < len(post.blocks) and post.blocks[below].parent == index:
        return alone_in(post, below)
    return []


def _is_of_talks(post: Post, group: _Group) -> bool:
    heading = heading_text(post, group.section)
    named = [line for line in group.titles if line.evidence >= 2]
    if NOT_OF_TALKS.search(group.cue) and len(named) < 0.8 * len(group.items):
        return False
    if _is_lightning(post, group):
        return True
    if re.search(
        r"\b(?:upcoming|committee|thanks|sponsor|speakers dinner)", heading, re.IGNORECASE
    ):
        return False
    if len(named) >= max(1, 0.5 * len(group.items)) and len(group.items) > 1:
        return True
    cued = OF_TALKS.search(group.cue) or (OF_TALKS.search(heading) and not group.cue)
    short = all(len(line.title.split()) <= 18 for line in group.titles)
    if cued and not named and ATTENDED.search(group.cue or heading):
        listed = OF_TALKS.search(_lead(group.cue)) and ATTENDED.search(_lead(group.cue))
        plain = listed and not any(SENTENCE.search(post.blocks[i].text) for i in group.items)
        marked = all(_is_marked(post, i) for i in group.items)
        return short and len(group.items) > 2 and bool(marked or plain)
    return bool(cued and named and short)


def _is_full(group: _Group) -> bool:
    """Whether every item names a talk and its speaker, each another: such lists may stand behind
    the notes on a talk."""
    people = {mention.name for line in group.titles for mention in line.speakers[:1]}
    named = all(line.evidence >= 2 and line.rule in NAMED for line in group.titles)
    return named and len(people) == len(group.titles) > 1


def _is_planned(post: Post, group: _Group) -> bool:
    """Whether a list only says what was to be seen: it is led in so and has no notes."""
    bare = all(
        len(post.blocks[index].text) < 150 and not post.children(index) for index in group.items
    )
    return bare and PLANNED.search(_lead(group.cue)) is not None


def _lead(cue: str) -> str:
    """The last clause before a list, where it leads to it: "The talks that I missed:"."""
    return re.split(r"[.!?;]\s", cue)[-1] if cue.rstrip().endswith(":") else ""


def _is_marked(post: Post, index: int) -> bool:
    """Whether an item is a link or marked words and little else."""
    block = post.blocks[index]
    spans = [*block.inline.spans, *block.inline.quotes]
    return any(span.end - span.start >= 0.6 * len(block.text) for span in spans)


def _add_all(post: Post, findings: Findings, group: _Group) -> None:
    planned = _is_planned(post, group)
    for number, index in enumerate(group.items):
        line = group.titles[number]
        title, speakers, evidence = line.title, line.speakers, line.evidence
        block = post.blocks[index]
        if not is_title_like(title) or says_no_talk(post, title) or MISSED.search(block.text):
            continue
        if evidence < 2 and is_missed(post.words, title.lower()):
            continue
        if not speakers and (len(title.split()) > 16 or is_social(title)):
            continue
        findings.drafts.append(
            Draft(
                start=block.start,
                end=_end(post, group, number),
                block=index,
                title=title,
                titled=True,
                speakers=speakers,
                rule=RULE,
                kind=kind_of(
                    heading_text(post, group.section) if _is_lightning(post, group) else title
                ),
                doubt=None if evidence >= 2 else "an item without speaker in a list of talks",
                planned=planned,
            )
        )
        findings.lines.add(index)
    last = group.section.own_last if group.interleaved else _after(post, group.items[-1])
    findings.taken.update(range(group.items[0], last))


def _after(post: Post, index: int) -> int:
    return (post.children(index) or [index])[-1] + 1


def _end(post: Post, group: _Group, number: int) -> int:
    if number + 1 < len(group.items):
        return post.blocks[group.items[number + 1]].start
    if not group.interleaved:
        return post.blocks[group.items[number]].end
    last = group.section.own_last
    return post.blocks[last].start if last < len(post.blocks) else len(post.text)
