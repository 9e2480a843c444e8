"""What every row of the catalogue has in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from conferences.keys import new_key
from conferences.querysets import CatalogueQuerySet
from conferences.rendering import RENDERER, render_markdown
from conferences.slugs import make_slug


class Removed(models.TextChoices):
    """Why a row is hidden. Rows are never deleted: their keys go on matching."""

    BY_PERSON = "person", _("removed by a person")
    MERGED = "merged", _("merged into another")
    UNSAID = "unsaid", _("no recap says it any more")
    HIDDEN = "hidden", _("only hidden recaps say it")


class RowHistory(HistoricalRecords):
    """Leaves out of each model's history what is in no need of one, as far as the model has it."""

    LEFT_OUT = ("said", "by_hand", "created_at", "changed_at", "html", "renderer")

    def __init__(self):
        super().__init__(inherit=True, excluded_fields=self.LEFT_OUT)

    def get_extra_fields(self, model, fields):
        """Old versions look for every excluded field, which not every model has."""
        names = {field.name for field in model._meta.fields}
        excluded = [name for name in self.LEFT_OUT if name in names]
        return super().get_extra_fields(model, fields) | {"_history_excluded_fields": excluded}


class CatalogueRow(models.Model):
    """A row that recaps speak of and people edit.

    `said` is what all current recaps together say of it, field by field; where the row
    differs from it, a person edited the row. None: no recap says it.
    """

    key = models.CharField(max_length=32, unique=True, editable=False)
    said = models.JSONField(null=True, editable=False)
    removed = models.CharField(
        max_length=6, choices=Removed, blank=True, default="", editable=False, db_index=True
    )
    by_hand = models.BooleanField(
        default=True, editable=False, help_text=_("Put here by a person: stays, whatever is said.")
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="merged_rows"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = CatalogueQuerySet.as_manager()
    history = RowHistory()

    kind = ""
    """The catalogue's word for such a row, also in sources, decisions and addresses."""
    markdown_field = ""
    """The field that holds Markdown; its rendering stands in `html`."""
    slug_text = ""
    """What the row's address is made of; empty where it has none."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.key = self.key or new_key(self.kind)
        if self.slug_text and not self.slug:
            self.slug = self.free_slug()
        self.render()
        super().save(*args, **kwargs)

    def free_slug(self):
        """The slug of what the row is called; with digits of its key where that is taken."""
        slug = make_slug(self.kind, self.slug_text, self.key)
        others = type(self).objects.exclude(pk=self.pk)
        if others.filter(slug=slug).exists():
            slug = make_slug(self.kind, self.slug_text, self.key, always=True)
        return slug

    def render(self):
        """Bring `html` up to date with the Markdown beside it."""
        if self.markdown_field:
            self.html = render_markdown(getattr(self, self.markdown_field))
            self.renderer = RENDERER

    @property
    def is_visible(self):
        return not self.removed


class RenderedRow(CatalogueRow):
    """A catalogue row with a text in Markdown, rendered when it is saved."""

    html = models.TextField(blank=True, editable=False)
    renderer = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta(CatalogueRow.Meta):
        abstract = True
