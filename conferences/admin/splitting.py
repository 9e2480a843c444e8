"""Splitting a speaker: whose talks are whose, ticked on one page."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from conferences.admin.widgets import NamedAutocomplete
from conferences.importing.decisions.splitting import CannotSplit, split_speaker
from conferences.models import Appearance, Speaker


def split_view(request, number, *, site):
    row_admin = site.get_model_admin(Speaker)
    if not row_admin.has_decide_permission(request):
        raise PermissionDenied
    speaker = get_object_or_404(Speaker, pk=number)
    if speaker.removed:
        raise Http404
    form = _form(speaker, site, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and (other := _split(request, speaker, form)):
        return redirect("admin:conferences_speaker_change", other.pk)
    context = site.each_context(request) | {
        "title": _("Whose talks are these?"),
        "opts": row_admin.opts,
        "speaker": speaker,
        "form": form,
        "media": row_admin.media + form.media,
    }
    return TemplateResponse(request, "admin/conferences/split.html", context)


def split_address(speaker):
    return reverse("admin:split", args=[speaker.pk])


class TalkChoice(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, appearance):
        return f"{appearance.talk} – {appearance.talk.conference}"


def _form(speaker, site, data):
    appearances = Appearance.objects.visible().filter(speaker=speaker)
    widget = NamedAutocomplete(Appearance._meta.get_field("speaker"), site)
    fields = {
        "appearances": TalkChoice(
            appearances.select_related("talk__conference"),
            label=_("Talks of the other"),
            error_messages={"required": _("Choose the talks that somebody else gave.")},
        ),
        "other": forms.ModelChoiceField(
            Speaker.objects.filter(removed="").exclude(pk=speaker.pk),
            widget=widget,
            required=False,
            label=_("Who gave them"),
            help_text=_("Nobody chosen: a new speaker of the same name."),
        ),
        "reason": forms.CharField(max_length=500, required=False, label=_("Reason")),
    }
    return type("SplitForm", (forms.Form,), fields)(data)


def _split(request, speaker, form):
    """The speaker that the talks were given to; None, and an error, where they could not be."""
    values = form.cleaned_data
    try:
        decision = split_speaker(
            speaker,
            list(values["appearances"]),
            other=values["other"],
            user=request.user,
            reason=values["reason"],
        )
    except CannotSplit as error:
        form.add_error("other", str(error))
        return None
    messages.success(
        request,
        _("Split: the talks are this speaker’s now. The name alone no longer says who is meant."),
    )
    return Speaker.objects.get(key=decision.other_key)
