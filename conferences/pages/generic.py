"""What the pages have in common: lists in pages of 50, details that know old addresses."""

from django import forms
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from django.urls import reverse
from django.views.generic import DetailView, ListView

from conferences.pages.addresses import answer_for

PAGE_SIZE = 50


class CatalogueList(ListView):
    """A list in pages, narrowed by what its form understands of the query string.

    Where the form does not understand a value, nothing is found.
    """

    paginate_by = PAGE_SIZE
    filter_form = forms.Form

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.form = self.filter_form(request.GET)
        self.is_understood = self.form.is_valid()
        self.filters = {
            name: value for name, value in self.form.cleaned_data.items() if value not in ("", None)
        }

    def get_queryset(self):
        rows = self.get_rows()
        return rows if self.is_understood else rows.none()

    def get_context_data(self, **kwargs):
        understood = {name: self.request.GET[name] for name in self.filters}
        return super().get_context_data(filters=self.filters, query=understood, **kwargs)


class LetterForm(forms.Form):
    letter = forms.RegexField(r"^[a-z0-9]\Z", required=False)


class IndexList(CatalogueList):
    """A list in alphabetical order with a way in by letter."""

    filter_form = LetterForm

    def get_rows(self):
        return self.model.objects.visible().with_counts().under(self.filters.get("letter", ""))

    def get_context_data(self, **kwargs):
        return super().get_context_data(letters=self.model.objects.visible().letters(), **kwargs)


class CatalogueDetail(DetailView):
    """One row; where none that readers may see has the slug, the answer of old addresses."""

    def get(self, request, *args, **kwargs):
        try:
            self.object = self.get_object()
        except Http404:
            return answer_for(request, self.model, kwargs["slug"])
        return self.render_to_response(self.get_context_data(object=self.object))

    def get_queryset(self):
        return self.model.objects.visible()

    def get_context_data(self, **kwargs):
        form = f"admin:conferences_{self.model._meta.model_name}_change"
        address = reverse(form, args=[self.object.pk])
        return super().get_context_data(edit_address=address, **kwargs)

    def page_of(self, rows):
        """The page of `rows` that is asked for."""
        try:
            return Paginator(rows, PAGE_SIZE).page(self.request.GET.get("page") or 1)
        except InvalidPage as error:
            raise Http404(str(error)) from error
