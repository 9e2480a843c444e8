"""How a list is narrowed and sorted by its address, and how else it could be."""

from dataclasses import dataclass

from django.db.models import Count, Q, Value
from django.utils.translation import gettext_lazy as _

from conferences.pages.choosing import Choosing, Sort, Way
from conferences.pages.filters import Choice, Filter

COUNTED = 10_000


BY_TIME = {
    "newest": Sort(_("newest first"), "newest_first"),
    "oldest": Sort(_("oldest first"), "oldest_first"),
}
FROM_A_TO_Z = Sort(_("from A to Z"), "in_index_order")
MOST_TALKS = Sort(_("most talks first"), "most_talks_first")


@dataclass(frozen=True, slots=True)
class Field:
    """A filter as the form shows it."""

    filter: Filter
    value: str
    choices: list[Choice]


class Narrowing(Choosing):
    """What an address asks of a list. A value that cannot be makes it no address of ours."""

    def __init__(self, path, rows, *, noun, filters, sorts, data):
        super().__init__(path, noun=noun, filters=filters, sorts=sorts, data=data)
        self.rows = rows

    # The rows

    def narrowed(self):
        """The rows asked for, each once."""
        if not self.chosen:
            return self.rows
        return self.rows.filter(pk__in=self.rows.filter(self.condition()).values("pk"))

    def condition(self, without=""):
        """All that is asked for but one: of one and the same row wherever a way leads to many."""
        asked = [row.filter.condition(row.value) for row in self.chosen if row.name != without]
        return Q(*asked)

    def sorted(self, rows):
        return getattr(rows, self.sorts[self.sort].word)()

    # Other ways to ask

    def ways_out(self):
        """Where nothing is found: what to drop, and how many rows that gives."""
        counts = self._counts_without()
        ways = (Way(way.chosen, way.address, counts.get(way.chosen.name)) for way in self.chips)
        return [way for way in ways if way.count]

    def fields(self, total):
        """What each filter could be set to, counted among all else that is chosen."""
        newest = self._newest(total)
        fields = [self._field(row, newest) for row in self.filters]
        return [field for field in fields if field.choices]

    def _field(self, row, newest):
        rows = self.rows.filter(self.condition(row.name) & row.is_there() & newest)
        choices = row.choices(rows)
        chosen = next((choice for choice in self.chosen if choice.filter is row), None)
        if chosen and chosen.value not in {choice.value for choice in choices}:
            choices.insert(0, Choice(chosen.value, chosen.label))
        return Field(row, chosen.value if chosen else "", choices)

    def _newest(self, total):
        """Condition that leaves no more rows than are counted at once, the newest."""
        if total <= COUNTED:
            return Q()
        return Q(pk__gt=self.narrowed().order_by("-pk").values_list("pk", flat=True)[COUNTED])

    def _counts_without(self):
        counted = [
            self.rows.filter(self.condition(row.name))
            .order_by()
            .values_list(Value(row.name))
            .annotate(count=Count("pk", distinct=True))
            for row in self.chosen
        ]
        return dict(counted[0].union(*counted[1:], all=True).order_by()) if counted else {}
