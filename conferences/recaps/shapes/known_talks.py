"""The talks that other shapes have found, to tell which of the narrative's are the same."""

from difflib import SequenceMatcher
from itertools import islice

from ..drafts import Draft
from ..post import Post

BY_TITLE = frozenset(
    (
        *("title_by", "title_given_by", "title_brackets", "both_in_brackets"),
        *("genitive_title", "genitive_talk"),
    )
)
"""Rules by which a title has its speaker: two such titles of a speaker are two talks."""
ALIKE = 0.5
MOST_ALIKE = 20
"""So many talks of a speaker are compared with one more."""


class KnownTalks:
    """The talks of other shapes: by title, and by each of their speakers."""

    def __init__(self, post: Post, drafts: list[Draft]) -> None:
        self.post = post
        self.drafts = drafts
        self.titles = {draft.title.casefold() for draft in drafts}
        self.talks_of: dict[int | str, set[int]] = {}
        for number, draft in enumerate(drafts):
            for person in self._people(draft):
                self.talks_of.setdefault(person, set()).add(number)

    def _people(self, draft: Draft) -> set[int | str]:
        return {self.post.key_of(mention) for mention in draft.speakers}

    def __contains__(self, draft: Draft) -> bool:
        if draft.titled and draft.title.casefold() in self.titles:
            return True
        talks = [self.talks_of.get(person, set()) for person in self._people(draft)]
        shared = set.intersection(*talks) if talks else set()
        if draft.titled and draft.rule.rpartition(":")[2] in BY_TITLE:
            some = islice(shared, MOST_ALIKE)
            return any(_are_alike(draft.title, self.drafts[number].title) for number in some)
        return bool(shared)


def _are_alike(title: str, other: str) -> bool:
    return SequenceMatcher(None, title.casefold(), other.casefold()).ratio() >= ALIKE
