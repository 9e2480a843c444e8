"""What is not prose is blanked out before blocks are read; other markups are dressed as Markdown.

A mask keeps every character's place; a rewritten line keeps its number.
"""

import re
from collections.abc import Callable

# Opening and closing of what a site generator or browser takes for itself.
STRETCHES = (
    ("<!--", "-->"),
    ("{{<", ">}}"),
    ("{{%", "%}}"),
    ("{%", "%}"),
    ("<script", "</script>"),
    ("<style", "</style>"),
)
NOT_NEWLINE = re.compile(r"[^\n]")
GLUED_HEADING = re.compile(r"^(#{2,6})(?=[^#\s])", re.MULTILINE)
ADORNMENT = re.compile(r"([=\-~+^\"'`#*.:_])\1{2,}\s*")
DIRECTIVE = re.compile(r"^\.\. [^\n]*$", re.MULTILINE)
ADOC_HEADING = re.compile(r"^(={2,6}) (?=\S)", re.MULTILINE)
ADOC_NUMBER = re.compile(r"^\. (?=\S)", re.MULTILINE)


def mask(text: str, begin: int = 0) -> str:
    """The text from `begin` on, comments, shortcodes and scripts as blanks of the same length."""
    body = text[begin:]
    for opening, closing in STRETCHES:
        body = _blank(body, opening, closing) if opening in body else body
    return body


def _blank(text: str, opening: str, closing: str) -> str:
    parts, place = [], 0
    while (start := text.find(opening, place)) >= 0:
        end = text.find(closing, start + len(opening))
        if end < 0:
            break
        end += len(closing)
        parts += [text[place:start], NOT_NEWLINE.sub(" ", text[start:end])]
        place = end
    return "".join((*parts, text[place:]))


def as_markdown(text: str, path: str) -> str:
    """Headings of reStructuredText and AsciiDoc in Markdown's way, line by line."""
    for ending, dress in DRESSES.items():
        if path.casefold().endswith(ending):
            return dress(text)
    return GLUED_HEADING.sub(r"\1 ", text)


def _dress_restructured(text: str) -> str:
    lines = DIRECTIVE.sub("", text).split("\n")
    levels: dict[str, int] = {}
    for number in range(1, len(lines)):
        title = lines[number - 1]
        if ADORNMENT.fullmatch(lines[number]) and title.strip() and not title.startswith("#"):
            if ADORNMENT.fullmatch(title):
                lines[number - 1] = ""
                continue
            level = levels.setdefault(lines[number][0], len(levels) + 1)
            lines[number - 1] = f"{'#' * min(level, 6)} {title.strip()}"
            lines[number] = ""
    return "\n".join(lines)


def _dress_asciidoc(text: str) -> str:
    text = ADOC_HEADING.sub(lambda match: "#" * len(match[1]) + " ", text)
    return ADOC_NUMBER.sub("1. ", text)


DRESSES: dict[str, Callable[[str], str]] = {
    ".rst": _dress_restructured,
    ".adoc": _dress_asciidoc,
    ".asciidoc": _dress_asciidoc,
}
