"""Headings and what stands under them; lines that act as headings without being marked so."""

import re
from dataclasses import dataclass, field

from .blocks import BlockKind
from .post import Post

EMOJI = re.compile(r"[^\w\s'’&?!.,:/()+#-]+")


@dataclass(slots=True)
class Section:
    """A heading's block and the blocks up to the next heading of its level or above."""

    heading: int | None
    level: int
    first: int
    last: int
    """Blocks `first` to `last`, without `last`."""
    parent: "Section | None" = None
    children: list["Section"] = field(default_factory=list)

    @property
    def own_last(self) -> int:
        """Where the section's own text ends: at its first sub-heading."""
        first = self.children[0].heading if self.children else None
        return self.last if first is None else first


def sections(post: Post) -> list[Section]:
    """All sections in order, the post's opening (without heading) first."""
    top = Section(None, 0, 0, len(post.blocks))
    found, open_sections = [top], [top]
    for index, block in enumerate(post.blocks):
        if block.kind is not BlockKind.HEADING or block.parent is not None:
            continue
        while open_sections[-1].level >= block.level:
            open_sections.pop().last = index
        section = Section(index, block.level, index + 1, len(post.blocks), open_sections[-1])
        open_sections[-1].children.append(section)
        open_sections.append(section)
        found.append(section)
    return found


def heading_text(post: Post, section: Section | None) -> str:
    """The heading's words without emoji; empty where there is none."""
    if section is None or section.heading is None:
        return ""
    return " ".join(EMOJI.sub(" ", post.blocks[section.heading].text).split())


def says_no_talk(post: Post, text: str) -> bool:
    """Whether a heading names what is no session: lunch, summary, the venue."""
    bare = text.strip(" .!?:,").casefold().replace("’", "'")
    return bool(re.fullmatch(rf"(?:the |a |my |some |our )?(?:{post.words.no_talk})", bare))


SOCIAL = re.compile(
    r"\b(?:dinner|lunch|brunch|breakfast|party|mixer|committee|meet-?up|breaks?|social|sponsors?"
    r"|booths?|expo|hallway|hotel|venue|food|travel|upcoming|summary|conclusions?|reflecti(?:ng|ons?)"
    r"|fiesta|festa|comida|viagem|viaje|pause|essen|mittagessen|getr[aä]nke)\b",
    re.IGNORECASE,
)


def is_social(text: str) -> bool:
    """Whether a heading speaks of what goes on beside the talks."""
    return bool(SOCIAL.search(text))
