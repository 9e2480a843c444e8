"""Links in texts that point into this site, at pages that it does not have."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.http import Http404
from django.urls import Resolver404, resolve

from conferences.admin.rows import rows_to_name
from conferences.models import (
    Announcement,
    Conference,
    Day,
    Note,
    Recap,
    Speaker,
    Talk,
    Topic,
)
from conferences.pages.addresses import row_at

# In what `conferences.rendering` lets through: neither to the web nor to a mailbox, and not to a
# place on the page itself. Python and PostgreSQL read it alike.
INSIDE = r'href="(?!https?:|mailto:|#)'
INSIDE_ADDRESS = re.compile(rf'{INSIDE}([^"]*)"')
TEXTS = (Conference, Day, Speaker, Topic, Note, Announcement)
DETAILS = {model.kind: model for model in (Conference, Talk, Speaker, Topic, Recap)}


@dataclass(frozen=True, slots=True)
class DeadLink:
    row: Any
    """In whose text it stands."""
    address: str
    """As it is written there."""


def dead_links():
    """All of them, row by row."""
    linked = [(row, address) for row in _rows_with_links() for address in _addresses(row)]
    is_there = {target: leads_somewhere(target) for target in {_target(*link) for link in linked}}
    return [DeadLink(*link) for link in linked if not is_there[_target(*link)]]


def leads_somewhere(path):
    """Whether a reader who asks for the path gets a page."""
    try:
        match = resolve(path)
    except Resolver404:
        return False
    model = DETAILS.get(match.url_name.removesuffix("-twin")) if match.url_name else None
    if not model:
        return True
    try:
        return not row_at(model, match.kwargs["slug"]).removed
    except Http404:
        return False


def _rows_with_links():
    for model in TEXTS:
        yield from rows_to_name(model).visible().filter(html__regex=INSIDE).order_by("pk")


def _addresses(row):
    return dict.fromkeys(unescape(found) for found in INSIDE_ADDRESS.findall(row.html))


def _target(row, address):
    """The path that a browser asks for when the link is followed from the row's page."""
    shown_on = getattr(row, "talk", None) or row
    return urlsplit(urljoin(shown_on.get_absolute_url(), address)).path
