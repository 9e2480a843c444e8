"""Inline tokens -> the inline Markdown `converting` reads: `*em*`, `_strong_`, `~del~`, links."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urljoin

from markdown_it.token import Token

from conferences.rendering.cleaning import ADDRESS
from conferences.rendering.marks import BREAK, CODE, literal, opaque

DELIMITERS = {"em": "*", "strong": "_", "s": "~"}

# Reference links let a short text repeat a long address or title: past so many characters of
# them for each of the text, and some for a short text, a link's text stands alone.
ADDRESSES_EACH = 8
ADDRESSES_ALWAYS = 4096

# Python-Markdown copies a whole paragraph for each span in it: 20,000 in 64 kB took 1.7 s. A
# paragraph of more tokens than this is shown without its spans.
SPANS_LIMIT = 8_000


class InlineWriter:
    """Of one note: `name` keeps its footnotes apart from those of other notes on a page."""

    def __init__(self, name: str, *, base: str, size: int) -> None:
        self.name = name
        self.base = base
        self.addresses_left = ADDRESSES_EACH * size + ADDRESSES_ALWAYS
        self.footnotes_met: set[int] = set()

    def write(self, tokens: Sequence[Token]) -> str:
        if len(tokens) > SPANS_LIMIT:
            return literal(_shown(tokens))
        parts: list[str] = []
        open_links: list[tuple[Token, int]] = []
        open_emphasis: Counter[str] = Counter()
        for token in tokens:
            match token.type:
                case "text":
                    parts.append(literal(token.content))
                case "softbreak":
                    parts.append("\n")
                case "hardbreak":
                    parts.append(f"{BREAK}\n")
                case "code_inline":
                    parts.append(f"{CODE}{opaque(token.content)}{CODE}")
                case "link_open":
                    open_links.append((token, len(parts)))
                case "link_close":
                    opening, start = open_links.pop()
                    parts[start:] = [self._link("".join(parts[start:]), opening, "href")]
                case "image":
                    alt = literal(_shown(token.children or []))
                    parts.append(alt if open_links else self._link(alt, token, "src"))
                case "footnote_reference":
                    parts.append(self._footnote_reference(token))
                case _ if token.tag in DELIMITERS:
                    parts.append(_delimiter(token, open_emphasis))
        return "".join(parts)

    def write_line(self, tokens: Sequence[Token]) -> str:
        """As `write`, with line ends of any kind as blanks."""
        return self.write(tokens).replace(BREAK, "").replace("\n", " ")

    def write_footnote(self, label: str, number: int, text: str) -> str:
        here, there = f"note-{self.name}-{number}", f"ref-{self.name}-{number}"
        return f"^{here} {there} {literal(label)}^ {text}"

    def _footnote_reference(self, token: Token) -> str:
        number = token.meta["number"]
        here, there = f"ref-{self.name}-{number}", f"note-{self.name}-{number}"
        if number in self.footnotes_met:  # an id stands once on a page
            here = "-"
        self.footnotes_met.add(number)
        return f"^{here} {there} {literal(token.content)}^"

    def _link(self, text: str, token: Token, attribute: str) -> str:
        address, title = str(token.attrs[attribute]), str(token.attrs.get("title", ""))
        self.addresses_left -= len(address) + len(title) + len(self.base)
        if self.addresses_left < 0:
            return text
        text = text or literal(address)
        target = _resolved(address, self.base)
        if not text or not ADDRESS.fullmatch(target):
            return text
        titled = f' "{opaque(title)}"' if title else ""
        return f"[{text}](<{opaque(target)}>{titled})"


def _resolved(address: str, base: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:  # a base like "http://[", which names no host
        return address


def _delimiter(token: Token, open_emphasis: Counter[str]) -> str:
    """Nothing for emphasis within emphasis of its own kind: it looks the same."""
    open_emphasis[token.tag] += max(token.nesting, 0)
    outermost = open_emphasis[token.tag] == 1
    open_emphasis[token.tag] += min(token.nesting, 0)
    return DELIMITERS[token.tag] if outermost else ""


def _shown(tokens: Sequence[Token]) -> str:
    """The text of tokens without their markup."""
    parts = []
    for token in tokens:
        if token.type == "image":
            parts.append(_shown(token.children or []))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.nesting == 0:
            parts.append(token.content)
    return "".join(parts)
