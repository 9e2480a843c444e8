"""Taking rows off the site and bringing them back. Nothing is ever deleted."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.utils import bulk_update_with_history

from conferences.importing.conflicts import drop_conflicts
from conferences.importing.refolding import follow_visibility, hide_what_nobody_sees_told
from conferences.models import Decision, Removed, Source
from conferences.upkeep import keep_up

SHOWN = 100  # names on the page that asks whether so many rows are meant
NAMED = 3  # names in the message that tells what was done


@transaction.atomic
def remove_rows(rows, *, user, reason=""):
    """The rows removed by a person's decision; those merged into others stay what they are."""
    rows = [row for row in rows if row.removed in ("", Removed.UNSAID, Removed.HIDDEN)]
    for row in rows:
        row.removed = Removed.BY_PERSON
        row.changed_at = timezone.now()
    if rows:
        bulk_update_with_history(
            rows,
            type(rows[0]),
            ["removed", "changed_at"],
            batch_size=200,
            default_user=user,
            default_change_reason=_reason(reason, _("Removed from the site")),
        )
    ruling = Decision.Ruling.REMOVE
    Decision.objects.bulk_create(
        Decision(ruling=ruling, kind=row.kind, key=row.key, reason=reason[:500], user=user)
        for row in rows
    )
    drop_conflicts([row.key for row in rows])
    keep_up({(row.kind, row.key) for row in rows})
    follow_visibility([row for row in rows if row.kind == "recap"], user=user)
    return rows


@transaction.atomic
def bring_rows_back(rows, *, user, reason=""):
    """The rows that came back: not those merged, nor those whose place is taken by now."""
    back = []
    sources = Source.objects.current().of(*rows)
    said = set(sources.order_by().values_list("kind", "key"))
    for row in rows:
        # What no recap says is there because a person wants it.
        by_hand = row.by_hand or (row.kind, row.key) not in said
        if row.removed in (Removed.BY_PERSON, Removed.UNSAID) and _has_place(row):
            row._history_user, row.by_hand = user, by_hand
            row._change_reason = _reason(reason, _("Brought back to the site"))
            row.save(update_fields=["removed", "by_hand", "changed_at"])
            back.append(row)
    undo_removals(back)
    keep_up({(row.kind, row.key) for row in back})
    hide_what_nobody_sees_told([row for row in back if row.kind != "recap"], user=user)
    follow_visibility([row for row in back if row.kind == "recap"], user=user)
    return back


def undo_removals(rows):
    """Note that the decisions to remove the rows no longer hold."""
    decisions = Decision.objects.filter(ruling=Decision.Ruling.REMOVE, undone_at=None)
    decisions.filter(key__in=[row.key for row in rows]).update(undone_at=timezone.now())


@admin.action(description=gettext_lazy("Remove from the site"), permissions=["decide"])
def remove_from_site(model_admin, request, queryset):
    return _ask_then(remove_rows, _("Remove from the site"), model_admin, request, queryset)


@admin.action(description=gettext_lazy("Bring back"), permissions=["decide"])
def bring_back(model_admin, request, queryset):
    return _ask_then(bring_rows_back, _("Bring back"), model_admin, request, queryset)


def _ask_then(act, name, model_admin, request, queryset):
    """The page that asks; once it is answered, the deed."""
    if "confirmed" not in request.POST:
        return _ask(act, name, model_admin, request, queryset)
    chosen = list(queryset)
    rows = act(chosen, user=request.user, reason=reason_of(request))
    LogEntry.objects.log_actions(request.user.pk, rows, CHANGE, name)
    _report(name, rows, len(chosen) - len(rows), model_admin, request)


def _report(name, rows, left, model_admin, request):
    names = ", ".join(map(str, rows[:NAMED])) + (", …" if len(rows) > NAMED else "")
    if rows:
        model_admin.message_user(request, f"{name} ({len(rows)}): {names}")
    if left:
        why = _("%d not: merged, done before, or another row has taken the place.") % left
        model_admin.message_user(request, why, messages.WARNING)


def _ask(act, name, model_admin, request, queryset):
    is_all = request.POST.get("select_across") == "1"
    chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
    context = model_admin.admin_site.each_context(request) | {
        "title": name,
        "opts": model_admin.opts,
        "action": request.POST["action"],
        "is_removal": act is remove_rows,
        "rows": queryset[:SHOWN],
        "more": max(queryset.count() - SHOWN, 0),
        # The rest of a whole list is found again by its address, not listed in the form.
        "chosen": chosen[:1] if is_all else chosen,
        "select_across": is_all,
        "media": model_admin.media,
    }
    return TemplateResponse(request, "admin/conferences/confirm.html", context)


def _has_place(row):
    """Whether no other row has taken the place of the removed one, which is then there again."""
    removed, row.removed = row.removed, ""
    try:
        row.validate_constraints()
    except ValidationError:
        row.removed = removed
        return False
    return True


def reason_of(request):
    """Why, as a person wrote it on a page; PostgreSQL keeps no text with a NUL."""
    return request.POST.get("reason", "").replace("\0", "").strip()


def _reason(reason, otherwise):
    return (reason or otherwise)[:100]
