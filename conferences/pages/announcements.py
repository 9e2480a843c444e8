"""Announcements, which have no page of their own: their address is their place in the list."""

import re

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from conferences.models import Announcement
from conferences.pages.filters import OneOf, by_edition, by_speaker, by_topic
from conferences.pages.generic import PAGE_SIZE, CatalogueList
from conferences.pages.narrowing import BY_TIME
from conferences.pages.releases import news_of

AT = re.compile(r"[0-9a-f]{8}")
"""The first digits of an announcement's key, which open the page that it is on."""


class AnnouncementList(CatalogueList):
    model = Announcement
    noun = _("Announcements")
    filters = (
        OneOf(
            name="status",
            label=_("Status"),
            phrase="{}",
            column="status",
            values=dict(Announcement.status.field.choices),
            nouns={
                "released": _("What was released"),
                "preview": _("What was in preview"),
                "planned": _("What was planned"),
            },
        ),
        by_topic("topic_rows__tag"),
        by_speaker("talk__appearances__speaker"),
        *by_edition("conference"),
    )
    sorts = BY_TIME

    def paginate_queryset(self, queryset, page_size):
        at = self.request.GET.get("at", "")
        if at and not AT.fullmatch(at):
            raise Http404(f"No such announcement: {at}")
        if at and "page" not in self.request.GET:
            self.kwargs["page"] = page_with(queryset, at)
        paginator, page, rows, is_paged = super().paginate_queryset(queryset, page_size)
        page.object_list = news_of(rows)
        return paginator, page, page.object_list, is_paged


def page_with(rows, key):
    """The number of the page that shows the row whose key begins with `key`."""
    keys = rows.values_list("key", flat=True)
    place = next((place for place, full in enumerate(keys) if full.startswith(key)), 0)
    return place // PAGE_SIZE + 1
