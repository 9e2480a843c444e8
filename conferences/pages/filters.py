"""What narrows a list: declared by each list, read from its address, counted, put into words.

A filter asks for one value of a field, of the rows themselves or of rows that they reach
`through` relations, all of which readers must be allowed to see.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, Value
from django.http import Http404
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from conferences.models import Conference, Recap, Speaker, Topic
from conferences.pages.addresses import row_at
from conferences.querysets import visible_along

MOST_CHOICES = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """A value as it stands in the address, what readers call it, and how many rows have it."""

    value: str
    label: Any
    count: int | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Filter:
    name: str
    label: Any
    phrase: Any
    """How the value is said after the noun: "in {}"."""
    column: str = ""
    through: str = ""
    allowed: dict[str, Any] = field(default_factory=dict)
    """What must hold of the row reached, apart from not being removed."""

    SHAPE = re.compile(r"[^\0]{,200}", re.DOTALL)
    """Of every value that there could be."""

    @property
    def path(self):
        return self.at(self.column)

    def at(self, name):
        return f"{self.through}__{name}" if self.through else name

    def is_there(self):
        """Condition that readers may see every row on the way."""
        allowed = {self.at(name): value for name, value in self.allowed.items()}
        return visible_along(self.through) & Q(**allowed)

    def condition(self, value):
        return self.is_there() & Q(**{self.path: value})

    def understands(self, text):
        """Whether there could be such a value at all."""
        return bool(self.SHAPE.fullmatch(text))

    def find(self, text):
        """The value and its label as a query; none where the text alone tells."""
        return None

    def find_renamed(self, text):
        """The value and its label as they are now, where there is none by that name."""
        raise Http404(f"No such {self.name}: {text}")

    def label_of(self, value):
        return str(value)

    def noun_of(self, value):
        """What rows with the value are called, where that is said instead of the phrase."""
        return None

    def choices(self, rows):
        """The values that `rows` have, those of most rows first."""
        counted = self._counted(rows, self.path).order_by("-count", self.path)
        return [
            Choice(str(value), self.label_of(value), count)
            for value, count in counted[:MOST_CHOICES]
            if value not in ("", None)
        ]

    def _counted(self, rows, *paths):
        return rows.order_by().values_list(*paths).annotate(count=Count("pk", distinct=True))


@dataclass(frozen=True, kw_only=True, eq=False)
class OneOf(Filter):
    """One of a few values that are known beforehand, in their order."""

    values: dict[str, Any]
    nouns: dict[str, Any] = field(default_factory=dict)

    def understands(self, text):
        return text in self.values

    def label_of(self, value):
        return self.values[value]

    def noun_of(self, value):
        return self.nouns.get(value)

    def choices(self, rows):
        counts = dict(self._counted(rows, self.path))
        return [
            Choice(value, label, counts[value])
            for value, label in self.values.items()
            if value in counts
        ]


@dataclass(frozen=True, kw_only=True, eq=False)
class Year(Filter):
    SHAPE = re.compile(r"[1-9][0-9]{3}")

    def choices(self, rows):
        return sorted(super().choices(rows), key=lambda choice: choice.value, reverse=True)


@dataclass(frozen=True, kw_only=True, eq=False)
class Letter(Filter):
    """The first letter of a folded name."""

    SHAPE = re.compile(r"[a-z0-9]")

    def condition(self, value):
        return Q(**{f"{self.path}__startswith": value})

    def label_of(self, value):
        return value.upper()

    def choices(self, rows):
        counts = rows.letters().values_list("letter", "count")
        return [Choice(letter, letter.upper(), count) for letter, count in counts]


@dataclass(frozen=True, kw_only=True, eq=False)
class Text(Filter):
    """A text that some row of `model` has."""

    model: Any

    def find(self, text):
        found = self.model.objects.visible().filter(**{self.column: text}).order_by()
        return found.values_list(Value(self.name), self.column, self.column).distinct()


@dataclass(frozen=True, kw_only=True, eq=False)
class Row(Filter):
    """A row of `model`, by its slug."""

    model: Any
    column: str = "slug"

    SHAPE = re.compile(r"[-\w]{1,200}")

    def find(self, text):
        found = self.model.objects.visible().filter(slug=text).order_by()
        return found.values_list(Value(self.name), "slug", "name")

    def find_renamed(self, text):
        row = row_at(self.model, text)
        return super().find_renamed(text) if row.removed else (row.slug, row.name)

    def choices(self, rows):
        counted = self._counted(rows, self.path, self.at("name")).order_by("-count", self.path)
        return [Choice(*choice) for choice in counted[:MOST_CHOICES]]


class Language(Filter):
    def label_of(self, value):
        try:
            return get_language_info(value)["name_translated"]
        except KeyError:
            return value


# The filters that several lists have; `through` leads from their rows


def by_year(through="", column="year"):
    return Year(name="year", label=_("Year"), phrase=_("in {}"), through=through, column=column)


def by_series(through=""):
    return Text(
        name="series",
        label=_("Series"),
        phrase=_("at {}"),
        model=Conference,
        through=through,
        column="series",
    )


def by_conference(through):
    return Row(
        name="conference",
        label=_("Conference"),
        phrase=_("at {}"),
        model=Conference,
        through=through,
    )


def by_edition(through):
    """Which conference, of which series, in which year."""
    return by_conference(through), by_series(through), by_year(through)


def by_speaker(through):
    return Row(
        name="speaker", label=_("Speaker"), phrase=_("by {}"), model=Speaker, through=through
    )


def by_topic(through):
    return Row(
        name="topic",
        label=_("Topic"),
        phrase=_("on {}"),
        model=Topic,
        through=through,
        allowed={"status__in": [Topic.Status.PROPOSED, Topic.Status.APPROVED]},
    )


def by_letter():
    return Letter(name="letter", label=_("Letter"), phrase=_("under {}"), column="slug")


def by_author():
    return Text(name="author", label=_("Author"), phrase=_("by {}"), model=Recap, column="author")


def by_language():
    return Language(name="language", label=_("Language"), phrase=_("in {}"), column="language")
