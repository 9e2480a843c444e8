"""Topics on taggit's base, attached through rows of our own.

Own rows merge, keep histories and can be removed one by one; nothing calls `topics.add()`.
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from conferences.keys import new_key
from conferences.models.base import CatalogueRow, RenderedRow
from conferences.models.catalogue import Announcement, Talk
from conferences.querysets import TopicQuerySet, TopicRowQuerySet
from conferences.recaps.folding import fold


class Topic(TagBase, RenderedRow):
    """A technology, product, technique or field that talks are looked up by."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("rejected")

    description = models.TextField(blank=True, help_text=_("Markdown."))
    status = models.CharField(max_length=8, choices=Status, default=Status.PROPOSED, db_index=True)

    objects = TopicQuerySet.as_manager()
    kind = "topic"
    markdown_field = "description"

    class Meta:
        ordering = ["name", "pk"]

    @property
    def slug_text(self):
        return self.name

    def get_absolute_url(self):
        return reverse("conferences:topic", args=[self.slug])

    def save(self, *args, **kwargs):
        # taggit's own save would count up ("c_1") where names clash.
        self.key = self.key or new_key(self.kind)
        self.slug = self.slug or self.free_slug()
        super().save(*args, **kwargs)


class TopicAlias(CatalogueRow):
    """Another name of a topic: "k8s" of Kubernetes."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=100)
    folded = models.CharField(max_length=120, editable=False)

    kind = "topic alias"

    class Meta:
        ordering = ["name", "pk"]
        verbose_name_plural = "topic aliases"
        constraints = [
            models.UniqueConstraint(
                name="unique_topic_alias", fields=["folded"], condition=Q(removed="")
            )
        ]

    def __str__(self):
        return self.name

    def clean(self):
        self.folded = fold(self.name)

    def save(self, *args, **kwargs):
        self.clean()
        super().save(*args, **kwargs)


class TalkTopic(ItemBase, CatalogueRow):
    """A topic of a talk."""

    tag = models.ForeignKey(
        Topic, models.CASCADE, related_name="talk_rows", verbose_name=_("topic")
    )
    content_object = models.ForeignKey(
        Talk, models.CASCADE, related_name="topic_rows", verbose_name=_("talk")
    )

    objects = TopicRowQuerySet.as_manager()
    kind = "talk topic"

    class Meta:
        ordering = ["tag__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="unique_topic_per_talk",
                fields=["content_object", "tag"],
                condition=Q(removed=""),
            )
        ]

    def __str__(self):
        return str(self.tag)


class AnnouncementTopic(ItemBase, CatalogueRow):
    """A topic of an announcement."""

    tag = models.ForeignKey(
        Topic, models.CASCADE, related_name="announcement_rows", verbose_name=_("topic")
    )
    content_object = models.ForeignKey(
        Announcement,
        models.CASCADE,
        related_name="topic_rows",
        verbose_name=_("announcement"),
    )

    objects = TopicRowQuerySet.as_manager()
    kind = "announcement topic"

    class Meta:
        ordering = ["tag__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="unique_topic_per_announcement",
                fields=["content_object", "tag"],
                condition=Q(removed=""),
            )
        ]

    def __str__(self):
        return str(self.tag)
