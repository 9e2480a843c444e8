"""What a conference consists of: days, talks and their links, announcements."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from conferences.models.base import CatalogueRow, RenderedRow
from conferences.querysets import (
    AnnouncementQuerySet,
    ConferenceQuerySet,
    DayQuerySet,
    TalkQuerySet,
)
from conferences.recaps.outline import LinkKind, Status, TalkKind
from conferences.rendering import RENDERER, render_inline
from conferences.web import validate_web_address


def choices_of(enum):
    """Choices for a field out of an enum that the reader, which knows no Django, shares."""
    return [(member.value, _(member.value)) for member in enum]


class Conference(RenderedRow):
    """One edition of a conference: "DockerCon EU 2015"."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120, unique=True)
    series = models.CharField(
        max_length=200, blank=True, help_text=_("What its editions share: “DockerCon EU”.")
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    website = models.URLField(max_length=500, blank=True, validators=[validate_web_address])
    description = models.TextField(blank=True, help_text=_("Markdown."))

    objects = ConferenceQuerySet.as_manager()
    kind = "conference"
    markdown_field = "description"

    class Meta:
        ordering = [F("year").desc(nulls_last=True), "name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="conference_ends_after_it_starts",
                condition=Q(starts=None) | Q(ends=None) | Q(ends__gte=F("starts")),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def slug_text(self):
        named = self.year is None or str(self.year) in self.name
        return self.name if named else f"{self.name} {self.year}"

    def get_absolute_url(self):
        return reverse("conferences:conference", args=[self.slug])


class Day(RenderedRow):
    """A day of a conference, known by its number, its date or both."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="days")
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    date = models.DateField(null=True, blank=True)
    title = models.CharField(max_length=200, blank=True)
    introduction = models.TextField(blank=True, help_text=_("Markdown."))

    objects = DayQuerySet.as_manager()
    kind = "day"
    markdown_field = "introduction"

    class Meta:
        ordering = ["conference", F("number").asc(nulls_last=True), "date", "pk"]
        constraints = [
            models.CheckConstraint(
                name="day_has_number_or_date",
                condition=Q(number__isnull=False) | Q(date__isnull=False),
            ),
            models.UniqueConstraint(
                name="unique_day_number_per_conference",
                fields=["conference", "number"],
                condition=Q(removed=""),
            ),
            models.UniqueConstraint(
                name="unique_day_date_per_conference",
                fields=["conference", "date"],
                condition=Q(removed=""),
            ),
        ]

    def __str__(self):
        return f"{self.conference}, {self.label}"

    def get_absolute_url(self):
        return reverse("conferences:day", args=[self.conference.slug, self.address])

    @property
    def address(self):
        """What stands for the day in an address: its number, else its date."""
        return str(self.number) if self.number is not None else self.date.isoformat()

    @property
    def label(self):
        if self.number is None:
            return date_format(self.date)
        return _("day %(number)s") % {"number": self.number}


class Talk(CatalogueRow):
    """A session that an attendee wrote about."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="talks")
    day = models.ForeignKey(Day, models.SET_NULL, null=True, blank=True, related_name="talks")
    title = models.CharField(
        max_length=500, blank=True, help_text=_("Empty where no recap names the talk.")
    )
    subject = models.CharField(
        max_length=500, blank=True, help_text=_("What an untitled talk was about.")
    )
    slug = models.SlugField(max_length=220, unique=True)
    talk_kind = models.CharField(
        _("kind"), max_length=20, choices=choices_of(TalkKind), default=TalkKind.TALK.value
    )
    language = models.CharField(max_length=35, blank=True)
    position = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text=_("Its place on its day, set by hand.")
    )
    recap_order = models.PositiveIntegerField(default=0, editable=False)

    topics = TaggableManager(through="conferences.TalkTopic", blank=True)
    objects = TalkQuerySet.as_manager()
    kind = "talk"

    class Meta:
        ordering = [
            "conference",
            F("day__number").asc(nulls_last=True),
            F("position").asc(nulls_last=True),
            "recap_order",
            "pk",
        ]

    def __str__(self):
        return self.title or (
            _("Untitled talk on %(subject)s") % {"subject": self.subject}
            if self.subject
            else str(_("Untitled talk"))
        )

    @property
    def slug_text(self):
        return f"{self.title or self.subject or 'untitled talk'} {self.conference.name}"

    def get_absolute_url(self):
        return reverse("conferences:talk", args=[self.slug])


class Link(CatalogueRow):
    """Slides, video, code or a write-up of a talk."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="links")
    url = models.URLField(max_length=2000, validators=[validate_web_address])
    text = models.CharField(max_length=300, blank=True)
    link_kind = models.CharField(
        _("kind"), max_length=10, choices=choices_of(LinkKind), default=LinkKind.OTHER.value
    )
    order = models.PositiveIntegerField(default=0)

    kind = "link"

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self):
        return self.text or self.url


class Announcement(RenderedRow):
    """News told at a conference: something released, in preview or planned."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="announcements")
    day = models.ForeignKey(
        Day, models.SET_NULL, null=True, blank=True, related_name="announcements"
    )
    talk = models.ForeignKey(
        Talk, models.SET_NULL, null=True, blank=True, related_name="announcements"
    )
    text = models.TextField(help_text=_("Markdown, one paragraph."))
    status = models.CharField(
        max_length=8, choices=choices_of(Status), default=Status.RELEASED.value, db_index=True
    )
    order = models.PositiveIntegerField(default=0)

    topics = TaggableManager(through="conferences.AnnouncementTopic", blank=True)
    objects = AnnouncementQuerySet.as_manager()
    kind = "announcement"
    markdown_field = "text"

    class Meta:
        ordering = ["conference", "order", "pk"]

    def __str__(self):
        return self.text if len(self.text) <= 80 else self.text[:79] + "…"

    def render(self):
        self.html = render_inline(self.text)
        self.renderer = RENDERER

    def get_absolute_url(self):
        """Its place on the page of its conference's announcements that holds it."""
        query = f"?conference={self.conference.slug}&at={self.key[:8]}"
        return reverse("conferences:announcements") + f"{query}#announcement-{self.key[:8]}"
