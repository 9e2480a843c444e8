"""Recaps: who wrote which post, and the post itself beside what was read out of it."""

from django.utils.translation import gettext_lazy as _

from conferences.models import Announcement, Conference, Recap, Source, Talk
from conferences.pages import linked_data
from conferences.pages.filters import by_author, by_conference, by_language, by_year
from conferences.pages.generic import CatalogueDetail, CatalogueList
from conferences.pages.mentions import attach_mentions
from conferences.pages.narrowing import BY_TIME, FROM_A_TO_Z
from conferences.pages.passages import cut
from conferences.recaps.explaining import explain
from conferences.recaps.formats import decode
from conferences.recaps.outline import Outline
from conferences.templatetags.catalogue import place_of

OTHERS = 12


class RecapList(CatalogueList):
    model = Recap
    noun = _("Recaps")
    filters = (
        by_author(),
        by_conference("notes__talk__conference"),
        by_language(),
        by_year(column="published__year"),
    )
    sorts = BY_TIME | {"title": FROM_A_TO_Z}


class RecapDetail(CatalogueDetail):
    """A post as written, its passages beside the talks they became; or its notes alone.

    Editors are told of each line what the reader took from it, by which rule, in what doubt.
    """

    model = Recap
    og_kind = "article"

    def get_description(self):
        words = _("The recap “%(title)s” and what was read out of it.")
        return words % {"title": self.object.title}

    def get_linked_data(self, context):
        return linked_data.recap(self.request, self.object, context["conferences"])

    def get_context_data(self, **kwargs):
        recap = self.object
        sources = list(Source.objects.visible().filter(version__recap=recap).defer("says"))
        talks, notes = list(_rows_of(sources, Talk)), _notes(recap)
        is_whole = recap.visibility == Recap.Visibility.WHOLE
        version = recap.versions.filter(is_current=True).first() if is_whole else None
        passages = _passages(version, sources, _with_places(talks, notes)) if version else []
        if passages and self.request.user.is_staff:
            _explain(passages, version)
        return super().get_context_data(
            conferences=Conference.objects.visible().told_in(recap),
            talks=talks,
            passages=passages,
            others=_others_of_author(recap),
            notes=[] if is_whole else _with_anchors(notes, sources),
            **kwargs,
        )


def _others_of_author(recap):
    """The author's other recaps, the newest first."""
    own = Recap.objects.visible().exclude(author="").filter(author=recap.author)
    return own.exclude(pk=recap.pk).newest_first().with_counts()[:OTHERS]


def _rows_of(sources, model):
    """The visible rows of `model` that `sources` speak of."""
    keys = {source.key for source in sources if source.kind == model.kind}
    return model.objects.visible().for_cards().filter(key__in=keys)


def _passages(version, sources, talks):
    lines = decode(bytes(version.data))[0].rstrip("\n").split("\n")
    people = [row for talk in talks for row in talk.visible_appearances if row.speaker]
    return cut(lines, sources, talks, _rows_of(sources, Announcement), people)


def _explain(passages, version):
    text, _ = decode(bytes(version.data))
    explained = {line.number: line for line in explain(Outline.from_dict(version.outline, text))}
    for line in (line for passage in passages for line in passage.lines):
        line.statements = explained[line.number].statements


def _notes(recap):
    """The recap's notes in the order of the post."""
    return list(recap.notes.visible().select_related("talk__conference").order_by("order", "pk"))


def _with_places(talks, notes):
    """`talks`, each with the address of its note in the recap, or its own, as `told_at`."""
    note_of = {note.talk_id: note for note in notes}
    for talk in talks:
        talk.told_at = place_of(note_of.get(talk.pk, talk))
    return talks


def _with_anchors(notes, sources):
    """`notes` with their places, and as `anchors` the lines that links to the post may name."""
    attach_mentions(notes)
    lines = sorted({source.line for source in sources})
    for note in Source.objects.attach_to(notes):
        note.anchors = [line for line in lines if _is_within(line, note.places)]
        lines = [line for line in lines if line not in note.anchors]
    return notes


def _is_within(line, places):
    return any(place.line <= line <= place.last_line for place in places)
