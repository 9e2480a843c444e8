"""The review page: all that waits for somebody, each one click from its decision."""

from itertools import islice

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from conferences.admin.doubts import may_look
from conferences.admin.duplicates import decidable_kinds, with_addresses
from conferences.admin.rows import find_rows, is_number, row_link
from conferences.admin.topics import set_status
from conferences.admin.waiting import what_waits
from conferences.models import Announcement, Topic

SHOWN = 10
TOPICS_SHOWN = 50


def review_view(request, *, site):
    if request.method == "POST":
        return _judge_topics(request, site)
    groups = [_group(waiting) for waiting in what_waits(request, site)]
    context = site.each_context(request) | {
        "title": _("Review"),
        "groups": groups,
        "decidable_kinds": decidable_kinds(request, site),
        "may_look": may_look(request),
        "may_rule": site.get_model_admin(Announcement).has_decide_permission(request),
        "may_judge": site.get_model_admin(Topic).has_decide_permission(request),
    }
    return TemplateResponse(request, "admin/conferences/review.html", context)


def _judge_topics(request, site):
    """Approve or reject the topics that were ticked."""
    if not site.get_model_admin(Topic).has_decide_permission(request):
        raise PermissionDenied
    numbers = filter(is_number, request.POST.getlist("topic"))
    topics = Topic.objects.filter(pk__in=numbers, status=Topic.Status.PROPOSED)
    status = request.POST.get("status")
    if status in (Topic.Status.APPROVED, Topic.Status.REJECTED) and topics:
        set_status(request, topics, Topic.Status(status))
    else:
        messages.error(request, _("Tick the topics that you approve or reject."))
    return redirect("admin:review")


def _group(waiting):
    """What waits with its oldest, as much as the page has room for."""
    rows = waiting.rows()
    limit = TOPICS_SHOWN if waiting.sort == "topics" else SHOWN
    prepare = PREPARED.get(waiting.sort, list)
    return {
        "waiting": waiting,
        "rows": prepare(list(islice(rows, limit))),
        "more": max(0, waiting.count - limit),
    }


def _with_rows(entries):
    """Conflicts and sources, each with the row that it is about."""
    rows = find_rows((entry.kind, entry.key) for entry in entries)
    for entry in entries:
        entry.row = rows.get(entry.key)
    return entries


PREPARED = {
    "conflicts": _with_rows,
    "doubts": _with_rows,
    "duplicates": with_addresses,
    "unsaid": lambda rows: [row_link(row) for row in rows],
}
