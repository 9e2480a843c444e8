"""The form of every row: what the database would refuse is said beside the field."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db.models import UniqueConstraint
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext_lazy as _

from conferences.admin.rows import is_number
from conferences.admin.sharing import SharedForm
from conferences.models import Handle
from conferences.rendering import NoteTooLong, check_note
from conferences.web import validate_web_address

# Which field a constraint of the database is about, and what to say of it there.
TAKEN = {
    "unique_day_number_per_conference": (
        "number",
        _("The conference has another day of this number."),
    ),
    "unique_day_date_per_conference": ("date", _("The conference has another day of this date.")),
    "unique_name_per_speaker": ("name", _("The speaker has this name already.")),
    "unique_handle_per_site": ("handle", _("This account is another row's already.")),
    "unique_speaker_per_talk": ("speaker", _("This speaker is on the talk already.")),
    "unique_topic_alias": ("name", _("A topic has this alias already.")),
    "unique_topic_per_talk": ("tag", _("The talk has this topic already.")),
    "unique_topic_per_announcement": ("tag", _("The announcement has this topic already.")),
    "unique_note_per_talk_and_recap": (
        "recap",
        _("There is a note of this recap on the talk already."),
    ),
}


check_handle = RegexValidator(
    r"\A@?[\w.-]+(@[\w.-]+)?\Z", _("Only the handle, without spaces and the site's address.")
)


class WebAddressField(forms.URLField):
    """Takes every http(s) address that posts link to, hosts of a single word included."""

    default_validators = [validate_web_address]


class LinesField(forms.CharField):
    """Takes the line ends that browsers send for those of posts: they are no edit."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class RowForm(SharedForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if slug := self.fields.get("slug"):
            slug.required = False
            slug.help_text = _(
                "The row's place in addresses. Empty: made of its name. Old addresses lead on."
            )

    def clean(self):
        cleaned_data = super().clean()
        name = self.instance.markdown_field
        try:
            check_note(self.cleaned_data.get(name) or "")
        except NoteTooLong as error:
            self.add_error(name, str(error))
        return cleaned_data

    def _get_validation_exclusions(self):
        # The model's own check of addresses is narrower than what posts link to.
        addresses = {
            name for name, field in self.fields.items() if isinstance(field, WebAddressField)
        }
        return super()._get_validation_exclusions() | addresses

    def _post_clean(self):
        """Also the constraints that count only rows still there, which Django leaves out."""
        super()._post_clean()
        for constraint in self.instance._meta.constraints:
            if isinstance(constraint, UniqueConstraint):
                self._check_free(constraint)

    def _check_free(self, constraint):
        field, message = TAKEN[constraint.name]
        if field not in self.fields or field in self.errors:
            return
        try:
            constraint.validate(type(self.instance), self.instance)
        except ValidationError:
            self.add_error(field, message)


class ConferenceForm(RowForm):
    def clean(self):
        starts, ends = self.cleaned_data.get("starts"), self.cleaned_data.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("It ends before it starts."))
        return super().clean()


class DayForm(RowForm):
    def clean(self):
        if self.cleaned_data.get("number") is None and not self.cleaned_data.get("date"):
            self.add_error("number", _("Give the day a number or a date."))
        return super().clean()


class SameConferenceForm(RowForm):
    """Of a row whose day and talk must be of its own conference."""

    def clean(self):
        conference = self.cleaned_data.get("conference")
        for name in ("day", "talk"):
            other = self.cleaned_data.get(name)
            if conference and other and other.conference_id != conference.pk:
                self.add_error(name, _("This one belongs to another conference."))
        return super().clean()


class AppearanceForm(RowForm):
    def clean(self):
        if not self.cleaned_data.get("speaker") and not self.cleaned_data.get("credited_as"):
            self.add_error("credited_as", _("Name the speaker, or how they were credited."))
        return super().clean()


class HandleForm(RowForm):
    def clean(self):
        """Taken as the site shows it: with @; but not with the site's address."""
        handle = self.cleaned_data.get("handle", "")
        try:
            if self.cleaned_data.get("site") == Handle.Site.WEBSITE:
                validate_web_address(handle)
            else:
                self.cleaned_data["handle"] = handle.removeprefix("@")
                check_handle(handle)
        except ValidationError as error:
            self.add_error("handle", error)
        return super().clean()


class RowFormSet(forms.BaseInlineFormSet):
    """Rows beside their parent; what is ticked to go is removed, not deleted."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if mark := form.fields.get(DELETION_FIELD_NAME):
            mark.label = _("Remove")
        for field in form.fields.values():
            # In a table a field has no label but the heading of its column.
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs["aria-label"] = field.label

    def get_queryset(self):
        """Also the rows sent that went with their parent when it was merged meanwhile."""
        rows = super().get_queryset()
        if not self.is_bound or not self.instance.merged_into_id:
            return rows
        moved = self.model.objects.filter(**{self.fk.name: self.instance.merged_into_id})
        return [*rows, *moved.filter(pk__in=self._sent_numbers())]

    def _sent_numbers(self):
        names = (f"{self.add_prefix(n)}-id" for n in range(self.initial_form_count()))
        sent = (self.data.get(name, "") for name in names)
        return [int(number) for number in sent if is_number(number)]

    def delete_existing(self, obj, commit=True):
        """Nothing: the admin removes what it finds in `deleted_objects`."""

    def clean(self):
        super().clean()
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, UniqueConstraint):
                self._check_different(constraint)

    def _check_different(self, constraint):
        """Two rows of this very form may be at odds, which the database cannot see yet."""
        field, message = TAKEN[constraint.name]
        seen = set()
        for form in self.forms:
            if (not form.has_changed() and not form.instance.pk) or self._should_delete_form(form):
                continue
            values = tuple(
                getattr(form.instance, form.instance._meta.get_field(name).attname)
                for name in constraint.fields
                if name != self.fk.name
            )
            if None not in values and values in seen and field not in form.errors:
                form.add_error(field, message)
            seen.add(values)
