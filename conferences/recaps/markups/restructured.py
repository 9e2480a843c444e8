"""reStructuredText: headings by underline, directives, roles and links with a trailing mark."""

import re

from ..folding import fold
from .lines import lines_of
from .rewriting import Rewriting, fence_around

ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*$")
TARGET = re.compile(r"\.\. _`?([^`:\n]{1,200})`?:[ \t]+(\S{1,2000})[ \t]*$", re.MULTILINE)
DIRECTIVE = re.compile(r"([ \t]*)\.\. ([\w:-]{1,40}?)::[ \t]*(.*)$")
COMMENT = re.compile(r"([ \t]*)\.\.(?: |$)")
OPTION = re.compile(r"[ \t]+:[\w-]{1,40}:")
CODE = frozenset({"code", "code-block", "sourcecode", "highlight", "parsed-literal"})
ADMONITIONS = frozenset({"note", "tip", "warning", "important", "hint", "caution", "attention"})
# What their own lines say is text; of every other directive nothing is shown.
PROSE = ADMONITIONS | {"topic", "epigraph", "pull-quote", "admonition", "container", "class"}
FIELD = re.compile(r":[\w -]{1,40}:[ \t]")
INLINE = re.compile(
    r"``(?P<code>[^`\n]{1,500})``"
    r"|(?::[\w:-]{1,40}:)?`(?P<words>[^`<>\n]{1,500}?)[ \t]*(?:<(?P<url>[^<>`\n]{1,2000})>)?`"
    r"(?P<link>__?)?(?!\w)"
    r"|(?<![\w`])(?P<word>\w[\w.-]{0,80}\w|\w)_(?![\w`])"
)


def rewrite_restructured(rewriting: Rewriting, begin: int) -> None:
    _Lines(rewriting, begin).write()


class _Lines:
    def __init__(self, rewriting: Rewriting, begin: int) -> None:
        self.rewriting = rewriting
        source = rewriting.source
        self.targets = {fold(name): url for name, url in TARGET.findall(source, begin)}
        self.lines = list(lines_of(source, begin))
        self.levels: dict[str, int] = {}
        self.code = self.hidden = -1
        """Indentation of what opened code, or something that is not shown; -1 outside."""
        self.fenced = False
        self.fence = fence_around(source)
        self.margin = 0
        """The indentation of the code's first line, which is not its own."""

    def write(self) -> None:
        for number, (start, end, line) in enumerate(self.lines):
            if line.strip():
                self.add(number, start, end, line)
            self.rewriting.keep(end, end + 1)
        if self.fenced:
            self.rewriting.put(f"\n{self.fence}\n", len(self.rewriting.source))

    def add(self, number: int, start: int, end: int, line: str) -> None:
        indentation = len(line) - len(line.lstrip())
        if 0 <= self.code < indentation:
            return self.on_code(start, end, line)
        self.end_code(start)
        if 0 <= self.hidden < indentation:
            return None
        self.hidden = -1
        if directive := DIRECTIVE.match(line):
            return self.on_directive(directive, start)
        if COMMENT.match(line):
            self.hidden = indentation
            return None
        if ADORNMENT.match(line):
            return self.on_adornment(number, start)
        return self.on_text(number, start, end, line)

    def on_code(self, start: int, end: int, line: str) -> None:
        if not self.fenced and OPTION.match(line):
            return
        if not self.fenced:
            self.rewriting.put(f"{self.fence}\n", start)
            self.fenced = True
            self.margin = len(line) - len(line.lstrip())
        self.rewriting.keep(start + min(self.margin, len(line) - len(line.lstrip())), end)

    def end_code(self, start: int) -> None:
        if self.fenced:
            self.rewriting.put(f"{self.fence}\n\n", start)
        self.code, self.fenced = -1, False

    def on_directive(self, directive: re.Match[str], start: int) -> None:
        name, words = directive[2].lower(), directive[3]
        indentation = len(directive[1])
        if name in CODE:
            self.code = indentation
        elif name in ("image", "figure"):
            self.rewriting.put(f"![]({words})", start)
            self.hidden = indentation
        elif name not in PROSE:
            self.hidden = indentation
        elif name in ADMONITIONS:
            self.rewriting.put(f"**{name.capitalize()}:** ", start)
        if name in PROSE and words:
            place = start + directive.start(3)
            self.rewriting.keep_all(place, start + directive.end(3), INLINE, self.put)

    def on_adornment(self, number: int, start: int) -> None:
        """The line over or under a title says nothing more; by itself it is a rule."""
        near = [*self.lines[max(0, number - 1) : number], *self.lines[number + 1 : number + 2]]
        if not any(line.strip() for _, _, line in near):
            self.rewriting.put("***", start)

    def on_text(self, number: int, start: int, end: int, line: str) -> None:
        following = self.lines[number + 1][2] if number + 1 < len(self.lines) else ""
        found = ADORNMENT.match(following)
        if found and len(following.rstrip()) + 2 >= len(line.strip()):
            level = self.levels.setdefault(found[1], len(self.levels) + 1)
            self.rewriting.put("#" * min(level, 6) + " ", start)
            start += len(line) - len(line.lstrip())
        elif FIELD.match(line):
            start += 1  # "Speaker: Jane Doe"
        if line.rstrip().endswith("::"):
            self.code = len(line) - len(line.lstrip())
            end = start + len(self.rewriting.source[start:end].rstrip()) - 1
        self.rewriting.keep_all(start, end, INLINE, self.put)

    def put(self, rewriting: Rewriting, match: re.Match[str]) -> None:
        if match["code"]:
            rewriting.mark("`", *match.span("code"))
            return
        name = "words" if match["words"] else "word"
        words = match[name]
        url = match["url"] or self.targets.get(fold(words), "")
        if url.endswith("_") and fold(url[:-1]) in self.targets:
            url = self.targets[fold(url[:-1])]
        if url and (match["link"] or match["word"]):
            rewriting.link(match.span(name), url, match.start())
        elif match["word"]:
            rewriting.keep(*match.span())
        elif match["link"]:
            rewriting.keep(*match.span("words"))
        else:  # a role, as in :ref:`words`, or words without one
            rewriting.mark("*", *match.span("words"))
