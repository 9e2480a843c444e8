"""Editing, in Django's own admin."""

from conferences.admin import (
    announcements,
    conferences,
    journal,
    recaps,
    speakers,
    talks,
    topics,
)

__all__ = ["announcements", "conferences", "journal", "recaps", "speakers", "talks", "topics"]
