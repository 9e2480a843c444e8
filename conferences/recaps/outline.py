"""What a recap says, as pure data, before any row is thought of.

Places are character offsets into `Outline.text`, the post as decoded by
`formats.decode`: `text[entry.start:entry.end]` is where the entry stands.
Entries point at each other by their index in the outline.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Self

READER = 5
"""The reader's version: raised when posts would be read otherwise than before."""


class RecapError(ValueError):
    """A post that cannot be read at all; `line` is 1-based, 0 where there is none."""

    def __init__(self, message: str, *, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class TalkKind(StrEnum):
    KEYNOTE = "keynote"
    TALK = "talk"
    LIGHTNING_TALK = "lightning talk"
    WORKSHOP = "workshop"
    TUTORIAL = "tutorial"
    PANEL = "panel"
    DEMO = "demo"
    OTHER = "other"


class Status(StrEnum):
    """Of an announcement."""

    RELEASED = "released"
    PREVIEW = "preview"
    PLANNED = "planned"


class LinkKind(StrEnum):
    SLIDES = "slides"
    VIDEO = "video"
    CODE = "code"
    WRITE_UP = "write-up"
    OTHER = "other"


class PassageKind(StrEnum):
    FRONT_MATTER = "front matter"
    INTRODUCTION = "introduction"
    TALK = "talk"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something the post says: where, found by which rule, with which doubt."""

    start: int
    end: int
    rule: str
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceEntry(Entry):
    name: str
    """The edition as a page's title would have it: "DockerCon EU 2015"."""
    year: int | None = None
    url: str = ""
    place: str = ""
    starts: str | None = None
    """ISO date, only where the post states it whole."""
    ends: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry(Entry):
    number: int | None = None
    date: str | None = None
    """ISO date, only where the post states it whole."""
    title: str = ""
    introduction: str = ""
    """Markdown: what the post says of the day outside its talks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerEntry(Entry):
    name: str | None
    """In full where the full name stands anywhere in the post; None where only a handle does."""
    credited_as: str
    """As printed at this talk: "Jane Doe", "Jane", "@jane"."""
    handles: Mapping[str, str]
    """Site to handle, without @: {"twitter": "jane_doe"}. Sites: twitter, github,
    mastodon, bluesky, linkedin, website."""
    role: str = ""
    """Empty for a speaker, else the post's word: "host", "moderator"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkEntry(Entry):
    url: str
    text: str
    kind: LinkKind = LinkKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry(Entry):
    name: str
    spellings: tuple[str, ...] = ()
    """How else the post writes it: "Swarm" for "Docker Swarm"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkEntry(Entry):
    title: str
    """Without Markdown, quotes or speaker; where `titled` is False, the subject in the post's
    own words."""
    titled: bool = True
    kind: TalkKind = TalkKind.TALK
    day: int | None = None
    """Index into `Outline.days`."""
    speakers: tuple[SpeakerEntry, ...] = ()
    links: tuple[LinkEntry, ...] = ()
    topics: tuple[str, ...] = ()
    """Names out of `Outline.topics` that its notes mention."""
    notes: str = ""
    """Markdown, ready to stand alone: the title line dropped where it says nothing more,
    list items brought to the margin, raw HTML turned into Markdown, the link definitions
    it needs at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementEntry(Entry):
    text: str
    """Inline Markdown, one paragraph."""
    status: Status = Status.RELEASED
    talk: int | None = None
    """Index into `Outline.talks`; None outside any talk."""
    day: int | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the post. The passages of an outline tile its text, in order."""

    kind: PassageKind
    start: int
    end: int
    talk: int | None = None
    """Index into `Outline.talks` where kind is TALK."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingWarning:
    """What was not understood, or left out, and where (1-based line)."""

    line: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Everything one version of a recap says."""

    text: str
    """The post, decoded, newlines as \\n; not part of the stored outline."""
    title: str = ""
    author: str | None = None
    published: str | None = None
    """ISO date or date-time as the front matter has it; None where absent or incomplete."""
    language: str = "en"
    url: str = ""
    """The post's own address, where its front matter gives it whole."""
    licence: str = ""
    draft: bool = False
    conference: ConferenceEntry | None = None
    days: tuple[DayEntry, ...] = ()
    talks: tuple[TalkEntry, ...] = ()
    announcements: tuple[AnnouncementEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()
    passages: tuple[Passage, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()

    def line_of(self, offset: int) -> int:
        """1-based line of a character offset."""
        return self.text.count("\n", 0, offset) + 1

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON data, without the text; `from_dict` reads it back."""
        data = asdict(self)
        del data["text"]
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], text: str = "") -> Self:
        """The outline that `as_dict` wrote. Keys of a newer or older reader are ignored."""
        conference = data.get("conference")
        outline: Self = _build(
            cls,
            data,
            text=text,
            conference=_build(ConferenceEntry, conference) if conference else None,
            days=_build_all(DayEntry, data.get("days", ())),
            talks=tuple(_build_talk(talk) for talk in data.get("talks", ())),
            announcements=tuple(
                _build(
                    AnnouncementEntry,
                    entry,
                    status=Status(entry["status"]),
                    topics=tuple(entry["topics"]),
                )
                for entry in data.get("announcements", ())
            ),
            topics=tuple(
                _build(TopicEntry, entry, spellings=tuple(entry.get("spellings", ())))
                for entry in data.get("topics", ())
            ),
            passages=tuple(
                _build(Passage, entry, kind=PassageKind(entry["kind"]))
                for entry in data.get("passages", ())
            ),
            warnings=_build_all(ReadingWarning, data.get("warnings", ())),
        )
        return outline


def _build(cls: type[Any], data: Mapping[str, Any], **changes: Any) -> Any:
    known = {field.name for field in fields(cls)}
    return cls(**{name: value for name, value in data.items() if name in known} | changes)


def _build_all(cls: type[Any], rows: Any) -> tuple[Any, ...]:
    return tuple(_build(cls, row) for row in rows)


def _build_talk(data: Mapping[str, Any]) -> TalkEntry:
    talk: TalkEntry = _build(
        TalkEntry,
        data,
        kind=TalkKind(data["kind"]),
        speakers=_build_all(SpeakerEntry, data["speakers"]),
        links=tuple(_build(LinkEntry, link, kind=LinkKind(link["kind"])) for link in data["links"]),
        topics=tuple(data["topics"]),
    )
    return talk
