"""The one box for everything."""

from dataclasses import replace

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from conferences.models import Announcement
from conferences.pages.asking import Asked
from conferences.pages.facets import facets_of, kinds_of
from conferences.pages.head import SITE, Head, alternates_of, page_address
from conferences.pages.hits import FEED_ROWS, load_hits, load_rows, newest_places
from conferences.pages.releases import attach_releases
from conferences.pages.twins import page_of
from conferences.pages.twins.calendar import CALENDAR_SIZE, calendar_of
from conferences.pages.twins.data import hit_data, list_data
from conferences.pages.twins.feed import FEED_SIZE, feed_of
from conferences.search import RANKED, search, suggest
from conferences.search.filters import Filters

HITS_ON_A_PAGE = 20
DATED = ("talk", "conference")


def search_page(request, twin=""):
    """What the query finds, narrowed and put in order by what the address chooses."""
    asked = Asked(request.path, request.GET)
    if not asked.is_written_so(request.GET):
        return redirect(asked.address(asked.query))
    every = search(asked.text, asked.among, asked.order)
    found = _of_kind(asked, every)
    if twin:
        return TWINS[twin](request, asked, found)
    page = _page_of(request, found)
    context = {
        "head": _head(request, asked, page),
        "asked": asked,
        "searched": asked.text,
        "kinds": kinds_of(asked, every.places),
        "every_kind": asked.address(asked.query_without("kind")),
        "facets": facets_of(asked, found.places),
        "orders": asked.orders if len(found.places) > 1 else [],
        "count": len(found.places),
        "bound": RANKED if found.is_more else 0,
        "page_obj": page,
        "hits": load_hits(found.query, list(page)),
        **({} if found.places else _instead(asked)),
    }
    return render(request, "conferences/search.html", context)


def _of_kind(asked, every):
    """Of all that is found what is of the kind chosen, looked for anew where not all was seen."""
    if not asked.kind:
        return every
    if every.is_more:
        return search(asked.text, asked.among.joined(Filters(kinds=(asked.kind,))), asked.order)
    places = tuple(place for place in every.places if place[0] == asked.kind)
    return replace(every, places=places)


def _page_of(request, found):
    try:
        return Paginator(found.places, HITS_ON_A_PAGE).page(request.GET.get("page") or 1)
    except InvalidPage as error:
        raise Http404(str(error)) from error


def _instead(asked):
    """Where nothing is found: what was perhaps meant, and what there is without the choices."""
    suggestion = suggest(asked.text, asked.among)
    rest = asked.query_without("kind")
    return {
        "suggestion": suggestion,
        "suggested": asked.address(rest | {"q": suggestion.text}),
        "elsewhere": len(search(asked.words).places) if asked.words and asked.chips else 0,
    }


def _head(request, asked, page):
    """The box alone is for robots, what it finds is not: there is no end to what one can ask."""
    if not asked:
        return Head(_("Search"), request.build_absolute_uri(asked.path), SITE)
    address = asked.address(asked.query)
    return Head(
        asked.title,
        page_address(request, address, page),
        _("%(title)s: %(count)s, read out of the recaps of people who were there.")
        % {"title": asked.title, "count": page.paginator.count},
        alternates=alternates_of(request, address, _twins_of(asked)),
        is_indexed=False,
    )


# The twins


def _twins_of(asked):
    return [twin for twin in TWINS if twin != "ics" or asked.kind in ("", *DATED)]


def _feed(request, asked, found):
    rows = load_rows(newest_places(found.places, FEED_SIZE), FEED_ROWS)
    return feed_of(request, asked.title, page_of(asked.address(asked.query)), rows)


def _data(request, asked, found):
    page = _page_of(request, found)
    page.object_list = load_hits(found.query, list(page))
    attach_releases(hit.row for hit in page if hit.row.kind == Announcement.kind)
    return list_data(request, asked.title, page_of(asked.address(asked.query)), page, hit_data)


def _calendar(request, asked, found):
    places = [place for place in found.places if place[0] in DATED]
    return calendar_of(request, asked.title, load_rows(places[:CALENDAR_SIZE]))


TWINS = {"atom": _feed, "json": _data, "ics": _calendar}
