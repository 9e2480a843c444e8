"""Random histories: posts imported in version after version, rows edited by hand in between.

After each step every hand edit stands as it was left, or waits as a conflict of three values;
what was removed stays away, what was added stays, what was merged stays merged.
"""

from contextlib import ExitStack

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from conferences.importing.kinds import KINDS
from conferences.models import Conflict, Removed
from tests.importing import hands
from tests.importing.posts import NEWS
from tests.importing.standing import Standing
from tests.importing.state import (
    counted_keys,
    fresh_base,
    import_posts,
    stored_state,
    visible_state,
)
from tests.importing.versions import richer_posts, versions_of

PATHS = ("/a.md", "/b.md")

# The fields that are edited, each with what a person might write.
EDITS = {
    ("conference", "name"): "Hand Conf {} 2015",
    ("conference", "place"): "Town {}",
    ("conference", "description"): "By hand {}.",
    ("day", "title"): "Day by hand {}",
    ("day", "introduction"): "By hand {}.",
    ("speaker", "name"): "Hand Made{}",
    ("speaker", "biography"): "By hand {}.",
    ("topic", "name"): "Topic {}",
    ("talk", "title"): "By hand {}",
    ("talk", "language"): "l{}",
    ("talk", "slug"): "by-hand-{}",
    ("appearance", "role"): "role {}",
    ("appearance", "credited_as"): "Credit {}",
    ("link", "text"): "link {}",
    ("link", "url"): "https://example.org/by-hand/{}",
    ("note", "text"): "By hand {}.",
    ("announcement", "text"): "By hand {}.",
    ("recap", "author"): "Author {}",
    ("recap", "title"): "Recap {}",
}
MERGEABLE = ("conference", "day", "speaker", "topic", "talk", "announcement")
REMOVABLE = tuple(name for name in KINDS if name not in ("recap", "speaker name"))


class Histories(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.around = ExitStack()
        self.around.enter_context(fresh_base())
        self.around.enter_context(counted_keys())
        self.posts, self.blanks, self.number = {}, 0, 0
        self.is_settled, self.hand, self.merges = True, Standing(), []

    def teardown(self):
        self.around.close()

    # Posts

    @rule(path=st.sampled_from(PATHS), post=richer_posts)
    def import_post(self, path, post):
        self.bring_in(path, post)

    @precondition(lambda self: self.posts)
    @rule(data=st.data())
    def import_new_version(self, data):
        path = data.draw(st.sampled_from(sorted(self.posts)))
        self.bring_in(path, data.draw(versions_of(self.posts[path])))

    @precondition(lambda self: self.posts)
    @rule(data=st.data())
    def import_all_again(self, data):
        """The same posts say nothing new, even where a blank line more has all planned anew."""
        order = data.draw(st.permutations(sorted(self.posts)))
        before = stored_state()
        self.run({path: self.data(path) for path in order})
        assert stored_state() == before
        if not self.is_settled:
            self.plan_anew(order)
        shown, waiting = visible_state(), open_conflicts()
        self.plan_anew(order)
        changed = differences(shown, visible_state())
        changed += differences(waiting, open_conflicts())
        assert changed == [], changed
        self.is_settled = True

    def plan_anew(self, order):
        self.blanks += 1
        self.run({path: self.data(path) for path in order})

    def bring_in(self, path, post):
        self.posts[path] = post
        self.run({path: self.data(path)})

    def data(self, path):
        return self.posts[path].data() + b"\n" * self.blanks

    def run(self, posts):
        there, outcomes = {path: self.data(path) for path in self.posts}, []
        self.hand.during(lambda: outcomes.extend(import_posts(posts, there)))
        assert [o.reason for o in outcomes if o.status == "failed"] == []

    # Edits

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), what=st.sampled_from(sorted(EDITS)))
    def edit_field(self, data, what):
        kind, field = what
        row = drawn(data, hands.present(kind))
        if row is None or (field == "credited_as" and row.speaker is None):
            return
        value = EDITS[what].format(self.next_number())
        if hands.edit(row, **{field: value}):
            self.hand.edited(row, **{field: value})

    @precondition(lambda self: self.posts)
    @rule(data=st.data())
    def move_note(self, data):
        note = drawn(data, hands.present("note"))
        talk = drawn(data, hands.present("talk"))
        if note and talk and hands.edit(note, talk=talk):
            self.hand.edited(note, talk=talk.pk)

    @precondition(lambda self: self.posts)
    @rule(data=st.data())
    def move_talk(self, data):
        talk = drawn(data, hands.present("talk"))
        day = talk and drawn(data, hands.present("day", conference=talk.conference))
        if day and hands.edit(talk, day=day):
            self.hand.edited(talk, day=day.pk)

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), number=st.integers(1, 3))
    def renumber_day(self, data, number):
        day = drawn(data, hands.present("day"))
        if day and hands.edit(day, number=number):
            self.hand.edited(day, number=number)

    @precondition(lambda self: self.posts)
    @rule(data=st.data())
    def replace_speaker(self, data):
        appearance = drawn(data, hands.present("appearance", speaker__isnull=False))
        speaker = drawn(data, hands.present("speaker"))
        if not (appearance and speaker) or appearance.speaker == speaker:
            return
        before = appearance.pk
        if hands.edit(appearance, speaker=speaker):
            self.hand.replaced(before, appearance)

    # Elements of sets

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), what=st.sampled_from(("appearance", "topic", "link", "note", "news")))
    def add_to_talk(self, data, what):
        talk = drawn(data, hands.present("talk"))
        if talk is None:
            return
        number = self.next_number()
        if what == "appearance":
            speaker = drawn(data, hands.present("speaker"))
            speaker = speaker or hands.add("speaker", name=f"Hand Made{number}")
            row = hands.add("appearance", talk=talk, speaker=speaker)
        elif what == "topic":
            name = data.draw(st.sampled_from(("AeroLathe", "Node.js", f"Topic {number}")))
            topic = self.topic_called(name)
            row = topic and hands.add("talk topic", content_object=talk, tag=topic)
        elif what == "link":
            end = data.draw(st.sampled_from(("slides", "v", f"{number}")))
            row = hands.add("link", talk=talk, url=f"https://example.org/{end}")
        elif what == "note":
            row = hands.add("note", talk=talk, text=f"By hand {number}.")
        else:
            text = data.draw(st.sampled_from((*NEWS, f"By hand {number}.")))
            row = hands.add("announcement", talk=talk, conference=talk.conference, text=text)
        if row:
            self.hand.put_there(row)

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), what=st.sampled_from(("speaker name", "handle", "announcement topic")))
    def add_around(self, data, what):
        number = self.next_number()
        if what == "announcement topic":
            news, topic = drawn(data, hands.present("announcement")), self.topic_called("AeroLathe")
            row = news and topic and hands.add(what, content_object=news, tag=topic)
        else:
            speaker = drawn(data, hands.present("speaker"))
            values = {"name": f"Hand Alias{number}"}
            if what == "handle":
                values = {"site": "github", "handle": f"hand{number}"}
            row = speaker and hands.add(what, speaker=speaker, **values)
        if row:
            self.hand.put_there(row)

    def topic_called(self, name):
        """The topic on the site; where there is none, made by hand unless its name is taken."""
        known = hands.present("topic", name=name)
        topic = known[0] if known else hands.add("topic", name=name)
        if topic and not known:
            self.hand.put_there(topic)
        return topic

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), kind=st.sampled_from(REMOVABLE))
    def remove(self, data, kind):
        row = drawn(data, hands.present(kind))
        if row:
            hands.remove(row)
            self.hand.took_off(kind, row.pk)

    @precondition(lambda self: self.hand.removed)
    @rule(data=st.data())
    def bring_back(self, data):
        place = data.draw(st.sampled_from(sorted(self.hand.removed)))
        row = hands.find(*place)
        if row.removed == Removed.BY_PERSON and hands.bring_back(row):
            self.hand.brought_back(*place)
            # Who is removed ties nobody; who is back may tie others at the next import.
            self.is_settled = False

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), kind=st.sampled_from(MERGEABLE))
    def merge(self, data, kind):
        stay = drawn(data, hands.present(kind))
        place = {"conference": stay.conference} if stay and hasattr(stay, "conference") else {}
        go = stay and drawn(data, [row for row in hands.present(kind, **place) if row != stay])
        if go:
            decision = hands.merge(stay, go)
            self.merges.append((decision, (kind, go.pk)))
            self.hand.merged.add((kind, go.pk))
            self.hand.check({})

    @precondition(lambda self: self.merges)
    @rule(data=st.data())
    def unmerge(self, data):
        """What people wrote stays, on whichever of the two; the next imports keep both."""
        merge = data.draw(st.sampled_from(self.merges))
        self.merges.remove(merge)
        decision, gone = merge
        hands.unmerge(decision)
        self.hand.merged.discard(gone)
        self.is_settled = False
        self.hand.check({})

    def next_number(self):
        self.number += 1
        return self.number


def open_conflicts():
    waiting = Conflict.objects.filter(outcome="")
    return {"conflict": list(waiting.values("kind", "key", "field", "base", "said", "value"))}


def differences(before, after):
    """The rows that are in one of two states alone."""
    return [
        (sign, kind, values)
        for sign, one, other in (("-", before, after), ("+", after, before))
        for kind, rows in one.items()
        for values in rows
        if values not in other[kind]
    ]


def drawn(data, rows):
    return data.draw(st.sampled_from(rows)) if rows else None
