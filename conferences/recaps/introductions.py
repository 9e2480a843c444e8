"""A sentence of prose -> who gives which session, if it says so.

The rules are patterns on the skeleton of the sentence ("The talk ¶, by §"), tried in order;
each is named by an example of what it matches.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from .inline import Span
from .no_sessions import is_missed, is_no_session, is_no_subject
from .outline import TalkKind
from .people import Mention
from .post import Post
from .rules import Rule, rules, rules_for, talk_word
from .skeleton import PERSON, TITLE, Skeleton, skeleton
from .subjects import is_title, lower_case, name_of, title_near
from .titles import clean_title, kind_of


@dataclass(slots=True)
class Introduction:
    """A session that a sentence speaks of; places in the text of its block."""

    block: int
    start: int
    end: int
    """Of the sentence."""
    people: list[Mention]
    title: str
    titled: bool
    strength: int
    """1: perhaps. 2: likely. 3: as good as certain."""
    rule: str
    place: int
    """Where in the sentence the session is named."""
    words: str = ""
    """The sentence's skeleton."""
    own: Mention | None = None
    """The post's author, where it is they who give it."""


# One sentence may introduce several: "I enjoyed §'s talk, §'s talk and §'s keynote".
MOST = 12
WITH_PEOPLE = re.compile(
    r"\b(?:with|featuring|by|between|mit|von|con|entre|avec|com)\b(?=[^.§;]{0,30}§)"
)
SIGNS = frozenset((PERSON, TITLE))
NAMES_SPEAKER = ("presenter", "presents", "gave_talk", "tells", "acts")
# "§ and her colleague §": said of the one, it holds for the other.
JOINED = (
    r",?(?: again,?)? (?:(?:and|with|&|together with) (?:his|her|their) (?:[\w-]+ ){0,3}"
    r"|(?:together )?with )"
)
MODERATED = re.compile(
    r"\b(?:moderat|chair|modera)\w* (?:by|von|par|por) (?:(?:the|our|a) (?:[\w-]+ ){1,3})?$"
)
MODERATES = re.compile(r"(?: \w+)? (?:hosted|moderated|chaired) (?:an?|the) [^.§;]{0,30}\bpanel\b")
JOINED_BEFORE = re.compile(rf"{PERSON}{JOINED}$")
WAS_JOINED = r",? (?:was|were) (?:\w+ )?joined (?:on stage |there )?by (?:[\w'’-]+ ){0,4}"
JOINED_AFTER = re.compile(rf"(?:{JOINED}|{WAS_JOINED}){PERSON}(?!['’])")
JOINED_TITLE = re.compile(
    rf"(?: \({TITLE}\))?(?:,? and|,|;|,? then|,? followed by)(?: the| then)? {TITLE}"
)
OWN = re.compile(r"\b(?:i|my)\b")
CLAUSE_START = re.compile(
    r"(?:^|[,;:]|\b(?:and|then|while|whereas|where|followed by))\W{0,3}(?:\w+ly |then |finally )?$"
)


def introductions(post: Post, index: int) -> list[Introduction]:
    """What the sentences of a block introduce, in order."""
    if index not in post.introduced:
        post.introduced[index] = [
            introduction
            for start, end in post.sentences(index)
            for introduction in introduce(post, index, start, end)
        ]
    return post.introduced[index]


def introduce(post: Post, index: int, start: int, end: int) -> list[Introduction]:
    """The sessions that one sentence introduces; mostly one or none."""
    bones = skeleton(post, index, start, end)
    lower = lower_case(bones.text)
    has_talk = talk_word(post.words).search(lower) is not None
    if not (has_talk or PERSON in lower or TITLE in lower or OWN.search(lower)):
        return []
    told = _Sentence(post, index, start, end, bones, lower)
    signs = PERSON * (PERSON in lower) + TITLE * (TITLE in lower)
    for rule in rules_for(post.words, signs, talks=has_talk):
        for found in rule.find(lower):
            told.take(rule, found)
    return sorted(told.introductions, key=lambda introduction: introduction.place)[:MOST]


def named_parts(found: re.Match[str]) -> list[str]:
    """Which of `who` and `what` a match of a rule has."""
    return [name for name, text in found.groupdict().items() if text]


@dataclass
class _Sentence:
    """A sentence whose people and titles are claimed by the rules one after the other."""

    post: Post
    index: int
    start: int
    end: int
    bones: Skeleton
    lower: str
    introductions: list[Introduction] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)
    """Places of the signs that belong to what was introduced so far."""

    def take(self, rule: Rule, found: re.Match[str]) -> None:
        """Add what a match introduces, unless it is spoken for or no session after all."""
        signs = {place for place in range(*found.span()) if self.lower[place] in SIGNS}
        named = {found.start(name) for name in named_parts(found)}
        if named & self.claimed or (self.introductions and not self._is_another(rule, found)):
            return
        if rule.name == "titles_alone" and not self._follows_talks():
            return
        if rule.name == "each_on" and not (self._follows_talks() or _repeats(rule, self.lower)):
            return
        is_own = rule.name == "own_talk_titled"
        if not is_own and is_missed(self.post.words, self.lower, *found.span()):
            return
        if is_no_session(rule, self.lower, found):
            return
        self.introductions.append(self._introduction(rule, found))
        self.claimed |= signs
        if "who" not in named_parts(found) and "what" in named_parts(found):
            self._take_joined(rule, found)

    def _follows_talks(self) -> bool:
        """Whether the words before the sentence speak of sessions."""
        text = self.post.blocks[self.index].text
        before = lower_case(text[max(0, self.start - 200) : self.start])
        return talk_word(self.post.words).search(before) is not None

    def _take_joined(self, rule: Rule, found: re.Match[str]) -> None:
        """Add the further titles of a list: "I attended ¶, ¶ and ¶"."""
        place = found.end("what")
        while joined := JOINED_TITLE.match(self.lower, place):
            place = joined.end()
            span = self.bones.title(place - 1)
            title = clean_title(self.post.blocks[self.index].text[span.start : span.end])
            if is_title(self.post, title, span):
                self.introductions.append(
                    replace(
                        self.introductions[-1],
                        people=[],
                        title=title,
                        titled=True,
                        place=self.bones.original(place - 1, place)[0],
                    )
                )
                self.claimed.add(place - 1)

    def _is_another(self, rule: Rule, found: re.Match[str]) -> bool:
        """Whether a sentence that introduced a session may introduce one more by this match."""
        if rule.name == "attended_title":
            return False
        if rule.name == "talk_of" and self.introductions[-1].rule == "presents_first":
            return False  # what follows is what was presented
        if rule.name in ("also_talk", "title_with"):
            return True
        if rule.subject and not CLAUSE_START.search(self.lower, 0, found.start("who")):
            return False
        return rule.strength == 3 and bool(found.groupdict().get("who"))

    def _introduction(self, rule: Rule, found: re.Match[str]) -> Introduction:
        bones, who = self.bones, found.groupdict().get("who")
        people = self._people(found.start("who")) if who else _beside(self.post, bones)
        if rule.name == "talk_from" and kind_of(found[0]) is TalkKind.PANEL:
            people = self._named_behind(found.start("who") - 1)
        span = bones.title(found.start("what")) if found.groupdict().get("what") else None
        after = found.end("who") if who else found.end()
        span = span or self._free(title_near(bones, found, after))
        title, titled, strength = name_of(
            self.post, self.index, bones, span, (found.start(), after), rule.strength
        )
        if found.groupdict().get("said"):
            people = people or self._people_with(found.end())
            first, last = bones.original(*found.span("said"))
            title, titled = self.post.blocks[self.index].text[first:last], False
        place = bones.original(found.start(), found.start() + 1)[0]
        return Introduction(
            block=self.index,
            start=self.start,
            end=self.end,
            people=people,
            title=title,
            titled=titled,
            strength=strength,
            rule=rule.name,
            place=place,
            words=bones.text,
            own=self._own(rule, found),
        )

    def _free(self, span: Span | None) -> Span | None:
        """A title beside a match, where it is not one told already."""
        text = self.post.blocks[self.index].text
        told = span and clean_title(text[span.start : span.end])
        return None if any(told == found.title for found in self.introductions) else span

    def _people(self, who: int) -> list[Mention]:
        """The people at a sign, and those joined to it: "§ and her colleague §"."""
        moderates = MODERATED.search(self.lower, 0, who) or MODERATES.match(self.lower, who + 1)
        if moderates and (panel := self._named_behind(who)):
            return panel
        before = JOINED_BEFORE.search(self.lower, max(0, who - 60), who)
        after = JOINED_AFTER.match(self.lower, who + 1)
        places = [who]
        if before:
            places.insert(0, before.start())
        if after:
            places.append(after.end() - 1)
        self.claimed.update(places)
        return [mention for place in places for mention in self.bones.group(place)]

    def _people_with(self, place: int) -> list[Mention]:
        """Whom the rest of a sentence names behind "with", "by"."""
        with_people = WITH_PEOPLE.search(self.lower, place)
        return self._named_behind(with_people.start()) if with_people else []

    def _named_behind(self, who: int) -> list[Mention]:
        """Whom the rest of the sentence names: "moderated by § with Acme's §, §"."""
        places = [p for p in range(who + 1, len(self.lower)) if self.lower[p] == PERSON]
        places = [
            p
            for p in places
            if self.lower[p + 1 : p + 2] not in ("'", "’")
            and not MODERATED.search(self.lower, 0, p)
        ]
        self.claimed.update((who, *places))
        return [mention for place in places for mention in self.bones.group(place)]

    def _own(self, rule: Rule, found: re.Match[str]) -> Mention | None:
        """The author, where the session is theirs."""
        author = self.post.front.author
        if not author or not rule.name.startswith("own_talk"):
            return None
        i = OWN.search(self.lower, *found.span())
        place = self.bones.original(*i.span()) if i else (self.start, self.start + 1)
        return Mention(self.index, *place, place[1], author)


def _repeats(rule: Rule, sentence: str) -> bool:
    """Whether a rule holds twice in a sentence."""
    return sum(1 for _ in islice(rule.find(sentence), 2)) > 1


def _beside(post: Post, bones: Skeleton) -> list[Mention]:
    """Who gives the session whose title a sentence names: "¶, where the presenter, §, showed"."""
    lower = lower_case(bones.text)
    for rule in rules(post.words):
        if rule.name not in NAMES_SPEAKER:
            continue
        if found := rule.pattern.search(lower):
            return bones.group(found.start("who"))
    return _alone(bones, lower)


def _alone(bones: Skeleton, lower: str) -> list[Mention]:
    """The only people that a sentence names, and names behind the title."""
    title = lower.find(TITLE)
    place = lower.find(PERSON, title + 1)
    if min(title, place) < 0 or lower.count(PERSON) != 1 or is_no_subject(lower, place):
        return []
    return bones.group(place)
