"""What is not prose is blanked out before blocks are read.

A mask keeps every character's place, but for a blank in `##Heading`; each line keeps its number.
"""

import re

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
# "## Title {#anchor .wide}" and a line "{: .wide}"
ATTRIBUTES = re.compile(
    r"^(#{1,6}[ \t][^\n{}]{0,300})(\{[#.:][^{}\n]{0,200}\})(?=[ \t]*$)"
    r"|^()([ \t]{0,3}\{:[^{}\n]{0,200}\})(?=[ \t]*$)",
    re.MULTILINE,
)


def mask(text: str, begin: int = 0) -> str:
    """The text from `begin` on, comments, shortcodes and scripts as blanks of the same length."""
    body = text[begin:]
    for opening, closing in STRETCHES:
        body = _blank(body, opening, closing) if opening in body else body
    if "{" in body:
        body = ATTRIBUTES.sub(_without_attributes, body)
    return GLUED_HEADING.sub(r"\1 ", body)


def _without_attributes(found: re.Match[str]) -> str:
    kept = found[1] or ""
    return kept + " " * (len(found[0]) - len(kept))


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
