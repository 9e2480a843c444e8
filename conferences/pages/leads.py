"""Where a talk leads on to: the talks around it, and others of its speakers."""

from difflib import SequenceMatcher
from itertools import groupby

from conferences.importing.identity import is_generic
from conferences.models import Appearance, Talk
from conferences.recaps.folding import fold

MORE_BY_EACH = 5
LOOKED_AT = 20  # of each speaker's talks, those titled alike and the newest
LIKENESS = 0.85


def around(talk):
    """The talks before and after `talk` on its day."""
    day = list(Talk.objects.visible().filter(conference=talk.conference, day=talk.day).in_order())
    place = day.index(talk)
    return {
        "previous": day[place - 1] if place else None,
        "next": day[place + 1] if place + 1 < len(day) else None,
    }


def others_of_speakers(talk):
    """What else the speakers of `talk` gave: the same talk elsewhere, and more by each.

    More: each speaker who gave other talks, with the newest of these.
    """
    speakers = [row.speaker for row in talk.visible_appearances if row.speaker]
    others = Appearance.objects.visible().filter(speaker__in=speakers).exclude(talk=talk)
    newest = others.newest_of_each_speaker(LOOKED_AT, titled=talk.title)
    by_speaker = {
        pk: [row.talk for row in rows] for pk, rows in groupby(newest, lambda row: row.speaker_id)
    }
    elsewhere = {
        other: None for talks in by_speaker.values() for other in talks if is_same_talk(talk, other)
    }
    more = [
        (speaker, [other for other in by_speaker.get(speaker.pk, ()) if other not in elsewhere])
        for speaker in speakers
    ]
    return {
        "elsewhere": list(elsewhere),
        "more": [(speaker, talks[:MORE_BY_EACH]) for speaker, talks in more if talks],
    }


def is_same_talk(talk, other):
    """Whether two talks of one speaker are one, given at two conferences: titled all but alike."""
    if talk.conference_id == other.conference_id or not (talk.title and other.title):
        return False
    ours, theirs = fold(talk.title), fold(other.title)
    if is_generic(talk.title) or not ours or _numbers(ours) != _numbers(theirs):
        return False
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= LIKENESS


def _numbers(title):
    """ "Part 1" and "part 2" differ in little but are two talks."""
    return [word for word in title.split() if word.isdigit()]
