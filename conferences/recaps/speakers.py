"""Mentions -> the speakers of a talk, with the full name and the handles of the whole post."""

from collections.abc import Iterable

from .outline import SpeakerEntry
from .people import Mention
from .post import Post


def speakers_of(post: Post, mentions: Iterable[Mention], rule: str) -> tuple[SpeakerEntry, ...]:
    """An entry for each person, in order, nobody twice."""
    entries, seen = [], set()
    for mention in mentions:
        key = post.key_of(mention)
        if key in seen:
            continue
        seen.add(key)
        entries.append(_entry(post, mention, rule))
    return tuple(entries)


def _entry(post: Post, mention: Mention, rule: str) -> SpeakerEntry:
    person, inline = post.person(mention), post.blocks[mention.block].inline
    name = (person.name if person else None) or mention.name or None
    handles = dict(person.handles if person else mention.handles)
    printed = inline.text[mention.start : mention.end]
    doubt = None
    if name and " " not in name:
        doubt = f"only one name is given: {name}"
    elif person and mention.name and name and mention.name != name and " " in mention.name:
        doubt = f"printed as {mention.name}"
    return SpeakerEntry(
        start=inline.source(mention.start),
        end=inline.source(mention.end - 1) + 1,
        rule=rule,
        doubt=doubt,
        name=name,
        credited_as=" ".join(printed.split()),
        handles=handles,
    )
