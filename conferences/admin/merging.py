"""Merging two rows: both side by side, field by field, and what will move, before anything does."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conferences.admin.comparing import (
    MERGEABLE,
    choices_of,
    moved_by,
    posts_about,
    why_not_one,
)
from conferences.admin.removing import reason_of
from conferences.admin.rows import is_number
from conferences.admin.widgets import NamedAutocomplete
from conferences.importing.decisions.merging import CannotMerge, merge_rows
from conferences.importing.decisions.unmerging import rule_not_same
from conferences.importing.duplicates import FINDERS, look_at
from conferences.importing.kinds import KINDS


@admin.action(description=gettext_lazy("Merge two rows"), permissions=["decide"])
def merge_two(model_admin, request, queryset):
    """Leads to the page that shows both."""
    rows = list(queryset[:3])
    if len(rows) != 2:
        messages.error(request, _("Choose two rows to merge."))
        return None
    return redirect(merge_address(*rows))


def merge_address(stay, go=None):
    """Where `go` is merged into `stay`, or where another row is chosen."""
    query = {"stay": stay.pk} | ({"go": go.pk} if go else {})
    return reverse("admin:merge", args=[stay.kind]) + f"?{urlencode(query)}"


def merge_view(request, kind, *, site):
    row_admin = _admin_of(site, kind)
    allowed = row_admin.has_decide_permission(request)
    if not allowed:
        raise PermissionDenied
    if request.method == "POST":
        return _act(request, row_admin)
    stay = _row(row_admin.model, request.GET.get("stay"))
    if "go" not in request.GET:
        return _ask(request, site, row_admin, stay)
    go = _row(row_admin.model, request.GET["go"])
    if why := why_not_one(stay, go):
        messages.error(request, why)
        return _ask(request, site, row_admin, stay)
    return _compare(request, site, row_admin, stay, go)


def _admin_of(site, kind):
    if kind not in MERGEABLE:
        raise Http404
    return site.get_model_admin(KINDS[kind].model)


def _row(model, number):
    if not is_number(number or ""):
        raise Http404
    return get_object_or_404(model, pk=number)


def _ask(request, site, row_admin, stay):
    """Which other row is the same?"""
    field = row_admin.model._meta.get_field("merged_into")
    widget = NamedAutocomplete(field, site)
    others = row_admin.model.objects.exclude(pk=stay.pk)
    choice = forms.ModelChoiceField(others, widget=widget, label=_("The same as"))
    form = type("OtherForm", (forms.Form,), {"go": choice})()
    context = {"stay": stay, "form": form, "media": row_admin.media + form.media}
    title = _("Merge “%s” with another") % row_admin.label(stay)
    return _page(request, site, row_admin, "merge_with.html", title=title, **context)


def _compare(request, site, row_admin, stay, go):
    kind = row_admin.model.kind
    context = {
        "stay": stay,
        "go": go,
        "likely": look_at(kind, stay.key, go.key) if kind in FINDERS else None,
        "choices": choices_of(row_admin, stay, go),
        "moved": list(moved_by(kind, go)),
        "posts": posts_about(go),
        "old_address": row_admin.view_on_site(go),
        "other_way": merge_address(go, stay),
        "media": row_admin.media,
    }
    title = _("Are these one %s?") % row_admin.opts.verbose_name
    return _page(request, site, row_admin, "merge.html", title=title, **context)


def _act(request, row_admin):
    stay, go = (_row(row_admin.model, request.POST.get(name)) for name in ("stay", "go"))
    act = ACTS.get(request.POST.get("act"))
    if act is None:
        return HttpResponseBadRequest(f"act must be one of: {', '.join(ACTS)}")
    if why := why_not_one(stay, go):
        messages.error(request, why)
        return redirect(merge_address(stay))
    return act(request, row_admin, stay, go)


def _merge(request, row_admin, stay, go):
    chosen, reason = _chosen(request, choices_of(row_admin, stay, go)), reason_of(request)
    try:
        merge_rows(stay.kind, stay.key, go.key, user=request.user, reason=reason, chosen=chosen)
    except CannotMerge as error:
        messages.error(request, _("Not merged: %s.") % error)
        return redirect(merge_address(stay))
    told = {"go": row_admin.label(go), "stay": row_admin.label(stay)}
    messages.success(request, _("“%(go)s” lives on in “%(stay)s”.") % told)
    return redirect(reverse(f"admin:conferences_{stay._meta.model_name}_change", args=[stay.pk]))


def _keep_apart(request, row_admin, stay, go):
    rule_not_same(stay.kind, stay.key, go.key, user=request.user, reason=reason_of(request))
    told = {"one": stay, "other": go}
    messages.success(request, _("Remembered: “%(one)s” is not “%(other)s”.") % told)
    if stay.kind in FINDERS:
        return redirect("admin:duplicates", stay.kind)
    return redirect(f"admin:conferences_{stay._meta.model_name}_changelist")


ACTS = {"merge": _merge, "not-same": _keep_apart}


def _chosen(request, choices):
    """The fields taken from the row that goes: as chosen, or where it alone has something."""
    return [
        choice.name
        for choice in choices
        if choice.theirs and (not choice.ours or request.POST.get(f"take-{choice.name}") == "go")
    ]


def _page(request, site, row_admin, template, **context):
    shared = site.each_context(request) | {"opts": row_admin.opts, "kind": row_admin.model.kind}
    return TemplateResponse(request, f"admin/conferences/{template}", shared | context)
