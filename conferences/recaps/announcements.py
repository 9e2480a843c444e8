"""News in a post: what was announced, released or is planned, as list items or sentences."""

import re

from .blocks import Block, BlockKind
from .drafts import Draft
from .inline import Mark
from .outline import AnnouncementEntry, Status
from .post import Post
from .talks import talk_at

# Words before a list -> the status of its items.
CUES = (
    (
        Status.PLANNED,
        re.compile(
            r"\b(?:upcoming (?:conferences|events|features)|road-?map|in the pipeline|next features"
            r"|what.s next|coming next|future (?:plans|work|features)|planned|plans for"
            r"|will be (?:added|released)|coming soon"
            r"|coming up next)\b",
            re.I,
        ),
    ),
    (
        Status.PREVIEW,
        re.compile(
            r"\b(?:beta features|in beta|experimental features|tech(?:nical)? previews?)\b", re.I
        ),
    ),
    (
        Status.RELEASED,
        re.compile(
            r"\b(?:news\b(?=.{0,40}:)|new in (?:version )?\d|announcements?|announced|new features"
            r"|what.s new|released"
            r"|launched|(?:about|in|of) version \d|release \d|release highlights|my highlights"
            r"|highlights (?:for me|were))\b",
            re.I,
        ),
    ),
)
UPCOMING = re.compile(r"\bupcoming (?:\w+ )?(?:conferences|events|meet-?ups)\b", re.I)
NEWS_HEADING = re.compile(
    r"(?:(?:the|some|other|more|all) )*(?:news|announcements?)\b", re.IGNORECASE
)
NO_NEWS = re.compile(r"\b(?:talks|sessions|speakers|slides|tips|lessons|questions|reasons)\b", re.I)

# A sentence that is news by itself.
NEWS = re.compile(
    r"\b(?:announc(?:ed|es|ing) (?:that|a|an|the|their|its|support|better|new|[A-Z])"
    r"|(?:was|were|has been|have been) (?:announced|released|launched|unveiled|open[- ]sourced)"
    r"|unveil(?:ed|s)|launched|is (?:now )?(?:generally available|out now|now available|now free)"
    r"|(?:is|are) rolling out|\d(?:\.\d+){0,4} is out|now supports"
    r"|will be (?:held|released|available in"
    r"|part of the next|hosted)|biggest announcement|coming soon|anunciando|roadmap was|"
    r"time frame was|is launching|(?:is|are) planned\b|introduced (?:a|the) new)\b"
)
# News only where the post is known to be full of it.
WEAK_NEWS = re.compile(
    r"\b(?:has a new|now has|now have|now (?:has|have) support|now allows?|shipped with|ships with"
    r"|introduced \*{0,2}[A-Z]|also added|(?:is|are) (?:also |now )?available\b|(?:is|are) now on\b"
    r"|will be available"
    r"|has been (?:greatly )?(?:improved|rebranded|redesigned)|just released)"
)
# What is said of a version to come.
TO_COME = re.compile(
    r"\b(?:[A-Z][\w#+]* \d+(?:\.\d+)* will (?!not)"
    r"|upcoming (?:[\w.]+ ){0,3}?(?:versions?|releases?|API|features?)"
    r"|new features? (?:is|coming|will be)|addition to the \w+ will be|next big version"
    r"|new edition of|in the process of being|is (?:now )?(?:out|released) in \d|just released)\b"
)
MANY = 3
PLANNED = re.compile(
    r"\b(?:will (?!not\b)|plans? to|planned|next (?:year|version|release|month)|upcoming|roadmap|"
    r"going to|in the future|coming|time ?frame|pr[oó]ximo|ser[aá])",
    re.I,
)
PREVIEW = re.compile(
    r"(?<!out of )\b(?:beta|alpha|preview|experimental|early access|release candidate)\b", re.I
)
DATES = re.compile(
    r"\bdates? (?:for|of)\b|\bis launching\b.{0,200}\bin (?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December)\b"
)
# "is in beta", "enter public beta", "start as a private beta", "are experimental"
IN_PREVIEW = re.compile(
    r"\b(?:in|into|enters?|as an?)(?: (?:public|private|open|closed|limited|early|technical))?"
    r" (?:beta|alpha|preview)\b|\b(?:is|are) (?:still )?experimental\b",
    re.IGNORECASE,
)
IS_PLANNED = re.compile(r"\b(?:is|are) (?:still |now |also )?(?:planned|going to)\b", re.IGNORECASE)
RUNNING = re.compile(
    r"\b(?:has been|have been|is already|already) (?:running|used|deployed|live)\b", re.I
)
FUTURE_RELEASE = re.compile(
    r"\bwill (?:\w+ )?be (?:released|available|open(?:ed| sourced))\b", re.I
)


def find_announcements(post: Post, drafts: list[Draft]) -> list[AnnouncementEntry]:
    """All news in order: items of a list that is introduced as news, sentences that say so."""
    found: dict[int, AnnouncementEntry] = {}
    sure = sum(len(NEWS.findall(block.text)) for block in post.blocks if not block.quoted)
    pattern = re.compile(f"{NEWS.pattern}|{WEAK_NEWS.pattern}") if sure >= MANY else NEWS
    told: set[int] = set()
    leads = _leads(post)
    for index, block in enumerate(post.blocks):
        if block.kind is BlockKind.ITEM and block.level == 1:
            status = _list_status(post, index, leads[index]) or (
                Status.RELEASED if sure >= MANY and _names_product(block) else None
            )
            if status:
                entry = _entry(post, drafts, index, 0, len(block.text), status, "news_list")
                found.setdefault(entry.start, entry)
                told.add(index)
                continue
        if block.kind is BlockKind.PARAGRAPH and not block.quoted and block.parent not in told:
            for entry in _sentences(post, drafts, index, pattern):
                found.setdefault(entry.start, entry)
    return sorted(found.values(), key=lambda entry: entry.start)


def _names_product(block: Block) -> bool:
    """Whether an item is of the form "**Product**: what it does"."""
    spans = block.inline.spans
    if not spans or spans[0].mark is not Mark.STRONG or spans[0].start:
        return False
    return block.text[spans[0].end :].lstrip()[:1] in (":", "-", "–", "—")


def _leads(post: Post) -> list[int]:
    """For each block, the last one before it that is no part of a list; -1 where there is none."""
    leads, last = [], -1
    for index, block in enumerate(post.blocks):
        leads.append(last)
        if block.kind is not BlockKind.ITEM and block.parent is None:
            last = index
    return leads


def _list_status(post: Post, index: int, first: int) -> Status | None:
    if first < 0:
        return None
    before = post.blocks[first]
    if UPCOMING.search(_heading_above(post, first)):
        return Status.PLANNED
    if before.kind is BlockKind.HEADING and NEWS_HEADING.match(before.text[:200]):
        return _status(post.blocks[index].text, Status.RELEASED)
    if before.kind is not BlockKind.PARAGRAPH or not before.text.rstrip().endswith(
        (":", "…", "-", "–")
    ):
        return None
    cue = before.text[post.sentences(first)[-1][0] :]
    if NO_NEWS.search(cue):
        return None
    for status, pattern in CUES:
        if pattern.search(cue):
            return _status(post.blocks[index].text, status)
    return None


def _heading_above(post: Post, index: int) -> str:
    """The heading within a few blocks above, where a list stands right under it."""
    for number in range(index, max(-1, index - 4), -1):
        if post.blocks[number].kind is BlockKind.HEADING:
            return post.blocks[number].text
    return ""


def _status(text: str, of_list: Status) -> Status:
    """An item's own words weigh more than its list's, where they are plain."""
    if of_list is Status.RELEASED and FUTURE_RELEASE.search(text):
        return Status.PREVIEW if RUNNING.search(text) else Status.PLANNED
    if of_list is Status.RELEASED and IN_PREVIEW.search(text):
        return Status.PREVIEW
    if of_list is Status.RELEASED and IS_PLANNED.search(text):
        return Status.PLANNED
    return of_list


def _sentences(
    post: Post, drafts: list[Draft], index: int, pattern: re.Pattern[str]
) -> list[AnnouncementEntry]:
    block, found = post.blocks[index], []
    for start, end in post.sentences(index):
        sentence = block.text[start:end]
        if not (pattern.search(sentence) or TO_COME.search(sentence)) or sentence.rstrip().endswith(
            (":", "?")
        ):
            continue
        status = Status.RELEASED
        if PREVIEW.search(sentence):
            status = Status.PREVIEW
        elif any(p.search(sentence) for p in (PLANNED, DATES, TO_COME)):
            status = Status.PLANNED
        found.append(_entry(post, drafts, index, start, end, status, "news_sentence"))
    return found


def _entry(
    post: Post, drafts: list[Draft], index: int, start: int, end: int, status: Status, rule: str
) -> AnnouncementEntry:
    block = post.blocks[index]
    first, last = source_slice(post, index, start, end)
    return AnnouncementEntry(
        start=first,
        end=last,
        rule=rule,
        text=" ".join(post.text[first:last].split()),
        status=status,
        talk=talk_at(drafts, block.inline.source(start)),
    )


def source_slice(post: Post, index: int, start: int, end: int) -> tuple[int, int]:
    """Source places of a stretch of a block's text, with the marks that stand around it."""
    block = post.blocks[index]
    first = block.content if start == 0 else block.inline.source(start)
    if end >= len(block.text):
        return first, max(first, block.content_end)
    last = block.inline.source(end)
    while last > first and post.text[last - 1].isspace():
        last -= 1
    return first, last
