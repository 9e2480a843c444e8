"""Talks told in prose, in many phrasings; the last table are those that tell of none."""

import pytest

from conferences.recaps import read_recap

HEAD = "---\ntitle: PyCon 2020\nauthor: Au Thor\n---\n\nI went to PyCon 2020, and it was good.\n\n"


def told(sentences):
    """Title (None for none) and speakers of each talk; a speaker without a name is "@"."""
    talks = read_recap(f"{HEAD}{sentences}\n").talks
    return [
        (talk.title if talk.titled else None, [person.name or "@" for person in talk.speakers])
        for talk in talks
    ]


@pytest.mark.parametrize(
    ("sentences", "talks"),
    [
        ("The talk “Fast tests” by Jane Doe was great.", [("Fast tests", ["Jane Doe"])]),
        (
            "I then went to *Scaling the Unscalable* by Jane Doe, which was packed.",
            [("Scaling the Unscalable", ["Jane Doe"])],
        ),
        ("A highlight for me was a talk by Jane Doe on property testing.", [(None, ["Jane Doe"])]),
        ("The first talk of the day was by Jane Doe, who works at Acme.", [(None, ["Jane Doe"])]),
        ("There was an excellent keynote by Jane Doe about empathy.", [(None, ["Jane Doe"])]),
        (
            "The opening keynote was given by Jane Doe and Joe Roe from Acme.",
            [(None, ["Jane Doe", "Joe Roe"])],
        ),
        ("The conference opened with a keynote from Jane Doe.", [(None, ["Jane Doe"])]),
        (
            "“Fast tests”, presented by Jane Doe of Acme, was the best session.",
            [("Fast tests", ["Jane Doe"])],
        ),
        ("The keynote by Dr. Jane Doe dealt with ethics.", [(None, ["Jane Doe"])]),
        (
            "After lunch came “Fast tests” by Jane van der Doe.",
            [("Fast tests", ["Jane van der Doe"])],
        ),
        (
            "My favourite session was [Fast tests for everyone](https://e.org/x) with Jane Doe.",
            [("Fast tests for everyone", ["Jane Doe"])],
        ),
        ("I saw a fantastic presentation on query plans by Zoë O'Neil.", [(None, ["Zoë O'Neil"])]),
        ("The closing keynote was delivered by Jane Doe.", [(None, ["Jane Doe"])]),
        ("Jane Doe's keynote was about the future of databases.", [(None, ["Jane Doe"])]),
        ("A very nice demo of tracing by Jane Doe followed.", [(None, ["Jane Doe"])]),
        (
            "The workshop on tracing, run by Jane Doe and Joe Roe, was full.",
            [(None, ["Jane Doe", "Joe Roe"])],
        ),
        ("The last session I attended was hosted by Jane Doe.", [(None, ["Jane Doe"])]),
        ("Then there was a lightning talk by Joe Roe about fonts.", [(None, ["Joe Roe"])]),
    ],
)
def test_talk_named_with_by(sentences, talks):
    assert told(sentences) == talks


@pytest.mark.parametrize(
    ("sentences", "talks"),
    [
        ("Jane Doe talked about caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe spoke on the state of caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe gave a talk titled “Fast tests”.", [("Fast tests", ["Jane Doe"])]),
        ("Jane Doe gave a really good overview of caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe (Acme) presented the new scheduler.", [(None, ["Jane Doe"])]),
        ("Jane Doe, a developer at Acme, presented her work on caching.", [(None, ["Jane Doe"])]),
        (
            "Jane Doe, CTO of Acme, then took the stage to talk about caching.",
            [(None, ["Jane Doe"])],
        ),
        ("Next Jane Doe walked us through the internals of the scheduler.", [(None, ["Jane Doe"])]),
        ("After lunch Jane Doe showed how to debug a kernel.", [(None, ["Jane Doe"])]),
        ("Later, Jane Doe demonstrated live how the debugger works.", [(None, ["Jane Doe"])]),
        ("In the afternoon, Jane Doe led a session on mentoring.", [(None, ["Jane Doe"])]),
        ("Jane Doe kicked off the day with a talk about caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe opened the conference with a keynote on ethics.", [(None, ["Jane Doe"])]),
        ("Jane Doe closed the day with a look at the future.", [(None, ["Jane Doe"])]),
        ("Jane Doe started the day by asking why we test.", [(None, ["Jane Doe"])]),
        ("Jane Doe wrapped up the first day with her keynote.", [(None, ["Jane Doe"])]),
        ("Jane Doe delivered the opening keynote.", [(None, ["Jane Doe"])]),
        ("Jane Doe and Joe Roe did a live coding session.", [(None, ["Jane Doe", "Joe Roe"])]),
        ("Jane Doe keynoted on the second day.", [(None, ["Jane Doe"])]),
        ("Jane Doe explained why monads matter in her talk.", [(None, ["Jane Doe"])]),
        ("Jane Doe was the first speaker and talked about caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe was up next with “Fast tests”.", [("Fast tests", ["Jane Doe"])]),
        ("Finally, Jane Doe shared her experience of running a team.", [(None, ["Jane Doe"])]),
        ("The next speaker, Jane Doe, argued that tests are too slow.", [(None, ["Jane Doe"])]),
        ("Then came Jane Doe with a talk on caching.", [(None, ["Jane Doe"])]),
        ("Up next was Jane Doe.", [(None, ["Jane Doe"])]),
        ("First up was Jane Doe from Acme on caching.", [(None, ["Jane Doe"])]),
        ("First on stage was Jane Doe.", [(None, ["Jane Doe"])]),
        ("The day began with Jane Doe talking about caching.", [(None, ["Jane Doe"])]),
        ("The second day was opened by Jane Doe.", [(None, ["Jane Doe"])]),
        ("We then heard from Jane Doe about caching.", [(None, ["Jane Doe"])]),
        ("Following that, Jane Doe introduced us to tracing.", [(None, ["Jane Doe"])]),
        ("Last but not least, Jane Doe told the story of the outage.", [(None, ["Jane Doe"])]),
        ("Jane Doe’s talk, “Fast tests”, was next.", [("Fast tests", ["Jane Doe"])]),
        ("I really liked Jane Doe's presentation on caching.", [(None, ["Jane Doe"])]),
        (
            "Jane Doe's [Fast tests for all](https://e.org) was excellent.",
            [("Fast tests for all", ["Jane Doe"])],
        ),
        ("In “Fast tests”, Jane Doe showed how to halve the time.", [("Fast tests", ["Jane Doe"])]),
        (
            "In her talk “Fast tests”, Jane Doe showed how to halve the time.",
            [("Fast tests", ["Jane Doe"])],
        ),
        ("In his keynote, Joe Roe looked back on ten years.", [(None, ["Joe Roe"])]),
        ("During her session Jane Doe explained tracing.", [(None, ["Jane Doe"])]),
        ("Jane Doe's “Fast tests” was the first session.", [("Fast tests", ["Jane Doe"])]),
        ("Jane Doe did a great job of explaining caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe had a talk about caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe held a workshop on caching.", [(None, ["Jane Doe"])]),
        ("We had Jane Doe speaking about caching.", [(None, ["Jane Doe"])]),
        ("I went to see Jane Doe talk about caching.", [(None, ["Jane Doe"])]),
        ("I watched Jane Doe give a talk on caching.", [(None, ["Jane Doe"])]),
        ("It was great to hear Jane Doe speak about caching.", [(None, ["Jane Doe"])]),
        (
            "The morning session started with Jane Doe presenting “Fast tests”.",
            [("Fast tests", ["Jane Doe"])],
        ),
        ("Jane Doe then returned to the stage to discuss caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe's session on caching was standing room only.", [(None, ["Jane Doe"])]),
        ("Dr. Jane Doe spoke about ethics.", [(None, ["Jane Doe"])]),
        ("Prof. Jane Doe gave the keynote.", [(None, ["Jane Doe"])]),
        (
            "Jane Doe ([@jane](https://twitter.com/jane)) spoke about caching.",
            [(None, ["Jane Doe"])],
        ),
        (
            "[Jane Doe](https://jane.example) kicked things off with a talk on caching.",
            [(None, ["Jane Doe"])],
        ),
        ("Jane Doe discussed the pros and cons of caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe described how Acme moved to caching.", [(None, ["Jane Doe"])]),
        ("Acme's Jane Doe described their move to caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe is working on a new cache and gave us an update.", [(None, ["Jane Doe"])]),
        ("Jane Doe took us on a tour of the new cache.", [(None, ["Jane Doe"])]),
        ("Jane Doe brought the day to a close with a talk on caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe rounded off the day with an entertaining talk.", [(None, ["Jane Doe"])]),
        ("Jane Doe tackled the topic of caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe looked at how caches fail.", [(None, ["Jane Doe"])]),
        ("Jane Doe focused on how caches fail.", [(None, ["Jane Doe"])]),
        ("Jane Doe covered caching in depth.", [(None, ["Jane Doe"])]),
        ("Jane Doe reported on the progress of the cache.", [(None, ["Jane Doe"])]),
        ("Jane Doe addressed the elephant in the room: caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe was next, talking about caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe followed with a talk on caching.", [(None, ["Jane Doe"])]),
        ("The day ended with Jane Doe's keynote.", [(None, ["Jane Doe"])]),
        ("Next, it was Jane Doe's turn to talk about caching.", [(None, ["Jane Doe"])]),
        ("Then it was time for Jane Doe and her talk on caching.", [(None, ["Jane Doe"])]),
        ("Jane Doe's talk *Fast tests* was a hit.", [("Fast tests", ["Jane Doe"])]),
        (
            "The third talk, “Fast tests”, was by Jane Doe and Joe Roe.",
            [("Fast tests", ["Jane Doe", "Joe Roe"])],
        ),
        ("I attended Jane Doe's session.", [(None, ["Jane Doe"])]),
        ("I attended a session by Jane Doe called “Fast tests”.", [("Fast tests", ["Jane Doe"])]),
        ("Jane Doe talks about caching and why it is hard.", [(None, ["Jane Doe"])]),
    ],
)
def test_talk_told_by_what_its_speaker_does(sentences, talks):
    assert told(sentences) == talks


@pytest.mark.parametrize(
    ("sentences", "talks"),
    [
        ("Sarah talked about caching.", [(None, ["Sarah"])]),
        ("Sarah gave a talk on caching.", [(None, ["Sarah"])]),
        ("Then Sarah showed us how to debug.", [(None, ["Sarah"])]),
        ("The session was led by Sarah and Tom.", [(None, ["Sarah", "Tom"])]),
        ("I sat in on Sarah from Acme's talk on caching.", [(None, ["Sarah"])]),
        ("A talk by Sarah on caching was next.", [(None, ["Sarah"])]),
        ("Sarah's talk on caching was my favourite.", [(None, ["Sarah"])]),
        ("The speaker, Sarah, told us how caches fail.", [(None, ["Sarah"])]),
        ("Sarah from Acme presented their cache.", [(None, ["Sarah"])]),
        ("Next up, Sarah (from Acme) spoke about caching.", [(None, ["Sarah"])]),
        ("The workshop with Paul and Rosa was about caching.", [(None, ["Paul", "Rosa"])]),
    ],
)
def test_talk_of_a_speaker_with_one_name(sentences, talks):
    assert told(sentences) == talks


@pytest.mark.parametrize(
    ("sentences", "talks"),
    [
        ("@jane_d talked about caching.", [(None, ["@"])]),
        ("The keynote by [@jane_d](https://twitter.com/jane_d) was fun.", [(None, ["@"])]),
        ("“Fast tests” by @jane_d was fun.", [("Fast tests", ["@"])]),
        ("@jane_d's talk on caching was fun.", [(None, ["@"])]),
        ("Then @jane_d and @joe_r gave a demo.", [(None, ["@", "@"])]),
    ],
)
def test_talk_of_a_speaker_with_a_handle(sentences, talks):
    assert told(sentences) == talks


@pytest.mark.parametrize(
    ("sentences", "talks"),
    [
        ("I went to a session called “Fast tests”.", [("Fast tests", [])]),
        ("The first session I attended was “Fast tests”.", [("Fast tests", [])]),
        ("I attended *Scaling the Unscalable* next.", [("Scaling the Unscalable", [])]),
        (
            "Next I went to [Scaling the Unscalable](https://e.org/x).",
            [("Scaling the Unscalable", [])],
        ),
        ("The talk “Fast tests” was very good.", [("Fast tests", [])]),
        ("I started the day with “Fast tests”.", [("Fast tests", [])]),
        ("After lunch I attended a session on incident response.", [(None, [])]),
        ("My second session was about incident response.", [(None, [])]),
        ("Then there was a talk about incident response.", [(None, [])]),
        ("I spent the afternoon in a workshop on incident response.", [(None, [])]),
        ("I also caught a talk on incident response.", [(None, [])]),
        ("I also watched the “Fast tests” talk.", [("Fast tests", [])]),
        ("The last talk of the day was about incident response.", [(None, [])]),
        ("First I sat in on a panel on incident response.", [(None, [])]),
    ],
)
def test_talk_without_a_speaker(sentences, talks):
    assert told(sentences) == talks


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
    "sentences",
    [
        "I met Jane Doe at the party.",
        "There was a talk, and then we were driven home by Jane Doe.",
        "Jane Doe was there and I liked the talks.",
        "Thanks to Jane Doe for organising.",
        "It was great to finally talk to Jane Doe.",
        "As Jane Doe said, tests are hard.",
        "Jane Doe asked a good question.",
        "I had lunch with Jane Doe and Joe Roe.",
        "I missed the talk by Jane Doe.",
        "Sadly I could not attend Jane Doe's keynote.",
        "I wish I had seen “Fast tests” by Jane Doe.",
        "I want to watch the recording of Jane Doe's talk.",
        "The book “Fast Tests” by Jane Doe is worth reading.",
        "We spoke to Jane Doe of Acme at their booth.",
        "Jane Doe and Joe Roe organised the whole event.",
        "The party was hosted by Acme.",
        "The tool was written by Jane Doe.",
        "Jane Doe told me at dinner that she likes tests.",
        "I talked to Jane Doe about caching over lunch.",
        "She quoted Jane Doe on caching.",
        "I recommend the blog of Jane Doe.",
        "Jane Doe wrote a recap as well.",
        "Docker Swarm introduced a new scheduler.",
        "Visual Studio showed the error at once.",
        "Amazon Web Services announced a new database.",
        "You can read more in “Fast tests” online.",
        "I chatted with Jane Doe after her talk.",
        "Jane Doe could not make it, alas.",
        "Jane Doe introduced me to Joe Roe.",
        "I shared a taxi with Jane Doe.",
        "The photo by Jane Doe shows the venue.",
        "I did not see Jane Doe's talk.",
        "There were talks on everything from caching to tracing.",
        "I will be giving a talk on caching next month.",
        "I am looking forward to Jane Doe's talk tomorrow.",
        "The hallway track was the best session.",
        "All talks were recorded.",
        "The quality of the talks was high.",
        "I gave a talk on caching last year.",
        "Jane Doe sat next to me.",
        "See the slides of Jane Doe's talk online.",
        "The term was coined by Jane Doe in “Fast tests”.",
        "Jane Doe, whom I met last year, sat with us at dinner.",
        "Jane Doe from the organising team welcomed everybody at the door.",
        "The conference was organised by Jane Doe and Joe Roe.",
        "The booth of Acme showed a nice demo.",
        "I bought the book by Jane Doe.",
        "Jane Doe once said that caches are lies.",
        "I had a nice conversation with Jane Doe about caching.",
        "There were five talks in the morning and a panel in the evening.",
        "Registration was quick and the coffee was good.",
        "The talks started at nine.",
        "Most talks were in the main room.",
        "You can find all talks on [YouTube](https://www.youtube.com/playlist?list=1).",
        "I travelled with Jane Doe and Joe Roe from Acme.",
        "At the party I talked with Jane Doe about her talk.",
        "Amazon Aurora now covers more regions.",
        "Google Cloud presented at a booth.",
        "Next year's conference will be held in Berlin.",
        "The venue was next to the Grand Hotel.",
        "I am Jane Doe, and I write software.",
        "Big thanks to Jane Doe for the invitation and to Joe Roe for the lift.",
        "My colleague Jane Doe will write about the other talks.",
        "The second day was sunny.",
        "Photo by Jane Doe.",
        "Kubernetes was the topic of many talks.",
        "The first thing I saw was a queue.",
        "Lunch was provided by Acme.",
    ],
)
def test_no_talk_is_told(sentences):
    assert told(sentences) == []


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
