"""What the head of a page says of it to browsers, search engines and those who link to it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from conferences.pages.twins import TWINS, twin_of
from conferences.rendering.embedding import embed_linked_data

LONGEST_DESCRIPTION = 300
SITE = _(
    "Conferences, talks, speakers and what was announced, read out of the recaps of people"
    " who were there."
)


@dataclass(frozen=True, slots=True)
class Alternate:
    media_type: str
    label: str
    address: str


@dataclass(frozen=True)
class Head:
    """Addresses in it are whole."""

    title: Any
    address: str
    """The one address of the page, however it was asked for."""
    description: Any = SITE
    kind: str = "website"
    alternates: tuple[Alternate, ...] = ()
    linked_data: dict[str, Any] | None = None
    is_indexed: bool = True

    @cached_property
    def short_description(self):
        text = " ".join(str(self.description).split())
        return text if len(text) <= LONGEST_DESCRIPTION else f"{text[: LONGEST_DESCRIPTION - 1]}…"

    @cached_property
    def embedded_data(self):
        data = {"@context": "https://schema.org", **self.linked_data} if self.linked_data else None
        return embed_linked_data(_without_blanks(data)) if data else ""


def page_address(request, address, page=None):
    """The whole address of a page of the list at `address`."""
    if page and page.number > 1:
        address += ("&" if "?" in address else "?") + urlencode({"page": page.number})
    return request.build_absolute_uri(address)


def alternates_of(request, address, endings):
    return tuple(
        Alternate(
            TWINS[ending].media_type,
            TWINS[ending].label,
            request.build_absolute_uri(twin_of(address, ending)),
        )
        for ending in endings
    )


def _without_blanks(value):
    """The data without what is not known, at any depth."""
    if isinstance(value, dict):
        kept = {name: _without_blanks(part) for name, part in value.items()}
        return {name: part for name, part in kept.items() if part not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_blanks(part) for part in value]
    return value
