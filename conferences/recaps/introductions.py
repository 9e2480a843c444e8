"""A sentence of prose -> who gives which session, if it says so.

The rules are patterns on the skeleton of the sentence ("The talk ¶, by §"), tried in order;
each is named by an example of what it matches.
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from .inline import Mark, Span
from .people import Mention
from .post import Post
from .rules import Rule, rules, rules_for, talk_word
from .skeleton import PERSON, TITLE, Skeleton, skeleton
from .titles import GENERIC, clean_title, is_title_like
from .words import Words


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


@lru_cache(maxsize=16)
def _missed(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.missed})\b")


@lru_cache(maxsize=16)
def _about(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.about})\s+(?P<subject>[^.;:!?\n]{{3,160}})", re.IGNORECASE)


@lru_cache(maxsize=16)
def _said(words: Words) -> re.Pattern[str]:
    """What an untitled talk is called in passing: "an entertaining talk", "my own talk"."""
    return re.compile(
        rf"\b(?:an?|the|his|her|their|another)? ?\b(?P<said>(?:my )?(?:[\w-]{{1,20}} ){{0,2}}?"
        rf"(?:{words.talk}))\b"
    )


SUBJECT_END = re.compile(
    r"\s*(?:[,(–—]|\s-\s|\b(?:which|that was|who|where he|where she|and then|but|although|as well|"
    r"was|is|were|showing|given|presented|by)\b).*$",
    re.DOTALL,
)


# One sentence may introduce several: "I enjoyed §'s talk, §'s talk and §'s keynote".
MOST = 12
OF_TITLES = frozenset(("title_by", "title_given_by", "title_with", "bare"))
NAMES_SPEAKER = ("presenter", "presents", "gave_talk", "tells", "acts")
# Where what one half of a sentence says no longer holds: "I missed ¶, but saw ¶".
TURN = re.compile(r";|[,.]? but\b|\binstead\b|\bhowever\b|\bthough\b|\bwhile\b")
# "The book ¶, by §": whoever made such a thing gave no talk by it.
ARTEFACT = re.compile(
    r"\b(?:books?|articles?|blog|posts?|tools?|library|films?|movies?|songs?|photos?|podcasts?"
    r"|cop(?:y|ies) of|libros?|ejemplar(?:es)? de|b[uü]cher|buch|livres?|livros?),?(?: \w+)? ?$"
)
# "over lunch", "at their booth": what is told there is no session.
ASIDE = re.compile(
    r"\b(?:over|at|during) (?:a |the |some )?"
    r"(?:lunch|dinner|coffee|beers?|drinks?|breakfast)\b(?!,)"
    r"|\b(?:at|in|to) (?:the|their|his|her|our|a) (?:\w+ )?"
    r"(?:booth|stand|stall|party|bar|pub|hotel|hallway)\b"
)
# Before a subject: "thanks to §", "as § said". "I saw § and" is a session.
NO_SUBJECT = re.compile(
    r"(?:\b(?:as|like|if|than|asked|friends?) "
    r"|\b(?:thanks?|thank you|kudos|met|meet(?:ing)?|chat\w*|conversations?"
    r"|(?:talk(?:ed|ing)?|spoke) (?:to|with)"
    r"|(?:lunch|dinner|photos?|books?|blog|work|questions?|written) (?:with|by|of|from)"
    r"|according to|wrote)\b[^.;:]{0,30})$"
)
# "§ and her colleague §": said of the one, it holds for the other.
JOINED = r",? (?:and|with|&|together with) (?:his|her|their) (?:[\w-]+ ){0,3}"
JOINED_BEFORE = re.compile(rf"{PERSON}{JOINED}$")
JOINED_AFTER = re.compile(rf"{JOINED}{PERSON}")
JOINED_TITLE = re.compile(
    rf"(?: \({TITLE}\))?(?:,? and|,|;|,? then|,? followed by)(?: the| then)? {TITLE}"
)
# "A talk about bread baked by §": what was done by them is not the talk, unless it was given.
DONE_BY = re.compile(
    r"\b(?!(?:given|held|presented|delivered|hosted|moderated|performed|provided|offered|chaired"
    r"|opened|closed|featured|keynoted|titled|named|gehalten) )\w{2,20}(?:ed|en|ilt) "
    r"(?:(?:home|up|out|off|over|back|together|around) )?by\b[^§]{0,40}$"
)
# "The slides of §'s talk": it may have been told elsewhere, or watched by nobody.
RECORD = re.compile(
    r"\b(?:slides?|videos?|recordings?|notes|questions?|tickets?) (?:of|for|from|to|about) $"
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
        if self._is_missed(found) or self._is_no_session(rule, found):
            return
        self.introductions.append(self._introduction(rule, found))
        self.claimed |= signs
        if "who" not in named_parts(found) and "what" in named_parts(found):
            self._take_joined(rule, found)

    def _take_joined(self, rule: Rule, found: re.Match[str]) -> None:
        """Add the further titles of a list: "I attended ¶, ¶ and ¶"."""
        place = found.end("what")
        while joined := JOINED_TITLE.match(self.lower, place):
            place = joined.end()
            span = self.bones.title(place - 1)
            title = clean_title(self.post.blocks[self.index].text[span.start : span.end])
            if is_title(title, span):
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
        if rule.name == "also_talk":
            return True
        if rule.subject and not CLAUSE_START.search(self.lower, 0, found.start("who")):
            return False
        return rule.strength == 3 and bool(found.groupdict().get("who"))

    def _is_missed(self, found: re.Match[str]) -> bool:
        """Whether the part of the sentence around a match says that the author was not there."""
        first, last = 0, len(self.lower)
        for turn in TURN.finditer(self.lower):
            if turn.end() <= found.start():
                first = turn.end()
            elif turn.start() >= found.end():
                last = turn.start()
                break
        return _missed(self.post.words).search(self.lower, first, last) is not None

    def _is_no_session(self, rule: Rule, found: re.Match[str]) -> bool:
        if found.groupdict().get("what") and rule.name in OF_TITLES:
            return ARTEFACT.search(self.lower, 0, found.start("what")) is not None
        if rule.name == "talk_by":
            return DONE_BY.search(self.lower, 0, found.start("who")) is not None
        if rule.name == "genitive_talk":
            return RECORD.search(self.lower, 0, found.start("who")) is not None
        if rule.talks or not found.groupdict().get("who") or found.groupdict().get("what"):
            return False
        aside = ASIDE.search(self.lower) is not None
        return aside or NO_SUBJECT.search(self.lower, 0, found.start("who")) is not None

    def _introduction(self, rule: Rule, found: re.Match[str]) -> Introduction:
        bones, who = self.bones, found.groupdict().get("who")
        people = self._people(found.start("who")) if who else _beside(self.post, bones)
        span = bones.title(found.start("what")) if found.groupdict().get("what") else None
        after = found.end("who") if who else found.end()
        span = span or _title_near(bones, found, after)
        title, titled, strength = _named(self.post, self.index, bones, span, after, rule.strength)
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

    def _people(self, who: int) -> list[Mention]:
        """The people at a sign, and those joined to it: "§ and her colleague §"."""
        before = JOINED_BEFORE.search(self.lower, max(0, who - 60), who)
        after = JOINED_AFTER.match(self.lower, who + 1)
        places = [who]
        if before:
            places.insert(0, before.start())
        if after:
            places.append(after.end() - 1)
        self.claimed.update(places)
        return [mention for place in places for mention in self.bones.group(place)]

    def _own(self, rule: Rule, found: re.Match[str]) -> Mention | None:
        """The author, where the session is theirs."""
        author = self.post.front.author
        if not author or not rule.name.startswith("own_talk"):
            return None
        i = OWN.search(self.lower, *found.span())
        place = self.bones.original(*i.span()) if i else (self.start, self.start + 1)
        return Mention(self.index, *place, place[1], author)


def lower_case(text: str) -> str:
    """In lower case, every character at its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[:1] or c for c in text)


def is_missed(post: Post, sentence: str) -> bool:
    """Whether a sentence says that the author was not there."""
    return _missed(post.words).search(sentence) is not None


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
    if min(title, place) < 0 or lower.count(PERSON) != 1 or NO_SUBJECT.search(lower, 0, place):
        return []
    return bones.group(place)


SIGNS = frozenset((PERSON, TITLE))
NEAR_TITLE = re.compile(
    rf"\b(?:about|on|called|titled|entitled|with|named|talk|session|keynote"
    rf"|presentation|present(?:s|ed|ing)?|discuss(?:es|ed|ing)?|gave|give|giving|delivered"
    rf"|sobre|[uü]ber|sur),? (?:the |a |an |his |her |their )?(?P<what>{TITLE})",
    re.IGNORECASE,
)


def _title_near(bones: Skeleton, found: re.Match[str], after: int) -> Span | None:
    """The marked words that the sentence names as the talk, beside the match."""
    text = bones.text
    if near := NEAR_TITLE.search(text, found.start(), found.start() + 200):
        return bones.title(near.start("what"))
    before = text.rfind(TITLE, 0, found.start() + 1)
    if before >= 0 and found.start() - before < 60:
        return bones.title(before)
    following = text.find(TITLE, after)
    if 0 <= following - after < 4:
        return bones.title(following)
    return None


def _named(
    post: Post, index: int, bones: Skeleton, span: Span | None, after: int, strength: int
) -> tuple[str, bool, int]:
    text = post.blocks[index].text
    if span:
        title = clean_title(text[span.start : span.end])
        if is_title_like(title):
            return title, is_title(title, span), strength
    if subject := _about(post.words).search(bones.text, after):
        first, last = bones.original(*subject.span("subject"))
        words = SUBJECT_END.sub("", text[first:last]).strip(" \"“”*'")
        if words:
            return clean_title(words), False, strength
    if generic := GENERIC.search(bones.text):
        return generic[0], False, strength
    said = _said(post.words).search(lower_case(bones.text))
    return bones.text[said.start("said") : said.end()] if said else "", False, strength


def is_title(title: str, span: Span) -> bool:
    """Whether marked words are a title rather than a subject: "X in Y", not "caching"."""
    if span.mark is Mark.QUOTE or GENERIC.fullmatch(title):
        return True
    words = title.split()
    if span.mark is Mark.LINK:
        return len(words) >= 3 or (len(words) == 2 and title[0].isupper())
    return title[0].isupper() and len(words) >= 2
