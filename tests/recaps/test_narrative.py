"""Talks told in prose: several in a sentence, several sentences, what was told before."""

import pytest

from tests.recaps.telling import told


@pytest.mark.parametrize(
    ("sentences", "talks"),
    [
        (
            "Jane Doe talked about caching, and Joe Roe about tracing.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
        (
            "I saw “Fast tests” by Jane Doe and “Slow builds” by Joe Roe.",
            [("Fast tests", ["Jane Doe"]), ("Slow builds", ["Joe Roe"])],
        ),
        (
            "I liked Jane Doe's talk on caching and Joe Roe's talk on tracing.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
        (
            "Jane Doe presented the cache. Then Joe Roe talked about tracing.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
        (
            "Talks: “Fast tests” (Jane Doe), “Slow builds” (Joe Roe) and “No bugs” (Ann Poe).",
            [("Fast tests", ["Jane Doe"]), ("Slow builds", ["Joe Roe"]), ("No bugs", ["Ann Poe"])],
        ),
        (
            "I attended “Fast tests”, “Slow builds” and “No bugs”.",
            [("Fast tests", []), ("Slow builds", []), ("No bugs", [])],
        ),
        (
            "First Jane Doe talked about caching; then Joe Roe spoke about tracing.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
        (
            "Jane Doe gave a talk on caching while Joe Roe gave one on tracing.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
    ],
)
def test_talks_of_one_sentence(sentences, talks):
    assert told(sentences) == talks


@pytest.mark.parametrize(
    ("sentences", "talks"),
    [
        (
            "The panel with Jane Doe, Joe Roe and Ann Poe was lively.",
            [(None, ["Jane Doe", "Joe Roe", "Ann Poe"])],
        ),
        (
            "The panel on testing featured Jane Doe, Joe Roe, and Ann Poe.",
            [(None, ["Jane Doe", "Joe Roe", "Ann Poe"])],
        ),
        (
            "There was a panel discussion with Jane Doe and Joe Roe.",
            [(None, ["Jane Doe", "Joe Roe"])],
        ),
        (
            "A panel consisting of Jane Doe, Joe Roe and Ann Poe discussed the future.",
            [(None, ["Jane Doe", "Joe Roe", "Ann Poe"])],
        ),
        (
            "Jane Doe, Joe Roe and Ann Poe were on the panel about testing.",
            [(None, ["Jane Doe", "Joe Roe", "Ann Poe"])],
        ),
    ],
)
def test_panel_has_all_its_people(sentences, talks):
    assert told(sentences) == talks


@pytest.mark.parametrize(
    ("sentences", "talks"),
    [
        ("I gave a talk on caching.", [(None, ["Au Thor"])]),
        ("My talk on caching went well.", [(None, ["Au Thor"])]),
        ("I gave my talk “Fast tests” after lunch.", [("Fast tests", ["Au Thor"])]),
        ("I presented “Fast tests” on the second day.", [("Fast tests", ["Au Thor"])]),
        ("Then it was time for my own talk.", [(None, ["Au Thor"])]),
        ("Joe Roe and I gave a workshop on caching.", [(None, ["Joe Roe", "Au Thor"])]),
        ("I spoke about caching in the afternoon.", [(None, ["Au Thor"])]),
    ],
)
def test_talk_of_the_author(sentences, talks):
    assert told(sentences) == talks


@pytest.mark.parametrize(
    ("sentences", "talks"),
    [
        (
            "The next talk was about caching. Jane Doe showed that most caches are wrong.",
            [(None, ["Jane Doe"])],
        ),
        (
            "“Fast tests” was next. Jane Doe explained how they got from hours to minutes.",
            [("Fast tests", ["Jane Doe"])],
        ),
        (
            "Jane Doe was up next. Her talk was called “Fast tests” and covered parallel runs.",
            [("Fast tests", ["Jane Doe"])],
        ),
        ("The keynote was about ethics. It was given by Jane Doe.", [(None, ["Jane Doe"])]),
        (
            "Jane Doe opened the day. She talked about caching, and Jane had many numbers.",
            [(None, ["Jane Doe"])],
        ),
        (
            "Jane Doe spoke about caching.\n\nJane then showed a demo, and Jane took questions.",
            [(None, ["Jane Doe"])],
        ),
        (
            "Jane Doe spoke about caching.\n\nAfter the break, Joe Roe took us through tracing.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
        (
            "Jane Doe spoke about caching. She quoted Joe Roe. Ann Poe asked a question.",
            [(None, ["Jane Doe"])],
        ),
        (
            "After the keynote by Jane Doe I went to see Joe Roe talk about tracing.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
        (
            "First I attended “Fast tests” with Jane Doe. Then I went to “Slow builds” by Joe Roe.",
            [("Fast tests", ["Jane Doe"]), ("Slow builds", ["Joe Roe"])],
        ),
        (
            "Jane Doe gave a talk on caching. Good.\n\nThe second talk was given by Joe Roe.",
            [(None, ["Jane Doe"]), (None, ["Joe Roe"])],
        ),
        (
            "The day kicked off with a keynote. Jane Doe told us about ethics.",
            [(None, ["Jane Doe"])],
        ),
        (
            "My first session was “Fast tests”. Jane Doe and Joe Roe showed how to split suites.",
            [("Fast tests", ["Jane Doe", "Joe Roe"])],
        ),
        (
            "Then I moved to the big hall for “Fast tests” with Jane Doe of Acme.",
            [("Fast tests", ["Jane Doe"])],
        ),
        ("I really enjoyed “Fast tests” from Jane Doe.", [("Fast tests", ["Jane Doe"])]),
        ("My favourite talk of the day was Jane Doe on caching.", [(None, ["Jane Doe"])]),
        ("Another highlight was Jane Doe's “Fast tests”.", [("Fast tests", ["Jane Doe"])]),
        ("Jane Doe's second talk was about tracing.", [(None, ["Jane Doe"])]),
        (
            "Jane Doe, who maintains the cache at Acme, had the opening slot.",
            [(None, ["Jane Doe"])],
        ),
        ("The opening slot went to Jane Doe, who spoke about caching.", [(None, ["Jane Doe"])]),
        ("The stage then belonged to Jane Doe, who talked about caching.", [(None, ["Jane Doe"])]),
        ("The track was closed by Jane Doe with “Fast tests”.", [("Fast tests", ["Jane Doe"])]),
        ("Jane Doe: “Fast tests”. A good talk.", [("Fast tests", ["Jane Doe"])]),
        ("“Fast tests” – Jane Doe. A good talk.", [("Fast tests", ["Jane Doe"])]),
        ("“Fast tests”, Jane Doe. A good talk.", [("Fast tests", ["Jane Doe"])]),
        ("**Jane Doe** talked about **caching in anger**.", [(None, ["Jane Doe"])]),
        ("In the second keynote Jane Doe asked what we are building.", [(None, ["Jane Doe"])]),
        ("The afternoon keynote saw Jane Doe ask what we are building.", [(None, ["Jane Doe"])]),
        ("In a very honest talk, Jane Doe described how she burned out.", [(None, ["Jane Doe"])]),
        ("Jane Doe's lightning talk about fonts made everyone laugh.", [(None, ["Jane Doe"])]),
        (
            "Jane Doe and her colleague Joe Roe presented the new cache.",
            [(None, ["Jane Doe", "Joe Roe"])],
        ),
        ("Jane Doe along with Joe Roe presented the new cache.", [(None, ["Jane Doe", "Joe Roe"])]),
        (
            "Jane Doe (Acme), Joe Roe (Bcme) and Ann Poe (Ccme) discussed caching in a panel.",
            [(None, ["Jane Doe", "Joe Roe", "Ann Poe"])],
        ),
        (
            "Then Jane Doe from the cache team gave us a deep dive into eviction.",
            [(None, ["Jane Doe"])],
        ),
        ("Jane Doe's deep dive into eviction was brilliant.", [(None, ["Jane Doe"])]),
        ("Jane Doe delivered an inspiring closing keynote.", [(None, ["Jane Doe"])]),
        (
            "The conference was closed with a keynote by none other than Jane Doe.",
            [(None, ["Jane Doe"])],
        ),
        ("I learned a lot from Jane Doe's talk.", [(None, ["Jane Doe"])]),
        ("I was impressed by the talk of Jane Doe on caching.", [(None, ["Jane Doe"])]),
        (
            "The talk of the day for me was “Fast tests” by Jane Doe.",
            [("Fast tests", ["Jane Doe"])],
        ),
        ("*Fast tests*, by [Jane Doe](https://twitter.com/jd).", [("Fast tests", ["Jane Doe"])]),
        (
            "[Fast tests for all](https://e.org/1) by [Jane Doe](https://twitter.com/jd) was next.",
            [("Fast tests for all", ["Jane Doe"])],
        ),
        (
            "Then [Jane Doe](https://twitter.com/jd) took over with [Fast tests for all](https://e.org/1).",
            [("Fast tests for all", ["Jane Doe"])],
        ),
        ("The session “Fast tests” was led by Jane Doe.", [("Fast tests", ["Jane Doe"])]),
        (
            "I also saw O'Brien's talk about caching. Pat O'Brien works at Acme.",
            [(None, ["Pat O'Brien"])],
        ),
        ("Ludwig van der Berg talked about caching.", [(None, ["Ludwig van der Berg"])]),
        ("José María Álvarez-Ruiz talked about caching.", [(None, ["José María Álvarez-Ruiz"])]),
        ("J. R. Doe talked about caching.", [(None, ["J. R. Doe"])]),
        ("Xiuying Zhang talked about caching.", [(None, ["Xiuying Zhang"])]),
        ("Jane Doe-Smith, PhD, talked about caching.", [(None, ["Jane Doe-Smith"])]),
        (
            "The first real talk, Jane Doe's introduction to caching, was for beginners.",
            [(None, ["Jane Doe"])],
        ),
        ("Jane\nDoe talked about caching and its\nmany failures.", [(None, ["Jane Doe"])]),
    ],
)
def test_talk_told_in_several_ways_at_once(sentences, talks):
    assert told(sentences) == talks


@pytest.mark.parametrize(
    "further",
    [
        "It went well with Jane Doe's talk.",
        "That would have pleased Jane Doe, whose talk came first, and Jane Doe's fans.",
        "The rest of the day had less to offer than Jane Doe's keynote.",
    ],
)
def test_talk_named_again_is_no_second_one(further):
    text = f"Jane Doe talked about tests.\n\nJoe Roe talked about builds. It was long. {further}"

    assert told(text) == [(None, ["Jane Doe"]), (None, ["Joe Roe"])]


def test_second_talk_of_a_speaker_is_one():
    text = "Jane Doe talked about tests.\n\nJane Doe gave a second talk, on builds."

    assert told(text) == [(None, ["Jane Doe"]), (None, ["Jane Doe"])]


def test_somebody_new_may_give_a_talk_in_the_section_of_another():
    text = (
        "## Fast tests\n\nBy Jane Doe. They were fast, said Ann Poe.\n\n"
        "Joe Roe gave a talk on builds, too.\n\n## Slow tests\n\nBy Zoe Fox.\n"
    )

    assert told(text) == [
        ("Fast tests", ["Jane Doe"]),
        (None, ["Joe Roe"]),
        ("Slow tests", ["Zoe Fox"]),
    ]


@pytest.mark.parametrize(
    ("before", "titles"),
    [
        (
            "The best talks of the day came then.",
            ["Fast Tests for All", "Why Builds Are Slow", "No Bugs"],
        ),
        ("I bought three books.", []),
        ("It rained.", []),
    ],
)
def test_titles_alone_are_talks_where_talks_were_spoken_of(before, titles):
    text = f"{before} “Fast Tests for All”, “Why Builds Are Slow” and “No Bugs”. Then I left."

    assert told(text) == [(title, []) for title in titles]


def test_article_before_a_given_name_says_nothing_against_it():
    text = "One last stop, a session with the Paul and Rosa from Acme on caching."

    assert told(text) == [(None, ["Paul", "Rosa"])]


def test_two_people_known_by_given_names_give_two_talks():
    text = "Then Paul talked about caching.\n\nAfter that Rosa talked about queues."

    assert told(text) == [(None, ["Paul"]), (None, ["Rosa"])]
