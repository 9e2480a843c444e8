"""Addresses -> whose profile they are: `{"twitter": "jane"}`."""

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

PROFILE = (
    # twitter.com/jane, twitter.com/#!/jane, x.com/@jane, twitter.com/jane/status/1
    ("twitter", re.compile(r"(?:mobile\.)?(?:twitter|x)\.com/(?:#!/|#%21/|%23!/)?@?(\w{1,20})\b")),
    ("github", re.compile(r"github\.com/@?([\w-]{1,40})$")),
    ("linkedin", re.compile(r"(?:[a-z]{2,3}\.)?linkedin\.com/(?:in|pub)/([\w%.-]{1,120})")),
    ("bluesky", re.compile(r"bsky\.app/profile/([\w.-]{1,80})")),
)
# https://hachyderm.io/@jane: any host may run it; these are other things with an @.
FEDERATED = re.compile(r"([\w.-]+\.[a-z]{2,})/@(\w{1,30}(?:@[\w.-]+)?)$")
NOT_FEDERATED = frozenset({"medium.com", "youtube.com", "tiktok.com", "threads.net"})
NO_HANDLE = frozenset(
    ["hashtag", "search", "intent", "share", "home", "i", "explore", "orgs", "sponsors", "topics"]
)

# Parts of an address under which a site keeps pages about other people or things.
ABOUT_OTHERS = frozenset(
    [
        "speaker",
        "speakers",
        "talk",
        "talks",
        "session",
        "sessions",
        "presentation",
        "presentations",
        "schedule",
        "event",
        "events",
        "program",
        "programme",
        "agenda",
        "conference",
        "wiki",
        "heroes",
        "watch",
        "playlist",
        "video",
        "videos",
        "blog-post",
        "status",
        "vortraege",
        "charla",
        "charlas",
        "archives",
        "hashtag",
    ]
)
NOT_PERSONAL = re.compile(
    r"(?:^|\.)(?:wikipedia\.org|youtube\.com|youtu\.be|vimeo\.com|slideshare\.net|amazon\.\w+"
    r"|speakerdeck\.com|sched\.(?:co|com|org)|medium\.com|google\.com|lanyrd\.com|meetup\.com"
    r"|imdb\.com|goodreads\.com|twitter\.com|x\.com|github\.com|linkedin\.com|facebook\.com"
    r"|instagram\.com|flickr\.com|pinterest\.com|t\.co|bsky\.app)$"
)


@lru_cache(maxsize=1024)
def handle_of(url: str) -> tuple[str, str] | None:
    """Site and handle of a profile's address; None for any other.

    >>> handle_of("https://twitter.com/#!/jane"), handle_of("https://github.com/jane/tool")
    (('twitter', 'jane'), None)
    """
    bare = re.sub(r"^https?://(?:www\.)?", "", url.strip().strip("\"'")).split("?")[0].rstrip('/"')
    for site, pattern in PROFILE:
        found = pattern.match(bare)
        if found and found[1].casefold() not in NO_HANDLE:
            return site, unquote(found[1])
    found = FEDERATED.match(bare)
    if found and found[1] not in NOT_FEDERATED:
        return "mastodon", f"{found[2]}@{found[1]}"
    return None


def website_of(url: str, *, conference_hosts: frozenset[str] = frozenset()) -> str | None:
    """The address, where it may be someone's own homepage.

    >>> website_of("http://jane.example/"), website_of("https://conf.example/speakers/jane")
    ('http://jane.example/', None)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = parts.netloc.casefold().removeprefix("www.")
    names = [name for name in parts.path.casefold().split("/") if name]
    if parts.scheme not in ("http", "https") or not host or NOT_PERSONAL.search(host):
        return None
    if host in conference_hosts or any(part in ABOUT_OTHERS for part in names):
        return None
    at_home = len(names) <= 1 or any(name.startswith("~") or name == "people" for name in names)
    return url if at_home and not parts.query else None
