"""What was planned and what came of it, as people confirmed: each announcement leads to others."""

from conferences.importing.decisions.releasing import RELEASE, is_ruled, ruled_pairs
from conferences.models import Announcement, Source


def news_of(announcements):
    """A query's announcements as a list, each with all that a line of them shows."""
    return attach_releases(Source.objects.attach_to(saying_if_tied(announcements)))


def saying_if_tied(announcements):
    """Adds `is_tied`, so that nothing more is asked where nothing is."""
    return announcements.annotate(is_tied=is_ruled(RELEASE))


def attach_releases(announcements):
    """The same as a list, each with those that tell of one thing with it: `earlier` and `later`."""
    announcements = list(announcements)
    tied = [row.key for row in announcements if row.is_tied]
    pairs = ruled_pairs(tied, RELEASE) if tied else set()
    ends = {key for pair in pairs for key in pair}
    others = Announcement.objects.visible().for_cards().filter(key__in=ends).oldest_first()
    others = list(others) if ends else []
    for row in announcements:
        row.earlier = [other for other in others if (other.key, row.key) in pairs]
        row.later = [other for other in others if (row.key, other.key) in pairs]
    return announcements
