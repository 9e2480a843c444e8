"""Histories to read: who changed what when and why, texts line by line; rows around told too."""

from collections import defaultdict
from itertools import pairwise

from django.core.exceptions import PermissionDenied
from django.forms.models import _get_foreign_key
from django.http import Http404
from django.urls import reverse
from simple_history.admin import SimpleHistoryAdmin
from simple_history.models import DeletedObject

from conferences.admin.diffs import change_html
from conferences.admin.rows import is_number, row_link

AROUND_READ, AROUND_SHOWN = 500, 100


class HistoryAdmin(SimpleHistoryAdmin):
    object_history_list_template = "admin/conferences/history_list.html"

    def history_view(self, request, object_id, extra_context=None):
        _check_number(object_id)
        around = {"around": self._entries_around(request, object_id)}
        return super().history_view(request, object_id, around | (extra_context or {}))

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        _check_number(object_id)
        _check_number(version_id)
        # simple_history lets everybody who may look at an old version restore it.
        if request.method == "POST" and not self.has_change_permission(request):
            raise PermissionDenied
        return super().history_form_view(request, object_id, version_id, extra_context)

    def set_history_delta_changes(self, request, historical_records, **options):
        for entry in historical_records:
            entry.address = address_of_entry(self.model, entry)
        tell_changes(historical_records)

    def _entries_around(self, request, object_id):
        """The newest entries of the rows that are edited on the row's page."""
        row = self.model.objects.filter(pk=object_id).first()
        if not row or not self.has_view_permission(request):
            return []
        models = [inline.model for inline in self.get_inline_instances(request, row)]
        entries = [
            entry
            for model in models
            if hasattr(model, "history")
            for entry in self._entries_of(request, model, row)
        ]
        entries.sort(key=lambda entry: entry.history_date, reverse=True)
        return entries[:AROUND_SHOWN]

    def _entries_of(self, request, model, parent):
        """The entries of the rows of a model that hang on `parent`, each with its changes."""
        relation = _get_foreign_key(self.model, model)
        found = self.get_history_queryset(request, model.history, relation.attname, parent.pk)
        entries = list(found[:AROUND_READ])
        others = self.admin_site.get_model_admin(model).list_select_related or [None]
        rows = model.objects.select_related(*others).in_bulk({entry.id for entry in entries})
        of_row = defaultdict(list)
        for entry in entries:
            of_row[entry.id].append(entry)
            entry.row_kind, entry.row_link = model.kind, row_link(rows[entry.id])
            entry.address = address_of_entry(model, entry)
        for entries_of_row in of_row.values():
            tell_changes(entries_of_row)
        return entries


def tell_changes(entries):
    """Give each entry, newest first, what it changed of the one before it."""
    entries = list(entries)
    for newer, older in pairwise(entries):
        delta = newer.diff_against(older, foreign_keys_are_objs=True)
        newer.changes = [_told(newer, change) for change in delta.changes]


def _told(entry, change):
    """The changed field by its name, and what became of it as HTML."""
    field = entry._meta.get_field(change.field)
    html = change_html(_words(field, change.old), _words(field, change.new))
    return field.verbose_name, html


def _words(field, value):
    # simple_history takes no row for a deleted one.
    if value is None or value == DeletedObject(field.related_model, None):
        return ""
    return str(dict(field.flatchoices).get(value, value))


def address_of_entry(model, entry):
    name = f"admin:conferences_{model._meta.model_name}_simple_history"
    return reverse(name, args=[entry.id, entry.pk])


def _check_number(text):
    if not is_number(text):
        raise Http404
