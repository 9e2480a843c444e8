"""From a kind and a key to the row they name, and to its place in the admin."""

from collections import defaultdict

from django.apps import apps
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from conferences.models import CatalogueRow

LONGEST_NUMBER = 18
"""Digits: no database counts rows further."""


def is_number(text):
    """Whether a row could have the number, which may be anything that somebody sent."""
    return text.isdecimal() and len(text) <= LONGEST_NUMBER


def models_by_kind():
    models = apps.get_app_config("conferences").get_models()
    return {model.kind: model for model in models if issubclass(model, CatalogueRow)}


def find_rows(kinds_and_keys):
    """The rows by their keys, in one query a kind."""
    by_kind = defaultdict(set)
    for kind, key in kinds_and_keys:
        by_kind[kind].add(key)
    models = models_by_kind()
    return {
        row.key: row
        for kind, keys in by_kind.items()
        if kind in models
        for row in rows_to_name(models[kind]).filter(key__in=keys)
    }


def row_link(row):
    """A link to where the row is edited."""
    name = f"admin:conferences_{row._meta.model_name}_change"
    return format_html('<a href="{}">{}</a>', reverse(name, args=[row.pk]), str(row) or row.key)


def key_link(rows, kind, key):
    """A link to the row, or what is known of one that is not there."""
    return row_link(rows[key]) if key in rows else _("%s, not here") % f"{kind} {key[:6]}"


def list_link(model, text, **filters):
    """A link to the list of a model, narrowed."""
    address = reverse(f"admin:conferences_{model._meta.model_name}_changelist")
    return format_html('<a href="{}?{}">{}</a>', address, urlencode(filters), text)


def name_of(model, count):
    """What so many rows of a model are called."""
    return model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural


def rows_to_name(model):
    """The rows with what their names are made of."""
    related = admin.site.get_model_admin(model).list_select_related
    return model.objects.select_related(*related or [None])
