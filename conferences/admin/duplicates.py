"""Likely duplicates of one kind, with what speaks for and against, one click from a decision."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from conferences.admin.merging import merge_address
from conferences.importing.duplicates import FINDERS, likely_duplicates
from conferences.importing.kinds import KINDS

AT_ONCE = 50


def duplicates_view(request, kind, *, site):
    if kind not in FINDERS:
        raise Http404
    row_admin = site.get_model_admin(KINDS[kind].model)
    if not row_admin.has_view_or_change_permission(request):
        raise PermissionDenied
    page = Paginator(with_addresses(likely_duplicates(kind)), AT_ONCE).get_page(
        request.GET.get("p")
    )
    context = site.each_context(request) | {
        "title": _("Likely duplicates: %s") % row_admin.opts.verbose_name_plural,
        "opts": row_admin.opts,
        "kind": kind,
        "kinds": [
            (name, KINDS[name].model._meta.verbose_name_plural, name == kind) for name in FINDERS
        ],
        "page": page,
        "decidable_kinds": decidable_kinds(request, site),
    }
    return TemplateResponse(request, "admin/conferences/duplicates.html", context)


def decidable_kinds(request, site):
    """The kinds of rows that the person may merge or keep apart."""
    admins = {kind: site.get_model_admin(KINDS[kind].model) for kind in FINDERS}
    return {kind for kind, own in admins.items() if own.has_decide_permission(request)}


def with_addresses(pairs):
    """The pairs, each with where it is looked at; the row that came first stays."""
    found = []
    for likely in pairs:
        stay, go = sorted((likely.one, likely.other), key=lambda row: row.pk)
        found.append({"likely": likely, "stay": stay, "go": go, "address": merge_address(stay, go)})
    return found
