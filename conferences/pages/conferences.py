"""Conferences and their days."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from conferences.models import Conference, Day, Recap, Speaker, Topic
from conferences.pages import linked_data
from conferences.pages.addresses import gone, merged_into, row_at
from conferences.pages.filters import by_series, by_speaker, by_topic, by_year
from conferences.pages.generic import PAGE_SIZE, CatalogueDetail, CatalogueList
from conferences.pages.mentions import attach_mentions
from conferences.pages.narrowing import BY_TIME, FROM_A_TO_Z, MOST_TALKS
from conferences.pages.releases import news_of
from conferences.pages.twins.calendar import CALENDAR_SIZE

ANNOUNCEMENTS = 12
NAMES = 40
EDITIONS = 20
MOST_EDITIONS = 200
RECAPS = 20


class ConferenceList(CatalogueList):
    model = Conference
    noun = _("Conferences")
    filters = (
        by_topic("talks__topic_rows__tag"),
        by_speaker("talks__appearances__speaker"),
        by_series(),
        by_year(),
    )
    sorts = BY_TIME | {"name": FROM_A_TO_Z, "talks": MOST_TALKS}
    twins = ("atom", "json", "ics")


class ConferenceDetail(CatalogueDetail):
    model = Conference
    twins = ("atom", "json", "ics")

    def get_description(self):
        words = ngettext(
            "%(name)s: %(count)s talk as attendees wrote it down.",
            "%(name)s: %(count)s talks as attendees wrote them down.",
            self.object.talk_count,
        )
        return words % {"name": self.object.name, "count": self.object.talk_count}

    def get_linked_data(self, context):
        return linked_data.conference(self.request, self.object, context["talks"])

    def get_talks(self):
        return self.object.talks.visible()

    def get_dated(self, row):
        return [row, *super().get_dated(row)[:CALENDAR_SIZE]]

    def get_queryset(self):
        return Conference.objects.visible().with_counts()

    def get_context_data(self, **kwargs):
        conference = self.object
        talks = self.get_talks()
        page = self.page_of(talks.for_cards().in_order())
        announcements = conference.announcements.visible().for_cards()
        attach_mentions([conference])
        return super().get_context_data(
            page_obj=page,
            talks=page.object_list,
            days=conference.days.visible().with_counts(),
            announcements=news_of(announcements[:ANNOUNCEMENTS]),
            speakers=Speaker.objects.visible().ranked_in(talks)[:NAMES],
            topics=Topic.objects.visible().ranked_in(talks)[:NAMES],
            **_editions(conference),
            recaps=Recap.objects.visible().of(conference).with_counts()[:RECAPS],
            **kwargs,
        )


class DayDetail(CatalogueDetail):
    """A day, by its number; by its date only where it has no number."""

    model = Day
    template_name = "conferences/day_detail.html"
    twins = ()

    def get_description(self):
        names = {"day": self.object.label, "name": self.object.conference.name}
        words = _(
            "The talks and announcements of %(day)s of %(name)s, as attendees wrote them down."
        )
        return words % names

    def get_linked_data(self, context):
        return linked_data.day(self.request, self.object, context["talks"])

    def get(self, request, *args, **kwargs):
        conference = row_at(Conference, kwargs["slug"])
        self.object = conference if conference.removed else _day_of(conference, kwargs["day"])
        if self.object.removed:
            return gone(request, self.object)
        if self.object.get_absolute_url() != request.path:
            return redirect(self.object, permanent=True)
        return self.render_to_response(self.get_context_data(object=self.object))

    def get_context_data(self, **kwargs):
        day = self.object
        page = self.page_of(day.talks.visible().for_cards().with_notes().in_order())
        announcements = day.announcements.visible().for_cards()
        attach_mentions([day])
        return super().get_context_data(
            conference=day.conference,
            days=day.conference.days.visible(),
            page_obj=page,
            talks=page.object_list,
            announcements=news_of(announcements[:PAGE_SIZE]),
            **kwargs,
        )


def _day_of(conference, day):
    """The day of `conference` at an address; one that is there goes before one removed."""
    found = conference.days.filter(**day).order_by("removed", "pk").first()
    if found is None:
        raise Http404
    return merged_into(found)


def _editions(conference):
    """The other editions of the conference's series, newest first, and those beside it in time."""
    if not conference.series:
        return {}
    series = Conference.objects.visible().filter(series=conference.series).newest_first()
    editions = list(series[:MOST_EDITIONS])
    place = editions.index(conference) if conference in editions else len(editions)
    return {
        "before": next(iter(editions[place + 1 :]), None),
        "after": editions[place - 1] if 0 < place < len(editions) else None,
        "editions": [edition for edition in editions if edition != conference][:EDITIONS],
    }
