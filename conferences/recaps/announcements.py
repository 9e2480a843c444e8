"""News in a post: what was announced, released or is planned, as list items or sentences."""

import re

from .blocks import BlockKind
from .drafts import Draft
from .outline import AnnouncementEntry, Status
from .post import Post
from .talks import talk_at

# Words before a list -> the status of its items.
CUES = (
    (
        Status.PLANNED,
        re.compile(
            r"\b(?:upcoming (?:conferences|events)|road-?map|in the pipeline|next features|upcoming features|what.s next|coming next"
            r"|future (?:plans|work|features)|planned|plans for|will be (?:added|released)|coming soon"
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
            r"\b(?:some news|the news|news:|announcements?|announced|new features|what.s new|released"
            r"|launched|(?:about|in|of) version \d|release \d|release highlights|my highlights"
            r"|highlights (?:for me|were))\b",
            re.I,
        ),
    ),
)
NO_NEWS = re.compile(r"\b(?:talks|sessions|speakers|slides|tips|lessons|questions|reasons)\b", re.I)

# A sentence that is news by itself.
NEWS = re.compile(
    r"\b(?:announc(?:ed|es|ing) (?:that|a|an|the|their|its|support|better|new|[A-Z])"
    r"|(?:was|were|has been|have been) (?:announced|released|launched|unveiled|open[- ]sourced)"
    r"|unveil(?:ed|s)|launched|is (?:now )?(?:generally available|out now|now available|now free)"
    r"|(?:is|are) rolling out|\d(?:\.\d+)* is out|now supports|will be (?:held|released|available in"
    r"|part of the next|hosted)|biggest announcement|coming soon|anunciando|roadmap was|"
    r"time frame was|is launching|introduced (?:a|the) new)\b"
)
PLANNED = re.compile(
    r"\b(?:will (?!not\b)|plans? to|planned|next (?:year|version|release|month)|upcoming|roadmap|"
    r"going to|in the future|coming|time ?frame|pr[oó]ximo|ser[aá])",
    re.I,
)
PREVIEW = re.compile(
    r"(?<!out of )\b(?:beta|alpha|preview|experimental|early access|release candidate)\b", re.I
)
RUNNING = re.compile(
    r"\b(?:has been|have been|is already|already) (?:running|used|deployed|live)\b", re.I
)
FUTURE_RELEASE = re.compile(
    r"\bwill (?:\w+ )?be (?:released|available|open(?:ed| sourced))\b", re.I
)


def find_announcements(post: Post, drafts: list[Draft]) -> list[AnnouncementEntry]:
    """All news in order: items of a list that is introduced as news, sentences that say so."""
    found: dict[int, AnnouncementEntry] = {}
    for index, block in enumerate(post.blocks):
        if block.kind is BlockKind.ITEM and block.level == 1:
            if status := _list_status(post, index):
                entry = _entry(post, drafts, index, 0, len(block.text), status, "news_list")
                found.setdefault(entry.start, entry)
                continue
        if block.kind is BlockKind.PARAGRAPH and not block.quoted and block.parent is None:
            for entry in _sentences(post, drafts, index):
                found.setdefault(entry.start, entry)
    return sorted(found.values(), key=lambda entry: entry.start)


def _list_status(post: Post, index: int) -> Status | None:
    first = index
    list_id = post.blocks[index].list_id
    while first and (
        post.blocks[first].list_id == list_id or post.blocks[first].parent is not None
    ):
        first -= 1
    before = post.blocks[first]
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


def _status(text: str, of_list: Status) -> Status:
    """An item's own words weigh more than its list's, where they are plain."""
    if of_list is Status.RELEASED and FUTURE_RELEASE.search(text):
        return Status.PREVIEW if RUNNING.search(text) else Status.PLANNED
    if of_list is Status.RELEASED and re.search(r"\bis in (?:beta|preview)\b", text):
        return Status.PREVIEW
    return of_list


def _sentences(post: Post, drafts: list[Draft], index: int) -> list[AnnouncementEntry]:
    block, found = post.blocks[index], []
    for start, end in post.sentences(index):
        sentence = block.text[start:end]
        if not NEWS.search(sentence) or sentence.rstrip().endswith((":", "?")):
            continue
        status = Status.RELEASED
        if PREVIEW.search(sentence):
            status = Status.PREVIEW
        elif PLANNED.search(sentence):
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
