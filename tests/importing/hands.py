"""What people do to rows, by the ways that the admin saves them."""

from conferences.admin.removing import bring_rows_back, remove_rows
from conferences.admin.saving import is_there_already, save_edit
from conferences.importing.decisions.merging import merge_rows
from conferences.importing.decisions.unmerging import undo_decision
from conferences.importing.kinds import KINDS
from conferences.models import Topic


def find(kind, pk):
    return KINDS[kind].model.objects.get(pk=pk)


def present(kind, **filters):
    """The rows that readers may see, oldest first."""
    return list(KINDS[kind].model.objects.visible().filter(**filters).order_by("pk"))


def edit(row, **values):
    """Change fields as a form would; whether that was accepted."""
    for name, value in values.items():
        setattr(row, name, value)
    row.clean()
    if is_there_already(row):
        return False
    save_edit(row, set(values), user=None)
    return True


def add(kind, **values):
    """The new row; None where a row says the same already."""
    row = KINDS[kind].model(**values)
    row.clean()
    if is_there_already(row):
        return None
    save_edit(row, set(values), user=None)
    return row


def add_topic(name):
    """The topic of that name, made where there is none."""
    known = Topic.objects.filter(name=name, removed="").first()
    return known or add("topic", name=name)


def remove(row):
    remove_rows([row], user=None)


def bring_back(row):
    return bool(bring_rows_back([row], user=None))


def merge(stay, go):
    return merge_rows(stay.kind, stay.key, go.key, user=None)


def unmerge(decision):
    """What stays as it is, in words."""
    return undo_decision(decision, user=None)


def final(row):
    """The row that it lives on in."""
    while row.merged_into:
        row = row.merged_into
    return row
