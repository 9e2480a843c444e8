"""Rows that people make or rename stay known to imports."""

from conferences.importing.identity import (
    MEMBER_PARTS,
    announcement_token,
    conference_tokens,
    day_tokens,
    is_generic,
    member_key,
    talk_tokens,
)
from conferences.importing.kinds import KINDS
from conferences.importing.rows import values_of
from conferences.keys import key_of
from conferences.models import (
    Announcement,
    Conference,
    Day,
    Identity,
    Removed,
    Speaker,
    SpeakerName,
    Talk,
    Topic,
    TopicAlias,
)
from conferences.recaps.folding import fold
from conferences.slugs import make_slug


def key_in_recaps(row):
    """The key that the row would have if a recap spoke of it; empty where that cannot be told."""
    row.clean()
    if isinstance(row, Topic):
        return key_of("topic", fold(row.name) or row.name)
    return member_key(row.kind, values_of(KINDS[row.kind], row)) if row.kind in MEMBER_PARTS else ""


def keep_matchable(row, before):
    """Write down what imports will look for; `before` is the row as it was, None if new.

    The one place that is told of every row a person saves.
    """
    if keep := KEEPERS.get(type(row)):
        keep(row, before)
    if tokens_of := TOKENS.get(type(row)):
        _keep_tokens(row, tokens_of(row))


def _keep_tokens(row, tokens):
    """What rows once were that are gone from the site means the one that is there by now."""
    Identity.objects.bulk_create(
        [
            Identity(kind=row.kind, key=token.key, row_key=row.key, token=token.text)
            for token in tokens
        ],
        ignore_conflicts=True,
    )
    gone = type(row).objects.filter(removed__in=[Removed.BY_PERSON, Removed.UNSAID])
    taken = Identity.objects.filter(key__in=[token.key for token in tokens])
    taken.filter(row_key__in=gone.exclude(pk=row.pk).values("key")).update(row_key=row.key)


def keep_names(speaker, before):
    """Both the name and the one before it are spellings of the speaker."""
    for name in [before.name, speaker.name] if before else [speaker.name]:
        if not speaker.names.filter(removed="", folded=fold(name)).exists():
            spelling = SpeakerName(speaker=speaker, name=name)
            key = key_in_recaps(spelling)
            spelling.key = "" if SpeakerName.objects.filter(key=key).exists() else key
            spelling.save()


def keep_aliases(topic, before):
    """What the topic was called stays another name of it, unless it is one of a topic already.

    Its own name is one too where the slug, by which imports look topics up, is another.
    """
    names = [before.name] if before and fold(before.name) != fold(topic.name) else []
    if topic.slug != make_slug(topic.kind, topic.name, topic.key):
        names.append(topic.name)
    for name in names:
        if not TopicAlias.objects.filter(removed="", folded=fold(name)).exists():
            TopicAlias.objects.create(topic=topic, name=name)


def _talk_tokens(talk):
    """Only of a title that tells the talk: "Keynote" tells none."""
    if not talk.title or is_generic(talk.title):
        return []
    conference = talk.conference.key
    return talk_tokens(conference, "", title=talk.title, subject="", day="", speakers=[])


def _day_tokens(day):
    date = day.date.isoformat() if day.date else None
    return day_tokens(day.conference.key, day.number, date)


KEEPERS = {Speaker: keep_names, Topic: keep_aliases}
TOKENS = {
    Conference: lambda row: conference_tokens(row.name, row.year, row.website),
    Day: _day_tokens,
    Talk: _talk_tokens,
    Announcement: lambda row: [
        announcement_token(row.conference.key, row.talk.key if row.talk else "", row.text)
    ],
}
