"""What an address chooses of all that a page could show: read from it, and put into words."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join

from conferences.pages.filters import Filter


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
class Way:
    """A choice, where the page with it or without it is, and how many rows that has."""

    chosen: Chosen
    address: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Sort:
    """An order, and the word of what is put in order that makes it."""

    label: Any
    word: str


@dataclass(frozen=True, slots=True)
class Order:
    """An order, where the page is in it, and whether it is that one."""

    label: Any
    address: str
    is_current: bool


class Choosing:
    """What an address asks for. A value that cannot be makes it no address of ours."""

    def __init__(self, path, *, noun, filters, sorts, data):
        self.path, self.noun, self.filters, self.sorts = path, noun, filters, sorts
        self.sort = data.get("sort") or self.usual_sort
        if self.sort not in sorts:
            raise Http404(f"No such order: {self.sort}")
        self.chosen = _chosen(filters, data)

    @property
    def usual_sort(self):
        return next(iter(self.sorts))

    # The one address

    @property
    def names(self):
        """What may stand in the address once."""
        return [*(row.name for row in self.filters), "sort"]

    @property
    def query(self):
        """What stands in the address, always in the same order."""
        return self.query_without("")

    def query_without(self, name):
        query = {row.name: row.value for row in self.chosen}
        if self.sort != self.usual_sort:
            query["sort"] = self.sort
        query.pop(name, None)
        return query

    def address(self, query):
        """The one address that says so: choices stand in it in the order of their filters."""
        words = [name for name in query if name not in self.names]
        ordered = {name: query[name] for name in (*words, *self.names) if name in query}
        return f"{self.path}?{urlencode(ordered)}" if ordered else self.path

    def is_written_so(self, data):
        """Whether `data` says nothing twice, nothing empty, and no name that is an old one."""
        asked = {name: data.getlist(name) for name in self.names if name in data}
        query = {name: value for name, value in self.query.items() if name in self.names}
        return asked == {name: [value] for name, value in query.items()}

    # In words

    @property
    def title(self):
        """The page as a sentence: "Lightning talks on Docker in 2015"."""
        noun, said = self._said()
        return " ".join([noun, *(str(row.filter.phrase).format(row.label) for row in said)])

    @property
    def heading(self):
        """The sentence as HTML, each name apart from the direction of the text around it."""
        noun, said = self._said()
        marked = ((row, format_html("<bdi>{}</bdi>", row.label)) for row in said)
        phrases = [format_html(str(row.filter.phrase), label) for row, label in marked]
        return format_html_join(" ", "{}", ((part,) for part in (noun, *phrases)))

    @property
    def told(self):
        """What the sentence tells of, in order."""
        return self.chosen

    def _said(self):
        """The noun, and the choices that it does not say already."""
        nouns = {row.name: noun for row in self.told if (noun := row.filter.noun_of(row.value))}
        noun = next(iter(nouns.values()), self.noun)
        return str(noun), [row for row in self.told if row.name not in nouns]

    # Other ways to ask

    @cached_property
    def chips(self):
        """Each choice, and where the page is without it."""
        return [Way(row, self.address(self.query_without(row.name))) for row in self.chosen]

    @property
    def orders(self):
        query = self.query_without("sort")
        return [
            Order(
                sort.label,
                self.address(query if name == self.usual_sort else query | {"sort": name}),
                name == self.sort,
            )
            for name, sort in self.sorts.items()
        ]


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
