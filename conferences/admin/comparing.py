"""Two rows side by side: where they differ, and what would move if they became one."""

from dataclasses import dataclass

from django.contrib.admin.utils import display_for_field, flatten
from django.utils.translation import gettext as _

from conferences.admin.rows import name_of
from conferences.importing.describe import describe
from conferences.importing.kinds import children_of
from conferences.models import Source

MERGEABLE = ("conference", "day", "talk", "speaker", "topic", "announcement")
NAMED = 5


@dataclass(frozen=True)
class Choice:
    """A field in which the rows differ."""

    name: str
    label: str
    ours: str
    theirs: str

    @property
    def is_open(self):
        """Whether both have something to choose from."""
        return bool(self.ours and self.theirs)


@dataclass(frozen=True)
class Moved:
    """Rows of one kind that hang on the row that goes."""

    what: str
    count: int
    names: str


def choices_of(row_admin, stay, go):
    """The fields to choose from; each row keeps its address and its place."""
    names = [name for name in flatten(row_admin.fields) if name != "slug"]
    fields = [stay._meta.get_field(name) for name in names]
    return [
        Choice(field.name, field.verbose_name, _words(field, stay), _words(field, go))
        for field in fields
        if not field.is_relation and getattr(stay, field.name) != getattr(go, field.name)
    ]


def moved_by(kind, go):
    """What hangs on the row that goes, kind by kind."""
    for child, relation in children_of(kind):
        rows = child.model.objects.filter(removed="", **{relation: go})
        if count := rows.count():
            shown = rows.select_related(*child.relations)[:NAMED]
            names = [describe(child.name, row) for row in shown]
            more = [_("%d more") % (count - NAMED)] if count > NAMED else []
            yield Moved(name_of(child.model, count), count, "; ".join([*names, *more]))


def posts_about(row):
    """The titles of the posts that speak of it."""
    sources = Source.objects.current().of(row).with_post().order_by("post")
    return list(sources.values_list("post", flat=True).distinct())


def why_not_one(stay, go):
    """Why the two cannot be made one, in a sentence; empty where they can."""
    if stay == go:
        return _("Choose two different rows.")
    if gone := next((row for row in (stay, go) if row.merged_into_id), None):
        return _("“%s” is merged into another row already.") % gone
    if stay.removed:
        return _("“%s” is not on the site: bring it back first.") % stay
    if getattr(stay, "conference", None) != getattr(go, "conference", None):
        return _("They are at two conferences: move one of them first.")
    return ""


def _words(field, row):
    value = getattr(row, field.name)
    return "" if value in (None, "") else str(display_for_field(value, field, ""))
