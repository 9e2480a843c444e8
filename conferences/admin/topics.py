"""Topics and their other names; which of them are good ones is for people to say."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from conferences.admin.base import RowAdmin, RowInline
from conferences.admin.saving import save_edit
from conferences.models import Topic, TopicAlias


class TopicAliasInline(RowInline):
    model = TopicAlias
    fields = ["name"]


@admin.action(description=_("Approve"), permissions=["decide"])
def approve(model_admin, request, queryset):
    set_status(request, queryset, Topic.Status.APPROVED)


@admin.action(description=_("Reject"), permissions=["decide"])
def reject(model_admin, request, queryset):
    set_status(request, queryset, Topic.Status.REJECTED)


def set_status(request, topics, status):
    topics = list(topics)
    for topic in topics:
        topic.status = status
        save_edit(topic, ["status"], user=request.user)
    values = {"count": len(topics), "status": status.label}
    messages.info(request, _("%(count)d topics are %(status)s.") % values)


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
