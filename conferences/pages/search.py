"""The one box for everything."""

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from conferences.pages.head import Head
from conferences.pages.hits import load_hits
from conferences.search import RANKED, search, suggest
from conferences.search.query import LONGEST_QUERY

HITS_ON_A_PAGE = 20
KINDS = {
    "talk": _("Talks"),
    "speaker": _("Speakers"),
    "topic": _("Topics"),
    "conference": _("Conferences"),
    "announcement": _("Announcements"),
}


def search_page(request):
    """What the query finds, the best first; a kind narrows it. Nothing typed makes it fail."""
    text = request.GET.get("q", "")[:LONGEST_QUERY].replace("\0", "").strip()
    kind = request.GET.get("kind", "")
    found = search(text)
    places = [place for place in found.places if kind not in KINDS or place[0] == kind]
    page = _page_of(places, request.GET.get("page") or 1)
    context = {
        "head": _head(request, text),
        "searched": text,
        "kind": kind if kind in KINDS else "",
        "kinds": _count_kinds(found.places),
        "count": len(found.places),
        "bound": RANKED if found.is_more else 0,
        "page_obj": page,
        "hits": load_hits(found.query, list(page)),
        "suggestion": None if found.places else suggest(text),
    }
    return render(request, "conferences/search.html", context)


def _head(request, text):
    title = _("Search for “%(text)s”") % {"text": text} if text else _("Search")
    return Head(title, request.build_absolute_uri(), is_indexed=False)


def _page_of(places, number):
    try:
        return Paginator(places, HITS_ON_A_PAGE).page(number)
    except InvalidPage as error:
        raise Http404(str(error)) from error


def _count_kinds(places):
    """Each kind with its label and how many hits are of it."""
    kinds = [kind for kind, _key in places]
    return [
        {"value": value, "label": label, "count": kinds.count(value)}
        for value, label in KINDS.items()
    ]
