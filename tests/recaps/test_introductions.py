import pytest

from conferences.recaps.frontmatter import read_front_matter
from conferences.recaps.introductions import introductions
from conferences.recaps.post import take_apart
from conferences.recaps.skeleton import skeleton


def take(text):
    return take_apart(text, read_front_matter(text))


def introduced(text):
    post = take(text)
    return [
        (sorted(m.name or "@" for m in found.people), found.title, found.titled)
        for found in introductions(post, 0)
    ]


@pytest.mark.parametrize(
    ("text", "bones"),
    [
        ("The talk **X of Y**, by Jane Doe (@jd) and Joe Roe", "The talk ¶, by §"),
        ("“Fast tests” by Jane Doe.", "¶ by §."),
        ("[Jane Doe](https://twitter.com/jd)'s [Fast tests](u)", "§'s ¶"),
        ("find the slides [here](u) and § or ¶", "find the slides here and $ or $"),
    ],
)
def test_skeleton_has_a_sign_for_people_and_titles(text, bones):
    assert skeleton(take(text), 0).text == bones


@pytest.mark.parametrize(
    ("text", "people", "title"),
    [
        ("The talk **Fast tests**, by Jane Doe, was good.", ["Jane Doe"], "Fast tests"),
        ("The **Opening hour** was performed by Jane Doe.", ["Jane Doe"], "Opening hour"),
        ("Jane Doe talked about **Fast Tests**.", ["Jane Doe"], "Fast Tests"),
        (
            "Jane Doe and Joe Roe gave a talk about **Fast Tests**.",
            ["Jane Doe", "Joe Roe"],
            "Fast Tests",
        ),
        ("“Fast tests” by Jane Doe. More.", ["Jane Doe"], "Fast tests"),
        ('The highlight was Jane Doe ("Fast tests").', ["Jane Doe"], "Fast tests"),
        ("Really good was **Fast Tests** (Jane Doe).", ["Jane Doe"], "Fast Tests"),
        (
            "I went to a workshop called *Fast tests* led by Jane Doe.",
            ["Jane Doe"],
            "Fast tests",
        ),
        (
            "A lecture titled “Fast tests”, in which the speaker, Jane Doe, ran.",
            ["Jane Doe"],
            "Fast tests",
        ),
    ],
)
def test_sentence_names_a_titled_talk(text, people, title):
    assert introduced(text) == [(people, title, True)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Then Jane Doe (Acme) talked about scaling.", ["Jane Doe"]),
        ("Next was Jane Doe who showed things.", ["Jane Doe"]),
        ("The day was opened by Jane Doe.", ["Jane Doe"]),
        ("The next presentation, by Jane Doe, was about scaling.", ["Jane Doe"]),
        ("I enjoyed Jane Doe's talk on scaling.", ["Jane Doe"]),
        (
            "Jane Doe of Acme is ever so cheerful and gave a lively talk on scaling.",
            ["Jane Doe"],
        ),
        ("I enjoyed listening to Jane Doe sharing a diary.", ["Jane Doe"]),
    ],
)
def test_sentence_tells_of_a_talk_without_title(text, people):
    assert [(found[0], found[2]) for found in introduced(text)] == [(people, False)]


def test_one_sentence_may_introduce_several():
    text = "I enjoyed Jane Doe's talk on tests, Joe Roe's talk on builds and Ann Poe's keynote."

    assert [found[0] for found in introduced(text)] == [["Jane Doe"], ["Joe Roe"], ["Ann Poe"]]


@pytest.mark.parametrize(
    "text",
    [
        "I missed Jane Doe's talk.",
        "It was great to meet Jane Doe and Joe Roe.",
        "The food was good and the party was better.",
        "We use [Acme](https://acme.example), developed by Jane Doe.",
        "Thanks to Jane Doe for the photos.",
    ],
)
def test_sentence_that_introduces_no_talk(text):
    assert introduced(text) == []
