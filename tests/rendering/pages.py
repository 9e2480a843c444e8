"""What a reader sees of a page, and how the page is built; by Python's own parser."""

import re
from collections import Counter
from html.parser import HTMLParser

INLINE = {"a", "code", "del", "em", "s", "strong"}
COMPARED = {"href", "title", "start", "class", "style", "align"}


class Outline(HTMLParser):
    """The tags of a page in order, with the attributes that matter, and the text between."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        kept = "".join(f" {name}={value}" for name, value in attributes if name in COMPARED)
        self._tag(tag, f"<{tag}{kept}>")

    def handle_endtag(self, tag: str) -> None:
        self._tag(tag, f"</{tag}>")

    def handle_data(self, text: str) -> None:
        self.text.append(text)
        if words := " ".join(text.split()):
            self.parts.append(words)

    def _tag(self, tag: str, written: str) -> None:
        self.parts.append(written)
        if tag not in INLINE:
            self.text.append("\n")


def outline(page: str) -> list[str]:
    return Outline(page).parts


def words(page: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", "".join(Outline(page).text)))
