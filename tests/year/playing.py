"""A year of three authors and one editor, by a seed: nothing of it may be lost.

The authors write posts and correct them; the editor edits, adds, removes, brings back, merges,
unmerges and undoes imports, by the ways that the admin saves. After each step every promise
that can be looked at is checked.
"""

from collections import Counter, deque
from dataclasses import dataclass, replace
from random import Random

from conferences.importing.undo import undo_run
from conferences.models import Run
from tests.importing.histories import EDITS, MERGEABLE, REMOVABLE, Histories
from tests.importing.versions import richer_posts, versions_of
from tests.year.chance import Chance
from tests.year.keeping import (
    check_addresses,
    check_again,
    check_bytes,
    check_export,
    check_sources,
)

AUTHORS = ("Ann Attendee", "Ben Beside", "Cora Copy")
MONTHS = 12
PATIENCE = 500  # steps in a row for which there is nothing to do
# What the editor does, each as often as it stands here.
EDITING = {
    "edit_field": 8,
    "add_to_talk": 3,
    "add_around": 2,
    "move_note": 1,
    "move_talk": 1,
    "renumber_day": 1,
    "replace_speaker": 1,
    "remove": 2,
    "bring_back": 1,
}
CHOICES = {
    "edit_field": {"what": sorted(EDITS)},
    "add_to_talk": {"what": ["appearance", "topic", "link", "note", "news"]},
    "add_around": {"what": ["speaker name", "handle", "announcement topic"]},
    "renumber_day": {"number": [1, 2, 3]},
    "remove": {"kind": sorted(REMOVABLE)},
}


@dataclass(frozen=True)
class Amounts:
    """How often each thing is done in a year."""

    posts: int = 40
    versions: int = 40
    edits: int = 100
    merges: int = 10
    unmerges: int = 4
    undos: int = 5
    exports: int = MONTHS

    def of(self):
        steps = ("post", "version", "edit", "merge", "unmerge", "undo", "export")
        return dict(zip(steps, vars(self).values(), strict=True))


class Year(Histories):
    def __init__(self, seed, amounts, folder, tell=lambda line: None):
        super().__init__()
        self.random, self.amounts, self.folder, self.tell = Random(seed), amounts, folder, tell
        self.chance = Chance(self.random)
        self.done = Counter()
        self.shelf, self.written, self.runs = {}, set(), []

    def play(self):
        """What was done, counted; fails at the first step after which something is lost.

        A step for which there is nothing yet, a merge to undo or a row to edit, comes later.
        """
        steps, idle = deque(self.plan()), 0
        while steps and idle < PATIENCE:
            step = steps.popleft()
            did = getattr(self, step)()
            idle = 0 if did else idle + 1
            steps.extend([] if did else [step])
            if did:
                self.look_at(did)
        assert not steps, f"there is nothing for {Counter(steps)} to do"
        check_addresses(self.hand.slugs)
        return self.done

    def plan(self):
        """The steps of a year: the first is a post; the rest by chance."""
        steps = [step for step, often in self.amounts.of().items() for _ in range(often)]
        steps.remove("post")
        self.random.shuffle(steps)
        return ["post", *steps]

    def look_at(self, did):
        self.done[did] += 1
        self.tell(f"{self.done.total():4} {did}")
        check_bytes(self.written)
        check_again(self.shelf)
        check_sources(self.hand)

    # The authors: each step gives back what was done, if anything

    def post(self):
        number = self.done["post"]
        drawn = self.chance.draw(richer_posts)
        author, date = AUTHORS[number % len(AUTHORS)], f"2015-06-{1 + number % 28:02}"
        title = f"{drawn.conference[0][:-5]} {2015 + number // 16}"
        post = replace(drawn, author=author, published=date, conference=(title, ""))
        self.publish(f"/{author[:3].lower()}/{number:02}.md", post)
        return "post"

    def version(self):
        if not self.posts:
            return None
        path = self.random.choice(sorted(self.posts))
        post = self.chance.draw(versions_of(self.posts[path]))
        if post == self.posts[path]:
            return None
        self.publish(path, post)
        return "version"

    def publish(self, path, post):
        known = set(Run.objects.values_list("pk", flat=True))
        before = self.posts.get(path)
        self.bring_in(path, post)
        self.shelf[path] = self.data(path)
        self.written.add(self.shelf[path])
        run = Run.objects.filter(what=Run.IMPORT).exclude(pk__in=known).first()
        # Undone is only the import that a post came by last: what was before it is known.
        self.runs = [one for one in self.runs if one[1] != path] + [(run, path, before)]

    # The editor

    def edit(self):
        (name,) = self.random.choices(list(EDITING), weights=EDITING.values())
        if name == "bring_back" and not self.hand.removed:
            return None
        chosen = {what: self.random.choice(all_) for what, all_ in CHOICES.get(name, {}).items()}
        before = self.hand.deeds
        getattr(Histories, name)(self, data=self.chance, **chosen)
        return name if self.hand.deeds > before else None

    def merge(self):
        before = len(self.merges)
        kinds = self.random.sample(MERGEABLE, len(MERGEABLE))
        while len(self.merges) == before and kinds:
            Histories.merge(self, data=self.chance, kind=kinds.pop())
        return "merge" if len(self.merges) > before else None

    def unmerge(self):
        if not self.merges:
            return None
        Histories.unmerge(self, data=self.chance)
        return "unmerge"

    def undo(self):
        """The rows that only this import brought go; whatever a person touched stays."""
        if not self.runs:
            return None
        run, path, before = self.runs.pop(self.random.randrange(len(self.runs)))
        self.hand.during(lambda: undo_run(run))
        assert undo_run(run).by is None
        del self.shelf[path], self.posts[path]
        if before:
            self.posts[path], self.shelf[path] = before, before.data()
        return "undo"

    def export(self):
        check_export(self.folder / f"{self.done['export']}", self.shelf)
        check_addresses(self.hand.slugs)
        return "export"
