"""Org: headings of stars, links in brackets, blocks, drawers and keywords."""

import re

from .lines import rewrite_lines
from .rewriting import Rewriting, fence_around

HEADING = re.compile(r"(\*{1,8}) +(?:(?:TODO|DONE) )?")
TAGS = re.compile(r"(?<!\s)\s+:[\w@:]{1,200}:$")
KEYWORD = re.compile(r"\s*#\+\w+:|\s*# |\s*#$")
DRAWER = re.compile(r"\s*:([A-Z_]{1,40}):\s*$")
PLANNED = re.compile(r"\s*(?:SCHEDULED|DEADLINE|CLOSED):")
BLOCK = re.compile(r"\s*#\+(begin|end)_(\w+)(?:[ \t]+([\w+#-]+))?", re.IGNORECASE)
VERBATIM = frozenset({"src", "example", "export"})
INLINE = re.compile(
    r"\[\[(?P<url>[^\[\]\n]{1,2000})\](?:\[(?P<words>[^\[\]\n]{1,500})\])?\]"
    r"|(?<![\w*/=~])(?P<sign>[*/=~])(?P<marked>[^\s*/=~](?:[^*/=~\n]{0,300}[^\s*/=~])?)(?P=sign)"
    r"(?![\w*/=~])"
)
SIGNS = {"*": "**", "/": "*", "=": "`", "~": "`"}


def rewrite_org(rewriting: Rewriting, begin: int) -> None:
    rewrite_lines(rewriting, begin, _Lines(rewriting).add)


class _Lines:
    def __init__(self, rewriting: Rewriting) -> None:
        self.rewriting = rewriting
        self.verbatim = ""
        self.drawer = False
        self.quote = ""
        self.fence = fence_around(rewriting.source)

    def add(self, start: int, end: int, line: str) -> None:
        if block := BLOCK.match(line):
            self.on_block(block, start, end)
        elif self.verbatim:
            self.rewriting.keep(start, end)
        elif DRAWER.match(line):
            self.drawer = line.strip() != ":END:"
        elif not (self.drawer or KEYWORD.match(line) or PLANNED.match(line)):
            self.on_text(start, end, line)

    def on_block(self, block: re.Match[str], start: int, end: int) -> None:
        name, begins = block[2].lower(), block[1].lower() == "begin"
        if self.verbatim and (begins or name != self.verbatim):
            self.rewriting.keep(start, end)
        elif name in VERBATIM:
            self.verbatim = name if begins else ""
            self.rewriting.put(self.fence + (block[3] or "" if begins else ""), start)
        else:
            self.quote = "> " if begins and name == "quote" else ""

    def on_text(self, start: int, end: int, line: str) -> None:
        if heading := HEADING.match(line):
            self.rewriting.put("#" * min(len(heading[1]), 6) + " ", start)
            start += heading.end()
            end = start - heading.end() + len(line.rstrip())
            tags = TAGS.search(line.rstrip())
            end -= len(tags[0]) if tags else 0
        elif line.strip():
            self.rewriting.put(self.quote, start)
        self.rewriting.keep_all(start, end, INLINE, _put)


def _put(rewriting: Rewriting, match: re.Match[str]) -> None:
    if url := match["url"]:
        rewriting.link(match.span("words"), url, match.start())
    else:
        rewriting.mark(SIGNS[match["sign"]], *match.span("marked"))
