"""The admin's first page: rows in the order editors need them; labels that tell rows apart.

Beside `admin`, not in it: Django needs the site before that package registers with it.
"""

from functools import partial

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.urls import path
from django.utils.translation import gettext_lazy as _

from conferences.models import CatalogueRow

GROUPS = (
    (_("Conferences"), ("Conference", "Day", "Talk", "Note", "Announcement", "Link")),
    (_("People"), ("Speaker", "SpeakerName", "Handle", "Appearance")),
    (_("Topics"), ("Topic", "TopicAlias", "TalkTopic", "AnnouncementTopic")),
    (_("Recaps"), ("Recap", "RecapPath", "Version", "Source")),
    (
        _("What happened"),
        ("Run", "Conflict", "Decision", "OldAddress", "Identity", "Mention"),
    ),
)


class RowAutocomplete(AutocompleteJsonView):
    """Suggests rows that are there, a talk with its conference: many are called “Keynote”."""

    def get_queryset(self):
        rows = super().get_queryset()
        return rows.filter(removed="") if issubclass(rows.model, CatalogueRow) else rows

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        label = getattr(self.model_admin, "label", str)
        return result | {"text": label(obj)}


class NotesAdminSite(AdminSite):
    """With pages of its own for what is about rows of several kinds."""

    site_header = site_title = _("Talk notes")
    index_title = _("Editing")

    def get_urls(self):
        # The package registers with this site, so it cannot be there before it.
        from conferences.admin import (
            doubts,
            duplicates,
            merging,
            releases,
            review,
            splitting,
            undoing,
        )

        own = [
            path("review/", self._page(review.review_view), name="review"),
            path("doubts/", self._page(doubts.doubts_view), name="doubts"),
            path(
                "duplicates/<kind>/",
                self._page(duplicates.duplicates_view),
                name="duplicates",
            ),
            path("releases/", self._page(releases.releases_view), name="releases"),
            path("merge/<kind>/", self._page(merging.merge_view), name="merge"),
            path("split/<int:number>/", self._page(splitting.split_view), name="split"),
            path("undo/<int:number>/", self._page(undoing.undo_view), name="undo"),
        ]
        return [*own, *super().get_urls()]

    def _page(self, view):
        return self.admin_view(partial(view, site=self))

    def index(self, request, extra_context=None):
        # The package registers with this site, so it cannot be there before it.
        from conferences.admin.waiting import what_waits
        from conferences.importing.posts import read_by_another

        told = {"waiting": what_waits(request, self), "unread": read_by_another().count()}
        return super().index(request, told | (extra_context or {}))

    def autocomplete_view(self, request):
        return RowAutocomplete.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        ours = [app for app in apps if app["app_label"] == "conferences"]
        others = [app for app in apps if app["app_label"] != "conferences"]
        return [group for app in ours for group in _grouped(app)] + others


def _grouped(app):
    """The one app as several groups of models, those without any left out."""
    models = {model["object_name"]: model for model in app["models"]}
    for name, members in GROUPS:
        found = [models[member] for member in members if member in models]
        if found:
            yield app | {"name": name, "models": found}
