"""How every kind of row is listed and edited."""

from django import forms
from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from conferences.admin.comparing import MERGEABLE
from conferences.admin.filters import DoubtFilter, RemovedFilter
from conferences.admin.forms import LinesField, RowForm, RowFormSet, WebAddressField
from conferences.admin.history import HistoryAdmin
from conferences.admin.merging import merge_address, merge_two
from conferences.admin.previewing import MarkdownArea, PreviewAdmin
from conferences.admin.removing import bring_back, remove_from_site, remove_rows
from conferences.admin.saving import is_there_already, save_edit
from conferences.admin.sharing import tell_meanwhile
from conferences.admin.undoing import rulings_about
from conferences.admin.widgets import NamedAutocomplete
from conferences.importing.writing import take_import_lock
from conferences.models import Source
from conferences.roles import DECIDE

SOURCES_SHOWN = 20
FIELDS = {
    models.TextField: {"form_class": LinesField},
    models.URLField: {"form_class": WebAddressField, "assume_scheme": "https"},
}
MARKDOWN_HELP = _(
    "Markdown: blank lines part paragraphs, **bold**, *italic*, `code`, - lists, [text](address)."
)


class Labelled:
    """Fields as rows need them: Markdown has room, a talk is told with its conference."""

    formfield_overrides = FIELDS
    markdown_rows = 18
    has_preview = True

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == self.model.markdown_field:
            attributes = {"class": "vLargeTextField markdown", "rows": self.markdown_rows}
            kwargs |= {"widget": self._markdown_area(attributes), "help_text": MARKDOWN_HELP}
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def _markdown_area(self, attributes):
        if self.has_preview:
            return MarkdownArea(attributes, model=self.model)
        return forms.Textarea(attributes)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs |= {"widget": NamedAutocomplete(db_field, self.admin_site)}
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        other = self.admin_site.get_model_admin(db_field.related_model)
        field.queryset = field.queryset.select_related(*other.list_select_related or [None])
        field.label_from_instance = other.label
        return field


class RowInline(Labelled, admin.TabularInline):
    """Rows beside their parent, without those removed."""

    form = RowForm
    formset = RowFormSet
    extra = 0
    view_on_site = False
    show_change_link = True
    has_preview = False

    def get_queryset(self, request):
        """What is sent may be about a row that somebody has removed meanwhile."""
        rows = super().get_queryset(request)
        return rows if request.method == "POST" else rows.filter(removed="")

    def has_delete_permission(self, request, obj=None):
        """Ticked rows are removed, which is a change."""
        return self.has_change_permission(request, obj)

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        # Nothing is deleted, so it does not matter what deleting would take along.
        formset.form.hand_clean_DELETE = lambda form: None
        return formset


class RowAdmin(Labelled, PreviewAdmin, HistoryAdmin):
    form = RowForm
    actions = [merge_two, remove_from_site, bring_back]
    readonly_fields = ["edited", "sources"]
    list_filter = [RemovedFilter, DoubtFilter]
    list_per_page = 50
    show_full_result_count = False

    shown_on = ""
    """Field of the row whose page shows this one; empty: the row's own page."""

    @staticmethod
    def label(row):
        """What the row is called where it is chosen from a list."""
        return str(row)

    # Who may do what

    def has_decide_permission(self, request):
        """Whoever may change the rows, or decide what waits of all of them."""
        return self.has_change_permission(request) or request.user.has_perm(DECIDE)

    def has_delete_permission(self, request, obj=None):
        return False

    def get_actions(self, request):
        """Rows of which one may be another can be merged."""
        actions = super().get_actions(request)
        if self.model.kind not in MERGEABLE:
            actions.pop("merge_two", None)
        return actions

    # What is shown

    def render_change_form(self, request, context, add=False, change=False, **options):
        row = options.get("obj")
        if row and row.kind in MERGEABLE and self.has_decide_permission(request):
            context |= {"merge_address": merge_address(row), "rulings": rulings_about(row)}
        return super().render_change_form(request, context, add=add, change=change, **options)

    def get_fieldsets(self, request, obj=None):
        own = [(None, {"fields": self.fields})]
        told = (_("What the recaps say"), {"fields": ["edited", "sources"]})
        return [*own, told] if obj else own

    def get_list_display(self, request):
        return [*self.list_display, "state"]

    def view_on_site(self, row):
        """The address of the page that shows the row; None where readers do not see it."""
        shown = getattr(row, self.shown_on) if self.shown_on else row
        page = type(shown).objects.visible().filter(pk=shown.pk).first()
        return page.get_absolute_url() if row.is_visible and page else None

    @admin.display(description=_("state"), ordering="removed", empty_value="")
    def state(self, row):
        if row.is_visible:
            return ""
        return format_html('<span class="removed">{}</span>', row.get_removed_display())

    @admin.display(description=_("edited by people"))
    def edited(self, row):
        said = row.said or {}
        fields = [row._meta.get_field(name) for name in said if name in _editable(self.fields)]
        differing = [
            (field.verbose_name, said[field.name])
            for field in fields
            if not field.is_relation
            and str(said[field.name] or "") != str(getattr(row, field.name) or "")
        ]
        return format_html_join("", "<p>{}; the recaps say: <q>{}</q></p>", differing) or "-"

    @admin.display(description=_("sources"))
    def sources(self, row):
        found = Source.objects.current().of(row).select_related("version__recap")[:SOURCES_SHOWN]
        lines = [
            (
                reverse("admin:conferences_source_change", args=[source.pk]),
                source.version.recap,
                _lines(source),
                source.doubt,
            )
            for source in found
        ]
        line = '<li><a href="{}">{}, {}</a> <em>{}</em></li>'
        return format_html('<ul class="sources">{}</ul>', format_html_join("", line, lines))

    # What is saved

    def get_object(self, request, object_id, from_field=None):
        """The row as it stands while nobody else writes, if something is to be saved."""
        if request.method == "POST":
            take_import_lock()
        return super().get_object(request, object_id, from_field)

    def save_model(self, request, obj, form, change):
        save_edit(obj, form.edited, user=request.user)
        tell_meanwhile(request, form)

    def save_formset(self, request, form, formset, change):
        formset.save(commit=False)
        for row_form in formset.saved_forms:
            if not is_there_already(row_form.instance):
                save_edit(row_form.instance, row_form.edited, user=request.user)
                tell_meanwhile(request, row_form)
        remove_rows(formset.deleted_objects, user=request.user)


def _lines(source):
    if source.line == source.last_line:
        return _("line %d") % source.line
    return _("lines %(line)d–%(last)d") % {"line": source.line, "last": source.last_line}


def _editable(fields):
    return {name for line in fields for name in ([line] if isinstance(line, str) else line)}
