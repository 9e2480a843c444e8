"""What feeds and calendars say of a row of any kind."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from conferences.rendering import stored_html
from conferences.templatetags.catalogue import beginning, date_span, full_title, place_of


@dataclass(frozen=True, slots=True)
class Entry:
    row: Any
    title: str
    html: str = ""
    author: str = ""
    starts: date | None = None
    ends: date | None = None
    place: str = ""

    @property
    def address(self):
        return place_of(self.row)

    @property
    def identity(self):
        """Stays the same whatever becomes of title and address."""
        return f"{self.row.kind}/{self.row.key}"


def entry_of(row):
    return ENTRIES[row.kind](row)


def _conference(row):
    html = format_html("<p>{}</p>{}", _comma(date_span(row), row.place), stored_html(row.html))
    return Entry(row, row.name, html, starts=row.starts, ends=row.ends, place=row.place)


def _talk(row):
    """Dated only where its day is: on which day of a conference a talk was is not guessed."""
    day = row.day if row.day and row.day.is_visible else None
    where = _comma(row.conference.name, day and day.label)
    speakers = ", ".join(str(appearance) for appearance in row.visible_appearances)
    return Entry(
        row,
        full_title(row),
        format_html("<p>{}</p>{}", " – ".join(filter(None, [speakers, where])), _notes(row)),
        speakers,
        starts=day and day.date,
        place=row.conference.place,
    )


def _notes(talk):
    return format_html_join(
        "",
        "<h2>{}</h2>{}",
        (
            (_noted_by(note.recap), stored_html(note.html))
            for note in getattr(talk, "visible_notes", ())
        ),
    )


def _noted_by(recap):
    if recap is None:
        return _("An editor’s note")
    return _("Noted by %(author)s") % {"author": recap.author or recap.title}


def _announcement(row):
    talk = row.talk if row.talk and row.talk.is_visible else None
    html = format_html(
        "<p>{}</p><p>{}: {}</p>",
        stored_html(row.html),
        row.get_status_display(),
        _comma(talk and str(talk), row.conference.name),
    )
    return Entry(row, beginning(row.html), html)


def _named(row):
    return Entry(row, row.name, stored_html(row.html))


def _recap(row):
    html = format_html("<p>{}</p>", _comma(row.author, row.published and row.published.isoformat()))
    return Entry(row, row.title, html, row.author)


def _comma(*parts):
    return ", ".join(str(part) for part in parts if part)


ENTRIES = {
    "conference": _conference,
    "talk": _talk,
    "announcement": _announcement,
    "speaker": _named,
    "topic": _named,
    "recap": _recap,
}
