"""Notes in Markdown -> HTML that any page may show; `mark_safe` stands in this package alone.

markdown-it-py says what a note means (`reading`), the note is written anew in a form that
Python-Markdown cannot misread or stumble over (`blocks`, `inline`, `marks`), Python-Markdown
makes the HTML (`converting`), and an allow-list has the last word (`cleaning`).

There is no deadline, which a thread could not keep: every text up to the limit is rendered in
time about linear in its size, because each step bounds what it takes on. Past the limit, and
should a step fail, the text is shown as it stands.
"""

import html
import logging
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.utils.safestring import SafeString, mark_safe

from conferences.rendering.blocks import BlockWriter
from conferences.rendering.cleaning import clean, clean_inline, strip_tags
from conferences.rendering.converting import convert
from conferences.rendering.inline import InlineWriter
from conferences.rendering.marks import opaque, unmark, usable
from conferences.rendering.reading import read_line, read_note

RENDERER = 1  # raised with every change of what is rendered, so that stored HTML can be renewed
NOTE_LIMIT = 64_000  # bytes; what hostile text costs is bounded by it

# Whichever nh3 wrote it: older ones leave "<" and ">" in titles of links as they are.
TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?:[^">]|"[^"]*")*>')
BLOCK_TAG = re.compile(
    r"<(?:/?(?:p|h[1-6]|li|ul|ol|blockquote|pre|table|tr|td|th|dl|dt|dd)|br|hr)\b"
)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Link:
    """A place in HTML that leads to another page; `form` is how it is shown."""

    start: int
    end: int
    text: str
    url: str
    form: str


class NoteTooLong(ValueError):
    pass


def check_note(text: str) -> None:
    size = len(text.encode(errors="replace"))
    if size > NOTE_LIMIT:
        raise NoteTooLong(
            f"This text is {size:,} bytes long, {NOTE_LIMIT:,} is the most: please shorten it."
        )


def render_markdown(text: str, *, base: str = "") -> SafeString:
    """Safe HTML of a note; relative links are resolved against `base`.

    >>> render_markdown("# Swarm\\n\\nwith `List<int>`")
    '<h3>Swarm</h3>\\n<p>with <code>List&lt;int&gt;</code></p>'
    """
    return mark_safe(clean(_rendered(usable(text), base, _note)))


def render_inline(text: str, *, base: str = "") -> SafeString:
    """Safe HTML of one line: emphasis, code and links, but no blocks.

    >>> render_inline("- **Swarm** has `x < y`")
    '- <strong>Swarm</strong> has <code>x &lt; y</code>'
    """
    return mark_safe(clean_inline(_rendered(" ".join(usable(text).split()), base, _line)))


def stored_html(page: str) -> SafeString:
    """HTML that this module rendered and a row kept, for a page to show as it stands."""
    return mark_safe(page)


def linked_html(page: str, links: Collection[Link]) -> SafeString:
    """Stored HTML with links put in; those whose text is not where they say it is are left out.

    >>> linked_html("<p>by Jane Doe</p>", [Link(6, 14, "Jane Doe", "/jane/", "person")])
    '<p>by <a class="person" href="/jane/">Jane Doe</a></p>'
    """
    parts: list[str] = []
    place = 0
    tags = [tag.span() for tag in TAG.finditer(page)] if links else []
    for link in sorted(links, key=lambda link: link.start):
        if link.start >= place and _stands_in(page, tags, link):
            parts += [page[place : link.start], _opening(link), page[link.start : link.end], "</a>"]
            place = link.end
    return mark_safe("".join([*parts, page[place:]]))


def plain_text(page: str) -> str:
    """What a reader sees of rendered HTML, one line a block.

    >>> plain_text("<p>Docker &amp; <em>Swarm</em></p><ul><li>a</li></ul>")
    'Docker & Swarm\\na'
    """
    page = BLOCK_TAG.sub(r"\n\g<0>", page).replace("<sup>", " ").replace("</sup>", " ")
    text = html.unescape(strip_tags(page))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _stands_in(page: str, tags: Sequence[tuple[int, int]], link: Link) -> bool:
    """Whether the link's text is there, outside of a tag: the HTML may be another by now."""
    text = " ".join(html.unescape(page[link.start : link.end]).split())
    before = bisect_right(tags, (link.start, len(page)))
    is_in_tag = before > 0 and tags[before - 1][1] > link.start
    return text == link.text and not is_in_tag


def _opening(link: Link) -> str:
    return f'<a class="{html.escape(link.form)}" href="{html.escape(link.url)}">'


def _rendered(text: str, base: str, write: Callable[[str, InlineWriter], str]) -> str:
    """The page of the text, or the text as it stands where there can be none."""
    try:
        check_note(text)
        name = sha256(text.encode()).hexdigest()[:8]
        return unmark(convert(write(text, InlineWriter(name, base=base, size=len(text)))))
    except NoteTooLong:
        pass
    except Exception:  # a note is never worth a page that fails
        logger.exception("A note of %d characters could not be rendered", len(text))
    return f"<pre>{unmark(opaque(text))}</pre>"


def _note(text: str, inline: InlineWriter) -> str:
    return BlockWriter(inline).write(read_note(text))


def _line(text: str, inline: InlineWriter) -> str:
    return inline.write_line(read_line(text))
