"""The page for an address at which there is nothing, with what was perhaps meant by it."""

import logging
from dataclasses import dataclass

from django.db import DatabaseError
from django.db.models import Q, Value
from django.shortcuts import render

from conferences.models import Conference, Recap, Speaker, Talk, Topic
from conferences.pages.hits import load_rows, plain_hit
from conferences.recaps.folding import slugify
from conferences.search import search_loosely

MODELS = (Talk, Speaker, Topic, Conference, Recap)
SECTIONS = {name: model.kind for model in MODELS for name in (model.kind, f"{model.kind}s")}
LONGEST_PATH = 200
MOST_SLUGS = 3
SHORTEST_BEGINNING = 4
CANDIDATES = 20
MOST = 5

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an address seems to ask for."""

    slugs: list[str]
    kind: str = ""

    @property
    def words(self):
        return [word for slug in self.slugs for word in slug.split("-")]


def page_not_found(request, exception):
    wanted = read_path(request.path)
    context = {"wanted": " ".join(wanted.words), "hits": _hits(wanted)}
    return render(request, "404.html", context, status=404)


def read_path(path):
    """What a path asks for; whatever its bytes, and however long it is.

    >>> read_path("/speaker/Jane_Doe")
    Wanted(slugs=['jane-doe'], kind='speaker')
    """
    parts = [slug for part in path[:LONGEST_PATH].split("/") if (slug := slugify(part))]
    kinds = [SECTIONS[part] for part in parts if part in SECTIONS]
    slugs = [part for part in parts if part not in SECTIONS]
    return Wanted(slugs[-MOST_SLUGS:], kinds[0] if kinds else "")


def _hits(wanted):
    """A page that is missing is never worth one that fails."""
    try:
        return [plain_hit(row) for row in _likely_rows(wanted)] if wanted.slugs else []
    except DatabaseError:
        logger.exception("Nothing could be suggested for %s", wanted)
        return []


def _likely_rows(wanted):
    """Rows at the address but for the section first, then those of the section."""
    places = [*_places_by_slug(wanted.slugs), *_places_by_words(wanted.words)]
    rows = load_rows(list(dict.fromkeys(places)))
    rows.sort(key=lambda row: (row.slug not in wanted.slugs, row.kind != wanted.kind))
    return rows[:MOST]


def _places_by_slug(slugs):
    """Rows whose address is, or begins with, one of `slugs`."""
    like = Q(slug__in=slugs)
    for slug in slugs:
        if len(slug) >= SHORTEST_BEGINNING:
            like |= Q(slug__startswith=slug)
    first, *others = (
        model.objects.visible()
        .filter(like)
        .order_by()
        .values_list(Value(model.kind), "key", "slug")
        for model in MODELS
    )
    found = first.union(*others, all=True).order_by("slug")[:CANDIDATES]
    return [(kind, key) for kind, key, _slug in found]


def _places_by_words(words):
    """Rows found by the words, but for announcements, which have no address to mistype."""
    kinds = SECTIONS.values()
    return [place for place in search_loosely(words).places if place[0] in kinds][:CANDIDATES]
