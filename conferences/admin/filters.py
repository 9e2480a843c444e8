"""What lists of rows are narrowed by."""

from django.contrib.admin import AllValuesFieldListFilter, SimpleListFilter
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from conferences.models import Conflict, Removed, Source


class ValueFilter(AllValuesFieldListFilter):
    """As Django's own, with a name for the empty value."""

    def choices(self, changelist):
        for choice in super().choices(changelist):
            yield choice | {"display": choice["display"] or _("unknown")}


class RemovedFilter(SimpleListFilter):
    title = _("removal")
    parameter_name = "shown"
    UNDONE = "undone"

    def lookups(self, request, model_admin):
        own = [("yes", _("on the site")), ("no", _("removed")), *Removed.choices]
        return [*own, (self.UNDONE, _("only undone imports said it"))]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.filter(removed="")
        if self.value() == "no":
            return queryset.exclude(removed="")
        if self.value() == Removed.UNSAID:
            return queryset.filter(is_unsaid())
        if self.value() == self.UNDONE:
            return queryset.filter(said_by_undone(), removed=Removed.UNSAID)
        return queryset.filter(removed=self.value()) if self.value() in Removed else queryset


def is_unsaid():
    """Condition that no recap says a row any more, though no import of it was undone."""
    return Q(removed=Removed.UNSAID) & ~said_by_undone()


def said_by_undone():
    """Condition that what was said of a row, undone imports alone said."""
    said = Source.objects.filter(key=OuterRef("key"))
    standing = said.filter(version__withdrawn_by=None)
    return Exists(said) & ~Exists(standing)


class DoubtFilter(SimpleListFilter):
    """Rows of which a recap speaks so that the reader was not sure."""

    title = _("doubts")
    parameter_name = "doubts"

    def lookups(self, request, model_admin):
        return [("yes", _("has doubts")), ("no", _("no doubts"))]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.filter(self.doubtful())
        return queryset.filter(~self.doubtful()) if self.value() == "no" else queryset

    def doubtful(self):
        return Exists(Source.objects.current().filter(key=OuterRef("key")).doubtful())


class SourceDoubtFilter(SimpleListFilter):
    """Statements read with doubt, and whether anybody has looked at it."""

    title = _("doubts")
    parameter_name = "doubts"

    def lookups(self, request, model_admin):
        return [("yes", _("has doubts")), ("seen", _("looked at")), ("no", _("no doubts"))]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.doubtful()
        if self.value() == "seen":
            return queryset.filter(looked_at__isnull=False)
        return queryset.filter(doubt="") if self.value() == "no" else queryset


class UndoneFilter(SimpleListFilter):
    """Decisions that stand, and those taken back."""

    title = _("state")
    parameter_name = "undone"

    def lookups(self, request, model_admin):
        return [("no", _("stands")), ("yes", _("undone"))]

    def queryset(self, request, queryset):
        if self.value() in ("yes", "no"):
            return queryset.filter(undone_at__isnull=self.value() == "no")
        return queryset


class OutcomeFilter(SimpleListFilter):
    """Conflicts that wait, and those decided, by how."""

    title = _("decision")
    parameter_name = "outcome"
    OPEN = "open"

    def lookups(self, request, model_admin):
        return [(self.OPEN, _("open")), *Conflict.Outcome.choices]

    def queryset(self, request, queryset):
        if self.value() == self.OPEN:
            return queryset.filter(outcome="")
        return queryset.filter(outcome=self.value()) if self.value() else queryset
