"""Addresses in a post -> addresses that hold outside it."""

import re
from urllib.parse import quote, urljoin, urlsplit

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}:")
LINKED_SCHEMES = ("http:", "https:", "mailto:")
# What these schemes hold is run or shown, not visited; nobody could follow it from a text.
MUTE_SCHEMES = ("javascript:", "vbscript:", "data:", "about:", "blob:")
# Signs that would end a Markdown destination, or begin markup in it.
UNSAFE = re.compile(r"[\s<>\[\]\"'`\\|*]")
BALANCED = re.compile(r"[^()]*+(?:\([^()]*+\)[^()]*+)*+")
INVISIBLE = re.compile(r"[\x00-\x1f\x7f]")
# "{{ site.baseurl }}/images/x.png": the site's own prefix
TEMPLATE = re.compile(r"\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}")

# Addresses of players -> the pages people visit.
PLAYERS = (
    (
        re.compile(
            r"(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/(?:embed|v)/(?P<id>[\w-]{5,20})"
        ),
        "https://www.youtube.com/watch?v={}",
    ),
    (
        re.compile(r"(?:https?:)?//player\.vimeo\.com/video/(?P<id>\d{3,15})"),
        "https://vimeo.com/{}",
    ),
    (
        re.compile(r"(?:https?:)?//gist\.github\.com/(?P<id>[\w./-]{3,100}?)\.js\b"),
        "https://gist.github.com/{}",
    ),
)


def resolve(url: str, base_url: str) -> str:
    """The absolute http, https or mailto address that a post's link means; empty if none.

    >>> resolve("../a.png", "https://example.org/blog/post/")
    'https://example.org/blog/a.png'
    >>> resolve("/a.png", ""), resolve("//example.org/a", ""), resolve("javascript:x", "")
    ('', 'https://example.org/a', '')
    """
    url = _plain(url)
    if url.startswith("//"):
        url = f"https:{url}"
    elif url.lower().startswith("www."):
        url = f"http://{url}"
    elif url and base_url and not SCHEME.match(url):
        url = _join(base_url, url)
    return _encode(url) if url.lower().startswith(LINKED_SCHEMES) and _has_host(url) else ""


def path_to_show(url: str) -> str:
    """What to print of an address that cannot be linked; empty where it says nothing."""
    url = _plain(url).replace("`", "")
    if url.startswith("#") or url.lower().startswith((*MUTE_SCHEMES, *LINKED_SCHEMES)):
        return ""
    return url[:2000]


def page_of_player(url: str) -> str:
    """The page of a video or gist, of the address that embeds it."""
    for pattern, page in PLAYERS:
        if player := pattern.match(url):
            return page.format(player["id"])
    return url


def _plain(url: str) -> str:
    return INVISIBLE.sub("", TEMPLATE.sub("", url)).strip()


def _join(base_url: str, url: str) -> str:
    try:
        return urljoin(base_url, url)
    except ValueError:
        return ""


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc) or (parts.scheme == "mailto" and "@" in parts.path)


def _encode(url: str) -> str:
    url = UNSAFE.sub(lambda match: quote(match[0]), url)
    return url if BALANCED.fullmatch(url) else url.replace("(", "%28").replace(")", "%29")
