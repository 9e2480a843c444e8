"""Recaps, their notes, and the places that speak of rows."""

from collections import defaultdict

from django.db.models import Case, F, Q, QuerySet, Value, When

from conferences.querysets.base import CatalogueQuerySet, count_of, visible_at


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

    def doubtful(self):
        """Read with a doubt that nobody has looked at."""
        return self.exclude(doubt="").filter(looked_at=None)

    def visible(self):
        """In posts that readers may see, at least in excerpts."""
        recap = visible_at("version__recap") & ~Q(version__recap__visibility="private")
        return self.current().filter(recap)

    def of(self, *rows):
        """The places that speak of any of `rows`."""
        return self.filter(key__in=[row.key for row in rows])

    def with_post(self):
        """Adds `post`: what the recap is called where not everybody may know the private ones."""
        private = When(version__recap__visibility="private", then=Value("a private recap"))
        return self.annotate(post=Case(private, default=F("version__recap__title")))

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
