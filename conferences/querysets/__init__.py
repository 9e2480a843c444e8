"""The queries that more than one caller needs, as words that chain."""

from conferences.querysets.base import CatalogueQuerySet, visible_along
from conferences.querysets.catalogue import (
    AnnouncementQuerySet,
    ConferenceQuerySet,
    DayQuerySet,
    TalkQuerySet,
)
from conferences.querysets.people import AppearanceQuerySet, SpeakerQuerySet
from conferences.querysets.recaps import NoteQuerySet, RecapQuerySet, SourceQuerySet
from conferences.querysets.topics import TopicQuerySet, TopicRowQuerySet

__all__ = [
    "AnnouncementQuerySet",
    "AppearanceQuerySet",
    "CatalogueQuerySet",
    "ConferenceQuerySet",
    "DayQuerySet",
    "NoteQuerySet",
    "RecapQuerySet",
    "SourceQuerySet",
    "SpeakerQuerySet",
    "TalkQuerySet",
    "TopicQuerySet",
    "TopicRowQuerySet",
    "visible_along",
]
