"""The links in a talk's notes, and what each leads to."""

import re
from collections.abc import Collection

from .handles import handle_of
from .inline import Span
from .outline import LinkEntry, LinkKind
from .post import Post, host_of

# By host, then by the words of the link; the first that matches decides.
HOSTS = (
    (LinkKind.SLIDES, re.compile(r"slideshare\.|speakerdeck\.|slides\.com$|noti\.st$|prezi\.")),
    (LinkKind.VIDEO, re.compile(r"youtube\.|youtu\.be$|vimeo\.|blip\.tv$|media\.ccc\.de$|infoq\.")),
    (LinkKind.CODE, re.compile(r"^(?:gist\.)?github\.com$|gitlab\.|bitbucket\.org$|codeberg\.")),
)
WORDS = (
    (LinkKind.SLIDES, re.compile(r"\b(?:slides?|deck|slide contents|folien|diapositivas)\b", re.I)),
    (LinkKind.VIDEO, re.compile(r"\b(?:video|recording|youtube|aufzeichnung)\b", re.I)),
    (LinkKind.CODE, re.compile(r"\b(?:source|code|repo(?:sitory)?|git)\b", re.I)),
    (LinkKind.WRITE_UP, re.compile(r"\b(?:blog|write-?up|notes|summary|article|post)\b", re.I)),
)


def link_kind(url: str, text: str, before: str = "") -> LinkKind:
    """What a link leads to, by its host, its words and the words before it.

    >>> link_kind("https://e.org/x.pdf", "here", "find my slides").value
    'slides'
    """
    for kind, pattern in WORDS[:2]:
        if pattern.search(text):
            return kind
    host = host_of(url)
    for kind, pattern in HOSTS:
        if pattern.search(host):
            return kind
    for kind, pattern in WORDS:
        if pattern.search(text) or pattern.search(before):
            return kind
    return LinkKind.OTHER


def links_in(
    post: Post, blocks: range, start: int, end: int, homepages: Collection[str] = ()
) -> list[LinkEntry]:
    """The links of some blocks that stand between two places of the post.

    Left out are profiles of people, and the homepages given, which are the speakers'.
    """
    found = []
    for index in blocks:
        block = post.blocks[index]
        for span in block.inline.links:
            place = block.inline.source(span.start)
            if not start <= place < end or not span.url.startswith(("http://", "https://")):
                continue
            if span.url in homepages or (handle_of(span.url) and _is_of_person(post, index, span)):
                continue
            text = block.text[span.start : span.end]
            before = block.text[max(0, span.start - 30) : span.start]
            found.append(
                LinkEntry(
                    start=place,
                    end=block.inline.source(span.end - 1) + 1,
                    rule="link",
                    url=span.url,
                    text=" ".join(text.split()),
                    kind=link_kind(span.url, text, before),
                )
            )
    return found


def _is_of_person(post: Post, index: int, span: Span) -> bool:
    """Whether a link stands on a name or in the brackets behind it."""
    return any(
        mention.start <= span.end and span.start < mention.outer and mention.handles
        for mention in post.mentions[index]
    )
