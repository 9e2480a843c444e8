"""Topics."""

from dataclasses import replace

from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from conferences.models import Announcement, Speaker, Talk, Topic
from conferences.pages import linked_data
from conferences.pages.addresses import gone, row_at
from conferences.pages.filters import by_edition, by_letter, by_speaker
from conferences.pages.generic import CatalogueDetail, IndexList
from conferences.pages.head import page_address
from conferences.pages.mentions import attach_mentions
from conferences.pages.releases import news_of
from conferences.pages.years import bars_of
from conferences.templatetags.catalogue import address_beside

NAMES = 30
ANNOUNCEMENTS = 60


class TopicList(IndexList):
    model = Topic
    noun = _("Topics")
    filters = (
        by_letter(),
        by_speaker("talk_rows__content_object__appearances__speaker"),
        *by_edition("talk_rows__content_object__conference"),
    )
    talk_path = "talk_rows__content_object"


class TopicDetail(CatalogueDetail):
    model = Topic
    twins = ("atom", "json", "ics")
    template_name = "conferences/topic_detail.html"

    def get_description(self):
        words = _("Talks and announcements on %(name)s, as attendees wrote them down.")
        return words % {"name": self.object.name}

    def get_linked_data(self, context):
        return linked_data.topic(self.request, self.object, context["aliases"])

    def get_talks(self):
        return Talk.objects.visible().about(self.object)

    def get_context_data(self, **kwargs):
        topic = self.object
        return super().get_context_data(
            aliases=topic.aliases.visible(),
            bars=bars_of(self.get_talks()),
            **attach_mentions([topic], topic),
            **self.get_catalogue(topic),
            **kwargs,
        )

    def get_catalogue(self, *topics):
        """The talks on all of `topics`, and who and what comes with them."""
        talks = self.get_talks()
        page = self.page_of(talks.for_cards().newest_first())
        announcements = Announcement.objects.visible().about(*topics).for_cards()
        oldest = announcements.oldest_first()[:ANNOUNCEMENTS]
        others = Topic.objects.visible().ranked_in(talks).exclude(pk__in=[t.pk for t in topics])
        return {
            "page_obj": page,
            "talks": page.object_list,
            "announcements": news_of(oldest),
            "speakers": Speaker.objects.visible().ranked_in(talks)[:NAMES],
            "related": others[:NAMES],
        }


class TopicPair(TopicDetail):
    """Two topics at once, at one address whichever is named first."""

    twins = ()
    template_name = "conferences/topic_pair.html"

    def get(self, request, *args, **kwargs):
        topics = {row_at(Topic, kwargs[name]) for name in ("slug", "other")}
        self.topics = sorted(topics, key=lambda topic: topic.slug)
        self.object = self.topics[0]
        if gone_topics := [topic for topic in self.topics if topic.removed]:
            return gone(request, gone_topics[0])
        both = address_beside(*self.topics) if len(topics) > 1 else None
        if both != request.path:
            return redirect(both or self.object, permanent=True)
        return self.render_to_response(self.get_context_data(object=self.object))

    def get_title(self):
        one, other = self.topics
        return _("%(one)s and %(other)s") % {"one": one.name, "other": other.name}

    def get_description(self):
        words = _("Talks and announcements on %(both)s, as attendees wrote them down.")
        return words % {"both": self.get_title()}

    def get_linked_data(self, context):
        return None

    def get_head(self, context):
        address = page_address(self.request, self.request.path, context["page_obj"])
        return replace(super().get_head(context), address=address)

    def get_talks(self):
        return Talk.objects.visible().about(*self.topics)

    def get_context_data(self, **kwargs):
        catalogue = self.get_catalogue(*self.topics)
        return super(TopicDetail, self).get_context_data(topics=self.topics, **catalogue, **kwargs)
