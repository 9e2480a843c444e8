"""Every public address."""

from django.urls import path, register_converter

from conferences.pages import (
    announcements,
    conferences,
    home,
    recaps,
    search,
    speakers,
    talks,
    topics,
)
from conferences.pages.addresses import DayAddress

register_converter(DayAddress, "day")

app_name = "conferences"

urlpatterns = [
    path("", home.Home.as_view(), name="home"),
    path("conferences/", conferences.ConferenceList.as_view(), name="conferences"),
    path("conferences/<slug:slug>/", conferences.ConferenceDetail.as_view(), name="conference"),
    path("conferences/<slug:slug>/day/<day:day>/", conferences.DayDetail.as_view(), name="day"),
    path("talks/", talks.TalkList.as_view(), name="talks"),
    path("talks/<slug:slug>/", talks.TalkDetail.as_view(), name="talk"),
    path("speakers/", speakers.SpeakerList.as_view(), name="speakers"),
    path("speakers/<slug:slug>/", speakers.SpeakerDetail.as_view(), name="speaker"),
    path("topics/", topics.TopicList.as_view(), name="topics"),
    path("topics/<slug:slug>/", topics.TopicDetail.as_view(), name="topic"),
    path("announcements/", announcements.AnnouncementList.as_view(), name="announcements"),
    path("recaps/", recaps.RecapList.as_view(), name="recaps"),
    path("recaps/<slug:slug>/", recaps.RecapDetail.as_view(), name="recap"),
    path("search/", search.search_page, name="search"),
]
