"""Rows of every kind in one list: what a search finds, and what an address was meant to be."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import Any

from conferences.models import Announcement, Conference, Note, Recap, Speaker, Talk, Topic
from conferences.search import Excerpt, Snippet, excerpts, highlight
from conferences.templatetags.catalogue import beginning, full_title, place_of

ROWS = {
    "talk": lambda: Talk.objects.visible().for_cards(),
    "speaker": lambda: Speaker.objects.visible().with_counts(),
    "topic": lambda: Topic.objects.visible().with_counts(),
    "conference": lambda: Conference.objects.visible().with_counts(),
    "announcement": lambda: Announcement.objects.visible().for_cards(),
    "recap": lambda: Recap.objects.visible(),
}
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


def load_rows(places):
    """The rows at `places`, each a kind and a key, that readers may see, in this order."""
    keys_by_kind = defaultdict(list)
    for kind, key in places:
        keys_by_kind[kind].append(key)
    rows = {
        row.key: row
        for kind, keys in keys_by_kind.items()
        for row in ROWS[kind]().filter(key__in=keys)
    }
    return [rows[key] for _kind, key in places if key in rows]


def load_hits(query, places):
    """The rows at `places`, each with what it says of what the query asks for."""
    rows = load_rows(places)
    said = excerpts(query, [row.key for row in rows])
    notes = _notes_by_talk([row for row in rows if row.kind == "talk"])
    return [_hit(query, row, said.get(row.key, Excerpt()), notes[row.key]) for row in rows]


def plain_hit(row):
    """A row that nobody searched for."""
    return Hit(row, ((_title(row), False),), place_of(row))


def _hit(query, row, excerpt, notes):
    note = None if excerpt.number is None else next(islice(notes, excerpt.number, None), None)
    place = row if excerpt.is_title_enough or note is None else note
    return Hit(row, highlight(query, _title(row)), place_of(place), excerpt.snippet, note)


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
