"""Which topic a name means: its own name or an alias, spelling and case aside."""

from collections.abc import Iterable

from conferences.keys import key_of
from conferences.models import Topic, TopicAlias
from conferences.recaps.folding import fold
from conferences.slugs import make_slug


def match_topics(names: Iterable[str]) -> dict[str, str]:
    """The key of its topic for each name. Two queries."""
    folded = {name: fold(name) or name for name in names}
    aliases = TopicAlias.objects.filter(folded__in=folded.values(), removed="")
    known = dict(aliases.values_list("folded", "topic__key"))
    slugs = {
        make_slug("topic", name, key_of("topic", fold_)): fold_ for name, fold_ in folded.items()
    }
    for slug, key, main in Topic.objects.filter(slug__in=slugs).values_list(
        "slug", "key", "merged_into__key"
    ):
        known[slugs[slug]] = main or key
    return {name: known.get(fold_, key_of("topic", fold_)) for name, fold_ in folded.items()}
