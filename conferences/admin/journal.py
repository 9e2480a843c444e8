"""What happened, to be read: runs, conflicts, decisions, old addresses, identities, mentions."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from conferences.admin.readonly import JournalAdmin, ReadOnlyAdmin
from conferences.admin.rows import list_link
from conferences.models import Conflict, Decision, Identity, Mention, OldAddress, Run, Version


@admin.register(Run)
class RunAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "created_at", "user", "summary"]
    list_filter = ["what"]
    list_select_related = ["user"]
    date_hierarchy = "created_at"
    fields = ["what", "created_at", "user", "summary", "versions", "conflicts", "arguments"]

    @admin.display(description=_("did"))
    def summary(self, run):
        return ", ".join(f"{count} {what}" for what, count in run.counts.items())

    @admin.display(description=_("versions"))
    def versions(self, run):
        return list_link(Version, run.versions.count(), run__id__exact=run.pk)

    @admin.display(description=_("conflicts"))
    def conflicts(self, run):
        return list_link(Conflict, run.conflicts.count(), run__id__exact=run.pk)


@admin.register(Conflict)
class ConflictAdmin(JournalAdmin):
    list_display = ["about", "field", "before", "recaps_say", "person_wrote", "made_at", "state"]
    list_filter = ["outcome", "kind", "field"]
    list_select_related = ["run"]
    date_hierarchy = "made_at"
    search_fields = ["field", "=key"]
    fields = [
        "about",
        "field",
        ("before", "recaps_say", "person_wrote"),
        ("run", "made_at"),
        ("state", "decided_by", "decided_at"),
    ]

    @admin.display(description=_("recaps said"))
    def before(self, conflict):
        return _value(conflict.base)

    @admin.display(description=_("recaps say now"))
    def recaps_say(self, conflict):
        return _value(conflict.said)

    @admin.display(description=_("a person wrote"))
    def person_wrote(self, conflict):
        return _value(conflict.value)

    @admin.display(description=_("state"), ordering="outcome")
    def state(self, conflict):
        return conflict.get_outcome_display() or _("open")


@admin.register(Decision)
class DecisionAdmin(JournalAdmin):
    list_display = ["ruling", "about", "other", "reason", "user", "made_at", "undone_at"]
    list_filter = ["ruling", "kind", ("undone_at", admin.EmptyFieldListFilter)]
    list_select_related = ["user"]
    date_hierarchy = "made_at"
    search_fields = ["reason", "=key", "=other_key"]
    fields = [
        "ruling",
        ("about", "other"),
        "reason",
        ("user", "made_at", "undone_at"),
        "run",
        "receipt",
    ]
    keys = {"about": ("kind", "key"), "other": ("kind", "other_key")}


@admin.register(OldAddress)
class OldAddressAdmin(JournalAdmin):
    list_display = ["slug", "kind", "about"]
    list_filter = ["kind"]
    search_fields = ["slug", "=key"]
    fields = ["slug", "kind", "about"]


@admin.register(Identity)
class IdentityAdmin(JournalAdmin):
    list_display = ["token", "kind", "about"]
    list_filter = ["kind"]
    search_fields = ["token", "=row_key"]
    fields = ["token", "kind", "key", "about"]
    keys = {"about": ("kind", "row_key")}


@admin.register(Mention)
class MentionAdmin(JournalAdmin):
    list_display = ["about", "inside", "start"]
    list_filter = ["kind", "text_kind"]
    search_fields = ["=key", "=text_key"]
    fields = ["about", "inside", ("start", "end")]
    keys = {"about": ("kind", "key"), "inside": ("text_kind", "text_key")}


def _value(value):
    text = "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else value
    return format_html('<div class="value">{}</div>', text)
