"""Rows of every kind in one list: what a search finds, and what an address was meant to be."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Value

from conferences.models import Announcement, Conference, Day, Note, Recap, Speaker, Talk, Topic
from conferences.pages.releases import saying_if_tied
from conferences.search import Excerpt, Snippet, excerpts, highlight
from conferences.templatetags.catalogue import beginning, full_title, place_of

ROWS = {
    "talk": lambda: Talk.objects.visible().for_cards(),
    "speaker": lambda: Speaker.objects.visible().with_counts(),
    "topic": lambda: Topic.objects.visible().with_counts(),
    "conference": lambda: Conference.objects.visible().with_counts(),
    "announcement": lambda: saying_if_tied(Announcement.objects.visible().for_cards()),
    "recap": lambda: Recap.objects.visible(),
}
FEED_ROWS = ROWS | {"talk": lambda: Talk.objects.visible().for_cards().with_notes()}
TITLES = {
    "talk": full_title,
    "announcement": lambda row: beginning(row.html),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A row with its title, marked, and where it is read of what was asked for."""

    row: Any
    title: Snippet
    url: str
    snippet: Snippet = ()
    note: Any = None
    """The note that the snippet is cut from."""
    day: Any = None
    """The day whose introduction the snippet is cut from."""


def load_rows(places, rows=ROWS):
    """The rows at `places`, each a kind and a key, that readers may see, in this order."""
    found = {
        row.key: row
        for kind, keys in _keys_by_kind(places).items()
        for row in rows[kind]().filter(key__in=keys)
    }
    return [found[key] for _kind, key in places if key in found]


def newest_places(places, most):
    """Of `places` those that came in last, the last first."""
    found = [
        ROWS[kind]().filter(key__in=keys).order_by().values_list(Value(kind), "key", "created_at")
        for kind, keys in _keys_by_kind(places).items()
    ]
    if not found:
        return []
    newest = found[0].union(*found[1:], all=True).order_by("-created_at", "-key")
    return [(kind, key) for kind, key, _created_at in newest[:most]]


def load_hits(query, places):
    """The rows at `places`, each with what it says of what the query asks for."""
    rows = load_rows(places)
    said = excerpts(query, [row.key for row in rows])
    notes = _notes_by_talk([row for row in rows if row.kind == "talk"])
    days = _days_by_conference([row for row in rows if _is_in_a_day(row, said)])
    return [
        _hit(query, row, said.get(row.key, Excerpt()), notes[row.key], days[row.key])
        for row in rows
    ]


def _keys_by_kind(places):
    keys_by_kind = defaultdict(list)
    for kind, key in places:
        keys_by_kind[kind].append(key)
    return keys_by_kind


def plain_hit(row):
    """A row that nobody searched for."""
    return Hit(row, ((_title(row), False),), place_of(row))


def _hit(query, row, excerpt, notes, days):
    note, day = _nth(notes, excerpt.number), _nth(days, excerpt.number)
    place = row if excerpt.is_title_enough else note or day or row
    return Hit(row, highlight(query, _title(row)), place_of(place), excerpt.snippet, note, day)


def _is_in_a_day(row, said):
    """Whether what a conference's document says is not of the conference itself, the first text."""
    return row.kind == "conference" and bool(said.get(row.key, Excerpt()).number)


def _nth(rows, number):
    """Of the rows that have the texts of a document the one whose text is cut from."""
    return None if number is None else next(islice(rows, number, None), None)


def _title(row):
    return TITLES.get(row.kind, str)(row)


def _notes_by_talk(talks):
    """By the talk's key, its notes in the order in which the index has their texts."""
    talk_of = {talk.pk: talk for talk in talks}
    notes = Note.objects.visible().filter(talk__in=talk_of).select_related("recap")
    by_talk = defaultdict(list)
    for note in notes.defer("said", "text", "html") if talks else ():
        note.talk = talk_of[note.talk_id]
        by_talk[note.talk.key].append(note)
    return by_talk


def _days_by_conference(conferences):
    """By the conference's key, whose texts the index has: its own, then two of each day."""
    conference_of = {conference.pk: conference for conference in conferences}
    days = Day.objects.visible().filter(conference__in=conference_of)
    by_conference = defaultdict(list)
    for day in days.defer("said", "introduction", "html") if conferences else ():
        day.conference = conference_of[day.conference_id]
        texts = by_conference[day.conference.key] or [None]
        by_conference[day.conference.key] = [*texts, day, day]
    return by_conference
