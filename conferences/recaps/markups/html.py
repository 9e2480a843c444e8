"""A page of HTML: its elements become Markdown's; what Markdown has no sign for stays a tag."""

import html
import re

from ..html_elements import read_attributes
from .rewriting import Rewriting, destination, fence_around

TOKEN = re.compile(
    r"<!--(?P<comment>)|<!(?P<doctype>)[a-z]|<(?P<end>/?)(?P<name>[a-z][a-z0-9-]{0,20})(?=[\s/>])"
    r"(?P<attributes>[^<>]{0,4000})>|(?P<blank>\s+)|(?P<special>[\\`*_\[\]|])|(?P<lead>[#>+~=-]|\d{1,9}[.)])",
    re.IGNORECASE,
)
HREF = re.compile(r"""\bhref\s*=\s*(?:"[^\s<>"]+"|'[^\s<>']+'|[^\s<>"']+(?=\s|$))""", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
DEEPEST = 12
# Of these the rest of the page is theirs where they are not closed.
RAW = frozenset({"script", "style"})
# What a browser does not show, and what belongs to the site, not to the post.
UNSEEN = frozenset(
    {
        *("head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object"),
        *("nav", "footer", "select", "button", "textarea", "dialog"),
    }
)
BLOCKS = frozenset(
    {
        *("p", "div", "section", "article", "header", "main", "figure", "figcaption", "center"),
        *("address", "dl", "dt", "dd", "details", "summary", "body", "html", "hgroup", "fieldset"),
        *("thead", "tbody", "tfoot", "caption", "form", "aside", "menu"),
    }
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol"})
SIGNS = {"strong": "**", "b": "**", "em": "*", "i": "*", "a": "["}
# How far a closing tag is looked for; what Markdown's sign would not close stays a tag.
SPAN = 600
# What no span of Markdown can hold: a block, a link in a link, a blank line.
NOT_INLINE = re.compile(
    rf"<(?:/?(?:{'|'.join((*sorted(BLOCKS), *HEADINGS, *LISTS, 'li', 'pre', 't[dhr]'))})\b|a\b)"
    r"|\n\s*\n",
    re.IGNORECASE,
)


def rewrite_html(rewriting: Rewriting, begin: int) -> None:
    _Page(rewriting, begin).write()


class _Page:
    """What is due is written before the next words, so that empty elements leave nothing."""

    def __init__(self, rewriting: Rewriting, begin: int) -> None:
        self.rewriting = rewriting
        self.source = rewriting.source
        self.lowered = self.source.replace("İ", "I").lower()  # the one whose small letter is two
        self.begin = begin
        self.gap = ""
        """The blank or line ends due."""
        self.mark, self.mark_at = "", begin
        """The sign of a heading or item due, and where its tag stands."""
        self.end = begin
        """Where the words written last end."""
        self.closing: dict[int, str] = {}
        """What is put for the closing tag at a place."""
        self.lists: list[str] = []
        """The sign of the items of each open list, outermost first."""
        self.in_item = False
        self.unclosed: set[str] = set()
        """Elements that no further tag closes."""
        self.quotes = 0
        self.at_start = True
        """Whether the line has no words yet."""
        self.rows = self.cells = -1
        """How many rows the open table has, cells the open row; -1 outside."""

    def write(self) -> None:
        place = self.begin
        while match := TOKEN.search(self.source, place):
            self.keep(place, match.start())
            place = self.on_token(match)
        self.keep(place, len(self.source))
        self.rewriting.put("\n", len(self.source))

    def on_token(self, match: re.Match[str]) -> int:
        start, end = match.span()
        if match["comment"] is not None:
            return self.behind("-->", end)
        if match["doctype"] is not None:
            return self.behind(">", end)
        if match["name"]:
            return self.on_tag(match, match["name"].lower())
        if match["blank"]:
            self.gap = self.gap or " "
        elif match["special"] or self.at_start:
            self.keep(start, end - 1)
            self.put("\\", end - 1)  # the sign is text: of "1." it is the dot
            self.keep(end - 1, end)
        else:
            self.keep(start, end)
        return end

    def on_tag(self, match: re.Match[str], name: str) -> int:
        start, end = match.span()
        ends = bool(match["end"])
        if name in UNSEEN:
            return end if ends else self.behind_element(name, end)
        if name == "pre" and not ends:
            return self.on_code(end)
        if name in HEADINGS:
            self.line("\n\n", "" if ends else "#" * HEADINGS[name] + " ", start)
        elif name in LISTS:
            self.on_list("- " if name == "ul" else "1. ", ends=ends)
        elif name == "li":
            self.in_item = not ends and bool(self.lists)
            self.line("\n", self.lists[-1] if self.in_item else "", start)
        elif name == "blockquote":
            self.line("\n\n")
            self.quotes = max(0, self.quotes + (-1 if ends else 1))
        elif name in ("table", "tr", "td", "th"):
            self.on_table(name, start, ends=ends)
        elif name == "dd" and not ends:
            self.line("\n", ": ", start)
        elif name in BLOCKS:
            if not (self.at_start and self.mark):
                self.line("\n\n")
        elif name == "hr":
            self.line("\n\n")
            self.put("***", start)
            self.line("\n\n")
        elif name == "br" and not self.at_start:
            self.put("\\", start)
            self.line("\n")
        elif name == "code" and not ends:
            return self.on_inline_code(match)
        elif name in SIGNS:
            self.on_inline(name, match)
        elif name != "br":
            self.keep(start, end)
        return end

    def on_inline(self, name: str, match: re.Match[str]) -> None:
        start, end = match.span()
        if start in self.closing:
            self.rewriting.put(self.closing.pop(start), start)
        elif words := self.words_of_span(name, match):
            self.put(SIGNS[name], start)
            url = read_attributes(match["attributes"]).get("href", "")
            self.closing[words[1]] = destination(url) if name == "a" else SIGNS[name]
        else:
            self.keep(start, end)

    def on_inline_code(self, match: re.Match[str]) -> int:
        """Code is taken whole, as no sign in it is Markdown's."""
        words = self.words_of_span("code", match)
        code = html.unescape(self.source[slice(*words)]) if words else ""
        if words is None or "`" in code or "<" in self.source[slice(*words)]:
            self.keep(*match.span())
            return match.end()
        self.put(f"`{code}`", words[0])
        return self.behind(">", words[1])

    def words_of_span(self, name: str, match: re.Match[str]) -> tuple[int, int] | None:
        """Where the words in an element begin and end, if Markdown can mark them."""
        start = match.end()
        if match["end"] or (name == "a" and not HREF.search(match["attributes"])):
            return None
        end = self.lowered.find(f"</{name}", start, start + SPAN)
        words = self.source[start:end]
        if end < 0 or words != words.strip() or not words or NOT_INLINE.search(words):
            return None
        return start, end

    def on_list(self, sign: str, *, ends: bool) -> None:
        self.line("\n" if self.lists else "\n\n")
        if not ends and len(self.lists) < DEEPEST:
            self.lists.append(sign)
        elif ends and self.lists:
            self.lists.pop()
        self.in_item = bool(self.lists)

    def on_table(self, name: str, start: int, *, ends: bool) -> None:
        """A row on a line, bars between its cells, and under the first what Markdown asks for."""
        if name == "table":
            self.end_row(start)
            self.line("\n\n")
            self.rows = -1 if ends else 0
        elif name == "tr":
            self.end_row(start)
            self.cells = -1 if ends else 0
        elif not ends and self.cells >= 0:
            self.gap = "" if self.cells else self.gap
            self.put(" | " if self.cells else "| ", start)
            self.cells += 1
            self.at_start = True

    def end_row(self, start: int) -> None:
        if self.cells > 0:
            head = "\n" + "|---" * self.cells + "|" if not self.rows else ""
            self.gap = ""
            self.put(" |" + head, start)
            self.rows += 1
        self.cells = -1
        self.line("\n")

    def on_code(self, start: int) -> int:
        end = self.lowered.find("</pre", start)
        end = len(self.source) if end < 0 else end
        code = html.unescape(TAG.sub("", self.source[start:end])).strip("\n")
        self.line("\n\n")
        margin = "\n" + self.margin()
        fence = fence_around(code)
        self.put(fence + margin + code.replace("\n", margin) + margin + fence, start)
        self.line("\n\n")
        return self.behind(">", end)

    def line(self, gap: str, mark: str = "", at: int = 0) -> None:
        """Ends the line; the next one begins with `mark`. In a table's cell it is a blank."""
        if self.cells >= 0:
            self.gap = self.gap or " "
            return
        if not self.at_start or self.gap.strip(" "):
            self.gap = max(self.gap.strip(" "), gap, key=len)
        self.mark, self.mark_at, self.at_start = mark, at, True

    def keep(self, start: int, end: int) -> None:
        if start < end:
            self.write_due(start)
            self.rewriting.keep(start, end)
            self.end = end

    def put(self, words: str, at: int) -> None:
        self.write_due(at)
        self.rewriting.put(words, at)
        self.end = at

    def write_due(self, at: int) -> None:
        due = self.gap
        if "\n" in due or (self.at_start and not self.rewriting.length > self.begin):
            due = due.strip(" ") + self.margin(is_item=bool(self.mark) and self.mark[0] != "#")
        elif self.at_start:
            due = ""
        self.rewriting.put(due, self.end)
        self.rewriting.put(self.mark, self.mark_at)
        self.gap = self.mark = ""
        self.at_start = False

    def margin(self, *, is_item: bool = False) -> str:
        """What stands before the words of a line: signs of quotes, the indentation of lists."""
        depth = len(self.lists) - is_item if self.lists and (is_item or self.in_item) else 0
        return "> " * min(self.quotes, DEEPEST) + "    " * depth

    def behind_element(self, name: str, start: int) -> int:
        """Where an element that is not read ends; of most only the tag, if it is not closed."""
        found = None
        if name not in self.unclosed:
            found = re.compile(rf"</{name}(?=[\s>])").search(self.lowered, start)
        if found:
            return self.behind(">", found.end())
        self.unclosed.add(name)
        return len(self.source) if name in RAW else start

    def behind(self, sign: str, start: int) -> int:
        found = self.lowered.find(sign, start)
        return len(self.source) if found < 0 else found + len(sign)
