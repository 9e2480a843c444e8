"""Undoing decisions: what a merge joined is parted, what was ruled not the same may be one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conferences.admin.removing import reason_of
from conferences.admin.rows import find_rows
from conferences.importing.decisions.unmerging import CannotUndo, check_undoable, undo_decision
from conferences.importing.kinds import KINDS
from conferences.models import Decision

LEFT_TOLD = 20
PLAIN = (Decision.Ruling.NOT_SAME, Decision.Ruling.RELEASE, Decision.Ruling.NOT_RELEASE)
"""Rulings that moved nothing: it is enough that they do not hold any more."""
UNDOABLE = (Decision.Ruling.MERGE, Decision.Ruling.SPLIT, *PLAIN)

UNDONE = {
    Decision.Ruling.MERGE: gettext_lazy(
        "Undone: there are two again, and imports keep them apart."
    ),
    Decision.Ruling.SPLIT: gettext_lazy(
        "Undone: the talks are back with the speaker they were taken from."
    ),
    Decision.Ruling.NOT_SAME: gettext_lazy("Taken back: they may be one after all."),
    Decision.Ruling.RELEASE: gettext_lazy("Taken back: neither leads to the other any more."),
    Decision.Ruling.NOT_RELEASE: gettext_lazy("Taken back: they may be proposed again."),
}


def undo_view(request, number, *, site):
    decision = get_object_or_404(Decision, pk=number)
    row_admin = _admin_of(site, decision)
    if row_admin is None or not row_admin.has_decide_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        return _undo(request, decision)
    rows = find_rows([(decision.kind, decision.key), (decision.kind, decision.other_key)])
    context = site.each_context(request) | {
        "title": _("Undo this decision?"),
        "opts": Decision._meta,
        "decision": decision,
        "why_not": _why_not(decision),
        "stay": rows.get(decision.key),
        "go": rows.get(decision.other_key),
    }
    return TemplateResponse(request, "admin/conferences/undo_decision.html", context)


def rulings_about(row):
    """The decisions that stand about a row and can be undone, newest first."""
    about = Decision.objects.filter(kind=row.kind, ruling__in=UNDOABLE, undone_at=None)
    return _named(about.filter(Q(key=row.key) | Q(other_key=row.key)), row)


def _named(decisions, row):
    """Each with the row that it is about besides the one at hand."""
    decisions = list(decisions)
    others = {d.pk: d.other_key if d.key == row.key else d.key for d in decisions}
    rows = find_rows((row.kind, key) for key in others.values())
    for decision in decisions:
        decision.other_row = rows.get(others[decision.pk])
    return decisions


def _admin_of(site, decision):
    kind = KINDS.get(decision.kind)
    return site.get_model_admin(kind.model) if kind else None


def _why_not(decision):
    if decision.ruling in PLAIN and not decision.undone_at:
        return ""
    try:
        check_undoable(decision)
    except CannotUndo as error:
        return str(error)
    return ""


def _undo(request, decision):
    try:
        left = _take_back(request, decision)
    except CannotUndo as error:
        messages.error(request, _("Not undone: %s.") % error)
    else:
        _tell(request, UNDONE[decision.ruling], left)
    return redirect(_where_to(decision))


def _take_back(request, decision):
    """Undo it, unless another did so since the page was shown."""
    if decision.ruling not in PLAIN:
        return undo_decision(decision, user=request.user, reason=reason_of(request))
    standing = Decision.objects.filter(pk=decision.pk, undone_at=None)
    if not standing.update(undone_at=timezone.now()):
        check_undoable(Decision.objects.get(pk=decision.pk))
    return []


def _tell(request, undone, left):
    messages.success(request, undone)
    for line in left[:LEFT_TOLD]:
        messages.warning(request, _("Left as it is: %s.") % line)


def _where_to(decision):
    row = find_rows([(decision.kind, decision.key)]).get(decision.key)
    if row is None:
        return reverse("admin:conferences_decision_changelist")
    return reverse(f"admin:conferences_{row._meta.model_name}_change", args=[row.pk])
