"""Where the front matter of a post begins and ends, and in which format it is.

Doubt is in favour of the text: a post that opens with a rule, or with prose that happens to hold
a colon, has no front matter.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .html_head import find_head
from .metadata import ITEM, KEY_VALUE, plain_key

FENCE = re.compile(r"---[ \t]*\n")
FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M)
TOML_FENCE = re.compile(r"\+\+\+[ \t]*\n")
TOML_FENCE_END = re.compile(r"^\+\+\+[ \t]*$", re.M)
NIKOLA_LINE = re.compile(r"\.\. {1,4}([a-zA-Z][\w-]{0,40}):(?:[ \t]+(.*))?$")
DOCINFO_LINE = re.compile(r":([a-zA-Z][\w-]{0,40}):(?:[ \t]+(.*))?$")
ORG_LINE = re.compile(r"#\+([a-zA-Z][\w-]{0,40})(?:\[\])?:(.*)$")
PELICAN_LINE = re.compile(r"([^\W\d][\w-]{0,40}):[ \t]*(.*)$")
ADORNMENT = re.compile(r"([=\-~#*^\"'+`:.])\1{2,}[ \t]*$")
# "Jane Doe", "Jane van Doe <jane@example.org>": two to four words, right below the title
ASCIIDOC_AUTHOR = re.compile(
    r"[^\W\d_][\w.'’-]{0,40}(?: [^\W\d_][\w.'’-]{0,40}){1,3}(?: <[^<>\s]{1,200}>)?$"
)
ASCIIDOC_REVISION = re.compile(r"(?:v[\d.]{1,20},?[ \t]*)?(\d{4}-\d\d-\d\d)\b")
OPENING_COMMENT = re.compile(r"<!--[ \t]*\n?")

# At least one of these says that a block speaks of a post.
KNOWN_KEYS = frozenset(
    {
        *("title", "posttitle", "date", "postdate", "published", "publishdate", "pubdate"),
        *("created", "updated", "modified", "author", "authors", "tags", "tag", "categories"),
        *("category", "layout", "slug", "draft", "status", "permalink", "lang", "language"),
        *("description", "summary", "keywords", "image", "url", "aliases", "type"),
    }
)
# A line of prose may begin with "Summary: "; it hardly does with these.
OPENING_KEYS = frozenset(
    {"title", "date", "author", "authors", "slug", "tags", "category", "status", "lang"}
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of front matter: `start` to `stop` without fences, the post goes on at `end`."""

    format: str
    start: int
    stop: int
    end: int
    title: str = ""
    """From a heading that belongs to the block."""
    closed: bool = True


def find_block(text: str) -> Block | None:
    """The front matter at the head of a text, blank lines before it aside."""
    start = len(text) - len(text.lstrip())
    for find in FINDERS:
        if block := find(text, start):
            return block
    return None


def lines_from(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Start, end (behind the newline) and content of each line."""
    while start < len(text):
        newline = text.find("\n", start)
        end = len(text) if newline < 0 else newline + 1
        yield start, end, text[start:end].rstrip()
        start = end


def _find_yaml(text: str, start: int) -> Block | None:
    return _find_fenced("yaml", FENCE, FENCE_END, text, start)


def _find_toml(text: str, start: int) -> Block | None:
    return _find_fenced("toml", TOML_FENCE, TOML_FENCE_END, text, start)


def _find_fenced(
    name: str, fence: re.Pattern[str], fence_end: re.Pattern[str], text: str, start: int
) -> Block | None:
    opening = fence.match(text, start)
    if opening is None:
        return None
    begin = opening.end()
    closing = fence_end.search(text, begin)
    if closing and _is_metadata(text[begin : closing.start()]):
        return Block(name, begin, closing.start(), _next_line(text, closing.end()))
    stop = _end_of_metadata(text, begin)
    if _is_metadata(text[begin:stop]) and stop > begin and closing is None:
        return Block(name, begin, stop, stop, closed=False)
    return None


def _find_hexo(text: str, start: int) -> Block | None:
    """YAML without its opening fence."""
    closing = FENCE_END.search(text, start)
    if closing is None or not _opens_with_key(text, start):
        return None
    if not all(_is_structural(line) for line in text[start : closing.start()].split("\n")):
        return None
    return Block("yaml", start, closing.start(), _next_line(text, closing.end()))


def _find_json(text: str, start: int) -> Block | None:
    if not re.compile(r"\{\s{0,80}\"").match(text, start):
        return None
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(text, start)
    except (ValueError, RecursionError):
        closing = re.compile(r"^\}[ \t]*$", re.M).search(text, start)
        value, end = None, closing.end() if closing else start
    keys = value if value is not None else re.findall(r'"(\w{1,40})"\s?:', text[start:end])
    if not any(plain_key(key) in KNOWN_KEYS for key in keys):
        return None
    return Block("json", start, end, _next_line(text, end))


def _find_nikola(text: str, start: int) -> Block | None:
    opening = OPENING_COMMENT.match(text, start)
    begin = opening.end() if opening else start
    end = _end_of_lines(text, begin, NIKOLA_LINE)
    if not _has_known_key(text[begin:end], NIKOLA_LINE):
        return None
    if not opening:
        return Block("nikola", begin, end, end)
    closing = text.find("-->", begin)
    if closing < 0:
        return Block("nikola", begin, end, end, closed=False)
    return Block("nikola", begin, closing, _next_line(text, closing + 3))


def _find_asciidoc(text: str, start: int) -> Block | None:
    heading = re.compile(r"= (\S.*)\n?").match(text, start)
    if heading is None:
        return None
    end = heading.end()
    for _, line_end, line in lines_from(text, end):
        if not (
            DOCINFO_LINE.match(line) or ASCIIDOC_AUTHOR.match(line) or ASCIIDOC_REVISION.match(line)
        ):
            break
        end = line_end
    return Block("asciidoc", heading.end(), end, end, title=heading[1].strip())


def _find_org(text: str, start: int) -> Block | None:
    end = _end_of_lines(text, start, ORG_LINE)
    return Block("org", start, end, end) if _has_known_key(text[start:end], ORG_LINE) else None


def _find_docinfo(text: str, start: int) -> Block | None:
    """A reStructuredText field list, alone or below the title of the document."""
    title, begin = _adorned_title(text, start)
    end = _end_of_lines(text, begin, DOCINFO_LINE)
    if not _has_known_key(text[begin:end], DOCINFO_LINE):
        return None
    return Block("docinfo", begin, end, end, title=title)


def _adorned_title(text: str, start: int) -> tuple[str, int]:
    lines = []
    for _, end, line in lines_from(text, start):
        lines.append((line, end))
        if len(lines) == 3:
            break
    if len(lines) == 3 and ADORNMENT.match(lines[0][0]) and lines[0][0] == lines[2][0]:
        title, end = lines[1][0].strip(), lines[2][1]
    elif len(lines) > 1 and lines[0][0] and ADORNMENT.match(lines[1][0]):
        title, end = lines[0][0].strip(), lines[1][1]
    else:
        return "", start
    blank = re.compile(r"\s*").match(text, end)
    return title, blank.end() if blank else end


def _find_pelican(text: str, start: int) -> Block | None:
    if not _opens_with_key(text, start):
        return None
    end = _end_of_lines(text, start, PELICAN_LINE)
    keys = {plain_key(key) for key, _ in _matches(text[start:end], PELICAN_LINE)}
    return Block("pelican", start, end, end) if keys & {"title", "date"} else None


def _find_html(text: str, start: int) -> Block | None:
    found = find_head(text, start)
    return Block("html", start, *found) if found else None


# Fences first; the formats that are hard to tell from prose last.
FINDERS: tuple[Callable[[str, int], Block | None], ...] = (
    _find_yaml,
    _find_toml,
    _find_json,
    _find_nikola,
    _find_html,
    _find_asciidoc,
    _find_org,
    _find_hexo,
    _find_docinfo,
    _find_pelican,
)


def _next_line(text: str, offset: int) -> int:
    """Behind the newline, where only blanks stand before it."""
    blank = re.compile(r"[ \t]*\n?").match(text, offset)
    return blank.end() if blank else offset


def _is_metadata(block: str) -> bool:
    """Whether what stands between two fences is no text between two rules."""
    lines = [line for line in block.split("\n") if line.strip()]
    flush = [line for line in lines if not line[0].isspace() and line[0] != "#"]
    structural = [line for line in flush if _is_structural(line)]
    if any(_key_of(line) in KNOWN_KEYS for line in flush):
        return len(structural) * 2 > len(flush)
    if not flush:
        return not lines
    keys = [line for line in flush if KEY_VALUE.match(line)]
    return len(structural) == len(flush) and len(keys) > 1 and not block.startswith("\n")


def _is_structural(line: str) -> bool:
    """A key, a list item, a bracket, a section, or what belongs to the line above it."""
    return (
        not line.strip()
        or line[0] in "#[]{} \t"
        or line.startswith(("<<:", "? "))
        or bool(ITEM.match(line))
        or bool(KEY_VALUE.match(line))
    )


def _key_of(line: str) -> str:
    found = KEY_VALUE.match(line)
    return plain_key(found["key"]) if found else ""


def _opens_with_key(text: str, start: int) -> bool:
    for _, _, line in lines_from(text, start):
        found = PELICAN_LINE.match(line)
        return bool(found) and plain_key(found[1] if found else "") in OPENING_KEYS
    return False


def _end_of_metadata(text: str, start: int) -> int:
    for begin, _, line in lines_from(text, start):
        if not line or not _is_structural(line):
            return begin
    return len(text)


def _end_of_lines(text: str, start: int, pattern: re.Pattern[str]) -> int:
    """Behind the lines that match, and the indented ones that continue them."""
    end = start
    for begin, line_end, line in lines_from(text, start):
        continues = begin > start and line[:1].isspace()
        if not pattern.match(line) and not continues:
            break
        end = line_end
    return end


def _matches(block: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for line in block.split("\n"):
        if found := pattern.match(line.rstrip()):
            yield found[1], found[2] or ""


def _has_known_key(block: str, pattern: re.Pattern[str]) -> bool:
    return any(plain_key(key) in KNOWN_KEYS for key, _ in _matches(block, pattern))
