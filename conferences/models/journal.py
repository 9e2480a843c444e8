"""What happened: runs, decisions, conflicts, old addresses; which key means which row."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Run(models.Model):
    """One import, or undoing of one, that changed something."""

    IMPORT, UNDO = "import", "undo"

    what = models.CharField(max_length=20, default=IMPORT)
    arguments = models.JSONField(default=list)
    counts = models.JSONField(default=dict, help_text=_("Of rows, by what became of them."))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.what} {self.pk}"

    @property
    def did(self):
        """What became of how many rows, in words."""
        return ", ".join(f"{count} {what}" for what, count in self.counts.items())


class Identity(models.Model):
    """A key that means a row: of a title, a name with its year, a day's number or date.

    A row may have several, as it is renamed or merged; a key means at most one row.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=32, unique=True)
    row_key = models.CharField(max_length=32, db_index=True)
    token = models.TextField(help_text=_("What the key was made of."))

    class Meta:
        verbose_name_plural = "identities"

    def __str__(self):
        return f"{self.kind}: {self.token}"


class Decision(models.Model):
    """What a person ruled, or an import joined: reversible, with a receipt."""

    class Ruling(models.TextChoices):
        MERGE = "merge", _("merge")
        SPLIT = "split", _("split")
        NOT_SAME = "not same", _("not the same")
        REMOVE = "remove", _("remove")
        RELEASE = "release", _("planned and released")
        NOT_RELEASE = "not release", _("not its release")

    ruling = models.CharField(max_length=12, choices=Ruling)
    kind = models.CharField(max_length=20)
    key = models.CharField(
        max_length=32, db_index=True, help_text=_("Of the row that stays, or was first.")
    )
    other_key = models.CharField(max_length=32, blank=True, db_index=True)
    reason = models.CharField(max_length=500, blank=True)
    receipt = models.JSONField(default=dict, help_text=_("What was moved, to move it back."))
    run = models.ForeignKey(Run, models.PROTECT, null=True, blank=True, related_name="decisions")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        permissions = [("decide", _("Can decide what waits"))]

    def __str__(self):
        return f"{self.ruling} {self.kind} {self.key[:6]}"


class Conflict(models.Model):
    """A field that both a person and the posts changed."""

    class Outcome(models.TextChoices):
        KEPT = "kept", _("the person's value kept")
        TAKEN = "taken", _("the posts' value taken")
        OBSOLETE = "obsolete", _("no longer in conflict")

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=32)
    field = models.CharField(max_length=40)
    base = models.JSONField(null=True, help_text=_("What the posts said before."))
    said = models.JSONField(null=True, help_text=_("What the posts say now."))
    value = models.JSONField(null=True, help_text=_("What the person wrote."))
    run = models.ForeignKey(Run, models.PROTECT, related_name="conflicts")
    made_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="unique_open_conflict",
                fields=["key", "field"],
                condition=models.Q(outcome=""),
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.key[:6]}: {self.field}"


class OldAddress(models.Model):
    """A slug that a row once had: its address answers 301."""

    kind = models.CharField(max_length=20)
    slug = models.CharField(max_length=220)
    key = models.CharField(max_length=32, help_text=_("Of the row it leads to."))

    class Meta:
        verbose_name_plural = "old addresses"
        constraints = [models.UniqueConstraint(name="unique_old_address", fields=["kind", "slug"])]

    def __str__(self):
        return f"{self.kind} {self.slug}"
