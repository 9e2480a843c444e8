"""Conferences and their days."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from conferences.admin.base import RowAdmin, RowInline
from conferences.admin.forms import ConferenceForm, DayForm
from conferences.models import Conference, Day


class DayInline(RowInline):
    model = Day
    form = DayForm
    fields = ["number", "date", "title"]


@admin.register(Conference)
class ConferenceAdmin(RowAdmin):
    form = ConferenceForm
    list_display = ["name", "year", "starts", "place", "talk_count", "announcement_count"]
    list_filter = [*RowAdmin.list_filter, "year"]
    search_fields = ["name", "series", "place", "website"]
    fields = [
        "name",
        "slug",
        "series",
        "year",
        ("starts", "ends"),
        "place",
        "website",
        "description",
    ]
    inlines = [DayInline]

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts()

    @admin.display(description=_("talks"), ordering="talk_count")
    def talk_count(self, conference):
        return conference.talk_count

    @admin.display(description=_("announcements"), ordering="announcement_count")
    def announcement_count(self, conference):
        return conference.announcement_count


@admin.register(Day)
class DayAdmin(RowAdmin):
    form = DayForm
    list_display = ["day", "conference", "date", "title"]
    list_select_related = ["conference"]
    search_fields = ["conference__name", "title", "=number", "date"]
    autocomplete_fields = ["conference"]
    fields = ["conference", ("number", "date"), "title", "introduction"]

    def get_readonly_fields(self, request, obj=None):
        """A day stays with its conference: its talks would be at two of them."""
        return [*self.readonly_fields, "conference"] if obj else self.readonly_fields

    @admin.display(description=_("day"), ordering="number")
    def day(self, day):
        return day.label
