"""All steps of reading a post, in order."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from .announcements import find_announcements
from .blocks import BlockKind
from .conference import find_conference
from .days import day_dates, day_marks, days_at, days_of
from .drafts import Draft
from .formats import decode
from .frontmatter import FrontMatter, read_front_matter
from .links import links_in
from .markups import to_markdown
from .notes import link_definitions, note_markdown
from .outline import (
    Outline,
    ReadingWarning,
    SpeakerEntry,
    TalkEntry,
)
from .passages import tile
from .placing import place_in_source
from .post import Post, take_apart
from .speakers import speakers_of
from .talks import find_talks
from .topics import find_topics, topic_places, topics_within


def read(source: bytes | str, path: str) -> Outline:
    """The outline of a post; raises RecapError only for what is no readable text."""
    raw = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    text, warnings = decode(raw)
    front = read_front_matter(text)
    warnings = (*warnings, *front.warnings)
    rewriting = to_markdown(text, front.end, path)
    if rewriting is None:
        outline = _read_markdown(text, front, path)
    else:
        outline = _read_markdown(rewriting.text, front, path)
        outline = place_in_source(outline, rewriting, front.end)
    return replace(outline, warnings=(*warnings, *outline.warnings))


def _read_markdown(text: str, front: FrontMatter, path: str) -> Outline:
    post = take_apart(text, front, path)
    if not front.title and (opening := _opening_line(post)):
        post.front = replace(front, title=opening)
    return _outline(post)


def _outline(post: Post) -> Outline:
    drafts, marks = find_talks(post), day_marks(post)
    conference = find_conference(post, drafts)
    days = days_of(marks, day_dates(post))
    news = find_announcements(post, drafts)
    topics = find_topics(post, drafts, conference.name if conference else "")
    places = topic_places(post.text, topics)
    reader = _Talks(post, places)
    talks = reader.entries(drafts, days_at(marks, days, (d.start for d in drafts)))
    spans = [(draft.start, draft.end) for draft in drafts]
    return Outline(
        text=post.text,
        title=post.front.title or _first_heading(post),
        author=post.front.author or None,
        published=post.front.published,
        language=post.language,
        url=post.front.url,
        licence=post.front.licence,
        draft=post.front.draft,
        conference=conference,
        days=days,
        talks=talks,
        announcements=tuple(
            replace(
                entry,
                day=None if entry.talk is None else talks[entry.talk].day,
                topics=topics_within(places, entry.start, entry.end),
            )
            for entry in news
        ),
        topics=tuple(topics),
        passages=tile(len(post.text), post.front.end, spans),
        warnings=tuple(reader.warnings),
    )


def _opening_line(post: Post) -> str:
    """The title of a post without any markup: a short line by itself, no sentence."""
    if any(block.kind is BlockKind.HEADING for block in post.blocks) or len(post.blocks) < 2:
        return ""
    line = post.blocks[0].text
    is_title = post.blocks[0].kind is BlockKind.PARAGRAPH and "\n" not in line
    return line if is_title and len(line) <= 80 and line[-1:] not in ".!?:,;" else ""


def _first_heading(post: Post) -> str:
    return next((b.text for b in post.blocks if b.kind is BlockKind.HEADING), "")


class _Talks:
    """Drafts -> entries."""

    def __init__(self, post: Post, places: list[tuple[int, str]]) -> None:
        self.post = post
        self.places = places
        self.starts = [block.start for block in post.blocks]
        self.definitions = link_definitions(post.text)
        self.warnings: list[ReadingWarning] = []

    def entries(self, drafts: list[Draft], days: list[int | None]) -> tuple[TalkEntry, ...]:
        return tuple(self.entry(draft, day) for draft, day in zip(drafts, days, strict=True))

    def entry(self, draft: Draft, day: int | None) -> TalkEntry:
        first = max(0, bisect_right(self.starts, draft.start) - 1)
        last = bisect_left(self.starts, draft.end)
        speakers = speakers_of(self.post, draft.speakers, draft.rule)
        homepages = {speaker.handles.get("website", "") for speaker in speakers}
        return TalkEntry(
            start=draft.start,
            end=draft.end,
            rule=draft.rule,
            doubt=draft.doubt,
            title=draft.title,
            titled=draft.titled,
            kind=draft.kind,
            day=day,
            speakers=speakers,
            links=tuple(links_in(self.post, range(first, last), draft.start, draft.end, homepages)),
            topics=topics_within(self.places, draft.start, draft.end),
            notes=self.notes(draft, speakers),
        )

    def notes(self, draft: Draft, speakers: Sequence[SpeakerEntry]) -> str:
        """What the post says of the talk, as Markdown of its own."""
        notes, warnings = note_markdown(
            self.post.text,
            [(draft.start, draft.end)],
            title=draft.title if draft.titled else "",
            speakers=[speaker.name or speaker.credited_as for speaker in speakers],
            base_url=self.post.front.url,
            definitions=self.definitions,
        )
        self.warnings += warnings
        return notes
