"""The allow-list every rendered text passes last."""

import re

import nh3

TAGS = {"a", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "h3", "h4", "h5", "h6",
        "hr", "li", "ol", "p", "pre", "strong", "sup", "table", "tbody", "td", "th", "thead",
        "tr", "ul"}  # fmt: skip
INLINE_TAGS = {"a", "br", "code", "del", "em", "strong"}

REL = "nofollow ugc noopener noreferrer"

# To the web, to a mailbox, or relative with neither a host nor anything like a scheme.
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\\]+|(?!//)(?![^/?#]*:)[^\s\\]+", re.IGNORECASE)

# What each attribute may hold. An id without a prefix of our own could stand in for the page's.
VALUES = {
    "href": ADDRESS,
    "rel": re.compile(REL),
    "title": re.compile(r"[\s\S]*"),
    "id": re.compile(r"(?:note|ref)-[0-9a-f]{8}-[0-9]{1,5}"),
    "class": re.compile(r"language-[A-Za-z0-9_+#-]{1,30}"),
    "start": re.compile(r"[0-9]{1,9}"),
    "align": re.compile(r"left|center|right"),
}


def clean(page: str) -> str:
    """Only what a note may hold; nothing of the text is taken away."""
    return NOTE.clean(page)


def clean_inline(page: str) -> str:
    return LINE.clean(page)


def strip_tags(page: str) -> str:
    return TEXT.clean(page)


def _allowed_value(tag: str, attribute: str, value: str) -> str | None:
    allowed = VALUES.get(attribute)  # nh3 asks for attributes of refused tags too
    return value if allowed and allowed.fullmatch(value) else None


def _cleaner(tags: set[str]) -> nh3.Cleaner:
    attributes = {
        "a": {"href", "title", "id"},
        "code": {"class"},
        "ol": {"start"},
        "td": {"align"},
        "th": {"align"},
        "*": set(),
    }
    return nh3.Cleaner(
        tags=tags,
        attributes={tag: names for tag, names in attributes.items() if tag in tags | {"*"}},
        attribute_filter=_allowed_value,
        url_schemes={"http", "https", "mailto"},
        link_rel=REL,
        clean_content_tags=set(),
        strip_comments=True,
    )


NOTE = _cleaner(TAGS)
LINE = _cleaner(INLINE_TAGS)
TEXT = _cleaner(set())
