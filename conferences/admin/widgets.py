"""Widgets of the admin's forms that say what they are for."""

from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.text import capfirst


class NamedAutocomplete(AutocompleteSelect):
    """Says what to choose while nothing is chosen: screen readers have no other name for it."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        named = {"data-placeholder": capfirst(self.field.verbose_name)}
        return super().build_attrs(base_attrs, extra_attrs) | named
