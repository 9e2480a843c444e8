"""The stretches of a post that speak of one talk -> Markdown that stands alone.

What leads in is taken away: the bullet of the list item that the talk is, its indentation, the
heading where it says no more than title and speakers. Markup that only the author's site could
show becomes plain Markdown. A relative link is resolved against the post's address; where that
is unknown, its path is printed behind its words, as it would lead nowhere. No visible word is lost.
"""

import re
from collections import deque
from collections.abc import Sequence
from typing import Final

from markdown_it import MarkdownIt

from .addresses import resolve
from .definitions import (
    FOOTNOTE,
    Definitions,
    LinkDefinition,
    fold_label,
    link_definitions,
    read_definitions,
    read_link,
)
from .folding import fold
from .html_elements import guard_line
from .markup import plain_markdown
from .note_source import Source
from .outline import ReadingWarning

__all__ = ["link_definitions", "note_markdown"]

BULLET = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]{1,8}(?:\[[ xX]\][ \t]{1,3})?")
LEADING_BULLET = re.compile(rf"[ \t]*{BULLET.pattern}")
# What stands before the words of a list item or quote on its line.
CONTAINER = re.compile(rf"[ \t]*(?:(?:>|{BULLET.pattern})[ \t]*){{0,12}}")
QUOTE_SIGN = re.compile(r"[ \t]{0,3}>[ ]?")
# Signs that a reader of blocks has to look: tags, fences, indented code.
NEEDS_BLOCKS = re.compile(r"<|```|~~~|\n(?: {4}|\t)")
# {% highlight ruby %}, {{< highlight go "linenos=table" >}}, {% codeblock %}
CODE_OPENING = re.compile(
    r"\s*\{(?:%|\{[<%])-?\s*(?:highlight|codeblock)(?:\s+([\w+#-]{1,30}))?[^{}]{0,300}\}{1,2}\s*$"
)
CODE_CLOSING = re.compile(
    r"\s*\{(?:%|\{[<%])-?\s*(?:end|/)\s*(?:highlight|codeblock)[^{}]{0,40}\}{1,2}\s*$"
)
HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|(?=[^#\s]))(.*?)[ \t]*#*[ \t]*$")
SETEXT = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
FENCE = re.compile(r"[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})")
# Words that may stand between a title and its speakers without saying anything.
CONNECTIVES = frozenset(
    {
        *("a", "an", "and", "by", "from", "keynote", "of", "presented", "talk", "the", "with"),
        *("con", "de", "e", "et", "mit", "par", "por", "und", "von", "y"),
    }
)
# What a line links to by itself.
LINK = re.compile(r"\[([^\[\]]{1,300})\]\((https?://[^\s()]{1,2000})\)")
LINKED = re.compile(r"\]\(|\]\[|https?://|www\.", re.I)
MARKED_UP = re.compile(r"[*_`<\[]")


def note_markdown(
    text: str,
    stretches: Sequence[tuple[int, int]],
    *,
    title: str = "",
    speakers: Sequence[str] = (),
    base_url: str = "",
    definitions: str = "",
) -> tuple[str, list[ReadingWarning]]:
    """The note of a talk and what in it could not be turned into Markdown.

    >>> text = "* **Scaling** by Jane\\n  <b>Fast</b> &amp; [far](/x)\\n"
    >>> note_markdown(text, [(0, len(text))], base_url="https://example.org")[0]
    '**Scaling** by Jane\\n**Fast** &amp; [far](https://example.org/x)'
    """
    lines = [line for start, end in stretches for line in _lines_of(text, start, end)]
    given = read_definitions(definitions)
    source, own = _source(lines, given)
    body, labels, warnings = plain_markdown(source, base_url)
    body = _without_opening(_tidy(body), title, speakers, text)
    links = {**given.links, **own}
    ending = _ending(source.text, labels, Definitions(links, given.footnotes), base_url)
    return f"{body}\n\n{ending}".strip("\n"), warnings


Line = tuple[int, str]
"""Number in the post, content."""


def _lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of a stretch at the margin, after a blank one that parts it from what came."""
    line_start = text.rfind("\n", 0, start) + 1
    before = text[line_start:start]
    first, *others = text[start:end].rstrip().split("\n")
    container = CONTAINER.match(before)
    leads = container[0] if container else ""
    if leads == before and not _has_siblings(before, first, others):
        bullet = LEADING_BULLET.match(first)
        leads += bullet[0] if bullet else ""
        first = first[bullet.end() :] if bullet else first.lstrip()
    elif leads != before:
        first = guard_line(first.lstrip())
    number = text.count("\n", 0, start) + 1
    lines = [first, *_at_margin(others, leads)]
    return [(number, ""), *enumerate(lines, number)]


def _has_siblings(before: str, first: str, others: Sequence[str]) -> bool:
    """Whether the stretch is a list of its own rather than one item of another."""
    stripped = before + first
    indentation = len(stripped) - len(stripped.lstrip())
    if not BULLET.match(stripped.lstrip()):
        return False
    return any(
        BULLET.match(line, indentation) and not line[:indentation].strip() for line in others
    )


def _at_margin(lines: Sequence[str], leads: str) -> list[str]:
    """Further lines without what the list item or quote around them puts before each."""
    for _ in range(leads.count(">")):
        lines = [QUOTE_SIGN.sub("", line, count=1) for line in lines]
    column = len(leads.rpartition(">")[2].expandtabs(4))
    lines = [_expand(line) for line in lines]
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    least = min((indent for indent in indents if indent), default=0)
    # Four columns more than the item's own are code.
    width = min(least, column + 3) if column else 0
    return [line[min(width, len(line) - len(line.lstrip(" "))) :] for line in lines]


def _expand(line: str) -> str:
    words = line.lstrip(" \t")
    return line[: len(line) - len(words)].expandtabs(4) + words


def _source(lines: list[Line], given: Definitions) -> tuple[Source, dict[str, LinkDefinition]]:
    """The note before it is turned, its code, HTML and containers known, and its own links."""
    contents = _with_fences([line for _, line in lines])
    code, raw, contained = _regions(contents)
    own = _take_links(contents, code)
    starts = [0]
    for line in contents:
        starts.append(starts[-1] + len(line) + 1)
    source = Source(
        text="\n".join(contents),
        lines=[number for number, _ in lines],
        code=[(starts[first], starts[last] - 1) for first, last in code],
        html=[(starts[first], starts[last] - 1) for first, last in raw],
        contained=contained,
        definitions={label: link.url for label, link in {**given.links, **own}.items()},
    )
    return source, own


def _with_fences(lines: list[str]) -> list[str]:
    """Highlighting of site generators as fences."""
    opened = -1
    for number, line in enumerate(lines):
        if opened < 0 and CODE_OPENING.match(line):
            opened = number
        elif opened >= 0 and CODE_CLOSING.match(line):
            language = CODE_OPENING.match(lines[opened])
            lines[opened] = f"```{(language and language[1]) or ''}"
            lines[number] = "```"
            opened = -1
    return lines


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 100})
    parser.core.ruler.enableOnly(["block"])
    return parser


PARSER: Final = _parser()

Range = tuple[int, int]


def _regions(lines: list[str]) -> tuple[list[Range], list[Range], frozenset[int]]:
    """Ranges of lines that are code, and raw HTML; the lines in lists and quotes."""
    text = "\n".join(lines)
    if not NEEDS_BLOCKS.search(text):
        return [], [], frozenset()
    code, raw, contained = [], [], set[int]()
    in_html = False
    for token in PARSER.parse(text):
        first, last = token.map or (0, 0)
        # Tags indented under a tag are no code, whatever blank lines part them.
        is_tags = token.type == "code_block" and token.content.lstrip().startswith("<")
        in_html = token.type == "html_block" or (in_html and is_tags)
        if in_html:
            raw.append((first, last))
        elif token.type in ("fence", "code_block"):
            code.append((first, last))
        elif token.level == 0 and token.type.endswith(("list_open", "blockquote_open")):
            contained.update(range(first, last))
    return code, raw, frozenset(contained)


def _take_links(lines: list[str], code: Sequence[Range]) -> dict[str, LinkDefinition]:
    """Takes definitions out of the note: those it uses go to its end."""
    verbatim = {number for first, last in code for number in range(first, last)}
    links: dict[str, LinkDefinition] = {}
    for number, line in enumerate(lines):
        if number not in verbatim and (link := read_link(line)):
            links.setdefault(fold_label(link.label), link)
            lines[number] = ""
    return links


def _tidy(body: str) -> str:
    """At most one blank line in a row, outside fences."""
    kept: list[str] = []
    fence = ""
    for line in body.split("\n"):
        if not line.strip(" \t>") and not fence:
            line = line.strip()
            if kept and not kept[-1].strip(" >"):
                kept[-1] = min(line, kept[-1], key=len)
                continue
            kept[-1:] = [last.rstrip() for last in kept[-1:]]
        found = FENCE.match(line)
        if fence:
            fence = "" if found and line.strip(" \t>").startswith(fence) else fence
        elif found:
            fence = found[1]
        kept.append(line)
    return "\n".join(kept).strip("\n").rstrip()


def _without_opening(body: str, title: str, speakers: Sequence[str], text: str) -> str:
    """Drops a first line that says only who gave which talk; a heading is else made bold."""
    first, _, rest = body.partition("\n")
    heading = HEADING.match(first)
    words = heading[1] if heading else first.strip()
    underline, _, after = rest.partition("\n")
    if not (heading or FENCE.match(first)) and SETEXT.match(underline) and first.strip():
        heading, rest = SETEXT.match(underline), after
    following = rest.partition("\n")[0]
    if not heading and following.strip() and not LEADING_BULLET.match(following):
        return body
    if _says_only(_without_links(words, text), title, speakers):
        return rest.strip("\n")
    if not heading:
        return body
    bold = words if MARKED_UP.search(words) else f"**{words}**" if words else ""
    return f"{bold}\n\n{rest.strip(chr(10))}".strip("\n")


def _without_links(words: str, text: str) -> str:
    """A line without the addresses that the post gives whole: its talk has them as its own."""
    return LINK.sub(lambda link: link[1] if link[2] in text else link[0], words)


def _says_only(words: str, title: str, speakers: Sequence[str]) -> bool:
    if not title or LINKED.search(words) or BULLET.match(words) or len(words) > 1000:
        return False
    known = set(fold(" ".join((title, *speakers))).split()) | CONNECTIVES
    return set(fold(words).split()) <= known


def _ending(body: str, labels: Sequence[str], given: Definitions, base_url: str) -> str:
    """The definitions that the note refers to and does not hold."""
    seen = {fold_label(found["label"]) for found in map(FOOTNOTE.match, body.split("\n")) if found}
    waiting, footnotes, links = deque(labels), [], []
    while waiting:
        label = waiting.popleft()
        if label in seen:
            continue
        seen.add(label)
        if footnote := given.footnotes.get(label):
            words, more = _plain_footnote(footnote, given, base_url)
            footnotes.append(words)
            waiting += more
        elif link := given.links.get(label):
            links.append(f"[{link.label}]: {resolve(link.url, base_url)} {link.title}".rstrip())
    return "\n\n".join([*footnotes, "\n".join(links)]).strip()


def _plain_footnote(footnote: str, given: Definitions, base_url: str) -> tuple[str, list[str]]:
    addresses = {label: link.url for label, link in given.links.items()}
    lines = [0] * (footnote.count("\n") + 1)
    words, labels, _ = plain_markdown(Source(footnote, lines, definitions=addresses), base_url)
    return _tidy(words), labels
