"""The first page, and the icon that browsers ask for unasked."""

from django.db.models import F
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from conferences.models import Announcement, Conference, Note, Recap, Source, Speaker, Talk, Topic
from conferences.pages.head import Head, alternates_of
from conferences.pages.linked_data import website
from conferences.pages.releases import attach_releases, saying_if_tied

NEWEST_RECAP = (
    F("recap__published").desc(nulls_last=True),
    F("recap__title").asc(),
    F("order").asc(),
    F("pk").asc(),
)
LINES = 8
NAMES = 24


class Home(TemplateView):
    template_name = "conferences/home.html"

    def get_context_data(self, **kwargs):
        talks = Talk.objects.visible()
        recaps = Recap.objects.visible()
        announcements = Announcement.objects.visible().for_cards().newest_first()
        note = _newest_note()
        news = list(saying_if_tied(announcements[:LINES]))
        Source.objects.attach_to([*news, note] if note else news)
        attach_releases(news)
        home = reverse("conferences:home")
        return super().get_context_data(
            head=Head(
                _("What was said at conferences"),
                self.request.build_absolute_uri(home),
                alternates=tuple(
                    alternate
                    for name in ("talks", "recaps", "announcements")
                    for alternate in alternates_of(
                        self.request, reverse(f"conferences:{name}"), ["atom"]
                    )
                ),
                linked_data=website(self.request),
            ),
            counts={
                "talks": talks.count(),
                "speakers": Speaker.objects.visible().count(),
                "conferences": Conference.objects.visible().count(),
                "announcements": Announcement.objects.visible().count(),
                "recaps": recaps.count(),
            },
            note=note,
            recaps=recaps.with_counts()[:LINES],
            conferences=Conference.objects.visible().with_counts().newest_first()[:LINES],
            topics=Topic.objects.visible().ranked_in(talks)[:NAMES],
            speakers=Speaker.objects.visible().ranked_in(talks)[:NAMES],
            announcements=news,
            **kwargs,
        )


def _newest_note():
    """The first note of the newest recap: it shows what the margin is for."""
    notes = Note.objects.visible().select_related("talk__conference", "talk__day", "recap")
    return notes.order_by(*NEWEST_RECAP).first()


def favicon(request):
    return redirect(static("conferences/favicon.svg"))
