"""Editing, in Django's own admin."""

from conferences.admin import (
    announcements,
    conferences,
    conflicts,
    journal,
    recaps,
    runs,
    speakers,
    talks,
    topics,
)

__all__ = [
    "announcements",
    "conferences",
    "conflicts",
    "journal",
    "recaps",
    "runs",
    "speakers",
    "talks",
    "topics",
]
