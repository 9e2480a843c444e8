"""What waits for somebody to look at it, with its count and the age of the oldest."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db.models import Count, Min, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conferences.admin.filters import OutcomeFilter, is_unsaid
from conferences.admin.rows import models_by_kind, name_of, rows_to_name
from conferences.importing.counting import count_likely
from conferences.importing.duplicates import FINDERS, finders_of
from conferences.importing.kinds import KINDS
from conferences.importing.releases import likely_releases
from conferences.models import Announcement, Conflict, Removed, Source, Topic

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Waiting:
    sort: str
    what: str
    count: int
    oldest: datetime
    address: str
    rows: Any
    """All of it, oldest first, found only when asked for."""

    @property
    def age(self):
        if timezone.now() - self.oldest < MINUTE:
            return _("new")
        return _("oldest %s ago") % timesince(self.oldest)


def what_waits(request, site):
    """Of each sort that the person may see and that has any.

    As many queries however much it is, and the duplicates are remembered.
    """
    sorts = [_conflicts, _doubts, _proposed_topics, _likely_pairs, _unsaid_rows]
    found = [waiting for sort in sorts for waiting in sort(_viewed(request, site)) if waiting.count]
    return sorted(found, key=lambda waiting: waiting.oldest)


def _viewed(request, site):
    return {m for m, own in site._registry.items() if own.has_view_or_change_permission(request)}


def _conflicts(viewed):
    if Conflict in viewed:
        found = Conflict.objects.filter(outcome="")
        what = partial(ngettext, "conflict to decide", "conflicts to decide")
        yield _waiting("conflicts", what, found, "made_at", outcome=OutcomeFilter.OPEN)


def _doubts(viewed):
    if Source in viewed:
        found = Source.objects.current().doubtful()
        narrowed = {"doubts": "yes", "version__is_current__exact": 1}
        what = partial(ngettext, "statement read with doubt", "statements read with doubt")
        yield _waiting("doubts", what, found, "version__created_at", **narrowed)


def _proposed_topics(viewed):
    if Topic in viewed:
        proposed = Topic.Status.PROPOSED
        found = Topic.objects.filter(status=proposed, removed="")
        narrowed = {"status__exact": proposed, "shown": "yes"}
        what = partial(ngettext, "topic to approve or reject", "topics to approve or reject")
        yield _waiting("topics", what, found, "created_at", **narrowed)


def _likely_pairs(viewed):
    """Rows that may be one, and announcements of which one may tell how the other came out."""
    finders = finders_of(kind for kind in FINDERS if KINDS[kind].model in viewed)
    if Announcement in viewed:
        finders[Announcement.kind] = likely_releases
    for kind, (count, oldest) in count_likely(finders).items():
        pairs = _releases if kind == Announcement.kind else _duplicates
        yield pairs(kind, count, oldest, rows=finders[kind])


def _duplicates(kind, count, oldest, *, rows):
    what = ngettext("pair of %s that may be one", "pairs of %s that may be one", count)
    what %= KINDS[kind].model._meta.verbose_name_plural
    return Waiting(
        "duplicates", what, count, oldest, reverse("admin:duplicates", args=[kind]), rows
    )


def _releases(kind, count, oldest, *, rows):
    what = ngettext(
        "plan that may have been released since", "plans that may have been released since", count
    )
    return Waiting("releases", what, count, oldest, reverse("admin:releases"), rows)


def _unsaid_rows(viewed):
    """Rows of every kind that no recap says any more, in one query.

    Who undid an import has decided of what it alone brought: that does not wait.
    """
    models = {kind: model for kind, model in models_by_kind().items() if model in viewed}
    counts = [_unsaid(kind, model) for kind, model in models.items()]
    # Unordered: Django 6 would order the union by the first model's own order.
    found = counts[0].union(*counts[1:], all=True).order_by() if counts else ()
    for kind, count, oldest in found:
        model = models[kind]
        what = _("%s no recap speaks of any more") % name_of(model, count)
        rows = rows_to_name(model).filter(is_unsaid()).order_by("changed_at", "pk").all
        yield Waiting("unsaid", what, count, oldest, _list(model, shown=Removed.UNSAID), rows)


def _unsaid(kind, model):
    rows = model.objects.filter(is_unsaid()).order_by().annotate(what=Value(kind))
    counted = rows.values("what").annotate(count=Count("pk"), oldest=Min("changed_at"))
    return counted.values_list("what", "count", "oldest")


def _waiting(sort, what, rows, since, **narrowed):
    found = rows.order_by().aggregate(count=Count("pk"), oldest=Min(since))
    address, ordered = _list(rows.model, **narrowed), rows.order_by(since, "pk").all
    return Waiting(sort, what(found["count"]), found["count"], found["oldest"], address, ordered)


def _list(model, **narrowed):
    address = reverse(f"admin:conferences_{model._meta.model_name}_changelist")
    return f"{address}?{urlencode(narrowed)}"
