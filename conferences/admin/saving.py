"""Saving what a form edits, and nothing else of the row."""

from django.core.exceptions import ValidationError

from conferences.addresses import follow_name, remember_address
from conferences.admin.matching import keep_matchable

# Fields that save() makes of others.
DERIVED = {"slug", "folded", "html", "renderer", "changed_at"}


def save_edit(row, fields):
    """Save the fields named; the others stay as they are now, whatever `row` says of them.

    So an edit never undoes what an import wrote meanwhile, and restoring an old version never
    brings back a removed row. Nothing is written where nothing changed.
    """
    before = type(row).objects.filter(pk=row.pk).first()
    if before is None:
        row.save()
    elif not _update(row, before, set(fields)):
        return
    if row.slug_text:
        remember_address(row, before.slug if before and before.slug != row.slug else "")
    keep_matchable(row, before)


def is_there_already(row):
    """Whether another row, perhaps saved since the form was checked, says the same."""
    try:
        row.validate_constraints()
    except ValidationError:
        return True
    return False


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
