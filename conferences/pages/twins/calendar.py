"""iCalendar (RFC 5545) of whole days: all that recaps tell of when something was.

Written here because a library for the whole of the format takes longer to load than a page
to make; the tests read it back with one.
"""

from datetime import date

from django.http import HttpResponse

from conferences.pages.twins import TWINS
from conferences.pages.twins.entries import entry_of
from conferences.pages.twins.feed import clean

CALENDAR_SIZE = 1000
LINE = 75  # octets, without the line's end
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar_of(request, title, rows):
    """A calendar of those of `rows` that have a date, and of no more than it can hold."""
    entries = [entry_of(row) for row in rows[:CALENDAR_SIZE]]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Talk notes//EN",
        text_line("X-WR-CALNAME", title),
        *(line for entry in entries if entry.starts for line in _event(entry, request)),
        "END:VCALENDAR",
    ]
    content = "".join(f"{fold_line(line)}\r\n" for line in lines)
    return HttpResponse(content, content_type=f"{TWINS['ics'].media_type}; charset=utf-8")


def _event(entry, request):
    address = request.build_absolute_uri(entry.address)
    lines = [
        "BEGIN:VEVENT",
        text_line("UID", f"{entry.row.key}@{request.get_host()}"),
        f"DTSTAMP:{entry.row.changed_at:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{_day(entry.starts)}",
        f"DTEND;VALUE=DATE:{_day(_after(entry.ends or entry.starts))}",
        text_line("SUMMARY", entry.title),
        text_line("LOCATION", entry.place) if entry.place else "",
        f"URL:{address}",
        "END:VEVENT",
    ]
    return [line for line in lines if line]


def text_line(name, value):
    return f"{name}:{clean(value).translate(ESCAPES)}"


def fold_line(line):
    """The line in pieces of 75 octets at most, no character cut."""
    pieces, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > LINE:
            pieces.append(" ")
            length = 1
        pieces[-1] += character
        length += size
    return "\r\n".join(pieces)


def _after(day):
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))


def _day(day):
    return day.isoformat().replace("-", "")
