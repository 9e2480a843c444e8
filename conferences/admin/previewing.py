"""Markdown is edited beside what the server will make of it."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from conferences.rendering import NoteTooLong, check_note, render_markdown


class MarkdownArea(forms.Textarea):
    """A text field beside its preview, which a script keeps up with what is typed.

    Without scripts a button opens the preview of what was typed as a page.
    """

    class Media:
        js = [
            forms.Script("conferences/admin-preview.js", type="module"),
            forms.Script("conferences/admin-writing.js", type="module"),
        ]

    def __init__(self, attrs, *, model):
        super().__init__(attrs)
        self.model = model

    def render(self, name, value, attrs=None, renderer=None):
        context = {
            "area": super().render(name, value, attrs, renderer),
            "name": name,
            "address": reverse(f"admin:{_view_name(self.model)}"),
            **_rendered(value or ""),
        }
        return render_to_string("admin/conferences/markdown.html", context)


class PreviewAdmin:
    """An admin whose rows have a text in Markdown, if they have one, renders it unsaved."""

    class Media:
        # Also on the list that a saved form leads to, where its kept draft is dropped.
        js = [forms.Script("conferences/admin-writing.js", type="module")]

    def get_urls(self):
        if not self.model.markdown_field:
            return super().get_urls()
        view = self.admin_site.admin_view(self.preview_view)
        return [path("preview/", view, name=_view_name(self.model)), *super().get_urls()]

    def preview_view(self, request):
        """The text of the field that `preview` names: a page, or only what the panel shows."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        text = request.POST.get(request.POST.get("preview", ""), "")
        if "fragment" in request.POST:
            template, context = "admin/conferences/preview_text.html", {}
        else:
            template, context = "admin/conferences/preview.html", self._page_context(request)
        return TemplateResponse(request, template, context | _rendered(text))

    def _page_context(self, request):
        title = {"title": _("Preview"), "opts": self.opts}
        return self.admin_site.each_context(request) | title


def _rendered(text):
    """What saving the text would show; the form strips it as well."""
    try:
        check_note(text.strip())
    except NoteTooLong as error:
        return {"error": str(error)}
    return {"html": render_markdown(text.strip())}


def _view_name(model):
    return f"conferences_{model._meta.model_name}_preview"
