"""What people edited, woven into the post that it was read from.

Titles and notes are, where the post has them word for word and is read as edited afterwards,
with all else as it was. Of anything else, and of every version as it came in, the rows tell.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conferences.importing.kinds import KINDS
from conferences.models import Source, Version
from conferences.recaps import read_recap
from conferences.recaps.formats import decode
from conferences.recaps.outline import RecapError

WOVEN = {"talk": "title", "note": "text"}
MARK = "\N{BYTE ORDER MARK}"


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands at a place of the post, and what a person wrote instead."""

    at: int
    entry: str
    old: str
    new: str


def weave(version: Version, path: str) -> bytes:
    """The post as people edited it; the bytes that came in where nobody did."""
    data = bytes(version.data)
    sources = version.sources.filter(kind__in=WOVEN)
    edited = [(source, new) for source in sources for new in _edited(source)]
    if not edited:
        return data
    text, _warnings = decode(data)
    encode = _way_back(text, data)
    return encode.of(_woven(text, _edits(text, edited), path)) if encode else data


def _edited(source: Source) -> Iterator[str]:
    """What a person wrote instead of what the source says, if anybody did."""
    name = WOVEN[source.kind]
    row = KINDS[source.kind].model.objects.filter(key=source.key, removed="").first()
    said = (row.said or {}).get(name) if row else None
    if said and said == source.says[name] and getattr(row, name) not in ("", said):
        yield getattr(row, name)


def _edits(text: str, edited: Iterable[tuple[Source, str]]) -> list[Edit]:
    """Those whose place can be told, the last first, so that the places before them stay."""
    edits = [
        Edit(text.find(old, source.start, source.end), source.entry, old, new)
        for source, new in edited
        for old in [source.says[WOVEN[source.kind]]]
    ]
    return sorted((e for e in edits if e.at >= 0), key=lambda edit: edit.at, reverse=True)


def _woven(text: str, edits: Iterable[Edit], path: str) -> str:
    told = _told(text, path)
    for edit in edits:
        end = edit.at + len(edit.old)
        tried = text[: edit.at] + edit.new + text[end:]
        wanted = told | {edit.entry: edit.new}
        if told.get(edit.entry) == edit.old == text[edit.at : end] and _told(tried, path) == wanted:
            text, told = tried, wanted
    return text


def _told(text: str, path: str) -> dict[str, str]:
    """What the post says, as far as edits are woven in: by its place in the outline."""
    try:
        outline = read_recap(text.encode(), path)
    except RecapError:
        return {}
    told = {f"talks/{count}": talk.title for count, talk in enumerate(outline.talks)}
    told |= {f"talks/{count}/note": talk.notes for count, talk in enumerate(outline.talks)}
    told["conference"] = outline.conference.name if outline.conference else ""
    return told


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a post come of its text."""

    mark: str
    newline: str

    def of(self, text: str) -> bytes:
        return (self.mark + text.replace("\n", self.newline)).encode()


def _way_back(text: str, data: bytes) -> Encoding | None:
    """None where the text does not give back the bytes: no such post is touched."""
    ways = (Encoding(mark, newline) for mark in ("", MARK) for newline in ("\n", "\r\n", "\r"))
    return next((way for way in ways if way.of(text) == data), None)
