"""Speakers, the names and handles that tell them, and their appearances."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from conferences.admin.base import RowAdmin, RowInline
from conferences.admin.forms import AppearanceForm, HandleForm
from conferences.admin.splitting import split_address
from conferences.models import Appearance, Handle, Speaker, SpeakerName


class SpeakerNameInline(RowInline):
    model = SpeakerName
    fields = ["name"]


class HandleInline(RowInline):
    model = Handle
    form = HandleForm
    fields = ["site", "handle"]


@admin.register(Speaker)
class SpeakerAdmin(RowAdmin):
    list_display = ["name", "talk_count"]
    search_fields = ["name", "names__name", "handles__handle"]
    fields = ["name", "slug", "biography"]
    inlines = [SpeakerNameInline, HandleInline]
    markdown_rows = 8

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts()

    def render_change_form(self, request, context, add=False, change=False, **options):
        speaker = options.get("obj")
        if speaker and speaker.talk_count:
            context |= {"split_address": split_address(speaker)}
        return super().render_change_form(request, context, add=add, change=change, **options)

    @admin.display(description=_("talks"), ordering="talk_count")
    def talk_count(self, speaker):
        return speaker.talk_count


@admin.register(SpeakerName)
class SpeakerNameAdmin(RowAdmin):
    list_display = ["name", "speaker"]
    list_select_related = ["speaker"]
    search_fields = ["name", "speaker__name"]
    autocomplete_fields = ["speaker"]
    fields = ["speaker", "name"]
    shown_on = "speaker"


@admin.register(Handle)
class HandleAdmin(RowAdmin):
    form = HandleForm
    list_display = ["__str__", "site", "speaker"]
    list_filter = [*RowAdmin.list_filter, "site"]
    list_select_related = ["speaker"]
    search_fields = ["handle", "speaker__name"]
    autocomplete_fields = ["speaker"]
    fields = ["speaker", ("site", "handle")]
    shown_on = "speaker"


@admin.register(Appearance)
class AppearanceAdmin(RowAdmin):
    form = AppearanceForm
    list_display = ["__str__", "speaker", "talk", "role"]
    list_select_related = ["speaker", "talk__conference"]
    search_fields = ["credited_as", "speaker__name", "talk__title"]
    autocomplete_fields = ["speaker", "talk"]
    fields = ["talk", "speaker", "credited_as", ("role", "order")]
    shown_on = "talk"
