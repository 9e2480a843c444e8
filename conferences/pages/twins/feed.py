"""Atom: what came in last, whatever the order of the page."""

import re
from datetime import UTC, datetime

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from conferences.pages.twins import TWINS
from conferences.pages.twins.entries import entry_of

FEED_SIZE = 50
# What XML cannot hold, not even escaped.
NO_CHARACTERS = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(Atom1Feed):
    """Where nothing came in yet, that does not change from one look to the next."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


def newest(rows):
    """Of `rows` those for a feed, by when they came in: their keys are counted up."""
    return rows.order_by("-pk")[:FEED_SIZE]


def feed_of(request, title, page, rows):
    """The feed of `rows`, beside the page at the address `page`."""
    feed = Feed(
        title=clean(title),
        link=request.build_absolute_uri(page),
        description="",
        language=get_language(),
        feed_url=request.build_absolute_uri(),
        feed_guid=request.build_absolute_uri(),
    )
    for row in rows:
        _add(feed, entry_of(row), request)
    response = HttpResponse(content_type=f"{TWINS['atom'].media_type}; charset=utf-8")
    feed.write(response, "utf-8")
    return response


def _add(feed, entry, request):
    row, host = entry.row, request.get_host().partition(":")[0]
    feed.add_item(
        title=clean(entry.title),
        link=request.build_absolute_uri(entry.address),
        description=clean(entry.html),
        author_name=clean(entry.author) or host,
        pubdate=row.created_at,
        updateddate=row.changed_at,
        unique_id=f"tag:{host},{row.created_at:%Y-%m-%d}:{entry.identity.replace(' ', '-')}",
    )


def clean(text):
    return NO_CHARACTERS.sub("", text)
