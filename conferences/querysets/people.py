"""Speakers, and their appearances on talks."""

from django.db.models import Case, Count, F, Q, When, Window
from django.db.models.functions import RowNumber

from conferences.querysets.base import CatalogueQuerySet, count_of, visible_at


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
