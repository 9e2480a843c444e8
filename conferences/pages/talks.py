"""Talks."""

from django.utils.translation import gettext_lazy as _

from conferences.models import Source, Talk
from conferences.pages import linked_data
from conferences.pages.filters import OneOf, by_edition, by_speaker, by_topic
from conferences.pages.generic import CatalogueDetail, CatalogueList
from conferences.pages.leads import around, others_of_speakers
from conferences.pages.mentions import attach_mentions
from conferences.pages.narrowing import BY_TIME, FROM_A_TO_Z
from conferences.pages.releases import attach_releases, saying_if_tied
from conferences.templatetags.catalogue import full_title

SIMILAR = 6
NOUNS = {
    "keynote": _("Keynotes"),
    "talk": _("Talks"),
    "lightning talk": _("Lightning talks"),
    "workshop": _("Workshops"),
    "tutorial": _("Tutorials"),
    "panel": _("Panels"),
    "demo": _("Demos"),
    "other": _("Other sessions"),
}
LINKS = {
    "slides": _("slides"),
    "video": _("a video"),
    "code": _("code"),
    "write-up": _("a write-up"),
}


class TalkList(CatalogueList):
    model = Talk
    noun = _("Talks")
    filters = (
        OneOf(
            name="kind",
            label=_("Kind"),
            phrase="{}",
            column="talk_kind",
            values=dict(Talk.talk_kind.field.choices),
            nouns=NOUNS,
        ),
        by_speaker("appearances__speaker"),
        by_topic("topic_rows__tag"),
        *by_edition("conference"),
        OneOf(
            name="has",
            label=_("Has"),
            phrase=_("with {}"),
            through="links",
            column="link_kind",
            values=LINKS,
        ),
    )
    sorts = BY_TIME | {"title": FROM_A_TO_Z}
    twins = ("atom", "json", "ics")

    def get_feed_rows(self):
        return self.get_rows().with_notes()


class TalkDetail(CatalogueDetail):
    model = Talk
    twins = ("json", "ics")
    og_kind = "article"

    def get_title(self):
        return full_title(self.object)

    def get_description(self):
        names = {"title": self.get_title(), "name": self.object.conference.name}
        return _("%(title)s, at %(name)s: notes of people who were there.") % names

    def get_linked_data(self, context):
        return linked_data.talk(self.request, self.object, context["topics"], context["notes"])

    def get_talks(self):
        return Talk.objects.visible().filter(pk=self.object.pk)

    def get_queryset(self):
        return Talk.objects.visible().for_cards().with_topics()

    def get_context_data(self, **kwargs):
        talk = self.object
        notes = [*talk.notes.visible().select_related("recap")]
        announcements = list(saying_if_tied(talk.announcements.visible().for_cards()))
        Source.objects.attach_to([talk, *talk.visible_appearances, *notes, *announcements])
        attach_releases(announcements)
        return super().get_context_data(
            notes=notes,
            announcements=announcements,
            **attach_mentions(notes, talk),
            topics=[row.tag for row in talk.visible_topic_rows],
            links=talk.links.visible(),
            places=_places_beside(talk, notes),
            named=_named_where(talk.visible_appearances),
            around=around(talk),
            **others_of_speakers(talk),
            similar=Talk.objects.visible().for_cards().like(talk)[:SIMILAR],
            **kwargs,
        )


def _places_beside(talk, notes):
    """The places that tell of `talk`, but for those that a note of it names."""
    noted = {_span(place) for note in notes for place in note.places}
    return [place for place in talk.places if _span(place) not in noted]


def _named_where(appearances):
    """Who is named where, those named in the same places together."""
    together = {}
    for row in appearances:
        if row.places:
            spans = tuple(_span(place) for place in row.places)
            together.setdefault(spans, []).append(row)
    return [(rows, rows[0].places) for rows in together.values()]


def _span(place):
    return place.recap_slug, place.line, place.last_line
