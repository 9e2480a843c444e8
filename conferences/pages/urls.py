"""Every public address."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import path, register_converter

from conferences.pages import (
    announcements,
    conferences,
    home,
    quality,
    recaps,
    search,
    speakers,
    suggestions,
    talks,
    topics,
)
from conferences.pages.addresses import DayAddress
from conferences.pages.sitemaps import SITEMAPS
from conferences.pages.twins import TwinInAddress

register_converter(DayAddress, "day")
register_converter(TwinInAddress, "twin")

app_name = "conferences"


def with_twins(route, view, name):
    """The address of a page, and those of its twins beside it."""
    return [
        path(f"{route}/", view.as_view(), name=name),
        path(f"{route}.<twin:twin>", view.as_view(), name=f"{name}-twin"),
    ]


urlpatterns = [
    path("", home.Home.as_view(), name="home"),
    *with_twins("conferences", conferences.ConferenceList, "conferences"),
    *with_twins("conferences/<slug:slug>", conferences.ConferenceDetail, "conference"),
    path("conferences/<slug:slug>/day/<day:day>/", conferences.DayDetail.as_view(), name="day"),
    *with_twins("talks", talks.TalkList, "talks"),
    *with_twins("talks/<slug:slug>", talks.TalkDetail, "talk"),
    *with_twins("speakers", speakers.SpeakerList, "speakers"),
    *with_twins("speakers/<slug:slug>", speakers.SpeakerDetail, "speaker"),
    *with_twins("topics", topics.TopicList, "topics"),
    *with_twins("topics/<slug:slug>", topics.TopicDetail, "topic"),
    path("topics/<slug:slug>+<slug:other>/", topics.TopicPair.as_view(), name="topics-both"),
    *with_twins("announcements", announcements.AnnouncementList, "announcements"),
    *with_twins("recaps", recaps.RecapList, "recaps"),
    *with_twins("recaps/<slug:slug>", recaps.RecapDetail, "recap"),
    path("search/", search.search_page, name="search"),
    path("search/suggestions.json", suggestions.suggestions, name="suggestions"),
    path("search.<twin:twin>", search.search_page, name="search-twin"),
    path("opensearch.xml", suggestions.description, name="opensearch"),
    path("quality/", quality.overview, name="quality"),
    path("quality/<slug:name>/", quality.gap_list, name="quality-list"),
    path(
        "sitemap.xml",
        sitemaps.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "conferences:sitemap"},
        name="sitemaps",
    ),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
