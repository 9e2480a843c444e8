import pytest

from conferences.recaps.handles import handle_of, website_of


@pytest.mark.parametrize(
    ("url", "handle"),
    [
        ("https://twitter.com/jane", ("twitter", "jane")),
        ("http://www.twitter.com/#!/jane", ("twitter", "jane")),
        ("https://twitter.com/#%21/jane", ("twitter", "jane")),
        ("https://x.com/@jane", ("twitter", "jane")),
        ("https://twitter.com/jane/status/123?s=20", ("twitter", "jane")),
        ("https://github.com/jane", ("github", "jane")),
        ("https://www.linkedin.com/in/jane-doe/", ("linkedin", "jane-doe")),
        ("https://bsky.app/profile/jane.example", ("bluesky", "jane.example")),
        ("https://hachyderm.io/@jane", ("mastodon", "jane@hachyderm.io")),
        ("https://github.com/jane/tool", None),
        ("https://twitter.com/hashtag/x", None),
        ("https://twitter.com/search?q=x", None),
        ("https://medium.com/@jane", None),
        ("https://jane.example", None),
        ("mailto:jane@e.org", None),
        ("", None),
    ],
)
def test_handle_of_an_address(url, handle):
    assert handle_of(url) == handle


@pytest.mark.parametrize(
    ("url", "website"),
    [
        ("http://jane.example/", True),
        ("http://jane.example/blog", True),
        ("http://www.uni.example/~jane/", True),
        ("http://www.uni.example/en/people/jane/", True),
        ("https://conf.example/speakers/jane", False),
        ("https://conf.example/talks/jane.html", False),
        ("https://en.wikipedia.org/wiki/Jane", False),
        ("https://www.youtube.com/watch?v=1", False),
        ("https://deep.example/a/b/c", False),
        ("http://[bad", False),
        ("/jane", False),
    ],
)
def test_website_of_an_address(url, website):
    assert website_of(url) == (url if website else None)


def test_website_is_none_on_a_host_of_the_conference():
    assert (
        website_of("https://pycon.example/", conference_hosts=frozenset({"pycon.example"})) is None
    )
