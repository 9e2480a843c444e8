"""What could be meant while somebody types, for the box on our pages and for the browser's own.

In the format that browsers know: what was typed, then names, what they are, and their addresses.
https://github.com/dewitt/opensearch/blob/master/mediawiki/Specifications/OpenSearch/Extensions/Suggestions/1.1/Draft%201.wiki
"""

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from conferences.search.completing import complete
from conferences.search.query import LONGEST_QUERY
from conferences.search.tied import MODELS

KEPT = 60  # seconds
KEPT_LONG = 24 * 3600


@cache_control(public=True, max_age=KEPT)
def suggestions(request):
    text = request.GET.get("q", "")[:LONGEST_QUERY].replace("\0", "")
    rows = complete(text)
    data = [
        text,
        [row.name for row in rows],
        [_description(row) for row in rows],
        [request.build_absolute_uri(_address(row)) for row in rows],
    ]
    return JsonResponse(data, safe=False, content_type="application/x-suggestions+json")


@cache_control(public=True, max_age=KEPT_LONG)
def description(request):
    """How a browser can search here from its own bar."""
    media_type = "application/opensearchdescription+xml"
    context = {"site": request.build_absolute_uri("/").rstrip("/")}
    return render(request, "opensearch.xml", context, content_type=media_type)


def _address(row):
    return reverse(f"conferences:{row.kind}", args=[row.slug])


def _description(row):
    """What kind of thing it is, and what tells it from others of the same name."""
    noun = str(MODELS[row.kind]._meta.verbose_name)
    if row.alias:
        return _("%(noun)s, also %(alias)s") % {"noun": noun, "alias": row.alias}
    return f"{noun}, {row.year}" if row.year and row.kind == "talk" else noun
