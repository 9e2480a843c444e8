"""Topics."""

from django.utils.translation import gettext_lazy as _

from conferences.models import Announcement, Source, Speaker, Talk, Topic
from conferences.pages import linked_data
from conferences.pages.filters import (
    by_conference,
    by_letter,
    by_series,
    by_speaker,
    by_year,
)
from conferences.pages.generic import CatalogueDetail, IndexList
from conferences.pages.mentions import attach_mentions

NAMES = 30
ANNOUNCEMENTS = 60


class TopicList(IndexList):
    model = Topic
    noun = _("Topics")
    filters = (
        by_letter(),
        by_speaker("talk_rows__content_object__appearances__speaker"),
        by_conference("talk_rows__content_object__conference"),
        by_series("talk_rows__content_object__conference"),
        by_year("talk_rows__content_object__conference"),
    )
    talk_path = "talk_rows__content_object"


class TopicDetail(CatalogueDetail):
    model = Topic
    twins = ("atom", "json", "ics")

    def get_description(self):
        words = _("Talks and announcements on %(name)s, as attendees wrote them down.")
        return words % {"name": self.object.name}

    def get_linked_data(self, context):
        return linked_data.topic(self.request, self.object, context["aliases"])

    def get_talks(self):
        return Talk.objects.visible().about(self.object)

    template_name = "conferences/topic_detail.html"

    def get_context_data(self, **kwargs):
        topic = self.object
        talks = self.get_talks()
        page = self.page_of(talks.for_cards().newest_first())
        announcements = Announcement.objects.visible().about(topic).for_cards()
        oldest = announcements.oldest_first()[:ANNOUNCEMENTS]
        return super().get_context_data(
            page_obj=page,
            talks=page.object_list,
            aliases=topic.aliases.visible(),
            speakers=Speaker.objects.visible().ranked_in(talks)[:NAMES],
            related=Topic.objects.visible().ranked_in(talks).exclude(pk=topic.pk)[:NAMES],
            announcements=Source.objects.attach_to(oldest),
            **attach_mentions([topic], topic),
            **kwargs,
        )
