"""Recaps, what was imported of them, and the notes read out of them."""

import json

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from conferences.admin.base import RowAdmin
from conferences.admin.doubts import let_wait_again, mark_as_looked_at, may_look
from conferences.admin.filters import SourceDoubtFilter, ValueFilter
from conferences.admin.importing import ImportAdmin
from conferences.admin.readonly import JournalAdmin, ReadOnlyAdmin, ReadOnlyInline
from conferences.admin.rereading import RereadAdmin
from conferences.admin.rows import list_link
from conferences.models import Note, Recap, RecapPath, Source, Version
from conferences.recaps.formats import decode
from conferences.recaps.outline import RecapError


class PathInline(ReadOnlyInline):
    model = RecapPath
    fields = ["path"]


class VersionInline(ReadOnlyInline):
    model = Version
    fields = ["is_current", "created_at", "reader", "run"]
    show_change_link = True

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("recap", "run")
        return rows.defer("data", "outline").order_by("-pk")


@admin.register(Recap)
class RecapAdmin(RereadAdmin, ImportAdmin, RowAdmin):
    list_display = ["title", "author", "published", "visibility", "note_count"]
    list_filter = [*RowAdmin.list_filter, "visibility", ("language", ValueFilter)]
    date_hierarchy = "published"
    search_fields = ["title", "author", "url", "paths__path"]
    fields = [
        "title",
        "slug",
        "author",
        ("published", "language"),
        "licence",
        "url",
        "visibility",
    ]
    inlines = [VersionInline, PathInline]

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts()

    @admin.display(description=_("notes"), ordering="note_count")
    def note_count(self, recap):
        return recap.note_count


@admin.register(Note)
class NoteAdmin(RowAdmin):
    list_display = ["talk", "recap", "beginning"]
    list_select_related = ["talk__conference", "recap"]
    search_fields = ["text", "talk__title", "recap__title", "recap__author"]
    autocomplete_fields = ["talk", "recap"]
    fields = ["talk", ("recap", "order"), "text"]
    shown_on = "talk"
    markdown_rows = 28

    @admin.display(description=_("text"))
    def beginning(self, note):
        return " ".join(note.text[:200].split())[:90]


@admin.register(RecapPath)
class RecapPathAdmin(ReadOnlyAdmin):
    list_display = ["path", "recap"]
    list_select_related = ["recap"]
    search_fields = ["path", "recap__title"]


@admin.register(Version)
class VersionAdmin(ReadOnlyAdmin):
    list_display = ["recap", "created_at", "is_current", "reader", "run", "short_hash"]
    list_filter = ["is_current", "reader"]
    list_select_related = ["recap", "run"]
    date_hierarchy = "created_at"
    search_fields = ["recap__title", "sha256"]
    fields = [
        "recap",
        ("is_current", "created_at", "reader", "run"),
        "sha256",
        "sources",
        "post",
        "said",
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("data", "outline")

    def view_on_site(self, version):
        return _page(version.recap)

    @admin.display(description="SHA-256", ordering="sha256")
    def short_hash(self, version):
        return version.sha256[:8]

    @admin.display(description=_("sources"))
    def sources(self, version):
        count = version.sources.count()
        return list_link(Source, _("%d statements") % count, version__id__exact=version.pk)

    @admin.display(description=_("the post"))
    def post(self, version):
        return format_html('<pre class="post" tabindex="0">{}</pre>', _text(version))

    @admin.display(description=_("what was read"))
    def said(self, version):
        summary = _("The outline as JSON")
        return format_html(
            "<details><summary>{}</summary>{}</details>", summary, _json(version.outline)
        )


@admin.register(Source)
class SourceAdmin(JournalAdmin):
    actions = [mark_as_looked_at, let_wait_again]
    list_display = ["about", "kind", "recap", "lines", "rule", "doubt"]
    list_display_links = ["lines"]
    list_filter = [SourceDoubtFilter, "kind", "rule", "version__is_current"]
    list_select_related = ["version__recap"]
    search_fields = ["doubt", "rule", "version__recap__title", "=key"]
    fields = [
        "about",
        ("kind", "entry"),
        "version",
        ("lines", "rule", "doubt"),
        ("looked_at", "looked_at_by"),
        "passage",
        "claims",
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("version__data", "version__outline")

    def has_look_permission(self, request):
        return may_look(request)

    def view_on_site(self, source):
        return _page(source.version.recap)

    @admin.display(description=_("recap"), ordering="version")
    def recap(self, source):
        return source.version.recap

    @admin.display(description=_("lines"), ordering="line")
    def lines(self, source):
        is_one = source.line == source.last_line
        return str(source.line) if is_one else f"{source.line}–{source.last_line}"

    @admin.display(description=_("passage"))
    def passage(self, source):
        text = _text(source.version)[source.start : source.end]
        return format_html('<pre class="post" tabindex="0">{}</pre>', text)

    @admin.display(description=_("says"))
    def claims(self, source):
        return _json(source.says)


def _page(recap):
    """The address of the recap's page; None where readers do not see it."""
    is_seen = Recap.objects.visible().filter(pk=recap.pk).exists()
    return recap.get_absolute_url() if is_seen else None


def _text(version):
    try:
        text, _warnings = decode(bytes(version.data))
    except RecapError as error:
        return str(error)
    return text


def _json(data):
    return format_html("<pre>{}</pre>", json.dumps(data, indent=2, ensure_ascii=False))
