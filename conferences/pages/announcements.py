"""Announcements, which have no page of their own: their address is their place in the list."""

from django import forms
from django.db.models import Count

from conferences.models import Announcement, Conference, Source
from conferences.pages.generic import PAGE_SIZE, CatalogueList


class AnnouncementForm(forms.Form):
    """`at`, the first digits of an announcement's key, opens the page that it is on."""

    status = forms.ChoiceField(choices=Announcement.status.field.choices, required=False)
    conference = forms.ModelChoiceField(
        Conference.objects.visible(), to_field_name="slug", required=False
    )
    at = forms.RegexField(r"^[0-9a-f]{8}\Z", required=False)


class AnnouncementList(CatalogueList):
    model = Announcement
    filter_form = AnnouncementForm

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.at = self.filters.pop("at", None)

    def get_rows(self):
        return Announcement.objects.visible().for_cards().filter(**self.filters).newest_first()

    def paginate_queryset(self, queryset, page_size):
        if self.at and "page" not in self.request.GET:
            self.kwargs["page"] = page_with(queryset, self.at)
        return super().paginate_queryset(queryset, page_size)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(statuses=self.count_statuses(), **kwargs)
        Source.objects.attach_to(context["page_obj"])
        return context

    def count_statuses(self):
        """Each status with its label and how many announcements of the conference have it."""
        rows = Announcement.objects.visible()
        if conference := self.filters.get("conference"):
            rows = rows.filter(conference=conference)
        counts = dict(rows.order_by().values_list("status").annotate(Count("pk")))
        return [
            {"value": value, "label": label, "count": counts.get(value, 0)}
            for value, label in Announcement.status.field.choices
        ]


def page_with(rows, key):
    """The number of the page that shows the row whose key begins with `key`."""
    keys = rows.values_list("key", flat=True)
    place = next((place for place, full in enumerate(keys) if full.startswith(key)), 0)
    return place // PAGE_SIZE + 1
