"""Who speaks: speakers, the names and handles that tell them, their appearances."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from conferences.models.base import CatalogueRow, RenderedRow
from conferences.models.catalogue import Talk
from conferences.querysets import AppearanceQuerySet, SpeakerQuerySet
from conferences.recaps.folding import fold


class Speaker(RenderedRow):
    """A person who gave a talk."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=120, unique=True)
    biography = models.TextField(blank=True, help_text=_("Markdown."))

    objects = SpeakerQuerySet.as_manager()
    kind = "speaker"
    markdown_field = "biography"

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    @property
    def slug_text(self):
        return self.name

    def get_absolute_url(self):
        return reverse("conferences:speaker", args=[self.slug])


class SpeakerName(CatalogueRow):
    """A spelling by which recaps name a speaker; several people may share one."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=250, editable=False, db_index=True)

    kind = "speaker name"

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="unique_name_per_speaker",
                fields=["speaker", "folded"],
                condition=Q(removed=""),
            )
        ]

    def __str__(self):
        return self.name

    def clean(self):
        self.folded = fold(self.name)

    def save(self, *args, **kwargs):
        self.clean()
        super().save(*args, **kwargs)


class Handle(CatalogueRow):
    """A speaker's account on a site, or homepage."""

    class Site(models.TextChoices):
        TWITTER = "twitter", "Twitter"
        GITHUB = "github", "GitHub"
        MASTODON = "mastodon", "Mastodon"
        BLUESKY = "bluesky", "Bluesky"
        LINKEDIN = "linkedin", "LinkedIn"
        WEBSITE = "website", _("website")

    ADDRESSES = {
        "twitter": "https://twitter.com/{}",
        "github": "https://github.com/{}",
        "bluesky": "https://bsky.app/profile/{}",
        "linkedin": "https://www.linkedin.com/in/{}",
    }

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="handles")
    site = models.CharField(max_length=10, choices=Site)
    handle = models.CharField(max_length=300, help_text=_("Without @; for a website its address."))
    folded = models.CharField(max_length=300, editable=False)

    kind = "handle"

    class Meta:
        ordering = ["site", "handle", "pk"]
        constraints = [
            # A homepage may be a company's and shared; an account is one person's.
            models.UniqueConstraint(
                name="unique_handle_per_site",
                fields=["site", "folded"],
                condition=Q(removed="") & ~Q(site="website"),
            )
        ]

    def __str__(self):
        return self.handle if self.site == self.Site.WEBSITE else f"@{self.handle}"

    def clean(self):
        self.folded = self.handle.casefold()

    def save(self, *args, **kwargs):
        self.clean()
        super().save(*args, **kwargs)

    @property
    def url(self):
        """Where the account is; empty where its address cannot be told."""
        if self.site == self.Site.WEBSITE:
            return self.handle if self.handle.startswith(("http://", "https://")) else ""
        if self.site == self.Site.MASTODON and "@" in self.handle.strip("@"):
            user, _at, host = self.handle.strip("@").partition("@")
            return f"https://{host}/@{user}"
        return self.ADDRESSES.get(self.site, "").format(self.handle)


class Appearance(CatalogueRow):
    """A speaker on a talk, as printed there; no speaker while nobody knows who is meant."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="appearances")
    speaker = models.ForeignKey(
        Speaker, models.CASCADE, null=True, blank=True, related_name="appearances"
    )
    credited_as = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=50, blank=True, help_text=_("Empty for a speaker."))
    order = models.PositiveIntegerField(default=0)

    objects = AppearanceQuerySet.as_manager()
    kind = "appearance"

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="unique_speaker_per_talk",
                fields=["talk", "speaker"],
                condition=Q(removed="", speaker__isnull=False),
            ),
            models.CheckConstraint(
                name="appearance_names_somebody",
                condition=Q(speaker__isnull=False) | ~Q(credited_as=""),
            ),
        ]

    def __str__(self):
        return self.credited_as or str(self.speaker)
