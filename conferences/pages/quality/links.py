"""Links in texts that point into this site, at pages that it does not have."""

import re
from collections import defaultdict
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.db.models import Q
from django.urls import Resolver404, resolve

from conferences.admin.rows import rows_to_name
from conferences.models import (
    Announcement,
    Conference,
    Day,
    Note,
    OldAddress,
    Recap,
    Removed,
    Speaker,
    Talk,
    Topic,
)

# In what `conferences.rendering` lets through: neither to the web nor to a mailbox, and not to a
# place on the page itself. Python and PostgreSQL read it alike.
RELATIVE = r'href="(?!https?:|mailto:|#)'
ADDRESS = re.compile(r'<a [^>]*?href="([^"#][^"]*)"')
TEXTS = (Conference, Day, Speaker, Topic, Note, Announcement)
PAGES = {
    "conference": Conference,
    "day": Conference,
    "talk": Talk,
    "speaker": Speaker,
    "topic": Topic,
    "topics-both": Topic,
    "recap": Recap,
}
MOST_MERGERS = 10
"""A row was merged into one that was merged: so often it is followed."""


@dataclass(frozen=True, slots=True)
class DeadLink:
    row: Any
    """In whose text it stands."""
    address: str
    """As it is written there."""


def dead_links():
    """All of them, row by row; queries do not grow with them."""
    links = [
        (DeadLink(row, address), _match(path))
        for row in _rows_with_links()
        for address, path in _inside(row)
    ]
    rows, days = _standing_pages(match for _link, match in links if match)
    return [link for link, match in links if not match or not _stands(match, rows, days)]


# Where links lead


def _rows_with_links():
    inside = Q(html__regex=RELATIVE)
    for host in _own_hosts():
        inside |= Q(html__contains=f"://{host}")
    for model in TEXTS:
        yield from rows_to_name(model).visible().filter(inside).order_by("pk")


def _own_hosts():
    return {host for host in settings.ALLOWED_HOSTS if not host.startswith((".", "*"))}


def _inside(row):
    """Each address in a text that leads into the site, with the path that a browser asks for."""
    shown_on = getattr(row, "talk", None) or row
    base = f"http://localhost{shown_on.get_absolute_url()}"
    own = {"localhost", *_own_hosts()}
    for address in dict.fromkeys(map(unescape, ADDRESS.findall(row.html))):
        try:
            parts = urlsplit(urljoin(base, address))
        except ValueError:  # as "http://[", which no browser opens either
            continue
        if parts.hostname in own and not parts.path.startswith(settings.STATIC_URL):
            yield address, unquote(parts.path) or "/"


def _match(path):
    """What answers at a path, which may want the slash at its end; None where nothing does."""
    for tried in (path, f"{path}/"):
        try:
            return resolve(tried)
        except Resolver404:
            continue
    return None


# What is there


def _wanted(match):
    """The model and the slugs of what a page is about; no model: a page that is always there."""
    is_ours = match.namespaces == ["conferences"]
    model = PAGES.get(match.url_name.removesuffix("-twin")) if is_ours else None
    return model, [match.kwargs[part] for part in ("slug", "other") if part in match.kwargs]


def _standing_pages(matches):
    """By model the slugs that lead to a row, and by conference the days that are there."""
    wanted = defaultdict(set)
    for match in matches:
        model, slugs = _wanted(match)
        wanted[model].update(slugs)
    wanted.pop(None, None)
    rows = {model: _standing(model, slugs) for model, slugs in wanted.items()}
    there = Day.objects.visible().filter(conference__slug__in=wanted[Conference])
    days = defaultdict(set)
    for slug, *known_by in there.values_list("conference__slug", "number", "date"):
        days[slug].update(known_by)
    return rows, days


def _standing(model, slugs):
    there = set(model.objects.visible().filter(slug__in=slugs).values_list("slug", flat=True))
    leads = dict(_moved(model, slugs - there))
    for _step in range(MOST_MERGERS):
        merged = model.objects.filter(key__in=leads.values(), removed=Removed.MERGED)
        into = dict(merged.values_list("key", "merged_into__key"))
        if not into:
            break
        leads = {slug: into.get(key, key) for slug, key in leads.items()}
    visible = model.objects.visible().filter(key__in=leads.values())
    found = set(visible.values_list("key", flat=True))
    return there | {slug for slug, key in leads.items() if key in found}


def _moved(model, slugs):
    """Slugs that rows once had, or that merged rows have, each with the key it leads to."""
    yield from OldAddress.objects.filter(kind=model.kind, slug__in=slugs).values_list("slug", "key")
    merged = model.objects.filter(slug__in=slugs, removed=Removed.MERGED)
    yield from merged.values_list("slug", "merged_into__key")


def _stands(match, rows, days):
    model, slugs = _wanted(match)
    if model is None:
        return True
    if "day" in match.kwargs and slugs[0] in days:
        return not days[slugs[0]].isdisjoint(match.kwargs["day"].values())
    return rows[model].issuperset(slugs)
