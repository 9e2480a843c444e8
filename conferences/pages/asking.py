"""What is asked of the search: words, filters written among them, and choices of the address."""

from django.utils.translation import gettext_lazy as _

from conferences.pages.choosing import Choosing, Chosen, Sort, Way
from conferences.pages.filters import Filter, OneOf, by_conference, by_speaker, by_topic, by_year
from conferences.pages.narrowing import BY_TIME
from conferences.pages.talks import NOUNS
from conferences.search.filters import (
    NO_FILTERS,
    Filters,
    Tie,
    kind_called,
    read_filters,
    written_filters,
)
from conferences.search.query import LONGEST_QUERY, readable
from conferences.search.tokens import tokens_of

KINDS = {
    "talk": _("Talks"),
    "speaker": _("Speakers"),
    "topic": _("Topics"),
    "conference": _("Conferences"),
    "announcement": _("Announcements"),
}
WORDS = Filter(name="q", label=_("Words"), phrase=_("about {}"))
FILTERS = (
    OneOf(name="kind", label=_("Kind"), phrase="{}", values=KINDS, nouns=NOUNS | KINDS),
    by_year(),
    by_conference(""),
    by_topic(""),
    by_speaker(""),
)
SORTS = {"best": Sort(_("best first"), "best_first")} | BY_TIME
FILTER_OF = {row.name: row for row in FILTERS}


class Asked(Choosing):
    """What stands in `data`, the query of the address of a search."""

    def __init__(self, path, data):
        super().__init__(path, noun=_("What is said"), filters=FILTERS, sorts=SORTS, data=data)
        self.text = data.get("q", "")[:LONGEST_QUERY].replace("\0", "").strip()
        self.read = readable(self.text)
        self.words = " ".join(read_filters(self.read)[1].split())

    def __bool__(self):
        return bool(self.text or self.chosen)

    def query_without(self, name):
        return ({"q": self.text} if self.text else {}) | super().query_without(name)

    def address_of(self, text):
        """Where another text is searched for among what is chosen."""
        return self.address(({"q": text} if text else {}) | super().query_without("q"))

    @property
    def everywhere(self):
        """Where the same words are searched for without any choice."""
        return self.address({"q": self.words} if self.words else {})

    # What to search among

    @property
    def kind(self):
        return next((row.value for row in self.chosen if row.name == "kind"), "")

    @property
    def order(self):
        return self.sorts[self.sort].word

    @property
    def among(self):
        """What is chosen, but for the kind."""
        filters = NO_FILTERS
        for row in self.chosen:
            if row.name != "kind":
                filters = filters.joined(_filters(row))
        return filters

    # In words

    @property
    def told(self):
        words = [Chosen(WORDS, self.words, self.words)] if self.words else []
        return [*words, *(chosen for chosen, _written in self._written()), *self.chosen]

    @property
    def chips(self):
        """Each filter that is written or chosen, and where the search is without it."""
        written = [
            Way(chosen, self.address_of(_without(self.read, written)))
            for chosen, written in self._written()
        ]
        return [*written, *super().chips]

    def _written(self):
        """Each filter that is written, as if it were chosen."""
        for written in written_filters(self.read):
            row = FILTER_OF[written.name]
            yield Chosen(row, *_value_of(row, written.value)), written


def _filters(chosen):
    if chosen.name == "year":
        return Filters(years=(int(chosen.value), int(chosen.value)))
    return Filters(ties=(Tie(chosen.name, tuple(tokens_of(chosen.label)), chosen.value),))


def _value_of(row, value):
    """Of a filter that is written, with what readers call it."""
    if row.name == "kind":
        kind = kind_called(value)
        return kind, row.nouns[kind]
    return value, value.replace("..", "–") if row.name == "year" else value


def _without(text, written):
    return f"{text[: written.start].rstrip()} {text[written.end :].lstrip()}".strip()
