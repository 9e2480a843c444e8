"""The head of a page of HTML -> what it says of the post, under the keys of front matter."""

import html
import re
from collections.abc import Iterator

from .html_elements import read_attributes

PAGE = re.compile(r"<!doctype html|<html[\s>]", re.IGNORECASE)
HEAD_END = re.compile(r"</head\s*>|<body[\s>]", re.IGNORECASE)
TAG = re.compile(r"<(html|meta|link)(?=\s)([^<>]{0,2000})>", re.IGNORECASE)
TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{0,1000})</title", re.IGNORECASE)
# What tells a field: `lang`, the element `title`, a link's `rel`, else the `name`, `property` or
# `itemprop` of an element `meta`; of those for one field the better first.
NAMES = {
    "lang": "lang",
    "og:title": "title",
    "title": "title",
    "dc.title": "title",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "article:published_time": "date",
    "datepublished": "date",
    "dc.date": "date",
    "dcterms.created": "date",
    "date": "date",
    "keywords": "tags",
    "canonical": "canonical",
    "og:url": "canonical",
    "license": "license",
}


def find_head(text: str, start: int) -> tuple[int, int] | None:
    """Where the head of a page that begins at `start` ends, tags included; None for no page."""
    if not PAGE.match(text, start):
        return None
    end = HEAD_END.search(text, start)
    if end is None:
        return None
    return end.start(), end.end() if end[0].startswith("</") else end.start()


def read_head(head: str) -> dict[str, str]:
    """The fields; of several that say the same the first of `NAMES` counts.

    >>> read_head('<html lang="en"><title>Day &amp; night</title>')
    {'lang': 'en', 'title': 'Day & night'}
    """
    said: dict[str, str] = {}
    for name, value in _said(head):
        if value.strip():
            said.setdefault(name, value)
    if (title := TITLE.search(head)) and title[1].strip():
        said["title"] = html.unescape(title[1])
    fields: dict[str, str] = {}
    for name, key in NAMES.items():
        if name in said:
            fields.setdefault(key, said[name])
    return fields


def _said(head: str) -> Iterator[tuple[str, str]]:
    for tag in TAG.finditer(head):
        attributes = read_attributes(tag[2])
        name = tag[1].lower()
        if name == "html":
            yield "lang", attributes.get("lang", "")
        elif name == "link":
            for rel in attributes.get("rel", "").lower().split():
                yield rel, attributes.get("href", "")
        else:
            for key in ("name", "property", "itemprop"):
                yield attributes.get(key, "").lower(), attributes.get("content", "")
