"""What was planned and may have been released since, each pair one click from its decision."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from conferences.admin.removing import reason_of
from conferences.admin.rows import is_number
from conferences.importing.decisions.releasing import CannotRule, rule_release
from conferences.importing.releases import likely_releases
from conferences.models import Announcement

AT_ONCE = 50
ACTS = {"confirm": True, "refuse": False}


def releases_view(request, *, site):
    row_admin = site.get_model_admin(Announcement)
    if not row_admin.has_view_or_change_permission(request):
        raise PermissionDenied
    may_rule = row_admin.has_decide_permission(request)
    if request.method == "POST":
        return _rule(request, may_rule=may_rule)
    context = site.each_context(request) | {
        "title": _("Planned, and released since?"),
        "opts": row_admin.opts,
        "page": Paginator(likely_releases(), AT_ONCE).get_page(request.GET.get("p")),
        "may_rule": may_rule,
    }
    return TemplateResponse(request, "admin/conferences/releases.html", context)


def _rule(request, *, may_rule):
    if not may_rule:
        raise PermissionDenied
    act = request.POST.get("act")
    if act not in ACTS:
        return HttpResponseBadRequest(f"act must be one of: {', '.join(ACTS)}")
    one, other = (_key(request.POST.get(name, "")) for name in ("one", "other"))
    try:
        reason, is_release = reason_of(request), ACTS[act]
        rule_release(one, other, is_release=is_release, user=request.user, reason=reason)
    except CannotRule as error:
        messages.error(request, _("Nothing was decided: %s.") % error)
    else:
        messages.success(request, _("Confirmed.") if is_release else _("Remembered."))
    return redirect(_way_back(request))


def _key(number):
    found = Announcement.objects.filter(pk=number) if is_number(number) else None
    return found.values_list("key", flat=True).first() or "" if found else ""


def _way_back(request):
    """The page that was decided on: one of this site."""
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, None) and back.startswith("/")
    return back if is_ours else reverse("admin:releases")
