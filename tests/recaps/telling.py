"""Talks told in prose, for short."""

from conferences.recaps import read_recap

HEAD = "---\ntitle: PyCon 2020\nauthor: Au Thor\n---\n\nI went to PyCon 2020, and it was good.\n\n"


def told(sentences):
    """Title (None for none) and speakers of each talk; a speaker without a name is "@"."""
    talks = read_recap(f"{HEAD}{sentences}\n").talks
    return [
        (talk.title if talk.titled else None, [person.name or "@" for person in talk.speakers])
        for talk in talks
    ]
