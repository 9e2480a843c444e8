"""Random recap posts, as bytes, for the properties that importing promises.

Few names, many combinations: people, titles and days recur across posts, so that rows meet.
"""

from dataclasses import dataclass, field

from hypothesis import strategies as st

CONFERENCES = (
    ("GearConf Europe 2014", "https://gearconf.example/2014"),
    ("GearConf EU 2014", "https://gearconf.example/2014"),
    ("GearConf Europe 2015", ""),
    ("Lathe Days 2015", "https://lathe.example"),
)
TITLES = (
    "Cutting threads by hand",
    "Cutting Threads by Hand",
    "Gears that never wear out",
    "A lathe in every kitchen",
    "C++ on the shop floor",
    "Keynote",
    "Lightning talks",
    "???",
)
# The same account with two names, the same name with two accounts: what ties people.
SPEAKERS = (
    ("Ada Turner", ""),
    ("Ada Turner", "https://twitter.com/adaturns"),
    ("Ada Tuner", "https://twitter.com/adaturns"),
    ("Ada Turner", "https://github.com/ada"),
    ("A. B. Turner", "https://github.com/ada"),
    ("Łukasz Młyn", ""),
    ("Lukasz Mlyn", "https://github.com/mlyn"),
    ("Bo Millar", "https://twitter.com/bo"),
)
SENTENCES = (
    "The idea is to measure twice and cut once.",
    "Oil matters more than speed, and `rpm` is only a number.",
    "Questions took longer than the talk itself.",
    "A live demonstration went wrong, and the room loved it.",
)
NEWS = (
    "GearBox 2.0 is out, with support for helical gears.",
    "The new `mesh` command is available now.",
    "Metric threads are planned for next year.",
)


@dataclass(frozen=True)
class TalkText:
    title: str
    speakers: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    news: tuple[str, ...]

    def markdown(self):
        names = " and ".join(f"[{name}]({url})" if url else name for name, url in self.speakers)
        parts = [f"## {self.title}", f"By {names}." if names else "", " ".join(self.sentences)]
        if self.news:
            parts += ["Some news:", "\n".join(f"- {item}" for item in self.news)]
        return "\n\n".join(part for part in parts if part)


@dataclass(frozen=True)
class PostText:
    conference: tuple[str, str]
    day: int
    """0: the post names no day."""
    author: str
    published: str
    talks: tuple[TalkText, ...] = field(default=())

    def data(self):
        name, url = self.conference
        day = f" Day {self.day}" if self.day else ""
        link = f"[{name}]({url})" if url else name
        head = [
            "+++",
            f'title = "{name}{day}"',
            f'author = "{self.author}"',
            f'date = "{self.published}"',
            "+++",
        ]
        intro = f"I spent the day at {link}. These are my notes."
        talks = [talk.markdown() for talk in self.talks]
        return ("\n".join(head) + "\n\n" + "\n\n".join([intro, *talks]) + "\n").encode()


def some(values, *, at_most):
    return st.lists(st.sampled_from(values), max_size=at_most, unique=True).map(tuple)


talks = st.builds(
    TalkText,
    title=st.sampled_from(TITLES),
    speakers=some(SPEAKERS, at_most=2),
    sentences=some(SENTENCES, at_most=3),
    news=some(NEWS, at_most=2),
)
post_texts = st.builds(
    PostText,
    conference=st.sampled_from(CONFERENCES),
    day=st.integers(0, 2),
    author=st.sampled_from(("Ann Attendee", "Ben Beside")),
    published=st.sampled_from(("2014-05-02", "2015-05-03", "2015-05-04")),
    talks=st.lists(talks, min_size=1, max_size=4).map(tuple),
)
