"""Announcements and their topics."""

from django.contrib import admin

from conferences.admin.base import RowAdmin, RowInline
from conferences.admin.forms import SameConferenceForm
from conferences.importing.releases import releases_about
from conferences.models import Announcement, AnnouncementTopic


class AnnouncementTopicInline(RowInline):
    model = AnnouncementTopic
    fields = ["tag"]
    autocomplete_fields = ["tag"]


@admin.register(Announcement)
class AnnouncementAdmin(RowAdmin):
    form = SameConferenceForm
    list_display = ["__str__", "status", "conference", "talk"]
    list_filter = [*RowAdmin.list_filter, "status"]
    list_select_related = ["conference", "talk__conference"]
    search_fields = ["text", "conference__name", "talk__title"]
    autocomplete_fields = ["conference", "day", "talk"]
    fields = ["text", ("status", "order"), "conference", ("talk", "day")]
    inlines = [AnnouncementTopicInline]
    markdown_rows = 5

    def render_change_form(self, request, context, add=False, change=False, **options):
        row = options.get("obj")
        if row and row.is_visible:
            may_rule = self.has_decide_permission(request)
            context |= {"releases": releases_about(row.key), "may_rule": may_rule}
        return super().render_change_form(request, context, add=add, change=change, **options)


@admin.register(AnnouncementTopic)
class AnnouncementTopicAdmin(RowAdmin):
    list_display = ["tag", "content_object"]
    list_select_related = ["tag", "content_object"]
    search_fields = ["tag__name", "content_object__text"]
    autocomplete_fields = ["tag", "content_object"]
    fields = ["tag", "content_object"]
    shown_on = "content_object"
