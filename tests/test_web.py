import pytest

from conferences.web import check_web_address


@pytest.mark.parametrize(
    "url",
    ["", "https://example.org", "http://example.org:8000/a?b=c#d", "HTTPS://Example.org/é"],
)
def test_readers_may_be_led_there(url):
    check_web_address(url)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("javascript:alert(1)", "does not begin with http"),
        ("//evil.example", "does not begin with http"),
        ("data:text/html,x", "does not begin with http"),
        ("/relative", "does not begin with http"),
        ("https://user:password@example.org/", "holds a user name"),
        ("https://exa mple.org", "holds blanks"),
        ("https://example.org/\u202eexe", "holds blanks or control characters"),
        ("https://", "names no host"),
        ("https://[::1", "malformed"),
        ("https://example.org/" + "a" * 3000, "has 3020 characters; the limit is 2000"),
    ],
)
def test_readers_may_not_be_led_there(url, reason):
    with pytest.raises(ValueError, match=reason):
        check_web_address(url)
