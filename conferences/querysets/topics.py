"""Topics, and what is tagged with them."""

from django.db.models import Count

from conferences.querysets.base import CatalogueQuerySet, count_of


class TopicQuerySet(CatalogueQuerySet):
    def visible(self):
        return super().visible().exclude(status="rejected")

    def with_counts(self):
        """Adds `talk_count` of visible talks."""
        return self.annotate(talk_count=count_of(self.visible_related("talk_rows"), "tag"))

    def for_cards(self):
        return self.with_counts()

    def ranked_in(self, talks):
        """What `talks` are about, most covered first; adds `talk_count` of these talks."""
        return (
            self.filter(talk_rows__removed="", talk_rows__content_object__in=talks)
            .annotate(talk_count=Count("talk_rows__content_object", distinct=True))
            .order_by("-talk_count", "slug")
        )

    def get_by_natural_key(self, name):
        return self.get(name=name)


class TopicRowQuerySet(CatalogueQuerySet):
    visible_paths = ("", "tag", "content_object", "content_object__conference")

    def visible(self):
        return super().visible().exclude(tag__status="rejected")
