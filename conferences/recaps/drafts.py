"""A talk as a shape found it, before the shapes are brought together."""

from dataclasses import dataclass, field

from .outline import TalkKind
from .people import Mention


@dataclass(slots=True)
class Draft:
    """`start` and `end` are source offsets of the notes on the talk."""

    start: int
    end: int
    block: int
    title: str
    titled: bool
    speakers: list[Mention] = field(default_factory=list)
    rule: str = ""
    kind: TalkKind = TalkKind.TALK
    doubt: str | None = None
    planned: bool = False
    """Whether it stands in a list of what was to be seen."""
    shares: bool = False
    """Whether its sentence introduces other talks too."""

    def add_speakers(self, people: list[Mention]) -> None:
        self.speakers += [mention for mention in people if mention not in self.speakers]


@dataclass(slots=True)
class Findings:
    """What the shapes before have found, and which blocks are spoken for."""

    drafts: list[Draft] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """Blocks whose text belongs to a talk already found."""
    lines: set[int] = field(default_factory=set)
    """Blocks that name a talk."""
