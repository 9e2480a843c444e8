"""What the program writes down and people only read."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from conferences.admin.rows import find_rows, key_link


class ReadOnly:
    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ReadOnlyAdmin(ReadOnly, admin.ModelAdmin):
    actions = None
    list_per_page = 50
    show_full_result_count = False
    label = staticmethod(str)

    @admin.display(description=_("user"))
    def who(self, entry):
        """By name alone: Django would link to the account, which editors may not see."""
        return entry.user


class ReadOnlyInline(ReadOnly, admin.TabularInline):
    extra = 0

    def get_readonly_fields(self, request, obj=None):
        return self.fields


class JournalAdmin(ReadOnlyAdmin):
    """Of entries that name rows by kind and key; a list finds all its rows at once."""

    keys = {"about": ("kind", "key")}
    """Which fields of an entry name the row that a column links to."""

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        changelist.result_list = self._with_rows(changelist.result_list)
        return changelist

    def get_object(self, request, object_id, from_field=None):
        entry = super().get_object(request, object_id, from_field)
        return self._with_rows([entry])[0] if entry else None

    @admin.display(description=_("row"))
    def about(self, entry):
        return self._link(entry, "about")

    @admin.display(description=_("other row"))
    def other(self, entry):
        return self._link(entry, "other")

    @admin.display(description=_("in"))
    def inside(self, entry):
        return self._link(entry, "inside")

    def named_rows(self, entry):
        """Kind and key of every row that the entry's columns link to."""
        return (_named(entry, *fields) for fields in self.keys.values())

    def _with_rows(self, entries):
        entries = list(entries)
        rows = find_rows(named for entry in entries for named in self.named_rows(entry))
        for entry in entries:
            entry.rows = rows
        return entries

    def _link(self, entry, column):
        kind, key = _named(entry, *self.keys[column])
        return key_link(entry.rows, kind, key) if key else ""


def _named(entry, kind, key):
    return getattr(entry, kind), getattr(entry, key)
