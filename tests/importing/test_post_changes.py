"""The post changes: its talks keep their rows and what people wrote on them, case by case."""

from dataclasses import dataclass

import pytest

from conferences import models
from tests.importing import hands
from tests.importing.state import import_posts

pytestmark = pytest.mark.django_db

GEARS, THREADS, LATHE = "Gears that never wear out", "Cutting threads by hand", "A lathe at home"
BODIES = {
    GEARS: (
        "Oil matters more than speed, said the smith of the old mill.",
        "Helical teeth run quietly under load; straight ones sing in the night.",
    ),
    THREADS: (
        "Measure twice and cut once, whatever the master shouts from the door.",
        "A tap breaks in brass only when somebody hurries after lunch.",
    ),
    LATHE: (
        "Mind the neighbours, the power bill and the chips in the carpet.",
        "Three phases come from a converter that hums below the kitchen table.",
    ),
}
SPEAKERS = {GEARS: "Ada Turner", THREADS: "Bo Millar", LATHE: "Cy Norton"}
TITLES = tuple(BODIES)


def talk(title, of=None, body=None):
    """A talk as it stands in a post, with the speaker and the body `of` another title."""
    of = of or title
    return "\n\n".join([f"## {title}", f"By {SPEAKERS[of]}.", *(body or BODIES[of])])


def post(*parts, title="GearConf 2015", author="Ann Attendee", date="2015-05-03"):
    head = f'+++\ntitle = "{title}"\nauthor = "{author}"\ndate = "{date}"\n+++'
    return ("\n\n".join([head, "What I saw at GearConf 2015.", *parts]) + "\n").encode()


def talks(*titles):
    return [talk(title) for title in titles]


BEFORE = post(*talks(*TITLES))
UNCHANGED = {title: (title, None, BODIES[title]) for title in TITLES}


@dataclass(frozen=True)
class Case:
    """A new version of the post, and what becomes of the talks of the one before."""

    after: bytes
    talks: dict
    """By its first title: how a talk is called now, its day and its body."""
    gone: tuple = ()
    """The titles of talks that the post has no more."""
    new: tuple = ()
    path: str = "/a.md"


def changed(**of):
    return UNCHANGED | {TITLES[int(number[1:])]: now for number, now in of.items()}


FIXED = "Gears that never wear down"
OTHERWISE = "How to keep a mill alive"
GREASE = ("Grease is for axles, and axles are for carts.",)
BOTH = "Gears, and threads by hand"
CASES = {
    "title fixed": Case(
        post(talk(FIXED, of=GEARS), *talks(THREADS, LATHE)),
        changed(_0=(FIXED, None, BODIES[GEARS])),
    ),
    "title in other words": Case(
        post(talk(OTHERWISE, of=GEARS), *talks(THREADS, LATHE)),
        changed(_0=(OTHERWISE, None, BODIES[GEARS])),
    ),
    "body rewritten": Case(
        post(
            talk(GEARS, body=["Grease is for axles, and axles are for carts."]), *talks(*TITLES[1:])
        ),
        changed(_0=(GEARS, None, ("Grease is for axles, and axles are for carts.",))),
    ),
    "two talks swapped": Case(post(*talks(THREADS, GEARS, LATHE)), UNCHANGED),
    "all in another order": Case(post(*talks(LATHE, THREADS, GEARS)), UNCHANGED),
    "the titles of two swapped": Case(
        post(talk(THREADS, of=GEARS), talk(GEARS, of=THREADS), talk(LATHE)),
        changed(_0=(THREADS, None, BODIES[GEARS]), _1=(GEARS, None, BODIES[THREADS])),
    ),
    "moved to days": Case(
        post("# Day 1", *talks(GEARS, THREADS), "# Day 2", talk(LATHE)),
        {
            GEARS: (GEARS, 1, BODIES[GEARS]),
            THREADS: (THREADS, 1, BODIES[THREADS]),
            LATHE: (LATHE, 2, BODIES[LATHE]),
        },
    ),
    "a talk put before all": Case(
        post(talk("Of oil", of=GEARS, body=["Linseed."]), *talks(*TITLES)),
        UNCHANGED,
        new=("Of oil",),
    ),
    "split in two": Case(
        post(
            talk(GEARS, body=BODIES[GEARS][:1]),
            talk("Helical teeth", of=GEARS, body=BODIES[GEARS][1:]),
            *talks(THREADS, LATHE),
        ),
        changed(_0=(GEARS, None, BODIES[GEARS][:1])),
        new=("Helical teeth",),
    ),
    "two merged into one": Case(
        post(talk(BOTH, of=GEARS, body=BODIES[GEARS] + BODIES[THREADS]), talk(LATHE)),
        changed(_0=(BOTH, None, BODIES[GEARS] + BODIES[THREADS])),
        gone=(THREADS,),
    ),
    "dropped": Case(post(*talks(GEARS, LATHE)), UNCHANGED, gone=(THREADS,)),
    "all dropped but one": Case(post(talk(LATHE)), UNCHANGED, gone=(GEARS, THREADS)),
    "file renamed": Case(BEFORE, UNCHANGED, path="/gears.md"),
    "file moved to another folder": Case(BEFORE, UNCHANGED, path="/2015/05/a.md"),
    "file moved and a talk dropped": Case(
        post(*talks(GEARS, LATHE)), UNCHANGED, gone=(THREADS,), path="/2015/05/a.md"
    ),
    "author and date in the front matter": Case(
        post(*talks(*TITLES), author="Anna Attendee", date="2015-05-04"), UNCHANGED
    ),
}


cases = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def mine(title):
    return f"I was at {title}."


def imported(path, data):
    """Import the post, which stands at this path alone."""
    (outcome,) = import_posts({path: data})
    assert outcome.reason == ""


@pytest.fixture
def rows():
    imported("/a.md", BEFORE)
    return {title: models.Talk.objects.get(title=title) for title in TITLES}


def told(row):
    """Title, day and body as readers see them; None where it is gone."""
    row.refresh_from_db()
    if row.removed:
        return row.removed
    text = "\n\n".join(note.text for note in row.notes.visible())
    return row.title, row.day and row.day.number, text


def expected(title, now, *, above=()):
    """What is told of a talk whose new version is `now`; `above` is what a person wrote on top."""
    name, day, body = now
    return name, day, "\n\n".join([*above, f"By {SPEAKERS[title]}.", *body])


@cases
def test_talks_of_a_changed_post_keep_their_rows(rows, case):
    imported(case.path, case.after)

    assert {title: told(row) for title, row in rows.items()} == {
        title: "unsaid" if title in case.gone else expected(title, case.talks[title])
        for title in rows
    }
    known = [row.pk for row in rows.values()]
    new = models.Talk.objects.exclude(pk__in=known).values_list("title", flat=True)
    assert tuple(new) == case.new
    assert models.Recap.objects.count() == 1


@cases
def test_what_people_wrote_stays_on_the_talk_they_wrote_it_on(rows, case):
    for title, row in rows.items():
        hands.edit(row, language=f"by hand {TITLES.index(title)}")
        note = row.notes.get()
        hands.edit(note, text=f"{mine(title)}\n\n{note.text}")

    imported(case.path, case.after)

    for title, row in rows.items():
        now = UNCHANGED if title in case.gone else case.talks
        assert told(row) == expected(title, now[title], above=[mine(title)])
        assert row.language == f"by hand {TITLES.index(title)}"
    waiting = models.Conflict.objects.filter(outcome="", kind="talk")
    assert {(c.key, c.field, c.said) for c in waiting} == {
        (rows[title].key, "removed", "unsaid") for title in case.gone
    }


@cases
def test_what_went_comes_back_unmarked_on_its_row(rows, case):
    imported(case.path, case.after)

    imported(case.path, BEFORE)

    assert {title: told(row) for title, row in rows.items()} == {
        title: expected(title, UNCHANGED[title]) for title in rows
    }
    assert set(models.Talk.objects.visible()) == set(rows.values())


def test_a_post_at_two_paths_is_told_once_and_edits_stay_when_both_change(rows):
    import_posts({"/a.md": BEFORE, "/copy/a.md": BEFORE})
    for title, row in rows.items():
        hands.edit(row.notes.get(), text=f"{mine(title)}\n\n{row.notes.get().text}")
    later = CASES["title in other words"]

    import_posts({"/copy/a.md": later.after, "/a.md": later.after})

    assert {title: told(row) for title, row in rows.items()} == {
        title: expected(title, later.talks[title], above=[mine(title)]) for title in rows
    }
    assert set(models.Talk.objects.visible()) == set(rows.values())
    (recap,) = models.Recap.objects.all()
    paths = recap.paths.order_by("path").values_list("path", flat=True)
    assert list(paths) == ["/a.md", "/copy/a.md"]
