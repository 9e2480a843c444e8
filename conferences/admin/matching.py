"""Rows that people make or rename stay known to imports."""

from conferences.models import Speaker, SpeakerName, Topic, TopicAlias
from conferences.recaps.folding import fold


def keep_matchable(row, before):
    """Write down what imports will look for; `before` is the row as it was, None if new.

    The one place that is told of every row a person saves.
    """
    if keep := KEEPERS.get(type(row)):
        keep(row, before)


def keep_names(speaker, before):
    """Both the name and the one before it are spellings of the speaker."""
    for name in [before.name, speaker.name] if before else [speaker.name]:
        if not speaker.names.filter(removed="", folded=fold(name)).exists():
            SpeakerName.objects.create(speaker=speaker, name=name)


def keep_alias(topic, before):
    """What the topic was called stays another name of it, unless it is one of a topic already."""
    if before is None or fold(before.name) == fold(topic.name):
        return
    if not TopicAlias.objects.filter(removed="", folded=fold(before.name)).exists():
        TopicAlias.objects.create(topic=topic, name=before.name)


KEEPERS = {Speaker: keep_names, Topic: keep_alias}
