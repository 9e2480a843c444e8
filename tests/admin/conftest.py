"""Who edits, and how a form of the admin is filled in."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from conferences.management.commands.create_editor import new_editor


@pytest.fixture
def editor(db):
    return new_editor("ed")


@pytest.fixture
def editor_client(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def submit(editor_client):
    """Open a form of the admin, change some fields, send it: `submit(talk, title="New")`.

    A model in place of a row opens the empty form.
    """

    def submit(row, path="", **changes):
        address = address_of(row) + path
        return editor_client.post(address, filled(editor_client.get(address)) | changes)

    return submit


def address_of(row):
    view, arguments = ("add", []) if isinstance(row, type) else ("change", [row.pk])
    return reverse(f"admin:conferences_{row._meta.model_name}_{view}", args=arguments)


def list_of(model):
    return reverse(f"admin:conferences_{model._meta.model_name}_changelist")


def told(response):
    """The messages that an answer leaves for the page that it leads to."""
    return [str(message) for message in get_messages(response.wsgi_request)]


def filled(response):
    """What a browser sends of the form on a page before anybody types: lines end in \\r\\n."""
    formsets = [shown.formset for shown in response.context.get("inline_admin_formsets", [])]
    forms = [response.context["adminform"].form]
    for formset in formsets:
        forms += [formset.management_form, *formset.forms]
    fields = [field for form in forms for field in form]
    values = {field.html_name: field.value() for field in fields}
    opened = [field for field in fields if field.field.show_hidden_initial]
    values |= {field.html_initial_name: _opened_with(field) for field in opened}
    return {name: _as_sent(value) for name, value in values.items()}


def _opened_with(field):
    return field.form.data.get(field.html_initial_name, field.value())


def _as_sent(value):
    if isinstance(value, str):
        return value.replace("\n", "\r\n")
    return "" if value is None else value


def errors_of(response):
    """The messages on a form that was not accepted, by field."""
    form = response.context["adminform"].form
    found = dict(form.errors)
    for shown in response.context["inline_admin_formsets"]:
        for inline_form in shown.formset.forms:
            found |= inline_form.errors
    return {name: list(messages) for name, messages in found.items()}
