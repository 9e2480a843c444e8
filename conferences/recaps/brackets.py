"""Links and images in brackets: `[a](b)`, `![a](b)`, `[a][b]`, `[a]`, and footnotes `[^a]`."""

import html
import re
from collections.abc import Mapping

from .addresses import page_of_player, path_to_show, resolve
from .definitions import fold_label
from .elements import Elements

DESTINATION = re.compile(
    r"\(\s{0,9}(?:<(?P<angled>[^<>\n]{0,2000})>"
    r"|(?P<plain>(?:\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}|[^\s()<>]|\([^\s()<>]{0,300}\))*+))"
    r"(?P<title>\s{1,9}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|=\d{0,5}x\d{0,5}))?\s{0,9}\)"
)
REFERENCE = re.compile(r" ?\[([^\[\]\n]{0,200})\]")
FOOTNOTE = re.compile(r"\[(\^[^\[\]\s]{1,80})\]")
# Labels are short; further apart two brackets are no reference.
PIECES_OF_LABEL = 40


class Brackets:
    """Those open in the output; each is closed with the address that follows it, if any."""

    def __init__(self, elements: Elements, definitions: Mapping[str, str]) -> None:
        self.elements = elements
        self.definitions = definitions
        self.labels: list[str] = []
        """Of the definitions that the note refers to, as `fold_label` makes them."""
        self._open: list[tuple[int, int]] = []
        """Of each open bracket: its piece, and how many elements were open."""

    def open(self, text: str, match: re.Match[str]) -> None:
        if footnote := FOOTNOTE.match(text, match.end() - 1):
            self.labels.append(fold_label(footnote[1]))
        self._open.append((len(self.elements.pieces), len(self.elements.frames)))
        self.elements.pieces.append(match[0])

    def close(self, text: str, match: re.Match[str]) -> int:
        """Takes the closing bracket and what belongs to it; where the text goes on."""
        opened = self._opened()
        if opened < 0:
            self.elements.pieces.append(match[0])
            return match.end()
        if found := DESTINATION.match(text, match.end()):
            url = found["angled"] if found["angled"] is not None else found["plain"]
            title = (found["title"] or "").strip()
            self._link(opened, url, f" {title}" if title[:1] in ("'", '"') else "")
            return found.end()
        return self._refer(text, opened, match)

    def _opened(self) -> int:
        """The piece of the bracket that closes now, -1 where none was opened in this element."""
        pieces, depth = len(self.elements.pieces), len(self.elements.frames)
        while self._open and (self._open[-1][0] >= pieces or self._open[-1][1] > depth):
            self._open.pop()
        if not self._open or self._open[-1][1] < depth:
            return -1
        return self._open.pop()[0]

    def _refer(self, text: str, opened: int, match: re.Match[str]) -> int:
        shown = self.elements.pieces[opened + 1 : opened + 1 + PIECES_OF_LABEL]
        label, end = "".join(shown), match.end()
        if named := REFERENCE.match(text, match.end()):
            label, end = named[1] or label, named.end()
        label = fold_label(label)
        url = self.definitions.get(label)
        if url is None:
            self.elements.pieces.append(match[0])
            return match.end()
        if not resolve(url, self.elements.base_url):
            self._link(opened, url, "")
            return end
        self.labels.append(label)
        self.elements.pieces.append(text[match.start() : end])
        return end

    def _link(self, opened: int, url: str, title: str) -> None:
        """An address that resolves nowhere is printed rather than linked: the link would rot."""
        pieces, url = self.elements.pieces, html.unescape(url)
        if absolute := resolve(page_of_player(url), self.elements.base_url):
            pieces.append(f"]({absolute}{title})")
            return
        pieces[opened] = ""
        path = path_to_show(url)
        has_text = any(piece.strip() for piece in pieces[opened : opened + PIECES_OF_LABEL])
        pieces.append(f"{' ' if has_text else ''}(`{path}`)" if path else "")
