"""Topics and their other names; which of them are good ones is for people to say."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from conferences.admin.base import RowAdmin, RowInline
from conferences.admin.saving import save_edit
from conferences.models import Topic, TopicAlias


class TopicAliasInline(RowInline):
    model = TopicAlias
    fields = ["name"]


@admin.action(description=_("Approve"), permissions=["change"])
def approve(model_admin, request, queryset):
    _set_status(model_admin, request, queryset, Topic.Status.APPROVED)


@admin.action(description=_("Reject"), permissions=["change"])
def reject(model_admin, request, queryset):
    _set_status(model_admin, request, queryset, Topic.Status.REJECTED)


def _set_status(model_admin, request, queryset, status):
    for topic in queryset:
        topic.status = status
        save_edit(topic, ["status"], user=request.user)
    message = _("%(count)d topics are %(status)s.")
    values = {"count": len(queryset), "status": status.label}
    model_admin.message_user(request, message % values)


@admin.register(Topic)
class TopicAdmin(RowAdmin):
    list_display = ["name", "status", "talk_count"]
    list_filter = ["status", *RowAdmin.list_filter]
    search_fields = ["name", "aliases__name"]
    fields = ["name", "slug", "status", "description"]
    inlines = [TopicAliasInline]
    actions = [approve, reject, *RowAdmin.actions]
    markdown_rows = 8

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts()

    @admin.display(description=_("talks"), ordering="talk_count")
    def talk_count(self, topic):
        return topic.talk_count


@admin.register(TopicAlias)
class TopicAliasAdmin(RowAdmin):
    list_display = ["name", "topic"]
    list_select_related = ["topic"]
    search_fields = ["name", "topic__name"]
    autocomplete_fields = ["topic"]
    fields = ["topic", "name"]
    shown_on = "topic"
