"""The rows: catalogue, people, topics, recaps, and the journal of what happened to them."""

from conferences.models.base import CatalogueRow, Removed, RenderedRow
from conferences.models.catalogue import Announcement, Conference, Day, Link, Talk
from conferences.models.journal import Conflict, Decision, Identity, OldAddress, Run
from conferences.models.mentions import KnownName, Mention
from conferences.models.people import Appearance, Handle, Speaker, SpeakerName
from conferences.models.recaps import Note, Recap, RecapPath, Source, Version
from conferences.models.search import SearchDoc, SearchTerm
from conferences.models.topics import AnnouncementTopic, TalkTopic, Topic, TopicAlias

__all__ = [
    "Announcement",
    "AnnouncementTopic",
    "Appearance",
    "CatalogueRow",
    "Conference",
    "Conflict",
    "Day",
    "Decision",
    "Handle",
    "Identity",
    "KnownName",
    "Link",
    "Mention",
    "Note",
    "OldAddress",
    "Recap",
    "RecapPath",
    "Removed",
    "RenderedRow",
    "Run",
    "SearchDoc",
    "SearchTerm",
    "Source",
    "Speaker",
    "SpeakerName",
    "Talk",
    "TalkTopic",
    "Topic",
    "TopicAlias",
    "Version",
]
