"""The talks that other shapes have found, to tell which of the narrative's are the same."""

from ..drafts import Draft
from ..post import Post


class KnownTalks:
    """The talks of other shapes: by title, and by each of their speakers."""

    def __init__(self, post: Post, drafts: list[Draft]) -> None:
        self.post = post
        self.titles = {draft.title.casefold() for draft in drafts}
        self.talks_of: dict[int, set[int]] = {}
        for number, draft in enumerate(drafts):
            for person in self._people(draft):
                self.talks_of.setdefault(person, set()).add(number)

    def _people(self, draft: Draft) -> set[int]:
        return {id(self.post.person(mention)) for mention in draft.speakers}

    def __contains__(self, draft: Draft) -> bool:
        if draft.titled and draft.title.casefold() in self.titles:
            return True
        talks = [self.talks_of.get(person, set()) for person in self._people(draft)]
        return bool(talks) and bool(set.intersection(*talks))
