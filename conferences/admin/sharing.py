"""Two people at one form: each saves what they changed, and nothing that either wrote is lost."""

from contextlib import suppress

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import display_for_field
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from simple_history.models import is_historic

from conferences.admin.diffs import is_long, line_diff
from conferences.admin.rows import row_link
from conferences.importing.texts import merge_texts


class SharedForm(forms.ModelForm):
    """A form that carries what its fields held when it was opened.

    Only fields that its sender changed are saved. Where the row has changed meanwhile in one of
    them, texts are merged line by line; what cannot be merged is told beside the field, where
    the sender's own value waits to be saved again.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # An old version that is restored is wanted whole, and a new row has nobody else.
        self.is_shared = self.instance.pk is not None and not is_historic(self.instance)
        self.merged = []
        for field in self.fields.values():
            field.show_hidden_initial = self.is_shared

    @property
    def edited(self):
        """The names of the fields to save."""
        return self.changed_data if self.is_shared else list(self.base_fields)

    def clean(self):
        if self.is_shared:
            for name in self.base_fields:
                if name not in self.errors and self._has_moved(name):
                    self._reconcile(name)
        return super().clean()

    def _has_moved(self, name):
        """Whether the row holds another value than when the form was opened."""
        return _differs(self.fields[name], self.initial.get(name), self._opened(name))

    def _reconcile(self, name):
        now, sent = self.initial.get(name), self._sent(name)
        if name not in self.changed_data:
            self.cleaned_data[name] = getattr(self.instance, name)
            self._show(name, now)
        elif _differs(self.fields[name], now, sent):
            self._merge(name, now, self.cleaned_data[name])

    def _merge(self, name, now, wanted):
        field = self.fields[name]
        merged = None
        if isinstance(now, str) and isinstance(field.widget, forms.Textarea):
            merged = merge_texts(field.to_python(self._opened(name)), wanted, field.to_python(now))
        if merged is None:
            self.add_error(name, self._clash(name, wanted))
            self._show(name, self._sent(name))
        else:
            self.cleaned_data[name] = merged
            self.merged.append(field.label)
            self._show(name, merged)

    def _clash(self, name, wanted):
        """What became of the field, and what the sender can do."""
        model_field = self.instance._meta.get_field(name)
        now = display_for_field(getattr(self.instance, name), model_field, _("nothing"))
        if is_long(now):
            return format_html(
                "{} {} {}",
                _("Meanwhile %s changed this text too:") % _last_writer(self.instance),
                line_diff(now, wanted),
                _("− is theirs, + is yours. Take over what you need, then save again."),
            )
        told = {"who": _last_writer(self.instance), "now": now}
        changed = _("Meanwhile %(who)s changed this to “%(now)s”.") % told
        return f"{changed} {_('Save again to have yours.')}"

    # What the browser sent, and what it is shown if the form comes back

    def _sent(self, name):
        return self._value_of(self.fields[name].widget, self[name].html_name)

    def _opened(self, name):
        return self._value_of(self.fields[name].hidden_widget(), self[name].html_initial_name)

    def _value_of(self, widget, html_name):
        return widget.value_from_datadict(self.data, self.files, html_name)

    def _show(self, name, value):
        """Show a value, and take the row's own as known to whoever reads the form now."""
        field = self.fields[name]
        self.data = self.data.copy()
        self.data[self[name].html_name] = _as_text(field, value)
        self.data[self[name].html_initial_name] = _as_text(field, self.initial.get(name))


def tell_meanwhile(request, form):
    """Say what the sender of a saved form could not know of its row."""
    row = form.instance
    if form.merged:
        told = {"row": row, "fields": ", ".join(map(str, form.merged))}
        text = _("“%(row)s” was changed meanwhile; both changes are in it now: %(fields)s.")
        messages.info(request, text % told)
    if form.is_shared and row.removed:
        told = {"row": row_link(row), "why": row.get_removed_display()}
        text = _("{row} is not on the site ({why}): what you changed is kept with it.")
        messages.warning(request, format_html(text, **told))


def _differs(field, value, sent):
    """Whether what a browser sent stands for another value."""
    if isinstance(value, str):
        with suppress(ValidationError):
            value = field.to_python(value)  # without the blanks that forms strip
    return field.has_changed(value, sent)


def _as_text(field, value):
    return "" if value is None else str(field.prepare_value(value))


def _last_writer(row):
    """Who changed the row last, and when."""
    entry = row.history.select_related("history_user").first()
    who = (entry and entry.history_user) or _("an import")
    if not entry:
        return str(who)
    at = date_format(localtime(entry.history_date), "DATETIME_FORMAT")
    return _("%(who)s (%(at)s)") % {"who": who, "at": at}
