"""Addresses that rows once had, and the one a day has.

A merged or renamed row answers 301 with where it lives now, a removed one 410, as does what was
removed with its conference; everything else a reader may not see is as unknown to them as what
never was.
"""

import re
from datetime import date

from django.http import Http404
from django.shortcuts import redirect, render

from conferences.models import OldAddress, Removed


class DayAddress:
    """A day in an address: its number or its date."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,4}"
    NUMBER = re.compile(r"[0-9]{1,4}")

    def to_python(self, value):
        if self.NUMBER.fullmatch(value):
            return {"number": int(value)}
        return {"date": date.fromisoformat(value)}

    def to_url(self, value):
        return str(value)


def row_at(model, slug):
    """The row whose address `slug` is or was: one that readers may see, or one removed.

    For a talk of a removed conference that is the conference.
    """
    row = model.objects.filter(slug=slug).first() or _renamed(model, slug)
    final = _or_conference(merged_into(row)) if row else None
    if final is None or final.removed == Removed.HIDDEN:
        raise Http404
    if not (final.removed or _is_visible(final)):
        raise Http404
    return final


def answer_for(request, model, slug):
    """What `request` gets where no visible row of `model` has `slug`."""
    row = row_at(model, slug)
    return gone(request, row) if row.removed else redirect(row, permanent=True)


def gone(request, row):
    """The page of a row that was removed: what kind of thing it was, and no more."""
    context = {"noun": row._meta.verbose_name}
    return render(request, "conferences/gone.html", context, status=410)


def merged_into(row):
    """The last of the rows that `row` was merged into, itself where it was not."""
    seen = set()
    while row.removed == Removed.MERGED and row.merged_into and row.pk not in seen:
        seen.add(row.pk)
        row = row.merged_into
    return row


def _renamed(model, slug):
    """The row that had `slug` once."""
    old = OldAddress.objects.filter(kind=model.kind, slug=slug).first()
    return model.objects.filter(key=old.key).first() if old else None


def _or_conference(row):
    conference = None if row.removed else getattr(row, "conference", None)
    return conference if conference and conference.removed else row


def _is_visible(row):
    return type(row).objects.visible().filter(pk=row.pk).exists()
