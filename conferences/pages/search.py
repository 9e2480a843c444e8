"""The one box for everything."""

from dataclasses import replace

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from conferences.pages.asking import Asked
from conferences.pages.facets import facets_of, kinds_of
from conferences.pages.head import Head, page_address
from conferences.pages.hits import load_hits
from conferences.search import RANKED, search, suggest
from conferences.search.filters import Filters

HITS_ON_A_PAGE = 20


def search_page(request):
    """What the query finds, the best first, narrowed by what the address chooses."""
    asked = Asked(request.path, request.GET)
    if not asked.is_written_so(request.GET):
        return redirect(asked.address(asked.query))
    every = search(asked.text, asked.among)
    found = _of_kind(asked, every)
    page = _page_of(found.places, request.GET.get("page") or 1)
    context = {
        "head": _head(request, asked, page),
        "asked": asked,
        "searched": asked.text,
        "kinds": kinds_of(asked, every.places),
        "every_kind": asked.address(asked.query_without("kind")),
        "facets": facets_of(asked, found.places),
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
        return search(asked.text, asked.among.joined(Filters(kinds=(asked.kind,))))
    places = tuple(place for place in every.places if place[0] == asked.kind)
    return replace(every, places=places)


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
    title = asked.title if asked else _("Search")
    address = page_address(request, asked.address(asked.query), page)
    return Head(title, address, is_indexed=False)


def _page_of(places, number):
    try:
        return Paginator(places, HITS_ON_A_PAGE).page(number)
    except InvalidPage as error:
        raise Http404(str(error)) from error
