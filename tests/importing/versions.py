"""Richer posts, with topics and links, and how authors change them from version to version."""

from dataclasses import replace

from hypothesis import strategies as st

from conferences.recaps.folding import fold
from tests.importing.posts import NEWS, SENTENCES, SPEAKERS, TITLES, PostText, TalkText, some

ABOUT = (
    "I flew with `AeroLathe` and **AeroLathe**.",
    "It all runs on `Node.js` and `Node.js`.",
    "The [slides](https://example.org/slides) are there, and so is [a video](https://example.org/v).",
)
talk_texts = st.builds(
    TalkText,
    title=st.sampled_from(TITLES),
    speakers=some(SPEAKERS, at_most=2),
    sentences=some(SENTENCES + ABOUT, at_most=3),
    news=some(NEWS, at_most=2),
)
richer_posts = st.builds(
    PostText,
    conference=st.sampled_from([("GearConf Europe 2015", ""), ("Lathe Days 2015", "")]),
    day=st.integers(0, 2),
    author=st.sampled_from(("Ann Attendee", "Ben Beside")),
    published=st.sampled_from(("2015-05-03", "2015-05-04")),
    talks=st.lists(talk_texts, min_size=1, max_size=3, unique_by=lambda talk: fold(talk.title)).map(
        tuple
    ),
)


@st.composite
def versions_of(draw, post):
    """The post, changed in one of the ways that authors change theirs."""
    place = draw(st.integers(0, len(post.talks) - 1))
    talk, others = post.talks[place], post.talks[:place] + post.talks[place + 1 :]
    how = draw(st.sampled_from(("drop", "add", "swap", "day", "title", "people", "text", "news")))
    if how == "drop" and others:
        return replace(post, talks=others)
    free = [title for title in TITLES if not has_talk(post, title)]
    if how == "add":
        return replace(
            post, talks=(*post.talks, replace(draw(talk_texts), title=draw(st.sampled_from(free))))
        )
    if how == "swap":
        return replace(post, talks=tuple(reversed(post.talks)))
    if how == "day":
        return replace(post, day=draw(st.integers(0, 2)))
    changed = {
        "title": lambda: {"title": draw(st.sampled_from(free))},
        "people": lambda: {"speakers": draw(some(SPEAKERS, at_most=2))},
        "text": lambda: {"sentences": draw(some(SENTENCES + ABOUT, at_most=3))},
        "news": lambda: {"news": draw(some(NEWS, at_most=2))},
    }.get(how, dict)()
    return replace(
        post, talks=(*post.talks[:place], replace(talk, **changed), *post.talks[place + 1 :])
    )


def has_talk(post, title):
    return fold(title) in {fold(talk.title) for talk in post.talks}
