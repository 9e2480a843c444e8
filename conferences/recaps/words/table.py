"""The columns of the table of signal words that each language has.

A column is an alternation for a pattern, its parts plain words or small patterns.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Alternations, without brackets around them."""

    talk: str = ""
    """What a session is called: "talk", "keynote"."""
    presents: str = ""
    """What only someone who gives a session does: "talked", "gave a presentation"."""
    tells: str = ""
    """What a speaker does, but others too: "showed", "explained"."""
    by: str = ""
    """Stands between a session and its speaker: "by", "from"."""
    about: str = ""
    """Stands between a session and its subject: "about", "on"."""
    called: str = ""
    """Stands before a title: "called", "titled"."""
    joins: str = ""
    """Joins two speakers: "and"."""
    attended: str = ""
    """What the author did at a session: "attended", "watched"."""
    missed: str = ""
    """Says that the author was not there, or not yet."""
    day: str = ""
    ordinals: str = ""
    """First to seventh, in order, parted by `|`."""
    no_talk: str = ""
    """In a heading: what is no session. "lunch", "summary"."""
    capitalises: bool = False
    """Whether every noun has a capital, so that a capital proves no name."""
    grammar: str = ""
    """Small words: articles, pronouns, adverbs; plain words."""
    common: str = ""
    """Capitalised at the start of a sentence or in a title, but in no one's name; plain words."""
