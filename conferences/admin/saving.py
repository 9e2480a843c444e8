"""Saving what a form edits, and nothing else of the row."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from conferences.addresses import follow_name, remember_address
from conferences.admin.matching import keep_matchable, key_in_recaps
from conferences.admin.removing import remove_rows, undo_removals
from conferences.importing.conflicts import settle_by_hand
from conferences.importing.refolding import follow_visibility
from conferences.models import Removed
from conferences.upkeep import keep_up

# Fields that save() makes of others.
DERIVED = {"slug", "folded", "html", "renderer", "changed_at"}


# Rows that are what they connect: another speaker on a talk is another appearance.
CONNECTIONS = {"appearance", "speaker name", "handle", "talk topic", "announcement topic"}


def save_edit(row, fields, *, user):
    """Save the fields named; the others stay as they are now, whatever `row` says of them.

    So an edit never undoes what an import wrote meanwhile, and restoring an old version never
    brings back a removed row. Nothing is written where nothing changed.
    """
    row._history_user = user
    before = type(row).objects.filter(pk=row.pk).first()
    if before and _is_another(row, before):
        remove_rows([before], user=user, reason=_("Replaced by “%s”") % row)
        row.pk, row.said, row.by_hand, before = None, None, True, None
    if before is None:
        _create(row, set(fields))
    elif not _update(row, before, set(fields)):
        return
    if row.slug_text:
        remember_address(row, before.slug if before and before.slug != row.slug else "")
    keep_matchable(row, before)
    if before:
        settle_by_hand(row, _changed(row, before), user)
    keep_up({(row.kind, row.key)} | _left(row, before))
    if row.kind == "recap" and before and row.visibility != before.visibility:
        follow_visibility([row], user=user)


def is_there_already(row):
    """Whether another row, perhaps saved since the form was checked, says the same."""
    try:
        row.validate_unique(exclude=["key", "slug"])
        row.validate_constraints()
    except ValidationError:
        return True
    return False


def _changed(row, before):
    """The names of the fields that the edit changed."""
    fields = row._meta.concrete_fields
    return [f.name for f in fields if getattr(row, f.attname) != getattr(before, f.attname)]


def _left(row, before):
    """Kind and key of the rows that the row no longer belongs to, such as a note's old talk."""
    relations = [field for field in row._meta.fields if field.many_to_one] if before else []
    moved = [f.name for f in relations if getattr(row, f.attname) != getattr(before, f.attname)]
    parents = [parent for name in moved if (parent := getattr(before, name))]
    return {(parent.kind, parent.key) for parent in parents}


def _is_another(row, before):
    """Whether the edit makes it a row that imports would look for under another key."""
    is_connection = row.kind in CONNECTIONS and before.is_visible
    return is_connection and key_in_recaps(row) != key_in_recaps(before)


def _create(row, edited):
    """Save a new row under the key by which imports will find it.

    Where a row was there before and is removed, adding it again brings it back.
    """
    key = key_in_recaps(row)
    known = type(row).objects.filter(key=key).first()
    if known is None or known.removed in ("", Removed.MERGED):
        row.key, row._state.adding = "" if known else key, True
        row.save()
        return
    row.pk, row.removed, row._state.adding = known.pk, "", False
    _update(row, known, edited | {"removed", "by_hand"})
    undo_removals([row])


def _update(row, before, edited):
    """Whether there was anything to save."""
    if row.slug_text:
        row.slug = row.slug or row.free_slug()
        follow_name(row, before)
    fields = row._meta.concrete_fields
    for field in fields:
        if field.name not in edited | DERIVED:
            setattr(row, field.attname, getattr(before, field.attname))
    edited_fields = [field.attname for field in fields if field.name in edited | {"slug"}]
    if all(getattr(row, name) == getattr(before, name) for name in edited_fields):
        return False
    row.save(update_fields=[field.name for field in fields if field.name in edited | DERIVED])
    return True
