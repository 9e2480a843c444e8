"""Doubts of the reader: who looked at one says so, and it waits no more."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from conferences.admin.rows import is_number
from conferences.models import Source
from conferences.roles import DECIDE


@admin.action(description=gettext_lazy("Mark as looked at"), permissions=["look"])
def mark_as_looked_at(model_admin, request, queryset):
    count = queryset.doubtful().update(looked_at=timezone.now(), looked_at_by=request.user)
    told = ngettext("%d doubt waits no more.", "%d doubts wait no more.", count)
    messages.success(request, told % count)


@admin.action(description=gettext_lazy("Let wait again"), permissions=["look"])
def let_wait_again(model_admin, request, queryset):
    count = queryset.exclude(looked_at=None).update(looked_at=None, looked_at_by=None)
    told = ngettext("%d doubt waits again.", "%d doubts wait again.", count)
    messages.success(request, told % count)


def may_look(request):
    return any(map(request.user.has_perm, ("conferences.change_source", DECIDE)))


@require_POST
def doubts_view(request, *, site):
    """Mark the doubts that were chosen, and go back to where they were."""
    if not may_look(request):
        raise PermissionDenied
    numbers = filter(is_number, request.POST.getlist("source"))
    sources = Source.objects.filter(pk__in=numbers).exclude(doubt="")
    if sources:
        mark_as_looked_at(site.get_model_admin(Source), request, sources)
    else:
        messages.error(request, _("Choose a doubt that you have looked at."))
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return redirect(back if is_ours else reverse("admin:review"))
