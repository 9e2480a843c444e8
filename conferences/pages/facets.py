"""By what else hits can be told apart, each with how many of them there are."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from conferences.pages.asking import FILTERS
from conferences.pages.choosing import Chosen, Way
from conferences.pages.filters import Filter
from conferences.search import ties_of

MOST_CHOICES = 10


@dataclass(frozen=True, slots=True)
class Facet:
    filter: Filter
    ways: list[Way]


def kinds_of(asked, places):
    """The hits of each kind, whichever of them is chosen."""
    counts = Counter(kind for kind, _key in places)
    kinds = next(row for row in FILTERS if row.name == "kind")
    rest = asked.query_without("kind")
    return [
        Way(Chosen(kinds, kind, label), asked.address(rest | {"kind": kind}), counts[kind])
        for kind, label in kinds.values.items()
        if counts[kind]
    ]


def facets_of(asked, places):
    """What the hits at `places` can be narrowed by; not by what they all have in common."""
    counts = _counts_by_value(places)
    chosen = {row.name for row in asked.chosen}
    facets = [Facet(row, _ways(asked, row, counts[row.name])) for row in FILTERS]
    return [
        facet
        for facet in facets
        if facet.filter.name not in chosen and any(way.count < len(places) for way in facet.ways)
    ]


def _counts_by_value(places):
    """By name of the filter, and then value and label, how many of the hits have it."""
    counts = defaultdict(Counter)
    for tied in ties_of(places):
        counts[tied.kind][tied.slug, tied.name] += tied.count
        if tied.year:
            counts["year"][str(tied.year), str(tied.year)] += tied.count
    return counts


def _ways(asked, row, counts):
    """The values that most hits have; years in their order."""
    most = sorted(counts, key=lambda value: (-counts[value], value))[:MOST_CHOICES]
    if row.name == "year":
        most.sort(reverse=True)
    return [
        Way(
            Chosen(row, value, label),
            asked.address(asked.query | {row.name: value}),
            counts[value, label],
        )
        for value, label in most
    ]
