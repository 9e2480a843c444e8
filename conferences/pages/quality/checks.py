"""What the catalogue lacks: each sort of gap, the rows that have it, and where it is filled."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from conferences.admin.merging import merge_address
from conferences.admin.rows import find_rows
from conferences.importing.counting import count_likely
from conferences.importing.duplicates import FINDERS, finders_of, likely_duplicates
from conferences.models import (
    Appearance,
    Conference,
    Handle,
    Source,
    Speaker,
    Talk,
    TalkTopic,
)
from conferences.pages.quality.links import dead_links
from conferences.templatetags.catalogue import full_title


@dataclass(frozen=True, slots=True)
class Gap:
    """One row with what is the matter, and the form that mends it."""

    label: str
    form: str
    page: str = ""
    """What readers see of it; empty where they see nothing."""
    detail: Any = ""
    doubt: int | None = None
    """Number of the source whose doubt it is."""


@dataclass(frozen=True)
class Check:
    """One sort of gap."""

    name: str
    """In its address."""
    title: Any
    advice: Any
    right: str
    """Whoever has it sees the gaps."""
    find: Callable[[], Any]
    """All that has the gap: a query, or a list."""
    show: Callable[[list[Any]], list[Gap]]
    """Some of it as gaps."""


def form_of(row, field=""):
    """Where the row is edited, at the field that is wanting."""
    address = reverse(f"admin:conferences_{row._meta.model_name}_change", args=[row.pk])
    return f"{address}#{field}" if field else address


# Rows that lack something


def _talks_without(model, talk):
    rows = model.objects.visible().filter(**{talk: OuterRef("pk")})
    return Talk.objects.visible().filter(~Exists(rows)).for_cards().newest_first()


def _untitled_talks():
    return Talk.objects.visible().filter(title="").for_cards().newest_first()


def _speakers_without_handles():
    handles = Handle.objects.visible().filter(speaker=OuterRef("pk"))
    return Speaker.objects.visible().filter(~Exists(handles)).in_index_order()


def _undated_conferences():
    return Conference.objects.visible().filter(starts=None).newest_first()


def _shown_talks(field):
    def show(talks):
        return [
            Gap(full_title(talk), form_of(talk, field), talk.get_absolute_url(), talk.conference)
            for talk in talks
        ]

    return show


def _shown(field):
    def show(rows):
        return [Gap(str(row), form_of(row, field), row.get_absolute_url()) for row in rows]

    return show


# What was read with doubt, may be double, or leads nowhere


def _doubts():
    return Source.objects.current().doubtful().order_by(F("version").desc(), "start", "pk")


def _shown_doubts(sources):
    rows = find_rows((source.kind, source.key) for source in sources)
    about = [(source, rows.get(source.key, source)) for source in sources]
    return [
        Gap(str(row), form_of(row), detail=source.doubt, doubt=source.pk) for source, row in about
    ]


def _duplicates():
    counted = count_likely(finders_of(FINDERS))
    kinds = [kind for kind, (count, _oldest) in counted.items() if count]
    return [likely for kind in kinds for likely in likely_duplicates(kind)]


def _shown_duplicates(pairs):
    return [_pair(likely, *sorted((likely.one, likely.other), key=_age)) for likely in pairs]


def _pair(likely, stay, go):
    label = _("%(one)s and %(other)s") % {"one": stay, "other": go}
    return Gap(label, merge_address(stay, go), detail="; ".join(map(str, likely.reasons)))


def _age(row):
    return row.pk


def _shown_links(found):
    return [
        Gap(str(link.row), form_of(link.row, f"id_{link.row.markdown_field}"), detail=link.address)
        for link in found
    ]


CHECKS = (
    Check(
        "talks-without-topics",
        _("Talks without topics"),
        _("Nobody finds them by what they are about. Give each a topic or two."),
        "conferences.change_talk",
        lambda: _talks_without(TalkTopic, "content_object"),
        _shown_talks("topic_rows-group"),
    ),
    Check(
        "talks-without-speakers",
        _("Talks without speakers"),
        _("Who spoke? The programme of the conference may tell."),
        "conferences.change_talk",
        lambda: _talks_without(Appearance, "talk"),
        _shown_talks("appearances-group"),
    ),
    Check(
        "talks-without-title",
        _("Talks without a title"),
        _("No recap names them. The programme of the conference may."),
        "conferences.change_talk",
        _untitled_talks,
        _shown_talks("id_title"),
    ),
    Check(
        "speakers-without-handle",
        _("Speakers without a handle"),
        _("Add an account or a website: it tells namesakes apart, and readers can follow them."),
        "conferences.change_speaker",
        _speakers_without_handles,
        _shown("handles-group"),
    ),
    Check(
        "conferences-without-dates",
        _("Conferences without dates"),
        _("Without them they are in no calendar."),
        "conferences.change_conference",
        _undated_conferences,
        _shown("id_starts"),
    ),
    Check(
        "doubts",
        _("Statements read with doubt"),
        _("The reader was not sure: compare them with what the post says."),
        "conferences.view_source",
        _doubts,
        _shown_doubts,
    ),
    Check(
        "likely-duplicates",
        _("Pairs that may be one"),
        _("Compare them: merge the two, or say that they are not the same."),
        "conferences.change_speaker",
        _duplicates,
        _shown_duplicates,
    ),
    Check(
        "dead-links",
        _("Links that lead nowhere here"),
        _("They point into this site, at pages that it does not have."),
        "conferences.change_note",
        dead_links,
        _shown_links,
    ),
)
