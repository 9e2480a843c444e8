"""How a list is narrowed and sorted by its address, and how else it could be."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, Value
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from conferences.pages.filters import Choice, Filter

COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of a list, and the word of its queryset that makes it."""

    label: Any
    word: str


BY_TIME = {
    "newest": Sort(_("newest first"), "newest_first"),
    "oldest": Sort(_("oldest first"), "oldest_first"),
}
FROM_A_TO_Z = Sort(_("from A to Z"), "in_index_order")
MOST_TALKS = Sort(_("most talks first"), "most_talks_first")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter with the value that the address asks for."""

    filter: Filter
    value: str
    label: Any

    @property
    def name(self):
        return self.filter.name


@dataclass(frozen=True, slots=True)
class Field:
    """A filter as the form shows it."""

    filter: Filter
    value: str
    choices: list[Choice]


@dataclass(frozen=True, slots=True)
class Way:
    """A choice, where the list without it is, and how many rows that has."""

    chosen: Chosen
    address: str
    count: int | None = None


class Narrowing:
    """What an address asks of a list. A value that cannot be makes it no address of ours."""

    def __init__(self, path, rows, *, noun, filters, sorts, data):
        self.path, self.rows, self.noun, self.filters, self.sorts = path, rows, noun, filters, sorts
        self.sort = data.get("sort") or self.usual_sort
        if self.sort not in sorts:
            raise Http404(f"No such order: {self.sort}")
        self.chosen = _chosen(filters, data)

    @property
    def usual_sort(self):
        return next(iter(self.sorts))

    # The one address

    @property
    def query(self):
        """What stands in the address, always in the same order."""
        return self.query_without("")

    def query_without(self, name):
        query = {row.name: row.value for row in self.chosen if row.name != name}
        return query if self.sort == self.usual_sort else query | {"sort": self.sort}

    def address(self, query):
        return f"{self.path}?{urlencode(query)}" if query else self.path

    def is_written_so(self, data):
        """Whether `data` says nothing twice, nothing empty, and no name that is an old one."""
        names = [*(row.name for row in self.filters), "sort"]
        asked = {name: data.getlist(name) for name in names if name in data}
        return asked == {name: [value] for name, value in self.query.items()}

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

    # In words

    @property
    def title(self):
        """The list as a sentence: "Lightning talks on Docker in 2015"."""
        noun, said = self._said()
        return " ".join([noun, *(str(row.filter.phrase).format(row.label) for row in said)])

    @property
    def heading(self):
        """The sentence as HTML, each name apart from the direction of the text around it."""
        noun, said = self._said()
        marked = ((row, format_html("<bdi>{}</bdi>", row.label)) for row in said)
        phrases = [format_html(str(row.filter.phrase), label) for row, label in marked]
        return format_html_join(" ", "{}", ((part,) for part in (noun, *phrases)))

    def _said(self):
        """The noun, and the choices that it does not say already."""
        nouns = {row.name: noun for row in self.chosen if (noun := row.filter.noun_of(row.value))}
        noun = next(iter(nouns.values()), self.noun)
        return str(noun), [row for row in self.chosen if row.name not in nouns]

    # Other ways to ask

    @cached_property
    def chips(self):
        """Each choice, and where the list is without it."""
        return [Way(row, self.address(self.query_without(row.name))) for row in self.chosen]

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


def _chosen(filters, data):
    """What `data` asks for; the names of rows are looked up all at once."""
    asked = [(row, text) for row in filters if (text := data.get(row.name, "").strip())]
    for row, text in asked:
        if not row.understands(text):
            raise Http404(f"No such {row.name}: {text}")
    queries = [(row, query) for row, text in asked if (query := row.find(text)) is not None]
    found = _labels([query for _row, query in queries])
    sought = {row.name for row, _query in queries}
    return [
        Chosen(row, text, row.label_of(text))
        if row.name not in sought
        else Chosen(row, *found.get(row.name) or row.find_renamed(text))
        for row, text in asked
    ]


def _labels(queries):
    """By name of the filter, its value and what that is called."""
    if not queries:
        return {}
    found = queries[0].union(*queries[1:]).order_by()
    return {name: (value, label) for name, value, label in found}
