"""Runs: what each import did, to which posts and rows; and undoing one, shown first."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conferences.admin.history import address_of_entry, tell_changes
from conferences.admin.planning import ImportPlan, planned_undo
from conferences.admin.readonly import ReadOnlyAdmin
from conferences.admin.rows import list_link, row_link
from conferences.importing.kinds import KINDS
from conferences.importing.runs import with_posts
from conferences.importing.undo import undo_run
from conferences.models import Conflict, Decision, Run
from conferences.roles import DECIDE

SHOWN = 200
GIVEN = 10
"""So many of the paths that an import was called with are told."""


@admin.register(Run)
class RunAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "created_at", "user", "post_count", "did", "given"]
    list_filter = ["what"]
    list_select_related = ["user"]
    date_hierarchy = "created_at"
    fields = ["what", "created_at", "who", "did", "given", ("conflicts", "decisions")]

    def get_urls(self):
        view = self.admin_site.admin_view(self.undo_view)
        return [path("<int:run_id>/undo/", view, name="conferences_run_undo"), *super().get_urls()]

    def get_queryset(self, request):
        return with_posts(super().get_queryset(request))

    # What is shown

    def change_view(self, request, object_id, form_url="", extra_context=None):
        run = self.get_object(request, object_id)
        shown = run and {
            "posts": posts_of(run),
            "changed_rows": changed_rows(run),
            "may_undo": is_undoable(run) and self.may_undo(request),
        }
        context = (extra_context or {}) | (shown or {})
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description=gettext_lazy("posts"), ordering="posts")
    def post_count(self, run):
        if run.undone:
            return format_html('{} <span class="removed">{}</span>', run.posts, _("undone"))
        return run.posts or ""

    @admin.display(description=gettext_lazy("did"))
    def did(self, run):
        return run.did

    @admin.display(description=gettext_lazy("called with"))
    def given(self, run):
        told = ", ".join(map(str, run.arguments[:GIVEN]))
        more = len(run.arguments) - GIVEN
        return told if more <= 0 else _("%(told)s and %(more)d more") % {"told": told, "more": more}

    @admin.display(description=gettext_lazy("conflicts"))
    def conflicts(self, run):
        return list_link(Conflict, run.conflicts.count(), run__id__exact=run.pk)

    @admin.display(description=gettext_lazy("decisions"))
    def decisions(self, run):
        return list_link(Decision, run.decisions.count(), run__id__exact=run.pk)

    # What is undone

    def may_undo(self, request):
        """Who may import, or decide what waits."""
        may_import = request.user.has_perms(["conferences.add_recap", "conferences.change_recap"])
        return may_import or request.user.has_perm(DECIDE)

    def undo_view(self, request, run_id):
        if not self.may_undo(request):
            raise PermissionDenied
        run = get_object_or_404(self.get_queryset(request), pk=run_id)
        if run.what != Run.IMPORT:
            raise Http404
        if request.method != "POST":
            return self._ask(request, run, plan_undo(run, request.user))
        plan, undo = carry_out_undo(run, request.user, request.POST.get("plan"))
        if undo is None:
            messages.warning(request, _("The catalogue has changed since: this is the new plan."))
            return self._ask(request, run, plan)
        told = {"run": run, "undo": undo, "did": undo.did or _("no row changed")}
        messages.success(request, _("%(run)s is undone, as %(undo)s: %(did)s.") % told)
        return redirect("admin:conferences_run_change", undo.pk)

    def _ask(self, request, run, plan):
        context = self.admin_site.each_context(request) | {
            "title": _("Undo %s") % run,
            "run": run,
            "plan": plan,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/conferences/undo.html", context)


def is_undoable(run):
    return run.what == Run.IMPORT and run.posts > run.undone


def plan_undo(run, user):
    """What undoing the run would do; nothing of it is done."""
    return _planned(undo_run(run, user=user, dry_run=True))


def carry_out_undo(run, user, digest):
    """The plan and the run of the undo, carried out where the plan is the one of the digest."""
    with transaction.atomic():
        undone = undo_run(run, user=user)
        plan = _planned(undone)
        if plan.digest != digest or undone.by is None:
            transaction.set_rollback(True)
            return plan, None
    return plan, undone.by


def _planned(undone):
    return ImportPlan(tuple(map(planned_undo, undone.posts)))


@dataclass(frozen=True)
class Shown:
    """The first of what a run's page has to show."""

    entries: tuple
    is_all: bool

    @classmethod
    def first_of(cls, entries):
        return cls(tuple(entries[:SHOWN]), is_all=len(entries) <= SHOWN)


def posts_of(run):
    """The versions that an import made, or an undo withdrew."""
    versions = run.withdrawn_versions if run.what == Run.UNDO else run.versions
    found = versions.select_related("recap", "withdrawn_by").prefetch_related("recap__paths")
    return Shown.first_of(found.defer("data", "outline").order_by("pk")[: SHOWN + 1])


def changed_rows(run):
    """What imports and undoings did to rows: they name themselves in the histories."""
    entries = []
    for kind in KINDS.values():
        if len(entries) <= SHOWN:
            entries += _entries(kind.model, run, SHOWN + 1 - len(entries))
    return Shown.first_of(entries)


def _entries(model, run, count):
    own = model.history.filter(
        history_date__range=(run.created_at, run.changed_at),
        history_change_reason__startswith=f"{run}: ",
    )
    entries = list(own.select_related("history_user").order_by("-history_date", "-pk")[:count])
    if entries:
        _add_changes(model, run, entries)
    return entries


def _add_changes(model, run, entries):
    """Give each entry what it changed of the one before it, which may be of an earlier run."""
    of_row = defaultdict(list)
    for entry in entries:
        of_row[entry.id].append(entry)
    before = model.history.filter(id__in=of_row, history_date__lt=run.created_at)
    latest = {entry.id: entry for entry in before.order_by("history_date", "pk")}
    others = admin.site.get_model_admin(model).list_select_related or [None]
    rows = model.objects.select_related(*others).in_bulk(of_row)
    for pk, own in of_row.items():
        tell_changes([*own, latest[pk]] if pk in latest else own)
    for entry in entries:
        entry.row_kind, entry.row_link = model.kind, row_link(rows[entry.id])
        entry.address = address_of_entry(model, entry)
