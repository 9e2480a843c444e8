"""What search looks through. All of it is made of other rows and can be made anew."""

from django.db import models


class SearchDoc(models.Model):
    """What a visible row of the catalogue is found by."""

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=32, unique=True, help_text="Of the row.")
    title = models.TextField()
    names = models.TextField(blank=True, help_text="One a line.")
    text = models.TextField(blank=True)
    words = models.TextField(help_text="Folded, of title, names and text.")
    stems = models.TextField(help_text="Of the words, in the same places.")
    year = models.PositiveSmallIntegerField(default=0)

    MADE = ("title", "names", "text", "words", "stems", "year")

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.kind} {self.title}"


class SearchTerm(models.Model):
    """A word of titles and names, for those who mistype it; some are of rows now hidden."""

    word = models.CharField(max_length=40, unique=True)

    class Meta:
        ordering = ["word"]

    def __str__(self):
        return self.word
