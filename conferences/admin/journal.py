"""What happened, to be read: runs, decisions, old addresses, identities, mentions."""

from django.contrib import admin
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
    list_display_links = ["start"]
    list_filter = ["kind", "text_kind"]
    search_fields = ["=key", "=text_key"]
    fields = ["about", "inside", ("start", "end")]
    keys = {"about": ("kind", "key"), "inside": ("text_kind", "text_key")}
