"""The addresses of all that readers may see, for search engines."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse

from conferences.models import Conference, Day, Recap, Speaker, Talk, Topic


class Lists(Sitemap):
    def items(self):
        return ["home", "conferences", "talks", "speakers", "topics", "announcements", "recaps"]

    def location(self, item):
        return reverse(f"conferences:{item}")


class Rows(Sitemap):
    """The pages of a model, whose addresses are made of `fields`."""

    limit = 5_000

    def __init__(self, model, *fields):
        self.model, self.fields = model, fields or ("slug",)

    def items(self):
        rows = self.model.objects.visible().order_by("pk")
        related = [field.partition("__")[0] for field in self.fields if "__" in field]
        rows = rows.select_related(*related) if related else rows
        return rows.only("changed_at", *self.fields)

    def lastmod(self, item):
        return item.changed_at

    def get_latest_lastmod(self):
        return self.model.objects.visible().aggregate(latest=Max("changed_at"))["latest"]


SITEMAPS = {
    "lists": Lists,
    "conferences": Rows(Conference),
    "days": Rows(Day, "number", "date", "conference__slug"),
    "talks": Rows(Talk),
    "speakers": Rows(Speaker),
    "topics": Rows(Topic),
    "recaps": Rows(Recap),
}
