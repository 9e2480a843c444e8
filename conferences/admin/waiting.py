"""What waits for somebody to look at it, with its count and the age of the oldest."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Value
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from conferences.admin.filters import OutcomeFilter
from conferences.admin.rows import models_by_kind
from conferences.models import Conflict, Removed, Source, Topic


@dataclass(frozen=True)
class Waiting:
    what: str
    count: int
    oldest: datetime
    address: str


def what_waits(request, site):
    """Of each sort that the person may see and that has any; four queries, however much it is."""
    sorts = [_conflicts, _doubts, _proposed_topics, _unsaid_rows]
    found = [waiting for sort in sorts for waiting in sort(_viewed(request, site)) if waiting.count]
    return sorted(found, key=lambda waiting: waiting.oldest)


def _viewed(request, site):
    return {m for m, own in site._registry.items() if own.has_view_or_change_permission(request)}


def _conflicts(viewed):
    if Conflict in viewed:
        found = Conflict.objects.filter(outcome="")
        yield _waiting(_("conflicts to decide"), found, "made_at", outcome=OutcomeFilter.OPEN)


def _doubts(viewed):
    if Source in viewed:
        found = Source.objects.current().exclude(doubt="")
        narrowed = {"doubts": "yes", "version__is_current__exact": 1}
        yield _waiting(_("statements read with doubt"), found, "version__created_at", **narrowed)


def _proposed_topics(viewed):
    if Topic in viewed:
        proposed = Topic.Status.PROPOSED
        found = Topic.objects.filter(status=proposed, removed="")
        narrowed = {"status__exact": proposed, "shown": "yes"}
        yield _waiting(_("topics to approve or reject"), found, "created_at", **narrowed)


def _unsaid_rows(viewed):
    """Rows of every kind that no recap says any more, in one query."""
    models = {kind: model for kind, model in models_by_kind().items() if model in viewed}
    counts = [_unsaid(kind, model) for kind, model in models.items()]
    # Unordered: Django 6 would order the union by the first model's own order.
    found = counts[0].union(*counts[1:], all=True).order_by() if counts else ()
    for kind, count, oldest in found:
        model = models[kind]
        what = _("%s no recap speaks of any more") % model._meta.verbose_name_plural
        yield Waiting(what, count, oldest, _list(model, shown=Removed.UNSAID))


def _unsaid(kind, model):
    rows = model.objects.filter(removed=Removed.UNSAID).order_by().annotate(what=Value(kind))
    counted = rows.values("what").annotate(count=Count("pk"), oldest=Min("changed_at"))
    return counted.values_list("what", "count", "oldest")


def _waiting(what, rows, since, **narrowed):
    found = rows.order_by().aggregate(count=Count("pk"), oldest=Min(since))
    return Waiting(what, found["count"], found["oldest"], _list(rows.model, **narrowed))


def _list(model, **narrowed):
    address = reverse(f"admin:conferences_{model._meta.model_name}_changelist")
    return f"{address}?{urlencode(narrowed)}"
