"""The quality page: what the catalogue lacks, each gap one click from the form that fills it."""

from django.contrib.admin.views.decorators import staff_member_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from conferences.admin.doubts import may_look
from conferences.pages.head import Head, page_address
from conferences.pages.quality.checks import CHECKS

SHOWN = 8
ON_A_PAGE = 50


@staff_member_required
def overview(request):
    """Every sort of gap with its count and the first of its rows."""
    pages = {check: Paginator(check.find(), SHOWN) for check in _allowed(request)}
    context = {
        "head": _head(request, _("Quality")),
        "groups": [_group(check, own) for check, own in pages.items() if own.count],
        "clean": [check for check, own in pages.items() if not own.count],
        "may_look": may_look(request),
    }
    return render(request, "conferences/quality.html", context)


@staff_member_required
def gap_list(request, name):
    """All rows with one sort of gap, page by page."""
    check = next((check for check in _allowed(request) if check.name == name), None)
    if check is None:
        raise Http404(f"No check is called {name}")
    try:
        page = Paginator(check.find(), ON_A_PAGE).page(request.GET.get("page") or 1)
    except InvalidPage as error:
        raise Http404(str(error)) from error
    context = {
        "head": _head(request, check.title, page),
        "check": check,
        "page_obj": page,
        "gaps": check.show(list(page)),
        "may_look": may_look(request),
    }
    return render(request, "conferences/quality_list.html", context)


def _group(check, pages):
    gaps = check.show(list(pages.page(1)))
    return {"check": check, "gaps": gaps, "count": pages.count, "more": pages.count - len(gaps)}


def _allowed(request):
    """The checks of which the person may mend what they find."""
    allowed = [check for check in CHECKS if request.user.has_perm(check.right)]
    if not allowed:
        raise PermissionDenied
    return allowed


def _head(request, title, page=None):
    return Head(title, page_address(request, request.path, page), is_indexed=False)
