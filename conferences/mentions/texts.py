"""What names are looked for in, and the names that are looked for: of rows that readers may see."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Prefetch

from conferences.mentions.finding import Page
from conferences.mentions.names import Name
from conferences.models import (
    Appearance,
    Conference,
    Day,
    Mention,
    Note,
    Speaker,
    SpeakerName,
    Talk,
    Topic,
    TopicAlias,
)

LONGEST_TITLE = Mention._meta.get_field("title").max_length


@dataclass(frozen=True)
class Text:
    """Rendered Markdown of a row, and where readers find it."""

    kind: str
    key: str
    html: str
    itself: str = ""
    """Key of the row that the text is about."""
    within: str = ""
    """Key of its conference."""
    own: Collection[str] = field(default=())
    """Keys of the speakers of the talk that it is a note on."""
    place: dict[str, Any] = field(default_factory=dict)
    """What a mention tells of the page that the text stands on."""

    @cached_property
    def page(self) -> Page:
        return Page(self.html)


def texts_of(kind: str, keys: Collection[str]) -> Iterator[Text]:
    """The texts in the documents of some rows of a kind; queries do not grow with them."""
    return TEXTS[kind](keys) if kind in TEXTS and keys else iter(())


def text_keys_of(kind: str, keys: Collection[str]) -> set[str]:
    """Keys of all texts that documents of these rows ever held."""
    found = set(keys)
    for model, path in HELD.get(kind, ()):
        rows = model.objects.filter(**{f"{path}__in": keys}).order_by()
        found.update(rows.values_list("key", flat=True))
    return found


def names_of(kind: str, keys: Collection[str]) -> list[Name]:
    """What rows of a kind are called, as far as it may be linked in texts."""
    return [name for name in NAMES[kind](keys) if name.is_linkable]


HELD: dict[str, tuple[tuple[Any, str], ...]] = {
    "talk": ((Note, "talk__key"),),
    "conference": ((Day, "conference__key"),),
}


def _notes(keys: Collection[str]) -> Iterator[Text]:
    speakers = defaultdict(set)
    credits = Appearance.objects.visible().filter(talk__key__in=keys, speaker__isnull=False)
    for talk, speaker in credits.order_by().values_list("talk__key", "speaker__key"):
        speakers[talk].add(speaker)
    notes = Note.objects.visible().filter(talk__key__in=keys)
    for note in notes.select_related("talk__conference", "recap").order_by("pk"):
        talk, conference = note.talk, note.talk.conference
        place = {
            "year": conference.year or 0,
            "title": str(talk)[:LONGEST_TITLE],
            "author": note.recap.author if note.recap else "",
            "slug": talk.slug,
        }
        own = speakers[talk.key]
        yield Text("note", note.key, note.html, talk.key, conference.key, own, place)


def _introductions(keys: Collection[str]) -> Iterator[Text]:
    yield from _descriptions(Conference, keys)
    days = Day.objects.visible().filter(conference__key__in=keys).exclude(html="")
    for day in days.select_related("conference").order_by("pk"):
        conference = day.conference
        place = {
            "year": conference.year or 0,
            "title": conference.name,
            "slug": conference.slug,
            "day": day.address,
        }
        yield Text("day", day.key, day.html, within=conference.key, place=place)


def _descriptions(model: Any, keys: Collection[str]) -> Iterator[Text]:
    rows = model.objects.visible().filter(key__in=keys).exclude(html="").order_by("pk")
    for row in rows:
        year = getattr(row, "year", None) or 0
        place = {"year": year, "title": row.name, "slug": row.slug}
        yield Text(row.kind, row.key, row.html, row.key, within=row.key, place=place)


TEXTS: dict[str, Callable[[Collection[str]], Iterator[Text]]] = {
    "talk": _notes,
    "conference": _introductions,
    "speaker": lambda keys: _descriptions(Speaker, keys),
    "topic": lambda keys: _descriptions(Topic, keys),
}


def _speaker_names(keys: Collection[str]) -> Iterator[Name]:
    spellings = Prefetch("names", SpeakerName.objects.visible(), to_attr="found_names")
    for row in Speaker.objects.visible().filter(key__in=keys).prefetch_related(spellings):
        yield from _called(row, [row.name, *(other.name for other in row.found_names)])


def _topic_names(keys: Collection[str]) -> Iterator[Name]:
    """Only of topics that a person has approved."""
    approved = Topic.objects.visible().filter(status=Topic.Status.APPROVED, key__in=keys)
    aliases = Prefetch("aliases", TopicAlias.objects.visible(), to_attr="found_aliases")
    for row in approved.prefetch_related(aliases):
        yield from _called(row, [row.name, *(other.name for other in row.found_aliases)])


def _talk_titles(keys: Collection[str]) -> Iterator[Name]:
    talks = Talk.objects.visible().filter(key__in=keys).exclude(title="")
    for row in talks.select_related("conference"):
        yield Name("talk", row.key, row.title, row.conference.key)


def _called(row: Any, names: Iterable[str]) -> Iterator[Name]:
    for name in dict.fromkeys(names):
        yield Name(row.kind, row.key, name)


NAMES: dict[str, Callable[[Collection[str]], Iterator[Name]]] = {
    "speaker": _speaker_names,
    "topic": _topic_names,
    "talk": _talk_titles,
}
