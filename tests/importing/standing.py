"""What people did to rows, and the check that it stands."""

from conferences.importing.identity import MEMBER_PARTS, member_key
from conferences.importing.kinds import KINDS
from conferences.importing.merge import same
from conferences.importing.rows import values_of
from conferences.models import CatalogueRow, Conflict, OldAddress, Removed
from tests.importing import hands

RELATED = {rule.name for kind in KINDS.values() for rule in kind.rules if rule.relation}
ADDRESSED = ("conference", "speaker", "topic", "talk", "recap")


class Standing:
    """Rows by kind and number: their keys change when what they hang on is merged."""

    def __init__(self):
        self.edits, self.slugs = {}, {}
        self.added, self.removed, self.merged = set(), set(), set()
        self.deeds = 0

    # What is remembered

    def edited(self, row, **values):
        for field, value in values.items():
            self.edits[row.kind, row.pk, field] = value
        self.did()

    def put_there(self, row):
        self._put(row.kind, row.pk)
        self.did()

    def took_off(self, *place):
        self._take(*place)
        self.did()

    def brought_back(self, *place):
        self.removed.discard(place)
        self.did()

    def replaced(self, before, row):
        """The row numbered `before` by `row`, which may have been there before."""
        self._take(row.kind, before)
        self._put(row.kind, row.pk)
        self.did()

    def did(self):
        self.deeds += 1
        self.check({})

    def _put(self, *place):
        self.removed.discard(place)
        self.added.add(place)

    def _take(self, *place):
        self.removed.add(place)
        self.added.discard(place)
        self.edits = {edit: v for edit, v in self.edits.items() if edit[:2] != place}

    # What must hold

    def during(self, change):
        """Check after a change of what posts say, with what they said before it at hand."""
        said = {place: hands.find(*place).said for place in {edit[:2] for edit in self.edits}}
        change()
        self.check(said)

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
        touched = self.added | {edit[:2] for edit in self.edits}
        if any(hands.final(hands.find(*place)) == row for place in touched):
            return  # merged with one that a person put there or edited
        assert row.removed in (Removed.BY_PERSON, Removed.MERGED), f"{row!r} came back"
        if row.removed == Removed.BY_PERSON and row.kind in MEMBER_PARTS:
            key = meant_by(row)
            twins = [other for other in hands.present(row.kind) if meant_by(other) == key]
            by_hand = self.added | {edit[:2] for edit in self.edits}
            twins = [other for other in twins if (other.kind, other.pk) not in by_hand]
            assert twins == [], f"{row!r} came back as another"

    def check_addresses(self):
        """Every slug that a row ever had is one that a row has, or leads to one.

        What a row is given when it goes into another was never shown.
        """
        for kind in ADDRESSED:
            model = KINDS[kind].model
            now = set(model.objects.values_list("slug", flat=True))
            old = OldAddress.objects.filter(kind=kind, key__in=model.objects.values("key"))
            known = self.slugs.setdefault(kind, set())
            shown = model.objects.exclude(removed=Removed.MERGED)
            known |= set(shown.values_list("slug", flat=True))
            assert known - now - set(old.values_list("slug", flat=True)) == set()


def meant_by(row):
    """The key of what a recap would say as the row has it."""
    return member_key(row.kind, values_of(KINDS[row.kind], row))


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
