"""Talks with everything that hangs on them: appearances, notes, links, news, topics."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from conferences.admin.base import RowAdmin, RowInline
from conferences.admin.filters import ValueFilter
from conferences.admin.forms import AppearanceForm, RowFormSet, SameConferenceForm
from conferences.admin.saving import save_edit
from conferences.models import Announcement, Appearance, Link, Note, Talk, TalkTopic


class AppearanceInline(RowInline):
    model = Appearance
    form = AppearanceForm
    fields = ["speaker", "credited_as", "role", "order"]
    autocomplete_fields = ["speaker"]


class NoteInline(RowInline):
    model = Note
    template = "admin/edit_inline/stacked.html"
    fields = [("recap", "order"), "text"]
    autocomplete_fields = ["recap"]
    has_preview = True


class LinkInline(RowInline):
    model = Link
    fields = ["link_kind", "url", "text", "order"]


class AnnouncementFormSet(RowFormSet):
    """News told in a talk are news of its conference."""

    def save_new(self, form, commit=True):
        form.instance.conference = self.instance.conference
        form.instance.day = self.instance.day
        return super().save_new(form, commit)


class AnnouncementInline(RowInline):
    model = Announcement
    formset = AnnouncementFormSet
    fields = ["text", "status", "order"]
    markdown_rows = 3


class TalkTopicInline(RowInline):
    model = TalkTopic
    fields = ["tag"]
    autocomplete_fields = ["tag"]


@admin.register(Talk)
class TalkAdmin(RowAdmin):
    form = SameConferenceForm
    list_display = ["__str__", "speakers", "conference", "day_label", "talk_kind"]
    list_filter = [
        *RowAdmin.list_filter,
        "talk_kind",
        ("language", ValueFilter),
        "conference__year",
    ]
    list_select_related = ["conference", "day"]
    search_fields = ["title", "subject", "conference__name", "appearances__credited_as"]
    autocomplete_fields = ["conference", "day"]
    fields = [
        "title",
        "subject",
        "slug",
        ("conference", "day"),
        ("talk_kind", "language", "position"),
    ]
    inlines = [AppearanceInline, TalkTopicInline, NoteInline, AnnouncementInline, LinkInline]

    @staticmethod
    def label(talk):
        return f"{talk} – {talk.conference}"

    def get_queryset(self, request):
        return super().get_queryset(request).for_cards()

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "conference" in form.changed_data:
            self._move_news(obj, request.user)

    def _move_news(self, talk, user):
        """Announcements go with their talk to another conference."""
        for announcement in talk.announcements.all():
            announcement.conference, announcement.day = talk.conference, talk.day
            save_edit(announcement, ["conference", "day"], user=user)

    @admin.display(description=_("speakers"))
    def speakers(self, talk):
        return ", ".join(str(appearance) for appearance in talk.visible_appearances)

    @admin.display(description=_("day"), ordering="day__number")
    def day_label(self, talk):
        return talk.day.label if talk.day else ""


@admin.register(Link)
class LinkAdmin(RowAdmin):
    list_display = ["__str__", "link_kind", "talk"]
    list_filter = [*RowAdmin.list_filter, "link_kind"]
    list_select_related = ["talk__conference"]
    search_fields = ["url", "text", "talk__title"]
    autocomplete_fields = ["talk"]
    fields = ["talk", ("link_kind", "order"), "url", "text"]
    shown_on = "talk"


@admin.register(TalkTopic)
class TalkTopicAdmin(RowAdmin):
    list_display = ["tag", "content_object"]
    list_select_related = ["tag", "content_object__conference"]
    search_fields = ["tag__name", "content_object__title"]
    autocomplete_fields = ["tag", "content_object"]
    fields = ["tag", "content_object"]
    shown_on = "content_object"
