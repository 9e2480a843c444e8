"""Which topics an outline means: by name or alias, spelling and case aside."""

from collections.abc import Iterable, Mapping, Sequence

from conferences.importing.match.claims import Match, clip
from conferences.keys import key_of
from conferences.models import Topic, TopicAlias
from conferences.recaps.folding import fold
from conferences.recaps.outline import Entry
from conferences.recaps.topics.known import common_name
from conferences.slugs import make_slug


def match_topics(match: Match, talks: Sequence[str], announcements: Sequence[str]) -> None:
    outline = match.outline
    # A name in the post's margins alone ("CC BY") leads to no talk: nothing to look up by it.
    used = {name for talk in outline.talks for name in talk.topics}
    used |= {name for news in outline.announcements for name in news.topics}
    topics = {topic.name: topic for topic in outline.topics if topic.name in used}
    keys = _topic_keys(topics)
    for index, (name, entry) in enumerate(topics.items()):
        common = common_name(name)
        says = {"name": clip(common, 100), "slug": make_slug("topic", common, keys[name])}
        match.claim("topic", keys[name], entry, f"topics/{index}", **says)
    for index, talk in enumerate(outline.talks):
        place = f"talks/{index}/topics"
        _attach(match, "talk topic", talks[index], talk, talk.topics, place, keys)
    for index, news in enumerate(outline.announcements):
        place = f"announcements/{index}/topics"
        _attach(match, "announcement topic", announcements[index], news, news.topics, place, keys)


def _attach(
    match: Match,
    kind: str,
    owner: str,
    entry: Entry,
    names: Iterable[str],
    place: str,
    keys: Mapping[str, str],
) -> None:
    for name in names:
        if name in keys:
            match.claim_member(kind, entry, place, tag=keys[name], content_object=owner)


def _topic_keys(names: Iterable[str]) -> dict[str, str]:
    """The key of its topic for each name. Two queries.

    Looked up are the name as the post has it, as an editor may have made it an alias, and its
    common one: "k8s" and "Kubernetes" are one topic. Another name of a topic goes before the
    name of one: renamed stays matched, though a person gives the old name to another.
    """
    forms = {name: [name, common_name(name)] for name in names}
    folded = {form: fold(form) or form for both in forms.values() for form in both}
    aliases = TopicAlias.objects.filter(folded__in=folded.values(), removed="")
    known = dict(aliases.values_list("folded", "topic__key"))
    slugs = {
        make_slug("topic", form, key_of("topic", fold_)): fold_ for form, fold_ in folded.items()
    }
    for slug, key, main in Topic.objects.filter(slug__in=slugs).values_list(
        "slug", "key", "merged_into__key"
    ):
        known.setdefault(slugs[slug], main or key)
    keys = {}
    for name, both in forms.items():
        found = [known[folded[form]] for form in both if folded[form] in known]
        keys[name] = found[0] if found else key_of("topic", folded[both[-1]])
    return keys
