"""What an export holds: the tables, and in which file a row stands.

What hangs on a conference, talk, speaker, topic or recap stands in its file; what tells of many
rows has a file of its own. Histories are for reading and stay behind; what is made of rows
(HTML, the search index, mentions) is made anew.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth import get_user_model

from conferences import models
from conferences.models import CatalogueRow

JOURNAL = "journal"
NUMBER = "row"
"""What the number of a row is called; "number" is a field of days."""
MADE = ("html", "renderer")
"""Fields that are made of others."""
KEPT_APART = ("data",)
"""The bytes of a post, which are a file of their own."""
BOOKKEEPING = ("said", "removed", "by_hand", "merged_into", "created_at", "changed_at")
"""Comes last in a row: people read on for it, if at all."""


@dataclass(frozen=True)
class Table:
    model: Any
    folder: str
    within: str = ""
    """How the row is reached in whose file such rows stand."""

    @cached_property
    def name(self) -> str:
        return str(self.model._meta.verbose_name)

    @cached_property
    def fields(self) -> tuple[Any, ...]:
        """Those that are written, in the order in which they are."""
        left_out = {"id", *MADE, *KEPT_APART}
        fields = [field for field in self.model._meta.concrete_fields if field.name not in left_out]
        return tuple(sorted(fields, key=lambda field: field.name in BOOKKEEPING))

    @property
    def has_keys(self) -> bool:
        """Whether others name its rows by keys, not by numbers."""
        return issubclass(self.model, CatalogueRow)


TABLES = (
    Table(models.Run, JOURNAL),
    Table(models.Recap, "recaps"),
    Table(models.RecapPath, "recaps", "recap"),
    Table(models.Version, "recaps", "recap"),
    Table(models.Source, "recaps", "version__recap"),
    Table(models.Conference, "conferences"),
    Table(models.Day, "conferences", "conference"),
    Table(models.Announcement, "conferences", "conference"),
    Table(models.AnnouncementTopic, "conferences", "content_object__conference"),
    Table(models.Talk, "talks"),
    Table(models.Appearance, "talks", "talk"),
    Table(models.Note, "talks", "talk"),
    Table(models.Link, "talks", "talk"),
    Table(models.TalkTopic, "talks", "content_object"),
    Table(models.Speaker, "speakers"),
    Table(models.SpeakerName, "speakers", "speaker"),
    Table(models.Handle, "speakers", "speaker"),
    Table(models.Topic, "topics"),
    Table(models.TopicAlias, "topics", "topic"),
    Table(models.Identity, JOURNAL),
    Table(models.OldAddress, JOURNAL),
    Table(models.Decision, JOURNAL),
    Table(models.Conflict, JOURNAL),
)
LEFT_OUT = (models.SearchDoc, models.SearchTerm, models.KnownName, models.Mention)
"""Made of other rows."""

OF_MODEL = {table.model: table for table in TABLES}
HEADS = tuple(table for table in TABLES if table.folder != JOURNAL and not table.within)
"""Those whose rows have a file each."""


def is_user(field: Any) -> bool:
    """Whether the field says who did something: users are written by name, nothing else."""
    return bool(field.is_relation and field.related_model is get_user_model())


def tables_in(folder: str) -> list[Table]:
    return [table for table in TABLES if table.folder == folder]
