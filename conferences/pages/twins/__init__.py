"""The same list or thing for programs: a feed, data, a calendar, beside each address of a page.

`/talks/?topic=docker` is `/talks.atom?topic=docker` too, and so on with `.json` and `.ics`.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Twin:
    media_type: str
    label: str


TWINS = {
    "atom": Twin("application/atom+xml", _("Feed")),
    "json": Twin("application/json", _("Data")),
    "ics": Twin("text/calendar", _("Calendar")),
}


class TwinInAddress:
    """The ending of a twin's address."""

    regex = "|".join(TWINS)

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


def twin_of(address, ending):
    """The address of the twin of the page at `address`.

    >>> twin_of("/talks/?topic=docker", "atom")
    '/talks.atom?topic=docker'
    """
    path, mark, query = address.partition("?")
    return f"{path.rstrip('/')}.{ending}{mark}{query}"


def page_of(address):
    """The address of the page whose twin is at `address`."""
    path, mark, query = address.partition("?")
    return f"{path.rpartition('.')[0]}/{mark}{query}"
