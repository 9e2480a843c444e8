"""Definitions of references and footnotes: at the end of a post, they belong to all its parts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

# `[label]: https://example.org "Title"`; the address must look like one, or it is a remark.
LINK = re.compile(
    r" {0,3}\[(?P<label>[^\^\[\]\n][^\[\]\n]{0,200})\]:[ \t]{0,9}"
    r"(?:<(?P<angled>[^<>\s]{1,2000})>|(?P<plain>(?=\S{0,200}(?:[/#:@]|\.\w))[^\s<>]{1,2000}))"
    r"(?P<title>[ \t]{1,9}(?:\"[^\"]{0,300}\"|'[^']{0,300}'|\([^()]{0,300}\)))?[ \t]*$"
)
FOOTNOTE = re.compile(r" {0,3}\[(?P<label>\^[^\[\]\s]{1,80})\]:(?:[ \t]|$)")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class LinkDefinition:
    label: str
    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Definitions:
    """By label, as `fold_label` makes it; of several with one label the first counts."""

    links: Mapping[str, LinkDefinition] = field(default_factory=dict)
    footnotes: Mapping[str, str] = field(default_factory=dict)


def fold_label(label: str) -> str:
    """One form of a label, however it is written."""
    return " ".join(label.split()).casefold()


def link_definitions(text: str) -> str:
    """The definitions of references and footnotes in a post, as Markdown, in order.

    >>> link_definitions("See [a] and [^1].\\n\\n[a]: https://example.org\\n[^1]: A note.\\n")
    '[a]: https://example.org\\n[^1]: A note.'
    """
    lines = text.split("\n")
    return "\n".join(lines[number] for number in _definition_lines(lines)).rstrip()


@lru_cache(maxsize=8)
def read_definitions(definitions: str) -> Definitions:
    """What `link_definitions` found, ready to be looked up."""
    links: dict[str, LinkDefinition] = {}
    footnotes: dict[str, str] = {}
    label = ""
    for line in definitions.split("\n"):
        if link := read_link(line):
            links.setdefault(fold_label(link.label), link)
            label = ""
        elif footnote := FOOTNOTE.match(line):
            label = fold_label(footnote["label"])
            label = "" if label in footnotes else label
            footnotes.setdefault(fold_label(footnote["label"]), line)
        elif label:
            footnotes[label] += f"\n{line}"
    return Definitions(links, {label: text.rstrip() for label, text in footnotes.items()})


def read_link(line: str) -> LinkDefinition | None:
    found = LINK.match(line)
    if found is None:
        return None
    return LinkDefinition(
        found["label"].strip(), found["angled"] or found["plain"], (found["title"] or "").strip()
    )


def _definition_lines(lines: list[str]) -> Iterator[int]:
    """Numbers of the lines that define, with the indented ones that continue a footnote."""
    fence, in_footnote = "", False
    for number, line in enumerate(lines):
        if fence:
            fence = "" if line.strip().startswith(fence) else fence
        elif opening := FENCE.match(line):
            fence, in_footnote = opening[1], False
        elif in_footnote and (line.startswith(("    ", "\t")) or not line.strip()):
            yield number
        elif "]:" not in line:
            in_footnote = False
        else:
            in_footnote = bool(FOOTNOTE.match(line))
            if in_footnote or LINK.match(line):
                yield number
