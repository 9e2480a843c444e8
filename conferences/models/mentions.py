"""Who and what is named in which text. All of it is made of other rows and can be made anew."""

from django.db import models
from django.urls import reverse


class KnownName(models.Model):
    """What a speaker, topic or talk that readers may see is called in texts."""

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=32, db_index=True, help_text="Of the row.")
    name = models.CharField(max_length=500)
    begin = models.CharField(max_length=90, db_index=True, help_text="Its first words, folded.")
    within = models.CharField(max_length=32, blank=True, help_text="Of a talk: its conference.")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="unique_known_name", fields=["key", "name"])]

    def __str__(self):
        return f"{self.kind} {self.name}"


class Mention(models.Model):
    """The first place in a rendered text where a known speaker, topic or talk is named.

    It holds all that the page of what is named shows of it: its sentence, and where that stands.
    """

    text_kind = models.CharField(max_length=20)
    text_key = models.CharField(max_length=32, db_index=True, help_text="Of the row it is in.")
    start = models.PositiveIntegerField(help_text="In the stored HTML.")
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=32, help_text="Of the row it names.")
    is_own = models.BooleanField(
        default=False, help_text="Whether the text is a note on a talk of the speaker it names."
    )
    year = models.PositiveSmallIntegerField(default=0)
    sentence = models.JSONField(default=list, help_text="Up to it, the name, the rest.")
    title = models.CharField(max_length=500, blank=True, help_text="Of the page it is on.")
    author = models.CharField(max_length=200, blank=True, help_text="Of the recap that says it.")
    slug = models.CharField(max_length=220, blank=True, help_text="Of the page it is on.")
    day = models.CharField(max_length=10, blank=True, help_text="What stands for it in an address.")

    MADE = (
        *("text_kind", "text_key", "start", "end", "kind", "key", "is_own", "year"),
        *("sentence", "title", "author", "slug", "day"),
    )

    class Meta:
        ordering = ["text_key", "start"]
        constraints = [models.UniqueConstraint(name="unique_mention", fields=["text_key", "start"])]
        indexes = [
            models.Index(
                "key", "is_own", models.F("year").desc(), "text_key", name="mentions_of_a_row"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.key[:6]} in {self.text_kind} {self.text_key[:6]}"

    def get_absolute_url(self):
        """Where the text stands that it is in."""
        if self.text_kind == "note":
            return reverse("conferences:talk", args=[self.slug]) + f"#note-{self.text_key[:8]}"
        page = [self.slug, self.day] if self.text_kind == "day" else [self.slug]
        return reverse(f"conferences:{self.text_kind}", args=page)

    @property
    def snippet(self):
        """The sentence as stretches of text, each with whether it is the name."""
        before, name, after = self.sentence
        return (before, False), (name, True), (after, False)
