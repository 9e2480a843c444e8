"""The first page, and the icon that browsers ask for unasked."""

from django.db.models import F
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.generic import TemplateView

from conferences.models import Announcement, Conference, Recap, Speaker, Talk, Topic

LINES = 8
NAMES = 24


class Home(TemplateView):
    template_name = "conferences/home.html"

    def get_context_data(self, **kwargs):
        talks = Talk.objects.visible()
        recaps = Recap.objects.visible()
        announcements = Announcement.objects.visible().for_cards()
        return super().get_context_data(
            counts={
                "talks": talks.count(),
                "speakers": Speaker.objects.visible().count(),
                "conferences": Conference.objects.visible().count(),
                "announcements": Announcement.objects.visible().count(),
                "recaps": recaps.count(),
            },
            recaps=recaps.with_counts()[:LINES],
            conferences=Conference.objects.visible().with_counts().newest_first()[:LINES],
            topics=Topic.objects.visible().ranked_in(talks)[:NAMES],
            speakers=Speaker.objects.visible().ranked_in(talks)[:NAMES],
            announcements=announcements.order_by(F("created_at").desc(), "pk")[:LINES],
            **kwargs,
        )


def favicon(request):
    return redirect(static("conferences/favicon.svg"))
