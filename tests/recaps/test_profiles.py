"""Where the handles of a speaker stand in a post."""

import pytest

from conferences.recaps import read_recap

HEAD = "---\ntitle: PyCon 2020\nauthor: Au Thor\n---\n\nI went to PyCon 2020, and it was good.\n\n"


@pytest.mark.parametrize(
    ("words", "handles"),
    [
        (
            "Jane Doe ([@jane_d](https://twitter.com/jane_d)) talked about caching.",
            {"twitter": "jane_d"},
        ),
        ("Jane Doe (@jane_d) talked about caching.", {"twitter": "jane_d"}),
        ("Jane Doe (Acme, @jane_d) talked about caching.", {"twitter": "jane_d"}),
        ("Jane Doe (@jane_d, Acme) talked about caching.", {"twitter": "jane_d"}),
        (
            "Jane Doe ([x](https://twitter.com/jane_d), [GitHub](https://github.com/jd)) spoke",
            {"twitter": "jane_d", "github": "jd"},
        ),
        (
            "Jane Doe ([twitter](https://twitter.com/jane_d) / [blog](https://jd.example)) spoke.",
            {"twitter": "jane_d"},
        ),
        ("Jane Doe [@jane_d] talked about caching.", {"twitter": "jane_d"}),
        ("Jane Doe @jane_d talked about caching.", {"twitter": "jane_d"}),
        ("Jane Doe, aka @jane_d, talked about caching.", {"twitter": "jane_d"}),
        (
            "Jane Doe a.k.a. [@jane_d](https://twitter.com/jane_d) talked about caching.",
            {"twitter": "jane_d"},
        ),
        ("Jane Doe – @jane_d – talked about caching.", {"twitter": "jane_d"}),
        (
            "[Jane Doe](https://www.linkedin.com/pub/jane-doe/5/26/7) talked about caching.",
            {"linkedin": "jane-doe"},
        ),
        (
            "[Dr. Jane Doe](https://jane.example/) talked about caching.",
            {"website": "https://jane.example/"},
        ),
        ("[Jane Doe's](https://twitter.com/jane_d) talk was about caching.", {"twitter": "jane_d"}),
        ("[Jane Doe's talk](https://twitter.com/acme) was about caching.", {}),
        (
            "**[Jane Doe](https://mastodon.social/@jane_d)** talked about caching.",
            {"mastodon": "jane_d@mastodon.social"},
        ),
        (
            "Jane Doe spoke. Follow her on Twitter: [@jane_d](https://twitter.com/jane_d).",
            {"twitter": "jane_d"},
        ),
        (
            "Jane Doe talked about caching. You can find her on Twitter as @jane_d.",
            {"twitter": "jane_d"},
        ),
        (
            "Jane Doe spoke. It was long.\n\nTwitter: [@jane_d](https://twitter.com/jane_d)",
            {"twitter": "jane_d"},
        ),
        (
            "Jane Doe spoke.\n\n[Slides](https://e.org/s.pdf) | [@jane_d](https://twitter.com/jane_d)",
            {"twitter": "jane_d"},
        ),
        (
            "Jane Doe spoke.\n\nFollow Jane on [Twitter](https://twitter.com/jane_d).",
            {"twitter": "jane_d"},
        ),
        (
            "Jane Doe talked about caching.\n\nFollow Jane on Twitter: @jane_d.",
            {"twitter": "jane_d"},
        ),
        (
            "Jane ([@jane_d](https://twitter.com/jane_d)) came. Jane Doe spoke.",
            {"twitter": "jane_d"},
        ),
        (
            "Jane Doe spoke.\n\n[Jane Doe](https://twitter.com/jane_d).",
            {"twitter": "jane_d"},
        ),
        ("Jane Doe talked about caching. Her blog is at [jane.example](https://jane.example).", {}),
        ("Jane Doe talked about caching with [Acme](https://twitter.com/acme).", {}),
        ("Jane Doe from [@acme](https://twitter.com/acme) talked about caching.", {}),
        ("Jane Doe talked about caching. [@acme](https://twitter.com/acme) had a booth.", {}),
        ("[Jane Doe](https://conf.example/speakers/jane) talked about caching.", {}),
        ("[Jane Doe](https://en.wikipedia.org/wiki/Jane_Doe) talked about caching.", {}),
        ("Jane Doe talked about [caching](https://github.com/jacache).", {}),
        ("[Jane Doe](https://github.com/janed) talked about caching.", {"github": "janed"}),
        (
            "[Jane Doe](https://bsky.app/profile/jane.example) talked about caching.",
            {"bluesky": "jane.example"},
        ),
        (
            "[Jane Doe](http://blog.jane.example/) talked about caching.",
            {"website": "http://blog.jane.example/"},
        ),
        (
            "[Jane Doe](https://twitter.com/jane_d/) (Acme) talked about caching.",
            {"twitter": "jane_d"},
        ),
        (
            "[Jane Doe (Acme)](https://twitter.com/jane_d) talked about caching.",
            {"twitter": "jane_d"},
        ),
        (
            "[Jane Doe (@jane_d)](https://twitter.com/jane_d) talked about caching.",
            {"twitter": "jane_d"},
        ),
        (
            "[Jane Doe, @jane_d](https://twitter.com/jane_d) talked about caching.",
            {"twitter": "jane_d"},
        ),
        (
            "[@jane_d](https://twitter.com/jane_d) (Jane Doe) talked about caching.",
            {"twitter": "jane_d"},
        ),
        ("@jane_d (Jane Doe) talked about caching.", {"twitter": "jane_d"}),
        (
            "The talk “Fast tests” by [Jane Doe][1] was good.\n\n[1]: https://twitter.com/jane_d",
            {"twitter": "jane_d"},
        ),
        (
            '<a href="https://twitter.com/jane_d">Jane Doe</a> talked about caching.',
            {"twitter": "jane_d"},
        ),
        ("Jane Doe (https://twitter.com/jane_d) talked about caching.", {"twitter": "jane_d"}),
        ("Jane Doe (<https://twitter.com/jane_d>) talked about caching.", {"twitter": "jane_d"}),
        ("Jane Doe (twitter.com/jane_d) talked about caching.", {"twitter": "jane_d"}),
        ("Jane Doe (twitter: jane_d) talked about caching.", {"twitter": "jane_d"}),
        (
            "Jane Doe (Twitter: @jane_d, GitHub: janed) talked about caching.",
            {"twitter": "jane_d", "github": "janed"},
        ),
    ],
)
def test_speaker_has_the_handles_that_the_post_gives(words, handles):
    (talk,) = read_recap(f"{HEAD}{words}\n").talks

    assert [(person.name, dict(person.handles)) for person in talk.speakers] == [
        ("Jane Doe", handles)
    ]
