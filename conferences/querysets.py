"""The queries that more than one caller needs, as words that chain."""

from django.db.models import Count, F, Prefetch, Q, QuerySet


def visible_at(*paths):
    """Condition that the row at each relation path ("" is the row itself) is not removed."""
    names = (f"{path}__removed" if path else "removed" for path in paths)
    return Q(**dict.fromkeys(names, ""))


class CatalogueQuerySet(QuerySet):
    visible_paths = ("",)
    """Relation paths of the rows that must all be there for a reader to see this one."""

    def visible(self):
        """What readers may see. Pages, feeds and searches start from this word."""
        return self.filter(visible_at(*self.visible_paths))


class ConferenceQuerySet(CatalogueQuerySet):
    def with_counts(self):
        """Adds `talk_count` and `announcement_count` of visible rows."""
        return self.annotate(
            talk_count=Count("talks", filter=visible_at("talks"), distinct=True),
            announcement_count=Count(
                "announcements", filter=visible_at("announcements"), distinct=True
            ),
        )


class DayQuerySet(CatalogueQuerySet):
    visible_paths = ("", "conference")


class TalkQuerySet(CatalogueQuerySet):
    visible_paths = ("", "conference")

    def for_cards(self):
        """What a line in a list of talks shows, in a fixed number of queries."""
        appearances = self.model.appearances.rel.related_model
        return self.select_related("conference", "day").prefetch_related(
            Prefetch(
                "appearances",
                appearances.objects.visible().select_related("speaker"),
                to_attr="visible_appearances",
            )
        )

    def newest_first(self):
        return self.order_by(
            F("conference__year").desc(nulls_last=True),
            "conference__name",
            F("day__number").asc(nulls_last=True),
            F("position").asc(nulls_last=True),
            "recap_order",
            "pk",
        )


class AppearanceQuerySet(CatalogueQuerySet):
    def visible(self):
        """Also where no speaker is known: the printed name is shown."""
        return (
            super()
            .visible()
            .filter(visible_at("talk", "talk__conference"))
            .filter(Q(speaker=None) | visible_at("speaker"))
        )


class SpeakerQuerySet(CatalogueQuerySet):
    def with_counts(self):
        """Adds `talk_count` of visible talks."""
        seen = visible_at("appearances", "appearances__talk", "appearances__talk__conference")
        return self.annotate(talk_count=Count("appearances__talk", filter=seen, distinct=True))


class TopicQuerySet(CatalogueQuerySet):
    def visible(self):
        return super().visible().exclude(status="rejected")

    def with_counts(self):
        """Adds `talk_count` of visible talks."""
        seen = visible_at(
            "talk_rows", "talk_rows__content_object", "talk_rows__content_object__conference"
        )
        return self.annotate(
            talk_count=Count("talk_rows__content_object", filter=seen, distinct=True)
        )

    def get_by_natural_key(self, name):
        return self.get(name=name)


class TopicRowQuerySet(CatalogueQuerySet):
    visible_paths = ("", "tag", "content_object", "content_object__conference")

    def visible(self):
        return super().visible().exclude(tag__status="rejected")


class AnnouncementQuerySet(CatalogueQuerySet):
    visible_paths = ("", "conference")

    def for_cards(self):
        return self.select_related("conference", "day", "talk__conference")


class RecapQuerySet(CatalogueQuerySet):
    def visible(self):
        return super().visible().exclude(visibility="private")


class NoteQuerySet(CatalogueQuerySet):
    visible_paths = ("", "talk", "talk__conference")

    def visible(self):
        """Also an editor's own notes, which belong to no recap."""
        public = visible_at("recap") & ~Q(recap__visibility="private")
        return super().visible().filter(Q(recap=None) | public)


class SourceQuerySet(QuerySet):
    def current(self):
        """Of the newest version of each recap."""
        return self.filter(version__is_current=True)

    def of(self, *rows):
        """The places that speak of any of `rows`."""
        return self.filter(key__in=[row.key for row in rows])
