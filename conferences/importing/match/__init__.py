"""Which row each entry of an outline means: from an outline to claims on rows."""

from conferences.importing.match.announcements import match_announcements
from conferences.importing.match.claims import (
    Before,
    Claim,
    Match,
    clip,
    remember_tokens,
)
from conferences.importing.match.events import match_conference, match_days
from conferences.importing.match.speakers import match_speakers
from conferences.importing.match.talks import match_talks
from conferences.importing.match.topics import match_topics
from conferences.models import Run
from conferences.recaps.outline import Outline, RecapError
from conferences.rendering import NoteTooLong, check_note

__all__ = [
    "Before",
    "Claim",
    "Match",
    "clip",
    "match_outline",
    "remember_tokens",
]

TALK_LIMIT, ANNOUNCEMENT_LIMIT = 500, 2000


def match_outline(outline: Outline, *, recap: str, before: Before | None, run: Run) -> Match:
    """The claims of an outline. Joins are carried out at once: what follows is looked up
    among joined rows, and the transaction around it all rolls back as one.

    Raises RecapError where the post says more than the base can hold of one recap.
    """
    _check_limits(outline)
    match = Match(outline, recap, run)
    conference = match_conference(match)
    days = match_days(match, conference)
    talks = match_talks(match, conference, days, before)
    match_speakers(match, talks)
    announcements = match_announcements(match, conference, days, talks, before)
    match_topics(match, talks, announcements)
    return match


def _check_limits(outline: Outline) -> None:
    for name, entries, limit in (
        ("talks", outline.talks, TALK_LIMIT),
        ("announcements", outline.announcements, ANNOUNCEMENT_LIMIT),
    ):
        if len(entries) > limit:
            line = outline.line_of(entries[limit].start)
            raise RecapError(
                f"{len(entries)} {name} in one post; the limit is {limit}: split the post",
                line=line,
            )
    for talk in outline.talks:
        try:
            check_note(talk.notes)
        except NoteTooLong as error:
            message = f"the notes on {talk.title!r}: {error}"
            raise RecapError(message, line=outline.line_of(talk.start)) from error
