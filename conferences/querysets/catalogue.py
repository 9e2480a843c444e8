"""Conferences, their days, talks and announcements."""

from django.db.models import Count, F, Prefetch, Q

from conferences.querysets.base import CatalogueQuerySet, count_of, visible_at

# How talks stand on a conference's page: by day, then by hand, then as the earliest recap.
PLACE = (
    F("day__number").asc(nulls_last=True),
    F("day__date").asc(nulls_last=True),
    F("position").asc(nulls_last=True),
    F("recap_order").asc(),
    F("pk").asc(),
)
NEWEST_CONFERENCE = (
    F("conference__year").desc(nulls_last=True),
    F("conference__starts").desc(nulls_last=True),
    F("conference__name").asc(),
    F("conference").asc(),
)
OLDEST_CONFERENCE = (
    F("conference__year").asc(nulls_last=True),
    F("conference__starts").asc(nulls_last=True),
    F("conference__name").asc(),
    F("conference").asc(),
)
LONG_TEXTS = (
    "conference__said",
    "conference__description",
    "conference__html",
    "day__said",
    "day__introduction",
    "day__html",
)


class ConferenceQuerySet(CatalogueQuerySet):
    def with_counts(self):
        """Adds `talk_count` and `announcement_count` of visible rows."""
        return self.annotate(
            talk_count=count_of(self.visible_related("talks"), "conference"),
            announcement_count=count_of(self.visible_related("announcements"), "conference"),
        )

    def newest_first(self):
        return self.order_by(
            F("year").desc(nulls_last=True), F("starts").desc(nulls_last=True), "name", "pk"
        )

    def dated(self):
        """Those of which it is known when they were, the newest first."""
        return self.filter(starts__isnull=False).order_by("-starts", "pk")

    def oldest_first(self):
        return self.order_by(
            F("year").asc(nulls_last=True), F("starts").asc(nulls_last=True), "name", "pk"
        )

    def for_cards(self):
        return self.with_counts()

    def told_in(self, recap):
        """The conferences of the talks that `recap` has notes on."""
        notes = visible_at("talks", "talks__notes") & Q(talks__notes__recap=recap)
        return self.filter(notes).distinct()


class DayQuerySet(CatalogueQuerySet):
    visible_paths = ("", "conference")

    def with_counts(self):
        """Adds `talk_count` of visible talks."""
        return self.annotate(talk_count=count_of(self.visible_related("talks"), "day"))


class TalkQuerySet(CatalogueQuerySet):
    visible_paths = ("", "conference")

    def for_cards(self):
        """What a line in a list of talks shows, in a fixed number of queries."""
        appearances = self.visible_related("appearances").select_related("speaker")
        return (
            self.select_related("conference", "day")
            .defer("said", *LONG_TEXTS)
            .prefetch_related(
                Prefetch(
                    "appearances",
                    appearances.defer("said", "speaker__biography", "speaker__html"),
                    to_attr="visible_appearances",
                )
            )
        )

    def with_topics(self):
        """Adds `visible_topic_rows`, whose `tag` is the topic."""
        rows = self.visible_related("topic_rows").select_related("tag")
        return self.prefetch_related(Prefetch("topic_rows", rows, to_attr="visible_topic_rows"))

    def with_notes(self):
        """Adds `visible_notes`, with the recap of each."""
        notes = self.visible_related("notes").select_related("recap").defer("said", "text")
        return self.prefetch_related(Prefetch("notes", notes, to_attr="visible_notes"))

    def in_order(self):
        """As the talks of one conference follow each other."""
        return self.order_by(*PLACE)

    def newest_first(self):
        return self.order_by(*NEWEST_CONFERENCE, *PLACE)

    def oldest_first(self):
        return self.order_by(*OLDEST_CONFERENCE, *PLACE)

    def dated(self):
        """Those on a day whose date is known, the newest first."""
        there = self.filter(day__date__isnull=False, day__removed="")
        return there.order_by("-day__date", *PLACE)

    def by(self, speaker):
        return self.filter(appearances__speaker=speaker, appearances__removed="")

    def about(self, *topics):
        return rows_about(self, topics)

    def like(self, talk):
        """Other talks that share topics with `talk`, those that share most first."""
        topics = self.visible_related("topic_rows").filter(content_object=talk).values("tag")
        return (
            self.filter(topic_rows__tag__in=topics, topic_rows__removed="")
            .exclude(pk=talk.pk)
            .annotate(shared_count=Count("topic_rows"))
            .order_by("-shared_count", *NEWEST_CONFERENCE, *PLACE)
        )


class AnnouncementQuerySet(CatalogueQuerySet):
    visible_paths = ("", "conference")

    def for_cards(self):
        """What a line in a list of announcements shows, but for its places."""
        return self.select_related("conference", "day", "talk").defer(
            "said", "talk__said", *LONG_TEXTS
        )

    def newest_first(self):
        return self.order_by(*NEWEST_CONFERENCE, "order", "pk")

    def oldest_first(self):
        """As what was announced came about."""
        return self.order_by(*OLDEST_CONFERENCE, "order", "pk")

    def about(self, *topics):
        return rows_about(self, topics)


def rows_about(rows, topics):
    """Those on each of `topics`."""
    for topic in topics:
        rows = rows.filter(topic_rows__tag=topic, topic_rows__removed="")
    return rows
