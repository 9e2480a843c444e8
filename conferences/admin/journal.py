"""What happened, to be read: decisions, old addresses, identities, mentions."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from conferences.admin.filters import UndoneFilter
from conferences.admin.readonly import JournalAdmin
from conferences.admin.undoing import UNDOABLE
from conferences.models import Decision, Identity, Mention, OldAddress


@admin.register(Decision)
class DecisionAdmin(JournalAdmin):
    list_display = ["ruling", "about", "other", "reason", "user", "made_at", "undone_at", "undo"]
    list_filter = ["ruling", "kind", UndoneFilter]
    list_select_related = ["user"]
    date_hierarchy = "made_at"
    search_fields = ["reason", "=key", "=other_key"]
    fields = [
        "ruling",
        ("about", "other"),
        "reason",
        ("who", "made_at", "undone_at"),
        "run",
        "undo",
    ]
    keys = {"about": ("kind", "key"), "other": ("kind", "other_key")}

    @admin.display(description=_("undo"), empty_value="")
    def undo(self, decision):
        if decision.undone_at or decision.ruling not in UNDOABLE:
            return ""
        address = reverse("admin:undo", args=[decision.pk])
        return format_html('<a href="{}">{}</a>', address, _("Undo"))


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
