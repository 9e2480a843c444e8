"""Speakers."""

from django.utils.translation import gettext_lazy as _

from conferences.models import Announcement, Speaker, Talk, Topic
from conferences.pages import linked_data
from conferences.pages.filters import by_edition, by_letter, by_topic
from conferences.pages.generic import CatalogueDetail, IndexList
from conferences.pages.mentions import attach_mentions
from conferences.pages.releases import news_of

NAMES = 30
ANNOUNCEMENTS = 30


class SpeakerList(IndexList):
    model = Speaker
    noun = _("Speakers")
    filters = (
        by_letter(),
        by_topic("appearances__talk__topic_rows__tag"),
        *by_edition("appearances__talk__conference"),
    )
    talk_path = "appearances__talk"


class SpeakerDetail(CatalogueDetail):
    model = Speaker
    twins = ("atom", "json", "ics")
    og_kind = "profile"

    def get_description(self):
        words = _("Talks of %(name)s, as attendees wrote them down.")
        return words % {"name": self.object.name}

    def get_linked_data(self, context):
        return linked_data.speaker(self.request, self.object, context["names"], context["handles"])

    def get_talks(self):
        return Talk.objects.visible().by(self.object)

    def get_context_data(self, **kwargs):
        speaker = self.object
        talks = self.get_talks()
        page = self.page_of(talks.for_cards().newest_first())
        announcements = Announcement.objects.visible().filter(talk__in=talks).for_cards()
        newest = announcements.newest_first()[:ANNOUNCEMENTS]
        return super().get_context_data(
            page_obj=page,
            talks=page.object_list,
            names=speaker.names.visible().exclude(name=speaker.name),
            handles=speaker.handles.visible(),
            topics=Topic.objects.visible().ranked_in(talks)[:NAMES],
            co_speakers=Speaker.objects.visible().ranked_in(talks).exclude(pk=speaker.pk)[:NAMES],
            announcements=news_of(newest),
            **attach_mentions([speaker], speaker),
            **kwargs,
        )
