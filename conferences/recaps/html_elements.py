"""Elements of HTML -> Markdown: which there are, and what each becomes."""

import html
import re
from collections.abc import Mapping, Sequence

from .addresses import page_of_player, path_to_show, resolve
from .shortcodes import escape

ATTRIBUTE = re.compile(
    r"([A-Za-z_:][\w:.-]{0,60})\s{0,20}=\s{0,20}(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))"
)
INNER_TAG = re.compile(r"</?([A-Za-z][\w:-]*+)[^<>]*+>")

MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "dfn": "*", "var": "*"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = ("ul", "ol", "menu")
CODE = frozenset({"code", "tt", "kbd", "samp", "pre"})
EMPTY = frozenset(
    {"br", "hr", "img", "embed", "source", "param", "wbr", "col", "colgroup", "meta", "link"}
)
# Elements whose content is written anew; of the others only the content stays.
FRAMED = frozenset({"a", *MARKS, *HEADINGS, *LISTS, "li", "blockquote", "table", "tr", "td", "th"})
UNWRAPPED_BLOCKS = frozenset(
    {
        *("p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "center"),
        *("figure", "figcaption", "details", "summary", "dl", "dt", "dd", "address", "fieldset"),
        *("thead", "tbody", "tfoot", "caption", "hgroup"),
    }
)
UNWRAPPED = frozenset(
    {
        *("span", "font", "small", "big", "u", "abbr", "acronym", "time", "sup", "sub", "ins"),
        *("mark", "label", "button", "picture", "noscript", "q", "s", "del", "strike", "bdi"),
        *("bdo", "nobr", "o:p", "data", "video", "audio", "object", "iframe", "ruby", "rt", "rp"),
    }
)
BLOCKS = (UNWRAPPED_BLOCKS | FRAMED) - {"a", *MARKS}
PAIRED = BLOCKS | FRAMED | UNWRAPPED
PLAYING = frozenset({"iframe", "embed", "video", "audio", "source", "object"})
# In these a raw HTML block holds text that no Markdown reader would take as Markdown.
LITERAL = frozenset({"p", "li", "td", "th", "dt", "dd", "figcaption", *HEADINGS})
# What the opening of an element ends without a closing tag.
ENDED_BY: dict[str, tuple[str, ...]] = {
    "li": ("li", "p"),
    "p": ("p",),
    "td": ("td", "th", "p"),
    "th": ("td", "th", "p"),
    "tr": ("td", "th", "tr", "p"),
    "dt": ("dt", "dd", "p"),
    "dd": ("dt", "dd", "p"),
}
# Markup at the head of a line that plain text must not become.
LINE_MARK = re.compile(r"([ \t]{0,3})(?:([#>+\-=~|])|(\d{1,9})(?=[.)](?:\s|$)))")


def read_attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, entities decoded.

    >>> read_attributes('<a href="/x?a&amp;b" title=y>')
    {'href': '/x?a&b', 'title': 'y'}
    """
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
        for found in ATTRIBUTE.finditer(tag)
    }


def without_tags(text: str) -> str:
    """Code without the elements that coloured it; `List<int>` is code."""
    known = PAIRED | CODE | EMPTY
    return INNER_TAG.sub(lambda tag: "" if tag[1].lower() in known else tag[0], text)


def marked(content: str, mark: str) -> str:
    """Emphasis round the words, not round the blanks at their ends."""
    core = content.strip()
    if not core or "\n\n" in core or core.startswith(mark[0]) or core.endswith(mark[0]):
        return content
    begin = content.index(core)
    return f"{content[:begin]}{mark}{core}{mark}{content[begin + len(core) :]}"


def linked(content: str, url: str, base_url: str) -> str:
    core = one_line(content) if "\n\n" not in content.strip() else content.strip()
    lead = " " if content[:1].isspace() else ""
    trail = " " if content[-1:].isspace() else ""
    absolute = resolve(page_of_player(url), base_url) if core else ""
    if not absolute and url.startswith("#") and core.isdigit():
        return f"{lead}\\[{core}\\]{trail}"
    if not absolute:
        path = path_to_show(url) if core else ""
        return f"{lead}{core} (`{path}`){trail}" if path else content
    if "\n\n" in core or re.search(r"(?<!!)\[[^\]]*\]\(", core):
        return f"{lead}{core} <{absolute}>{trail}"
    return f"{lead}[{core}]({absolute}){trail}"


def image(attributes: Mapping[str, str], base_url: str) -> str:
    text, url = escape(attributes.get("alt", "")), attributes.get("src", "")
    if absolute := resolve(url, base_url):
        return f"![{text}]({absolute})"
    path = path_to_show(url)
    return f"{text} (`{path}`)".strip() if path else text


def code_span(code: str) -> str:
    code = " ".join(code.split())
    if not code:
        return ""
    ticks = "`" * (longest_run(code) + 1)
    blank = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{blank}{code}{blank}{ticks}"


def code_block(code: str, language: str) -> str:
    fence = "`" * max(3, longest_run(code) + 1)
    code = code.strip("\n")
    return f"{fence}{language}\n{code}\n{fence}"


def longest_run(code: str) -> int:
    return max(map(len, re.findall(r"`+", code)), default=0)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells as a table; a single row or column, or one with code, is only a layout."""
    width = max(map(len, rows), default=0)
    if width < 2 or len(rows) == 1 or any("```" in cell for row in rows for cell in row):
        return "\n\n".join(cell for row in rows for cell in row if cell)
    lines = [" | ".join(one_line(cell).replace("|", "\\|") for cell in row) for row in rows]
    head, *others = [f"| {line} |" for line in lines]
    return "\n".join([head, "|" + " --- |" * width, *others])


def one_line(text: str) -> str:
    return " ".join(text.split())


def prefixed(text: str, prefix: str) -> str:
    margin = prefix.rstrip()
    return "\n".join(prefix + line if line else margin for line in text.split("\n"))


def tidy(text: str) -> str:
    """No more than one blank line anywhere, none at the ends."""
    return re.sub(r"\n[ \t]*(?:\n[ \t]*)++\n?", "\n\n", text).strip()


def guard_line(text: str) -> str:
    """Plain text at the head of a line, kept from becoming a list, a heading or a rule."""
    found = LINE_MARK.match(text)
    if not found:
        return text
    place = found.start(2) if found[2] else found.end(3)
    return f"{text[:place]}\\{text[place:]}"
