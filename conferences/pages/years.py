"""How many talks a year, as bars."""

from dataclasses import dataclass

from django.db.models import Count

MOST_YEARS = 30
TALLEST = 40
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Bar:
    year: int
    count: int
    height: int
    """Of `TALLEST`, that of the year with most talks; something even for a single one."""

    @property
    def top(self):
        return TALLEST - self.height


def bars_of(talks):
    """A bar for each year from the first talk to the last; of many years only the last.

    Talks of unknown years have none, nor have those that are all of one year.
    """
    years = talks.exclude(conference__year=None).order_by().values_list("conference__year")
    counts = dict(years.annotate(Count("pk", distinct=True)))
    if len(counts) < 2:
        return []
    last = max(counts)
    shown = range(max(min(counts), last - MOST_YEARS + 1), last + 1)
    most = max(counts.get(year, 0) for year in shown)
    return [Bar(year, counts.get(year, 0), _height(counts.get(year, 0), most)) for year in shown]


def _height(count, most):
    return max(SHORTEST, round(TALLEST * count / most)) if count else 0
