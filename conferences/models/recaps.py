"""The posts: recaps, their versions, where each statement stands, and the notes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from conferences.models.base import CatalogueRow, RenderedRow
from conferences.models.catalogue import Talk
from conferences.models.journal import Run
from conferences.querysets import NoteQuerySet, RecapQuerySet, SourceQuerySet
from conferences.web import validate_web_address


class Recap(CatalogueRow):
    """A post in which an attendee tells of a conference."""

    class Visibility(models.TextChoices):
        WHOLE = "whole", _("shown whole")
        EXCERPTS = "excerpts", _("notes only, with a link to the post")
        PRIVATE = "private", _("hidden, with its notes")

    title = models.CharField(max_length=500)
    slug = models.SlugField(max_length=120, unique=True)
    author = models.CharField(max_length=200, blank=True)
    published = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=35, blank=True)
    url = models.URLField(
        _("address"), max_length=2000, blank=True, validators=[validate_web_address]
    )
    licence = models.CharField(max_length=200, blank=True)
    visibility = models.CharField(
        max_length=8, choices=Visibility, default=Visibility.WHOLE, db_index=True
    )

    objects = RecapQuerySet.as_manager()
    kind = "recap"

    class Meta:
        ordering = [F("published").desc(nulls_last=True), "title", "pk"]

    def __str__(self):
        return self.title

    @property
    def slug_text(self):
        return self.title

    def get_absolute_url(self):
        return reverse("conferences:recap", args=[self.slug])


class RecapPath(models.Model):
    """A path at which a recap was seen."""

    recap = models.ForeignKey(Recap, models.CASCADE, related_name="paths")
    path = models.CharField(max_length=1000, unique=True)
    sha256 = models.CharField(max_length=64, help_text=_("Of what was last seen there."))

    class Meta:
        ordering = ["path"]

    def __str__(self):
        return self.path


class Version(models.Model):
    """The bytes of a recap as imported once, and what the reader made of them."""

    recap = models.ForeignKey(Recap, models.CASCADE, related_name="versions")
    run = models.ForeignKey(Run, models.PROTECT, related_name="versions")
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64, db_index=True)
    reader = models.PositiveIntegerField(help_text=_("Version of the reader that read it."))
    rank = models.CharField(
        max_length=80, help_text=_("Published, and the recap's key: earlier ones speak first.")
    )
    overrides = models.JSONField(
        default=dict, help_text=_("What the caller of the import said over the post.")
    )
    outline = models.JSONField()
    is_current = models.BooleanField(default=True)
    withdrawn_by = models.ForeignKey(
        Run,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="withdrawn_versions",
        help_text=_("The undoing of its run: it never speaks again."),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["recap", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="unique_current_version", fields=["recap"], condition=Q(is_current=True)
            )
        ]

    def __str__(self):
        return f"{self.recap} ({self.sha256[:8]})"


class Source(models.Model):
    """Where a version states something of a row, and what it says there."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="sources")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=32, db_index=True, help_text=_("Of the row it is about."))
    entry = models.CharField(max_length=60, help_text=_("Its place in the outline: “talks/3”."))
    says = models.JSONField(help_text=_("Field by field; rows by their keys."))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    line = models.PositiveIntegerField()
    last_line = models.PositiveIntegerField()
    rule = models.CharField(max_length=60)
    doubt = models.CharField(max_length=500, blank=True)
    looked_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When a person looked at the doubt: it waits no more.")
    )
    looked_at_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["version", "start", "pk"]
        constraints = [
            models.CheckConstraint(
                name="source_ends_after_it_starts", condition=Q(end__gte=F("start"))
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.entry}, line {self.line}"


class Note(RenderedRow):
    """What one recap says of one talk; no recap: an editor's own note."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="notes")
    recap = models.ForeignKey(Recap, models.CASCADE, null=True, blank=True, related_name="notes")
    text = models.TextField(help_text=_("Markdown."))
    order = models.PositiveIntegerField(default=0)

    objects = NoteQuerySet.as_manager()
    kind = "note"
    markdown_field = "text"

    class Meta:
        ordering = [F("recap__published").asc(nulls_last=True), "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="unique_note_per_talk_and_recap",
                fields=["talk", "recap"],
                condition=Q(removed="", recap__isnull=False),
            )
        ]

    def __str__(self):
        return f"{self.talk} ({self.recap or _('an editor')})"
