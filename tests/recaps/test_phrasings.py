"""Sentences that tell a talk, in many phrasings; the last table are those that tell of none."""

import pytest

from tests.recaps.telling import told


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
