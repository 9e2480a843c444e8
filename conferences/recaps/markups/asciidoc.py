"""AsciiDoc: headings of equals signs, delimited blocks, macros, lists by the count of signs."""

import re

from .lines import rewrite_lines
from .rewriting import Rewriting, fence_around

HEADING = re.compile(r"(={1,6}) (?=\S)")
ITEM = re.compile(r"[ \t]*(\*{1,6}|\.{1,6}|-)[ \t]+(?=\S)")
FENCE = re.compile(r"(-{4,}|\.{4,}|`{3,}|\+{4,})[ \t]*$")
QUOTE = re.compile(r"_{4,}[ \t]*$")
COMMENTS = re.compile(r"/{4,}[ \t]*$")
UNDERLINES = "=-~^+"
UNDERLINE = re.compile(r"([=\-~^+])\1+")
FRAME = re.compile(r"(?:={4,}|\*{4,}|-{2}|\|={3,}|'{3,})[ \t]*$")
# A comment, an attribute of the document, of a block, a title of a block, a continued item.
UNSEEN = re.compile(r"//(?!/)|:[\w!-]{1,60}:|\[[^\]\n]{0,300}\][ \t]*$|\+[ \t]*$|include::|<<<")
ADMONITION = re.compile(r"(NOTE|TIP|IMPORTANT|WARNING|CAUTION): ")
# "Jane Doe:: Fast kites", "Fast kites::" over a line of its own
TERM = re.compile(
    r"(?P<term>[^\s:*.\[-](?:(?!://)[^\n]){0,150}?)::(?:[ \t]+(?P<said>\S.*))?[ \t]*$"
)
LANGUAGE = re.compile(r"\[source,[ \t]*([\w+#-]{1,30})")
INLINE = re.compile(
    r"(?:link:|xref:)?(?P<url>(?:https?|mailto):[^\s\[\]<>]{1,2000})\[(?P<words>[^\]\n]{0,500}?)\^?\]"
    r"|link:(?P<path>[^\s\[\]<>]{1,500})\[(?P<label>[^\]\n]{0,500})\]"
    r"|image:{1,2}(?P<image>[^\s\[\]]{1,500})\[(?P<alt>[^\[\],\n]{0,300})(?:,[^\]\n]{0,300})?\]"
    r"|(?<![\w*\\])\*(?P<strong>[^\s*](?:[^*\n]{0,300}[^\s*])?)\*(?![\w*])"
)


def rewrite_asciidoc(rewriting: Rewriting, begin: int) -> None:
    rewrite_lines(rewriting, begin, _Lines(rewriting).add)


class _Lines:
    def __init__(self, rewriting: Rewriting) -> None:
        self.rewriting = rewriting
        self.verbatim = ""
        """The line that ends the code or comment which is open."""
        self.hidden = False
        self.quote = ""
        self.language = ""
        self.fence = fence_around(rewriting.source)
        self.is_underline = False
        """Whether the next line is that of the title which has been read."""
        self.after_blank = True
        self.defines = False
        """Whether the next words say what the term above means."""

    def add(self, start: int, end: int, line: str) -> None:
        if self.verbatim:
            self.on_verbatim(start, end, line)
        elif self.is_underline:
            self.is_underline = False
        elif level := self.level_below(end, line):
            self.rewriting.put("#" * level + " ", start)
            self.rewriting.keep_all(start, end, INLINE, _put)
            self.is_underline = True
        elif fence := FENCE.match(line):
            self.verbatim, self.hidden = fence[1], False
            self.rewriting.put(self.fence + self.language, start)
        elif COMMENTS.match(line):
            self.verbatim, self.hidden = line.rstrip(), True
        elif QUOTE.match(line):
            self.quote = "" if self.quote else "> "
        elif not (FRAME.match(line) or UNSEEN.match(line)):
            self.on_text(start, end, line)
        language = LANGUAGE.match(line)
        self.language = language[1] if language else ""
        self.after_blank = not line.strip()

    def level_below(self, end: int, line: str) -> int:
        """The level of a title by the line that underlines it, 0 where none does."""
        if not (self.after_blank and line[:1].isalnum()):
            return 0
        source = self.rewriting.source
        newline = source.find("\n", end + 1)
        below = source[end + 1 : newline if newline >= 0 else len(source)].rstrip()
        is_long = len(below) > 4 and abs(len(below) - len(line.rstrip())) <= 2
        return UNDERLINES.index(below[0]) + 1 if is_long and UNDERLINE.fullmatch(below) else 0

    def on_verbatim(self, start: int, end: int, line: str) -> None:
        if line.rstrip() == self.verbatim:
            self.verbatim = ""
            self.rewriting.put("" if self.hidden else self.fence, start)
        elif not self.hidden:
            self.rewriting.keep(start, end)

    def on_text(self, start: int, end: int, line: str) -> None:
        if self.defines and line.strip():
            self.rewriting.put(": ", start)
            self.defines = False
        if term := TERM.match(line):
            return self.on_term(start, term)
        if heading := HEADING.match(line):
            self.rewriting.put("#" * len(heading[1]) + " ", start)
            start += heading.end()
        elif item := ITEM.match(line):
            self.rewriting.put(self.quote + _bullet(item[1]), start)
            start += item.end()
        elif line.strip():
            self.rewriting.put(self.quote, start)
        if line.startswith(".") and line[1:2].isalnum():  # the title of a block
            self.rewriting.put("**", start)
            self.rewriting.keep_all(start + 1, end, INLINE, _put)
            self.rewriting.put("**", end)
            return None
        if note := ADMONITION.match(line):
            self.rewriting.put(f"**{note[1].capitalize()}:** ", start)
            start += note.end()
        self.rewriting.keep_all(start, end, INLINE, _put)
        return None

    def on_term(self, start: int, term: re.Match[str]) -> None:
        self.rewriting.keep_all(start, start + term.end("term"), INLINE, _put)
        self.defines = term["said"] is None
        if term["said"] is not None:
            said, end = term.span("said")
            self.rewriting.put("\n: ", start + said)
            self.rewriting.keep_all(start + said, start + end, INLINE, _put)


def _bullet(signs: str) -> str:
    """Four columns a level hold for bullets and numbers alike."""
    return "    " * (len(signs) - 1) + ("1. " if signs[0] == "." else "- ")


def _put(rewriting: Rewriting, match: re.Match[str]) -> None:
    place = match.start()
    if url := match["url"] or match["path"]:
        rewriting.link(match.span("words" if match["url"] else "label"), url, place)
    elif image := match["image"]:
        rewriting.put("!", place)
        rewriting.link(match.span("alt"), image, place)
    else:
        rewriting.mark("**", *match.span("strong"))
