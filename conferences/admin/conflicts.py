"""Conflicts: what both a person and the posts changed, decided in one click."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBadRequest, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conferences.admin.diffs import is_long, line_diff
from conferences.admin.filters import OutcomeFilter
from conferences.admin.readonly import JournalAdmin
from conferences.admin.rows import key_link, models_by_kind
from conferences.importing.conflicts import PRESENCE, CannotDecide, decide
from conferences.importing.kinds import KINDS
from conferences.models import Conflict, Removed

KEPT, TAKEN = Conflict.Outcome.KEPT, Conflict.Outcome.TAKEN
REASONS_TOLD = 5


@admin.action(description=gettext_lazy("Keep the persons' values"), permissions=["view"])
def keep(model_admin, request, queryset):
    model_admin.decide_all(request, queryset, KEPT)


@admin.action(description=gettext_lazy("Take the posts' values"), permissions=["view"])
def take(model_admin, request, queryset):
    model_admin.decide_all(request, queryset, TAKEN)


@admin.register(Conflict)
class ConflictAdmin(JournalAdmin):
    list_display = ["about", "field", "state", "before", "person_wrote", "posts_say"]
    list_display_links = ["field"]
    list_filter = [OutcomeFilter, "kind", "field"]
    list_select_related = ["run"]
    date_hierarchy = "made_at"
    search_fields = ["field", "=key"]
    actions = [keep, take]
    fields = [
        "about",
        "field",
        ("before", "person_wrote", "posts_say"),
        "state",
        ("decided_by", "decided_at"),
        ("run", "made_at"),
    ]

    def get_urls(self):
        view = self.admin_site.admin_view(self.decide_view)
        name = "conferences_conflict_decide"
        return [path("<int:conflict_id>/decide/", view, name=name), *super().get_urls()]

    # What is shown

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        for conflict in changelist.result_list:
            conflict.may_decide = self.may_decide(request, conflict)
        return changelist

    def get_object(self, request, object_id, from_field=None):
        if conflict := super().get_object(request, object_id, from_field):
            conflict.may_decide = self.may_decide(request, conflict)
        return conflict

    def named_rows(self, conflict):
        """Also those that stand in a field for a row."""
        yield from super().named_rows(conflict)
        if relation := _relation(conflict):
            values = (conflict.base, conflict.value, conflict.said)
            yield from ((relation, value) for value in values if value)

    @admin.display(description=gettext_lazy("the posts said"))
    def before(self, conflict):
        return self._value(conflict, conflict.base)

    @admin.display(description=gettext_lazy("a person wrote"))
    def person_wrote(self, conflict):
        return self._changed_value(conflict, conflict.value)

    @admin.display(description=gettext_lazy("the posts say now"))
    def posts_say(self, conflict):
        return self._changed_value(conflict, conflict.said)

    @admin.display(description=gettext_lazy("decision"), ordering="outcome")
    def state(self, conflict):
        """How it was decided; of an open one the two buttons, in the form around the page."""
        if conflict.outcome:
            return conflict.get_outcome_display()
        if not conflict.may_decide:
            return _("open")
        button = '<button type="submit" name="outcome" value="{}" formaction="{}">{}</button>'
        address = reverse("admin:conferences_conflict_decide", args=[conflict.pk])
        return format_html(
            '<div class="decide">' + button + button + "</div>",
            *(KEPT, address, _("Keep the person's")),
            *(TAKEN, address, _("Take the posts'")),
        )

    def _value(self, conflict, value):
        if conflict.field == PRESENCE:
            text = Removed(value).label if value else _("on the site")
        elif value and (relation := _relation(conflict)):
            text = key_link(conflict.rows, relation, value)
        else:
            text = _words(value)
        return format_html('<div class="value">{}</div>', text)

    def _changed_value(self, conflict, value):
        """A long text by how it differs from what the posts said before."""
        texts = _words(conflict.base), _words(value)
        if _relation(conflict) or not any(map(is_long, texts)):
            return self._value(conflict, value)
        return line_diff(*texts)

    # What is decided

    def may_decide(self, request, conflict):
        """Who may change the row may say what stands in it."""
        row_admin = self.admin_site.get_model_admin(models_by_kind()[conflict.kind])
        return row_admin.has_decide_permission(request)

    def decide_view(self, request, conflict_id):
        conflict = get_object_or_404(Conflict, pk=conflict_id)
        if not self.may_decide(request, conflict):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if request.POST.get("outcome") not in (KEPT, TAKEN):
            return HttpResponseBadRequest("outcome must be one of: kept, taken")
        _decide(request, [conflict], Conflict.Outcome(request.POST["outcome"]))
        waiting = reverse("admin:conferences_conflict_changelist")
        return redirect(f"{waiting}?outcome={OutcomeFilter.OPEN}")

    def decide_all(self, request, conflicts, outcome):
        conflicts = list(conflicts)
        if not all(self.may_decide(request, conflict) for conflict in conflicts):
            raise PermissionDenied
        # The oldest first: later ones of the same row were told of later.
        _decide(request, reversed(conflicts), outcome)


def _decide(request, conflicts, outcome):
    """Decide each by itself and tell what became of them."""
    done, refused = 0, []
    for conflict in conflicts:
        try:
            decide(conflict, outcome, request.user)
            done += 1
        except CannotDecide as error:
            refused.append(_("%(conflict)s: %(reason)s") % {"conflict": conflict, "reason": error})
    if done:
        told = {"count": done, "outcome": outcome.label}
        messages.success(request, _("Decided (%(count)d): %(outcome)s.") % told)
    if refused:
        more = _("; and %d more") % (len(refused) - REASONS_TOLD)
        text = "; ".join(refused[:REASONS_TOLD]) + (more if len(refused) > REASONS_TOLD else "")
        messages.warning(request, _("Not decided: %s") % text)


def _relation(conflict):
    """The kind of row that the field's values are keys of; empty for plain values."""
    kind = KINDS.get(conflict.kind)
    relations = {rule.name: rule.relation for rule in kind.rules} if kind else {}
    return relations.get(conflict.field, "")


def _words(value):
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
