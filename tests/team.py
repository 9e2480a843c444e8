"""python -m tests.team FOLDER [--posts N]: writes the posts of a team that never stops travelling.

Two thousand of them make a base in which every list is long: import them into one of its own to
see what pages are like there.

DATABASE_URL=sqlite:////tmp/team.sqlite3 python manage.py migrate
DATABASE_URL=sqlite:////tmp/team.sqlite3 python manage.py import_recaps FOLDER
"""

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

VOCABULARY = Path(__file__).parent.parent / "conferences" / "recaps" / "vocabulary.txt"
POSTS_AN_EDITION, TALKS_A_POST = 8, (6, 14)
EDITIONS = 10
SERIES = [
    f"{place}{what}"
    for what in ("Conf", " Data Days", " Summit", " Systems Forum", " Web Week")
    for place in ("Harbour", "Meadow", "Granite", "Lantern", "Northwind", "Copper")
]
GIVEN = """Ada Bo Cora Dan Eva Finn Gro Hana Inés Jun Kofi Lena Mika Nils Oda Pia Quinn Ravi Sana
Tove Uma Vera Wim Xenia Yara Zeno Łukasz Chloé Dmitri Ngozi"""
FAMILY = """Alder Birch Cedar Dunlin Eider Fennel Garnet Heron Iris Juniper Kestrel Larch Marten
Nettle Osprey Plover Quill Rowan Sorrel Teal Upland Vetch Willow Yarrow Zander Ashby Brook Carr
Dale Fell Gill Holm Isle Knoll Lea Marsh Ness Oxley Pike Ridge Shaw Thorpe Wold"""
TITLES = (
    "{topic} in anger",
    "What {topic} taught us about {other}",
    "{topic} without tears",
    "A year of {topic}",
    "From {other} to {topic} in one quarter",
    "The small print of {topic}",
    "{topic}: a love letter with footnotes",
    "Why we left {topic}, and why we came back to it after two expensive winters of {other}",
    "Keynote",
)
SENTENCES = (
    "Half the room had tried {topic} and given up; the other half wanted to know why.",
    "The numbers were honest: twice as fast on a good day, and no slower on a bad one.",
    "Most of the hour went to failures, which is where one learns.",
    "Somebody asked about {other}, and the answer was a polite no.",
    "The demonstration broke, was mended before our eyes, and taught more than the slides.",
    "I had expected marketing and got a careful comparison with {other}.",
    "The advice: write the test first, measure, and only then reach for {topic}.",
)
NEWS = (
    "{topic} {version} is out.",
    "Support for {topic} is planned for next year.",
    "The plugin for {topic} is now open source.",
    "{topic} {version} enters beta today.",
    "The old interface of {topic} is deprecated.",
)


@dataclass(frozen=True)
class Session:
    """A talk of a programme, which several people write about."""

    title: str
    speakers: tuple[str, ...]
    topic: str
    other: str


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.team", description=__doc__.split(":")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--posts", type=int, default=2000, metavar="N")
    options = parser.parse_args()
    write_posts(options.folder, options.posts)


def write_posts(folder, count):
    """The same posts for the same count, one file each."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(count)
    topics, people = _topics(), _people(chance)
    programme: list[Session] = []
    for number in range(count):
        edition, of_edition = divmod(number, POSTS_AN_EDITION)
        if of_edition == 0:
            programme = _programme(chance, topics, people)
        text = _post(chance, edition, of_edition, programme, people)
        (folder / f"{number:05}.md").write_text(text, encoding="utf-8")


def _topics():
    """Names from the vocabulary that are no everyday words, the likelier the earlier."""
    lines = VOCABULARY.read_text(encoding="utf-8").splitlines()
    names = [line.partition(" = ")[0] for line in lines if line and not line.startswith("#")]
    plain = [name for name in names if not name.endswith("!")]
    random.Random(0).shuffle(plain)
    return plain[:400]


def _people(chance):
    people = [f"{given} {family}" for given in GIVEN.split() for family in FAMILY.split()]
    chance.shuffle(people)
    return people


def _programme(chance, topics, people):
    return [_session(chance, topics, people) for _ in range(chance.randint(30, 90))]


def _session(chance, topics, people):
    topic, other = _popular(chance, topics), _popular(chance, topics)
    title = chance.choice(TITLES).format(topic=topic, other=other)
    speakers = {_popular(chance, people) for _ in range(chance.choice((1, 1, 1, 2, 3)))}
    return Session(title, tuple(sorted(speakers)), topic, other)


def _popular(chance, names):
    """One of the names: few of them often, most of them seldom."""
    return names[min(int(chance.paretovariate(0.7)) - 1, len(names) - 1)]


def _post(chance, edition, of_edition, programme, people):
    series, back = edition % len(SERIES), edition // len(SERIES)
    year = 2024 - back % EDITIONS
    name = f"{SERIES[series]} {year}"
    day = of_edition % 3 + 1
    seen = chance.sample(programme, min(len(programme), chance.randint(*TALKS_A_POST)))
    head = (
        f"---\ntitle: {name}, day {day}\ndate: {year}-{edition % 12 + 1:02}-{day + 9}\n"
        f"author: {people[-1 - (edition + of_edition) % 40]}\n---\n\n"
        f"I spent day {day} of {name} in the front row.\n"
    )
    return head + "".join(_talk(chance, session) for session in seen)


def _talk(chance, session):
    words = {"topic": session.topic, "other": session.other, "version": f"{chance.randint(1, 9)}.0"}
    sentences = " ".join(chance.sample(SENTENCES, chance.randint(2, 5))).format(**words)
    news = "".join(f"- {line.format(**words)}\n" for line in chance.sample(NEWS, 2))
    told = f"\nAnnounced:\n\n{news}" if chance.random() < 0.3 else ""
    return f"\n## {session.title}\n\nBy {' and '.join(session.speakers)}.\n\n{sentences}\n{told}"


if __name__ == "__main__":
    main()
