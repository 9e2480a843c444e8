"""The kinds of rows that recaps speak of, parents before the rows that hang on them."""

from dataclasses import dataclass
from typing import Any

from conferences import models
from conferences.importing.fold import FieldRule


@dataclass(frozen=True, slots=True)
class Kind:
    """A model, and how each of its fields is folded out of the claims of recaps."""

    model: Any
    rules: tuple[FieldRule, ...]
    is_counted: bool = False
    """Whether the report counts its rows."""

    @property
    def name(self) -> str:
        return str(self.model.kind)

    @property
    def relations(self) -> tuple[str, ...]:
        return tuple(rule.name for rule in self.rules if rule.relation)

    @property
    def called_by(self) -> tuple[str, ...]:
        """What is loaded with its rows, to tell them and what they refer to in words."""
        called_by_another = ("day__conference",) if "day" in self.relations else ()
        return self.relations + called_by_another

    @property
    def texts(self) -> tuple[str, ...]:
        """The fields that are merged line by line."""
        return tuple(rule.name for rule in self.rules if rule.joined)


def _rules(*names: str, **relations: str) -> tuple[FieldRule, ...]:
    plain = tuple(FieldRule(name) for name in names)
    return plain + tuple(FieldRule(name, relation=kind) for name, kind in relations.items())


_KINDS = (
    Kind(
        models.Recap,
        _rules("title", "slug", "author", "published", "language", "url", "licence"),
        is_counted=True,
    ),
    Kind(
        models.Conference,
        _rules("name", "slug", "series", "year", "starts", "ends", "place", "website"),
        is_counted=True,
    ),
    Kind(
        models.Day,
        (
            *_rules("number", "date", "title", conference="conference"),
            FieldRule("introduction", joined=True),
        ),
        is_counted=True,
    ),
    Kind(
        models.Speaker,
        (
            FieldRule("name", otherwise="name_of_handle"),
            FieldRule("slug", otherwise="slug_of_handle"),
        ),
        is_counted=True,
    ),
    Kind(models.SpeakerName, _rules("name", "folded", speaker="speaker")),
    Kind(models.Handle, _rules("site", "handle", "folded", speaker="speaker")),
    Kind(models.Topic, _rules("name", "slug"), is_counted=True),
    Kind(
        models.Talk,
        _rules(
            "title",
            "subject",
            "slug",
            "talk_kind",
            "language",
            "recap_order",
            conference="conference",
            day="day",
        ),
        is_counted=True,
    ),
    Kind(models.Link, _rules("url", "text", "link_kind", "order", talk="talk")),
    Kind(
        models.Appearance,
        _rules("credited_as", "role", "order", talk="talk", speaker="speaker"),
    ),
    Kind(
        models.Note,
        (FieldRule("text", joined=True), *_rules("order", talk="talk", recap="recap")),
        is_counted=True,
    ),
    Kind(
        models.Announcement,
        _rules("text", "status", "order", conference="conference", day="day", talk="talk"),
        is_counted=True,
    ),
    Kind(models.TalkTopic, _rules(tag="topic", content_object="talk")),
    Kind(models.AnnouncementTopic, _rules(tag="topic", content_object="announcement")),
)

KINDS = {kind.name: kind for kind in _KINDS}


def children_of(kind: str) -> list[tuple[Kind, str]]:
    """The kinds that hang on `kind`, each with the field that holds it."""
    return [(child, rule.name) for child in _KINDS for rule in child.rules if rule.relation == kind]
