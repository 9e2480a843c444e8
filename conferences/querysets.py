"""The queries that more than one caller needs, as words that chain."""

from collections import defaultdict
from itertools import accumulate

from django.db.models import (
    Case,
    Count,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    When,
    Window,
)
from django.db.models.functions import Coalesce, RowNumber, Substr

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


def visible_at(*paths):
    """Condition that the row at each relation path ("" is the row itself) is not removed."""
    names = (f"{path}__removed" if path else "removed" for path in paths)
    return Q(**dict.fromkeys(names, ""))


def visible_along(path):
    """Condition that no row on the way along a relation path, and at its end, is removed."""
    steps = path.split("__") if path else []
    return visible_at(*accumulate(steps, lambda way, step: f"{way}__{step}"))


def count_of(rows, field):
    """How many of `rows` point at the outer row by `field`."""
    groups = rows.filter(**{field: OuterRef("pk")}).order_by().values(field)
    return Coalesce(Subquery(groups.annotate(count=Count("pk")).values("count")), 0)


class CatalogueQuerySet(QuerySet):
    visible_paths = ("",)
    """Relation paths of the rows that must all be there for a reader to see this one."""

    def visible(self):
        """What readers may see. Pages, feeds and searches start from this word."""
        return self.filter(visible_at(*self.visible_paths))

    def visible_related(self, relation):
        """The visible rows at the many end of `relation`; models cannot be imported here."""
        return getattr(self.model, relation).rel.related_model.objects.visible()

    def letters(self):
        """With what letter the rows' folded names begin, and how many do."""
        letters = self.order_by().annotate(letter=Substr("slug", 1, 1)).values("letter")
        return letters.annotate(count=Count("pk", distinct=True)).order_by("letter")

    def in_index_order(self):
        return self.order_by("slug")

    def counting(self, talks):
        """Adds `talk_count` of those at the path `talks` that the rows are filtered by."""
        return self.annotate(talk_count=Count(talks, distinct=True))

    def most_talks_first(self):
        """By `talk_count`, which must be there."""
        return self.order_by("-talk_count", "slug")


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
        """Those on each of `topics`."""
        rows = self
        for topic in topics:
            rows = rows.filter(topic_rows__tag=topic, topic_rows__removed="")
        return rows

    def like(self, talk):
        """Other talks that share topics with `talk`, those that share most first."""
        shared = self.model.topic_rows.rel.related_model.objects.visible()
        topics = shared.filter(content_object=talk).values("tag")
        return (
            self.filter(topic_rows__tag__in=topics, topic_rows__removed="")
            .exclude(pk=talk.pk)
            .annotate(shared_count=Count("topic_rows"))
            .order_by("-shared_count", *NEWEST_CONFERENCE, *PLACE)
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

    def newest_of_each_speaker(self, count, *, titled=""):
        """The newest `count` appearances of each speaker, with talk and conference.

        Those on talks `titled` so go before all others.
        """
        is_alike = Q(talk__title__iexact=titled) & ~Q(talk__title="")
        newest = (
            Case(When(is_alike, then=0), default=1).asc(),
            F("talk__conference__year").desc(nulls_last=True),
            F("talk__conference__name").asc(),
            F("talk").asc(),
        )
        rank = Window(RowNumber(), partition_by="speaker", order_by=newest)
        return (
            self.select_related("talk__conference", "talk__day")
            .annotate(rank=rank)
            .filter(rank__lte=count)
            .order_by("speaker", "rank")
        )


class SpeakerQuerySet(CatalogueQuerySet):
    def with_counts(self):
        """Adds `talk_count` of visible talks."""
        return self.annotate(talk_count=count_of(self.visible_related("appearances"), "speaker"))

    def for_cards(self):
        return self.with_counts()

    def ranked_in(self, talks):
        """Who spoke in `talks`, most often first; adds `talk_count` of these talks."""
        return (
            self.filter(appearances__removed="", appearances__talk__in=talks)
            .annotate(talk_count=Count("appearances__talk", distinct=True))
            .order_by("-talk_count", "slug")
        )


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
        """Those on each of `topics`."""
        rows = self
        for topic in topics:
            rows = rows.filter(topic_rows__tag=topic, topic_rows__removed="")
        return rows


class RecapQuerySet(CatalogueQuerySet):
    def visible(self):
        return super().visible().exclude(visibility="private")

    def with_counts(self):
        """Adds `note_count` of visible notes."""
        return self.annotate(note_count=count_of(self.visible_related("notes"), "recap"))

    def for_cards(self):
        return self.with_counts()

    def newest_first(self):
        return self.order_by(F("published").desc(nulls_last=True), "title", "pk")

    def oldest_first(self):
        return self.order_by(F("published").asc(nulls_last=True), "title", "pk")

    def of(self, conference):
        """Those with notes on talks of `conference`."""
        notes = visible_at("notes", "notes__talk") & Q(notes__talk__conference=conference)
        return self.filter(notes).distinct()


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

    def visible(self):
        """In posts that readers may see, at least in excerpts."""
        recap = visible_at("version__recap") & ~Q(version__recap__visibility="private")
        return self.current().filter(recap)

    def of(self, *rows):
        """The places that speak of any of `rows`."""
        return self.filter(key__in=[row.key for row in rows])

    def attach_to(self, rows):
        """`rows` as a list, each with what readers may see of its places, as `places`."""
        rows = list(rows)
        sources = self.visible().of(*rows).defer("says")
        places = defaultdict(list)
        for source in sources.annotate(
            recap_slug=F("version__recap__slug"), recap_title=F("version__recap__title")
        ):
            places[source.key].append(source)
        for row in rows:
            row.places = places[row.key]
        return rows
