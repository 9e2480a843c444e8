"""What the queries of all kinds of rows are made of: what readers may see, counted and in order."""

from itertools import accumulate

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Substr


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
