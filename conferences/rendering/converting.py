"""Python-Markdown, told to read exactly what `blocks` and `inline` write."""

import threading
import xml.etree.ElementTree as etree
from re import Match

from markdown import Markdown
from markdown.blockprocessors import build_block_parser
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import (
    LINK_RE,
    InlineProcessor,
    LinkInlineProcessor,
    SimpleTagInlineProcessor,
)
from markdown.treeprocessors import build_treeprocessors
from markdown.util import AtomicString, Registry

from conferences.rendering.marks import CODE


def convert(source: str) -> str:
    """HTML, still with the stand-ins of `marks`; only for text made by `blocks` or `inline`."""
    return _own.markdown.reset().convert(source)


# The stubs know `handleMatch` only as the old patterns had it.
class CodeSpan(InlineProcessor):
    def handleMatch(  # type: ignore[override]
        self, m: Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        code = etree.Element("code")
        code.text = AtomicString(m[1])
        return code, m.start(), m.end()


class FootnoteLink(InlineProcessor):
    """`^id target label^`: the two ends of a footnote link to each other."""

    def handleMatch(  # type: ignore[override]
        self, m: Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        raised = etree.Element("sup")
        link = etree.SubElement(raised, "a", {"id": m[1], "href": f"#{m[2]}"})
        link.text = AtomicString(m[3])
        return raised, m.start(), m.end()


class NoteMarkdown(Markdown):
    """No raw HTML, no references, no escapes, and one reading for each sign.

    Every pattern is a pair of marks with none between, so none of them can look back or ahead
    over more than it takes: time is linear in the text.
    """

    def build_parser(self) -> "NoteMarkdown":
        self.preprocessors = Registry()
        self.parser = build_block_parser(self)
        self.parser.blockprocessors.deregister("setextheader")
        self.parser.blockprocessors.deregister("reference")
        self.inlinePatterns = Registry()
        for priority, (name, pattern) in enumerate(reversed(self._patterns())):
            self.inlinePatterns.register(pattern, name, priority)
        self.treeprocessors = build_treeprocessors(self)
        self.postprocessors = Registry()
        return self

    def _patterns(self) -> list[tuple[str, InlineProcessor]]:
        return [
            ("code", CodeSpan(f"{CODE}([^{CODE}]+){CODE}")),
            ("footnote", FootnoteLink(r"\^(\S+) (\S+) ([^^]+)\^")),
            ("link", LinkInlineProcessor(LINK_RE, self)),
            ("strike", SimpleTagInlineProcessor(r"(~)([^~]+)~", "del")),
            ("strong", SimpleTagInlineProcessor(r"(_)([^_]+)_", "strong")),
            ("emphasis", SimpleTagInlineProcessor(r"(\*)([^*]+)\*", "em")),
        ]


class _Own(threading.local):
    """A converter keeps its state while it works, so each thread has its own."""

    def __init__(self) -> None:
        self.markdown = NoteMarkdown(
            extensions=[
                # As an attribute: the policy of our pages lets no browser apply inline styles.
                TableExtension(use_align_attribute=True),
                DefListExtension(),
                SaneListExtension(),
            ]
        )


_own = _Own()
