"""What the pages have in common: lists in pages of 50, details that know old addresses."""

from http import HTTPStatus

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from conferences.models import Talk
from conferences.pages.addresses import answer_for
from conferences.pages.head import Head, alternates_of, page_address
from conferences.pages.narrowing import COUNTED, FROM_A_TO_Z, MOST_TALKS, Narrowing
from conferences.pages.twins import page_of, twin_of
from conferences.pages.twins.calendar import calendar_of
from conferences.pages.twins.data import detail_data, list_data, row_data
from conferences.pages.twins.feed import feed_of, newest

PAGE_SIZE = 50
INDEXED_CHOICES = 1  # of the lists narrowed by more there are more than of rows


class CatalogueList(ListView):
    """A list in pages, narrowed and sorted by its address; its first order is the usual one."""

    paginate_by = PAGE_SIZE
    noun = ""
    filters = ()
    sorts = {}
    twins = ("atom", "json")

    def get(self, request, *args, **kwargs):
        self.narrowing = Narrowing(
            request.path,
            self.model.objects.visible(),
            noun=self.noun,
            filters=self.filters,
            sorts=self.sorts,
            data=request.GET,
        )
        if not self.narrowing.is_written_so(request.GET):
            return redirect(self.narrowing.address(self.narrowing.query))
        if twin := kwargs.get("twin"):
            return self.get_twin(twin)
        return super().get(request, *args, **kwargs)

    def get_twin(self, twin):
        if twin not in self.twins:
            raise Http404(f"This list has no .{twin}")
        title = self.narrowing.title
        address = page_of(self.narrowing.address(self.narrowing.query))
        if twin == "json":
            page = self.paginate_queryset(self.get_queryset(), PAGE_SIZE)[1]
            return list_data(self.request, title, address, page, row_data)
        if twin == "atom":
            return feed_of(self.request, title, address, newest(self.get_feed_rows()))
        return calendar_of(self.request, title, self.get_rows().dated())

    def get_head(self, page):
        narrowing, request = self.narrowing, self.request
        address = narrowing.address(narrowing.query)
        return Head(
            narrowing.title,
            page_address(request, address, page),
            _("%(title)s: %(count)s, read out of the recaps of people who were there.")
            % {"title": narrowing.title, "count": page.paginator.count},
            alternates=alternates_of(request, address, self.twins),
            is_indexed=page.paginator.count > 0 and len(narrowing.chosen) <= INDEXED_CHOICES,
        )

    def get_queryset(self):
        return self.narrowing.sorted(self.get_rows())

    def get_rows(self):
        """The rows asked for with all that a line of the list shows."""
        return self.narrowing.narrowed().for_cards()

    def get_feed_rows(self):
        """The same with all that a feed says of them."""
        return self.get_rows()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        total = context["paginator"].count
        return context | {
            "narrowing": self.narrowing,
            "head": self.get_head(context["page_obj"]),
            "fields": self.narrowing.fields(total),
            "counted": COUNTED if total > COUNTED else 0,
            "ways_out": [] if total else self.narrowing.ways_out(),
        }


class IndexList(CatalogueList):
    """A list in alphabetical order with a way in by letter, each name with its talks counted."""

    sorts = {"name": FROM_A_TO_Z, "talks": MOST_TALKS}
    talk_path = ""
    """Leads to the talks that are counted: those asked for, where something is."""

    def get_rows(self):
        if not any(row.filter.through for row in self.narrowing.chosen):
            return super().get_rows()
        return self.narrowing.rows.filter(self.narrowing.condition()).counting(self.talk_path)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        fields = {field.filter.name: field for field in context["fields"]}
        return context | {
            "letters": fields.pop("letter", None),
            "every_letter": self.narrowing.address(self.narrowing.query_without("letter")),
            "fields": list(fields.values()),
        }


class CatalogueDetail(DetailView):
    """One row; where none that readers may see has the slug, the answer of old addresses."""

    twins = ("json",)
    og_kind = "website"
    """What it is in OpenGraph's words."""

    def get(self, request, *args, **kwargs):
        twin = kwargs.get("twin")
        if twin and twin not in self.twins:
            raise Http404(f"This page has no .{twin}")
        try:
            self.object = self.get_object()
        except Http404:
            return self.get_elsewhere(twin)
        if twin:
            return self.get_twin(twin)
        return self.render_to_response(self.get_context_data(object=self.object))

    def get_elsewhere(self, twin):
        answer = answer_for(self.request, self.model, self.kwargs["slug"])
        is_moved = twin and answer.status_code == HTTPStatus.MOVED_PERMANENTLY
        return redirect(twin_of(answer.url, twin), permanent=True) if is_moved else answer

    def get_twin(self, twin):
        row = self.model.objects.visible().for_cards().get(pk=self.object.pk)
        if twin == "json":
            return detail_data(self.request, row)
        if twin == "atom":
            rows = newest(self.get_talks().for_cards().with_notes())
            return feed_of(self.request, str(row), row.get_absolute_url(), rows)
        return calendar_of(self.request, str(row), self.get_dated(row))

    def get_talks(self):
        """The talks that the page, its feed and its calendar tell of."""
        return Talk.objects.visible()

    def get_dated(self, row):
        return self.get_talks().for_cards().dated()

    def get_queryset(self):
        return self.model.objects.visible()

    def get_context_data(self, **kwargs):
        form = f"admin:conferences_{self.model._meta.model_name}_change"
        address = reverse(form, args=[self.object.pk])
        context = super().get_context_data(edit_address=address, **kwargs)
        return context | {"head": self.get_head(context)}

    def get_head(self, context):
        request, address = self.request, self.object.get_absolute_url()
        return Head(
            self.get_title(),
            page_address(request, address, context.get("page_obj")),
            self.get_description(),
            self.og_kind,
            alternates_of(request, address, self.twins),
            self.get_linked_data(context),
        )

    def get_title(self):
        return str(self.object)

    def page_of(self, rows):
        """The page of `rows` that is asked for."""
        try:
            return Paginator(rows, PAGE_SIZE).page(self.request.GET.get("page") or 1)
        except InvalidPage as error:
            raise Http404(str(error)) from error
