"""Random histories: posts imported in version after version, rows edited by hand in between.

After each step every hand edit stands as it was left, or waits as a conflict of three values;
what was removed stays away, what was added stays, what was merged stays merged.
"""

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from conferences.importing.identity import MEMBER_PARTS, member_key
from conferences.importing.kinds import KINDS
from conferences.importing.merge import same
from conferences.importing.rows import values_of
from conferences.models import CatalogueRow, Conflict, OldAddress, Removed
from tests.importing import hands
from tests.importing.posts import NEWS
from tests.importing.state import import_posts, stored_state, visible_state
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
ADDRESSED = ("conference", "speaker", "topic", "talk", "recap")


class Histories(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.base = transaction.atomic()
        self.base.__enter__()
        self.posts, self.blanks, self.number = {}, 0, 0
        self.edits, self.conflicts = {}, {}
        self.is_settled = True
        self.added, self.removed, self.merged, self.slugs = set(), set(), set(), set()

    def teardown(self):
        transaction.set_rollback(True)
        self.base.__exit__(None, None, None)

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
        import_posts({path: self.data(path) for path in order})
        assert stored_state() == before
        if not self.is_settled:
            self.plan_anew(order)
        shown, waiting = visible_state(), open_conflicts()
        self.plan_anew(order)
        changed = differences(shown, visible_state())
        assert changed == [], changed
        assert open_conflicts() == waiting
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
        said = {place: hands.find(*place).said for place in {edit[:2] for edit in self.edits}}
        outcomes = import_posts(posts)
        assert [o.reason for o in outcomes if o.status == "failed"] == []
        self.check(said)

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
            self.edited(row, **{field: value})

    @precondition(lambda self: self.posts)
    @rule(data=st.data())
    def move_note(self, data):
        note = drawn(data, hands.present("note"))
        talk = drawn(data, hands.present("talk"))
        if note and talk and hands.edit(note, talk=talk):
            self.edited(note, talk=talk.pk)

    @precondition(lambda self: self.posts)
    @rule(data=st.data())
    def move_talk(self, data):
        talk = drawn(data, hands.present("talk"))
        day = talk and drawn(data, hands.present("day", conference=talk.conference))
        if day and hands.edit(talk, day=day):
            self.edited(talk, day=day.pk)

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), number=st.integers(1, 3))
    def renumber_day(self, data, number):
        day = drawn(data, hands.present("day"))
        if day and hands.edit(day, number=number):
            self.edited(day, number=number)

    @precondition(lambda self: self.posts)
    @rule(data=st.data())
    def replace_speaker(self, data):
        appearance = drawn(data, hands.present("appearance", speaker__isnull=False))
        speaker = drawn(data, hands.present("speaker"))
        if not (appearance and speaker) or appearance.speaker == speaker:
            return
        before = appearance.pk
        if hands.edit(appearance, speaker=speaker):
            self.took_off("appearance", before)
            self.put_there(appearance)

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
            topic = hands.add_topic(name)
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
            self.put_there(row)

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), what=st.sampled_from(("speaker name", "handle", "announcement topic")))
    def add_around(self, data, what):
        number = self.next_number()
        if what == "announcement topic":
            news, topic = drawn(data, hands.present("announcement")), hands.add_topic("AeroLathe")
            row = news and topic and hands.add(what, content_object=news, tag=topic)
        else:
            speaker = drawn(data, hands.present("speaker"))
            values = {"name": f"Hand Alias{number}"}
            if what == "handle":
                values = {"site": "github", "handle": f"hand{number}"}
            row = speaker and hands.add(what, speaker=speaker, **values)
        if row:
            self.put_there(row)

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), kind=st.sampled_from(REMOVABLE))
    def remove(self, data, kind):
        row = drawn(data, hands.present(kind))
        if row:
            hands.remove(row)
            self.took_off(kind, row.pk)

    @precondition(lambda self: self.removed)
    @rule(data=st.data())
    def bring_back(self, data):
        place = data.draw(st.sampled_from(sorted(self.removed)))
        row = hands.find(*place)
        if row.removed == Removed.BY_PERSON and hands.bring_back(row):
            self.removed.discard(place)
            # Who is removed ties nobody; who is back may tie others at the next import.
            self.is_settled = False

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), kind=st.sampled_from(MERGEABLE))
    def merge(self, data, kind):
        stay = drawn(data, hands.present(kind))
        same = {"conference": stay.conference} if stay and hasattr(stay, "conference") else {}
        go = stay and drawn(data, [row for row in hands.present(kind, **same) if row != stay])
        if go:
            hands.merge(stay, go)
            self.merged.add((kind, go.pk))
            self.check({})

    # What is remembered

    def next_number(self):
        self.number += 1
        return self.number

    def edited(self, row, **values):
        for field, value in values.items():
            self.edits[row.kind, row.pk, field] = value
        self.check({})

    def put_there(self, row):
        self.removed.discard((row.kind, row.pk))
        self.added.add((row.kind, row.pk))
        self.check({})

    def took_off(self, *place):
        self.removed.add(place)
        self.added.discard(place)
        self.edits = {edit: v for edit, v in self.edits.items() if edit[:2] != place}
        self.check({})

    # What must hold

    def check(self, said):
        for (*place, field), value in list(self.edits.items()):
            self.check_edit(hands.find(*place), field, value, said.get(tuple(place)))
        for place in self.added:
            row = hands.final(hands.find(*place))
            assert row.removed == "" or (row.kind, row.pk) in self.removed, f"{row!r} went"
        for place in self.removed:
            self.check_removed(hands.find(*place))
        for place in self.merged:
            assert hands.find(*place).removed == Removed.MERGED
        for conflict in Conflict.objects.filter(outcome=""):
            check_conflict(conflict)
        self.check_addresses()

    def check_edit(self, row, field, value, said):
        end, value = hands.final(row), final_value(row, field, value)
        stands, new = current(end, field), said_value(end, field)
        if end == row:
            assert (stands, end.removed) == (value, ""), f"{field} of {row!r} was {value!r}"
            self.check_told(row, field, value, said)
        elif (row.kind, row.pk) not in self.merged and field != "slug" and field not in RELATED:
            # Where both had been edited, the one that stays keeps its own.
            assert stands == value or not same(stands, new), f"{field} of {row!r} was {value!r}"
        if same(new, stands):
            del self.edits[row.kind, row.pk, field]

    def check_told(self, row, field, value, said):
        """Where the posts have changed what a person has changed as well, somebody is asked."""
        if not said or field not in (row.said or {}) or field == "slug":
            return
        old, new = said.get(field), row.said[field]
        if not same(old, new) and not same(new, value) and field not in RELATED:
            told = Conflict.objects.filter(key=row.key, field=field, outcome="").first()
            told = told and (told.said, told.value)
            assert told == (new, value) or self.took_back(row, field), f"{field} of {row!r}"

    def took_back(self, row, field):
        """Whether the posts say again what they said before the conflict was found."""
        closed = Conflict.objects.filter(key=row.key, field=field, outcome="obsolete").first()
        return closed is not None and same(closed.base, row.said[field])

    def check_removed(self, row):
        if any(hands.final(hands.find(*place)) == row for place in self.added):
            return  # merged with one that a person put there
        assert row.removed in (Removed.BY_PERSON, Removed.MERGED), f"{row!r} came back"
        if row.removed == Removed.BY_PERSON and row.kind in MEMBER_PARTS:
            key = member_key(row.kind, values_of(KINDS[row.kind], row))
            twins = [
                other
                for other in hands.present(row.kind)
                if member_key(row.kind, values_of(KINDS[row.kind], other)) == key
                and (row.kind, other.pk) not in self.added
            ]
            assert twins == [], f"{row!r} came back as another"

    def check_addresses(self):
        for kind in ADDRESSED:
            model = KINDS[kind].model
            self.slugs |= {(kind, slug) for slug in model.objects.values_list("slug", flat=True)}
        for kind, slug in self.slugs:
            is_there = KINDS[kind].model.objects.filter(slug=slug).exists()
            old = OldAddress.objects.filter(kind=kind, slug=slug).first()
            assert is_there or KINDS[kind].model.objects.filter(key=old.key).exists()


RELATED = {rule.name for kind in KINDS.values() for rule in kind.rules if rule.relation}


def current(row, field):
    """What stands in the field, a row as its number: that never changes."""
    value = getattr(row, field)
    return value.pk if isinstance(value, CatalogueRow) else value


def final_value(row, field, value):
    """A row in a field may have been merged into another since."""
    relation = related(row, field)
    return hands.final(hands.find(relation, value)).pk if relation and value else value


def said_value(row, field):
    said, relation = (row.said or {}).get(field), related(row, field)
    return KINDS[relation].model.objects.get(key=said).pk if relation and said else said


def related(row, field):
    return {rule.name: rule.relation for rule in KINDS[row.kind].rules}.get(field)


def check_conflict(conflict):
    row = KINDS[conflict.kind].model.objects.get(key=conflict.key)
    assert row.removed in ("", Removed.HIDDEN)
    if conflict.field != "removed":
        assert same(conflict.said, row.said[conflict.field])
        value = values_of(KINDS[row.kind], row)[conflict.field]
        assert same(conflict.value, value)
        assert not same(conflict.value, conflict.said)
        assert not same(conflict.base, conflict.said)


def open_conflicts():
    waiting = Conflict.objects.filter(outcome="")
    return sorted(waiting.values_list("key", "field", "base", "said", "value"), key=repr)


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
