"""The handles beside a name: on its link, in the bracket or the words behind it."""

import re
from bisect import bisect_left, bisect_right
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


class Profiles:
    """The profiles linked in a block, by place."""

    def __init__(self, inline: Inline, hosts: frozenset[str]) -> None:
        self.text = inline.text
        self.hosts = hosts
        self.links = inline.links
        self.starts = [link.start for link in self.links]

    def attach(self, mention: Mention) -> None:
        """Give a mention of a name its handles; `outer` then ends behind them."""
        if SITE_NAME.fullmatch(mention.name):
            return
        self._read_link(mention)
        while attached := ATTACHED.match(self.text, mention.outer):
            if (attached[1] or "")[:1] in QUOTATION_MARKS and attached[1]:
                break  # Jane Doe ("A title")
            self._read_bracket(mention, attached)
            mention.outer = attached.end()
        while _is_whole(mention.name) and self._read_beside(mention):
            pass
        if self.text.endswith("(", 0, mention.start) and (
            before := REVERSED.search(self.text, max(0, mention.start - 40), mention.start)
        ):
            _give(mention, *self._handle_at(before.start(), before[1]))

    def bare_handles(self, index: int, named: Sequence[Mention]) -> Iterator[Mention]:
        """Handles that stand for a person by themselves, beside no name."""
        if "@" not in self.text:
            return
        known = {handle.casefold() for mention in named for handle in mention.handles.values()}
        taken = {place for m in named for place in range(m.end, m.outer)}
        ends = {mention.outer for mention in named if mention.weight > 0}
        for match in AT_HANDLE.finditer(self.text):
            before = self.text[max(0, match.start() - 20) : match.start()].rstrip(" ")
            if before.endswith(("(", "[", "{")) and len(before) > 1:
                continue
            reversed_ = match[1].casefold() in known and self.text.startswith(" (", match.end())
            if match.start() in taken or reversed_:
                continue
            workplace = WORKPLACE.search(self.text, max(0, match.start() - 6), match.start())
            if workplace and workplace.start() in ends:
                continue
            link = self._link_at(match.start())
            if link and not handle_of(link.url):
                continue
            site, handle = self._handle_at(match.start(), match[1])
            yield Mention(
                index, match.start(), match.end(), match.end(), "", {site: handle}, weight=3
            )

    def _read_link(self, mention: Mention) -> None:
        """The profile that a link on the name leads to; a homepage where nothing else is."""
        link = self._link_at(mention.start)
        if link is None or link.end < mention.end:
            return
        around = LINKED_BEFORE.fullmatch(self.text, link.start, mention.start)
        if not around or not LINKED_AFTER.fullmatch(self.text, mention.end, link.end):
            return
        if known := handle_of(link.url):
            _give(mention, *known)
        elif "/speaker" in link.url:
            mention.weight += 3
        elif website := website_of(link.url, conference_hosts=self.hosts):
            mention.handles.setdefault("website", website)
            mention.weight += 1

    def _read_bracket(self, mention: Mention, attached: re.Match[str]) -> None:
        inner = attached[1] or attached[2] or attached[3] or ""
        first = bisect_left(self.starts, attached.start())
        for link in self.links[first : bisect_left(self.starts, attached.end())]:
            if known := handle_of(link.url):
                _give(mention, *known)
            elif attached[3] and (site := website_of(link.url)):
                mention.handles.setdefault("website", site)
                mention.weight += 3
        for named in NAMED_SITE.finditer(inner):
            _give(mention, named[1].casefold(), named[2])
        for address in ADDRESS.finditer(inner):
            if known := handle_of(f"https://{address[1]}"):
                _give(mention, *known)
        if (bare := AT_HANDLE.search(inner)) and not mention.handles:
            _give(mention, "twitter", bare[1])

    def _read_beside(self, mention: Mention) -> bool:
        """Take the handle that follows without a bracket, if one does."""
        between = BESIDE.match(self.text, mention.outer)
        if not between:
            return False
        place = between.end()
        link = self._link_at(place)
        bare = AT_HANDLE.match(self.text, place)
        if bare and (bare[1][0].islower() or len(between[0]) > 1 or link):
            if link and not handle_of(link.url):
                return False
            _give(mention, *self._handle_at(place, bare[1]))
            mention.outer = bare.end()
            return True
        is_site = link and link.start == place and SITE_NAME.fullmatch(self.text, place, link.end)
        if link and is_site and (known := handle_of(link.url)):
            _give(mention, *known)
            mention.outer = link.end
            return True
        return False

    def _handle_at(self, place: int, name: str) -> tuple[str, str]:
        """Whose profile the link on an @name leads to; Twitter's where there is none."""
        link = self._link_at(place)
        return (handle_of(link.url) if link else None) or ("twitter", name)

    def _link_at(self, place: int) -> Span | None:
        index = bisect_right(self.starts, place) - 1
        link = self.links[index] if index >= 0 else None
        return link if link and place < link.end else None


def _is_whole(name: str) -> bool:
    """Whether a name is more than a word with a capital: "Twitter: @jane" is of no Mr Twitter."""
    return " " in name or is_given_name(name)


def _give(mention: Mention, site: str, handle: str) -> None:
    if site not in mention.handles:
        mention.handles[site] = handle
        mention.weight += 4
