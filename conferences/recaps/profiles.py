"""The handles beside a name: on its link, in the bracket or the words behind it."""

import re
from collections.abc import Iterator, Sequence

from .given_names import is_given_name
from .handles import handle_of, website_of
from .inline import Inline, Span
from .people import Mention

AT_HANDLE = re.compile(r"(?<![\w@/.])@(\w{2,30})\b(?!\.\w)")
# "(@jane)", "[@jane]", "(Acme Inc.)", "([w](…)|[t](…))" after a name
ATTACHED = re.compile(
    r"\s?(?:\(([^()]{1,80}(?:\([^()]{0,40}\)[^()]{0,40})?)\)|\[([^\[\]]{1,40})\]|\{([^{}]{1,60})\})"
)
# " @jane", ", aka @jane", " – @jane", " / Twitter" after a name: what stands between
BESIDE = re.compile(r",?\s(?:(?:aka|a\.k\.a\.|alias)\s|[–—|/·-]\s)?|[:|/]\s?")
SITES = r"twitter|github|linkedin|mastodon|bluesky"
SITE_NAME = re.compile(rf"(?:{SITES})\b", re.IGNORECASE)
# "Twitter: @jane", "GitHub: jane"
NAMED_SITE = re.compile(rf"\b({SITES})\s?:\s?@?(\w[\w.-]{{1,40}}\w)", re.IGNORECASE)
# "twitter.com/jane" without being a link
ADDRESS = re.compile(
    r"(?<![\w/.])(?:https?://)?(?:www\.)?((?:twitter|x|github)\.com/[\w#!/@-]{2,50})"
)
# "@jane (" before a name
REVERSED = re.compile(r"(?<![\w@/.])@(\w{2,30}) \($")
# "Jane Doe from @acme"
WORKPLACE = re.compile(r"\s(?:from|at|of)\s$")
# What else a link on a name may hold: "Dr. ", "'s", " (Acme)", ", @jane"
LINKED_BEFORE = re.compile(r"\s*(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.? )?")
LINKED_AFTER = re.compile(r"(?:['’]s?)?(?: ?\([^()]{1,40}\))?(?:,? @\w{2,30})?[.,:]?\s?")
QUOTATION_MARKS = "“\"«„‘`'"


def attach_handles(mention: Mention, inline: Inline, hosts: frozenset[str]) -> None:
    """Give a mention of a name its handles; `outer` then ends behind them."""
    if SITE_NAME.fullmatch(mention.name):
        return
    _read_link(mention, inline, hosts)
    while attached := ATTACHED.match(inline.text, mention.outer):
        if (attached[1] or "")[:1] in QUOTATION_MARKS and attached[1]:
            break  # Jane Doe ("A title")
        _read_bracket(mention, inline, attached)
        mention.outer = attached.end()
    while _is_whole(mention.name) and _read_beside(mention, inline):
        pass
    if before := REVERSED.search(inline.text, max(0, mention.start - 40), mention.start):
        _give(mention, *_handle_at(inline, before.start(), before[1]))


def bare_handles(index: int, inline: Inline, named: Sequence[Mention]) -> Iterator[Mention]:
    """Handles that stand for a person by themselves, beside no name."""
    if "@" not in inline.text:
        return
    known = {handle.casefold() for mention in named for handle in mention.handles.values()}
    taken = {place for m in named for place in range(m.end, m.outer)}
    ends = {mention.outer for mention in named if mention.weight > 0}
    for match in AT_HANDLE.finditer(inline.text):
        before = inline.text[max(0, match.start() - 20) : match.start()].rstrip(" ")
        if before.endswith(("(", "[", "{")) and len(before) > 1:
            continue
        if match.start() in taken or (
            match[1].casefold() in known and _opens_bracket(inline, match)
        ):
            continue
        workplace = WORKPLACE.search(inline.text, max(0, match.start() - 6), match.start())
        if workplace and workplace.start() in ends:
            continue
        link = _link_at(inline, match.start())
        if link and not handle_of(link.url):
            continue
        site, handle = _handle_at(inline, match.start(), match[1])
        yield Mention(index, match.start(), match.end(), match.end(), "", {site: handle}, weight=3)


def _opens_bracket(inline: Inline, match: re.Match[str]) -> bool:
    return inline.text.startswith(" (", match.end())


def _read_link(mention: Mention, inline: Inline, hosts: frozenset[str]) -> None:
    """The profile that a link on the name leads to; a homepage where nothing else is linked."""
    link = _link_at(inline, mention.start)
    if link is None or link.end < mention.end:
        return
    around = LINKED_BEFORE.fullmatch(inline.text, link.start, mention.start)
    if not around or not LINKED_AFTER.fullmatch(inline.text, mention.end, link.end):
        return
    if known := handle_of(link.url):
        _give(mention, *known)
    elif "/speaker" in link.url:
        mention.weight += 3
    elif website := website_of(link.url, conference_hosts=hosts):
        mention.handles.setdefault("website", website)
        mention.weight += 1


def _read_bracket(mention: Mention, inline: Inline, attached: re.Match[str]) -> None:
    inner = attached[1] or attached[2] or attached[3] or ""
    for span in inline.links:
        if attached.start() <= span.start and span.end <= attached.end():
            if known := handle_of(span.url):
                _give(mention, *known)
            elif attached[3] and (site := website_of(span.url)):
                mention.handles.setdefault("website", site)
                mention.weight += 3
    for named in NAMED_SITE.finditer(inner):
        _give(mention, named[1].casefold(), named[2])
    for address in ADDRESS.finditer(inner):
        if known := handle_of(f"https://{address[1]}"):
            _give(mention, *known)
    if (bare := AT_HANDLE.search(inner)) and not mention.handles:
        _give(mention, "twitter", bare[1])


def _is_whole(name: str) -> bool:
    """Whether a name is more than a word with a capital: "Twitter: @jane" is of no Mr Twitter."""
    return " " in name or is_given_name(name)


def _read_beside(mention: Mention, inline: Inline) -> bool:
    """Take the handle that follows without a bracket, if one does."""
    between = BESIDE.match(inline.text, mention.outer)
    if not between:
        return False
    place = between.end()
    link = _link_at(inline, place)
    bare = AT_HANDLE.match(inline.text, place)
    if bare and (bare[1][0].islower() or len(between[0]) > 1 or link):
        if link and not handle_of(link.url):
            return False
        _give(mention, *_handle_at(inline, place, bare[1]))
        mention.outer = bare.end()
        return True
    is_site = link and link.start == place and SITE_NAME.fullmatch(inline.text, place, link.end)
    if link and is_site and (known := handle_of(link.url)):
        _give(mention, *known)
        mention.outer = link.end
        return True
    return False


def _give(mention: Mention, site: str, handle: str) -> None:
    if site not in mention.handles:
        mention.handles[site] = handle
        mention.weight += 4


def _handle_at(inline: Inline, place: int, name: str) -> tuple[str, str]:
    """Whose profile the link on an @name leads to; Twitter's where there is none."""
    link = _link_at(inline, place)
    return (handle_of(link.url) if link else None) or ("twitter", name)


def _link_at(inline: Inline, place: int) -> Span | None:
    return next((span for span in inline.links if span.start <= place < span.end), None)
