"""Recaps: who wrote which post, and the post itself beside what was read out of it."""

from django import forms

from conferences.models import Announcement, Conference, Recap, Source, Talk
from conferences.pages.generic import CatalogueDetail, CatalogueList
from conferences.pages.passages import cut
from conferences.recaps.formats import decode


class AuthorForm(forms.Form):
    author = forms.CharField(required=False, max_length=200)


class RecapList(CatalogueList):
    model = Recap
    filter_form = AuthorForm

    def get_rows(self):
        return Recap.objects.visible().with_counts().filter(**self.filters)


class RecapDetail(CatalogueDetail):
    """A post as written, its passages beside the talks they became; or its notes alone."""

    model = Recap

    def get_context_data(self, **kwargs):
        recap = self.object
        sources = list(Source.objects.visible().filter(version__recap=recap).defer("says"))
        is_whole = recap.visibility == Recap.Visibility.WHOLE
        talks = list(_rows_of(sources, Talk))
        return super().get_context_data(
            conferences=Conference.objects.visible().told_in(recap),
            talks=talks,
            passages=_passages(recap, sources, talks) if is_whole else [],
            notes=[] if is_whole else _notes(recap),
            **kwargs,
        )


def _rows_of(sources, model):
    """The visible rows of `model` that `sources` speak of."""
    keys = {source.key for source in sources if source.kind == model.kind}
    return model.objects.visible().for_cards().filter(key__in=keys)


def _passages(recap, sources, talks):
    version = recap.versions.filter(is_current=True).first()
    if version is None:
        return []
    lines = decode(bytes(version.data))[0].rstrip("\n").split("\n")
    return cut(lines, sources, talks, _rows_of(sources, Announcement))


def _notes(recap):
    """The recap's notes in the order of the post, each with its places there."""
    notes = list(recap.notes.visible().select_related("talk__conference").order_by("order", "pk"))
    Source.objects.attach_to(notes)
    return notes
