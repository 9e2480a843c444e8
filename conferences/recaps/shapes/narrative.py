"""Talks told in prose: a sentence says who gave which, the sentences after it are the notes."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from ..blocks import Block, BlockKind
from ..choices import without_unchosen
from ..drafts import Draft, Findings
from ..given_names import is_given_name
from ..introductions import Introduction, introductions
from ..people import Mention
from ..post import Post
from ..repeating import repeated
from ..rules import talk_word
from ..sections import Section, heading_text, names_event, says_missed, says_no_talk, sections
from ..skeleton import TITLE
from ..titles import kind_of
from .known_talks import KnownTalks

RULE = "narrative"
AGAIN = re.compile(
    r"\b(?:second|another|other|next|third|also gave|also presented) (?:\w+ )?(?:talk|keynote"
    r"|session|presentation)",
    re.IGNORECASE,
)
CLOSES = re.compile(
    r"\b(?:close|closing|end|finish|during|in) (?:this|the|that) (?:session|talk|keynote)\b", re.I
)
OF_THE_SAME = re.compile(
    r"(?:its|his|her|their|the|this|it) ?(?:talk|session|keynote|presentation)?\b", re.I
)
# "She gave a talk that she called ¶"
THEY_CALLED = re.compile(
    rf"\b(?:s?he|they|which) (?:\w+ )?(?:called|titled|named|dubbed) {TITLE}", re.I
)
OF_KIND = frozenset({"kind_told", "kind_held"})
OF_KIND_RULES = frozenset(f"{RULE}:{rule}" for rule in OF_KIND)
SPEAKERLESS = OF_KIND | {
    "own_talk",
    "own_talk_on",
    "own_talk_given",
    "attended_talk",
    "also_talk",
    "ordered_talk",
}
MANY = 5
"""So many talks found by other shapes: what prose only hints at is then no further talk."""
LEADS = 70
"""So near the beginning of a paragraph, a person who explains gives a talk."""
BESIDE_RULES = frozenset({"title_by", "genitive_title", "genitive_talk", "talk_of", "talk_by"})
ALSO = frozenset(("also_about", "also_on"))
REACH = 400  # so near behind a name, a pronoun stands for it
PRONOUN = re.compile(r"\b(?:she|he|his|her|him)\b", re.IGNORECASE)
I_WAS_IN = re.compile(
    r"\b(?:i|we) (?:\w+ly |then |also )?(?:see|saw|attended|watched|caught|joined|enjoyed"
    r"|(?:was|were|sat|stayed|went) (?:in|at|for|to|into|through)) (?:an?|the|one)\b",
    re.IGNORECASE,
)
SEQUENCE = re.compile(
    r"^(?:then|next|after|later|also|another|finally|depois|luego|despu[eé]s|danach|ensuite)\b|\b(?:also|ainda)"
    r" (?:attended|watched|saw|assisti)\b",
    re.IGNORECASE,
)


@dataclass
class _Teller:
    """Walks through the prose; the talk told last takes what follows."""

    post: Post
    findings: Findings
    drafts: list[Draft] = field(default_factory=list)
    speaking: set[int | str] = field(default_factory=set)
    """Identities of the persons who give the talks told so far."""

    def tell(self, section: Section, least: int) -> None:
        current: Draft | None = None
        for index in range(section.first, section.own_last):
            block = self.post.blocks[index]
            if not _is_told(block):
                continue
            if index in self.findings.taken:
                current = None
                self._tell_beside(index)
                continue
            for introduction in without_unchosen(self.post, index, introductions(self.post, index)):
                current = self._introduce(introduction, current, least) or current

    def tell_repeated(self, blocks: list[int]) -> None:
        """Add the talks of paragraphs that all begin alike."""
        free = [index for index in blocks if index not in self.findings.taken]
        for found in repeated(self.post, free, {draft.block for draft in self.drafts}):
            self._add(found, found.people)

    def _tell_beside(self, index: int) -> None:
        """A further talk told in the section of another: "After that I saw §'s talk"."""
        block = self.post.blocks[index]
        if block.kind is not BlockKind.PARAGRAPH or block.quoted:
            return
        for found in introductions(self.post, index):
            sure = found.rule in BESIDE_RULES and all(self._is_full(m) for m in found.people)
            if self._is_further(found) or (sure and found.people and SEQUENCE.search(found.words)):
                self._add(found, found.people)

    def _is_further(self, found: Introduction) -> bool:
        """Whether somebody new begins a paragraph with a talk of their own."""
        attended = I_WAS_IN.search(found.words) is not None
        told = found.strength >= 3 and (
            attended or found.rule not in ("genitive_title", "talk_of", "by_line")
        )
        counted = found.rule in ALSO and talk_word(self.post.words).search(found.words.lower())
        leads = attended or counted or found.place - self.post.sentences(found.block)[0][0] < LEADS
        return told and leads and bool(found.people) and self._are_new(found.people)

    def _are_new(self, people: list[Mention]) -> bool:
        """Whether all are named here for the first time, and one is a person without a doubt."""
        block = people[0].block
        first = all(
            self._is_full(m) and (person := self.post.person(m)) and person.first == block
            for m in people
        )
        return first and (any(map(self._is_likely, people)) or self._has_pronoun(people[-1]))

    def _introduce(self, found: Introduction, current: Draft | None, least: int) -> Draft | None:
        people = [*found.people, found.own] if found.own else found.people
        if found.rule == "his_talk" and not people and current:
            people = current.speakers
        if current and CLOSES.search(found.words) and people:
            current.add_speakers(self._new(people, current))
            return None
        if self._names_speakers(found, people, current) or _names_title(found, current):
            return None
        if current and people and _is_of_that_kind(found, current):
            current.add_speakers(people)
            return None
        if (
            found.rule == "by_line"
            or self._strength(found) < least
            or not self._is_worth(found, people)
        ):
            return None
        if current and people and self._goes_on(found, people, current):
            return None
        if self._refers_back(found, people):
            return None
        return self._add(found, people)

    def _add(self, found: Introduction, people: list[Mention]) -> Draft:
        draft = self._draft(found, people)
        self.drafts.append(draft)
        self.speaking |= {self.post.key_of(mention) for mention in people}
        return draft

    def _strength(self, found: Introduction) -> int:
        """How sure the session is, with where in the post it is told."""
        leads = (
            found.place - self.post.sentences(found.block)[0][0] < LEADS
            or found.place - found.start < 40
        )
        if found.own and found.titled:
            return 3
        is_new = leads and all(map(self._is_new, found.people))
        if is_new and (
            found.rule == "tells" or (found.rule == "acts" and _are_named(found.people))
        ):
            return 2
        return found.strength

    def _is_new(self, mention: Mention) -> bool:
        """Whether a person is named here for the first time."""
        person = self.post.person(mention)
        if not (person and person.first == mention.block):
            return False
        return self._is_likely(mention) or (" " in mention.name and self._has_pronoun(mention))

    def _has_pronoun(self, mention: Mention) -> bool:
        """Whether "he" or "she" is said soon behind a name, as of no product."""
        later = self.post.blocks[mention.block].text[mention.end : mention.end + REACH]
        return PRONOUN.search(later) is not None

    def _names_speakers(
        self, found: Introduction, people: list[Mention], current: Draft | None
    ) -> bool:
        """Whether a sentence says who gave the talk that the one before it named."""
        if current is None or current.speakers or current.block != found.block or not people:
            return False
        if found.rule.startswith("genitive") or current.rule.endswith("own_talk"):
            return False
        if found.titled and found.title != current.title:
            return False
        current.add_speakers(people)
        self.speaking |= {self.post.key_of(mention) for mention in people}
        return True

    def _goes_on(self, found: Introduction, people: list[Mention], current: Draft) -> bool:
        """Whether a sentence only says more of the talk told last."""
        known = {self.post.key_of(m) for m in current.speakers}
        same = all(self.post.key_of(m) in known for m in people)
        if same and not AGAIN.search(found.words) and found.rule != "his_talk":
            if found.titled and not current.titled:
                current.title, current.titled = found.title, True
            return not (found.titled and found.title != current.title)
        return False

    def _new(self, people: list[Mention], current: Draft) -> list[Mention]:
        known = {self.post.key_of(m) for m in current.speakers}
        return [m for m in people if self.post.key_of(m) not in known]

    def _refers_back(self, found: Introduction, people: list[Mention]) -> bool:
        """Whether a sentence further on in a paragraph only names a talk told before."""
        first = self.post.sentences(found.block)[0][0]
        leads = found.start == first and found.place - first < LEADS
        if leads or found.titled or not people or AGAIN.search(found.words):
            return False
        return all(self.post.key_of(m) in self.speaking for m in people)

    def _is_worth(self, found: Introduction, people: list[Mention]) -> bool:
        """Whether a session is told by its title, by those who give it, or by its rule alone."""
        if found.rule in SPEAKERLESS:
            return True
        if found.titled:
            return bool(people) or not names_event(self.post, found.title)
        return any(self._is_full(m) or self._is_given(m) for m in people) or (
            bool(people) and found.rule in ("genitive_talk", "genitive_title", "talk_by")
        )

    def _is_full(self, mention: Mention) -> bool:
        person = self.post.person(mention)
        name = person.name if person else mention.name
        return bool(person and person.handles) or " " in (name or "") or mention.honoured

    def _is_given(self, mention: Mention) -> bool:
        return is_given_name(mention.name)

    def _is_likely(self, mention: Mention) -> bool:
        """Whether a name is a person's without a doubt."""
        person = self.post.person(mention)
        name = (person and person.name) or mention.name
        profiled = bool(person and person.is_profiled)
        return profiled or bool(name and is_given_name(name.split()[0]))

    def _draft(self, found: Introduction, people: list[Mention]) -> Draft:
        inline = self.post.blocks[found.block].inline
        block = self.post.blocks[found.block]
        first = self.post.sentences(found.block)[0][0] == found.start
        start = block.start if first else inline.source(found.start)
        if self.drafts and self.drafts[-1].start >= start:
            start = max(inline.source(found.place), self.drafts[-1].start)
        title = found.title or "talk"
        doubt = None if found.strength >= 3 else "told in prose, without a clear sign of a session"
        return Draft(
            start=start,
            end=block.end,
            block=found.block,
            title=title,
            titled=found.titled,
            speakers=people,
            rule=f"{RULE}:{found.rule}",
            kind=kind_of(*([title, _before_title(found)] if found.titled else [found.words])),
            doubt=doubt,
        )


def _before_title(found: Introduction) -> str:
    """The words that lead to the only title of a sentence: "in the workshop "."""
    before, _, after = found.words.partition(TITLE)
    return "" if TITLE in after else before[-30:]


def find(post: Post, findings: Findings) -> None:
    """Add the talks told outside of what the other shapes have found."""
    teller = _Teller(post, findings)
    structured = len(findings.drafts) >= MANY
    plain: list[int] = []
    for section in sections(post):
        heading = heading_text(post, section)
        if says_missed(post, heading):
            continue
        off = says_no_talk(post, heading) and len(heading.split()) > 0
        teller.tell(section, 3 if structured or off else 2)
        if not off:
            plain += range(section.first, section.own_last)
    if not structured:
        teller.tell_repeated(plain)
    known = KnownTalks(post, findings.drafts)
    told = [draft for draft in teller.drafts if draft not in known]
    _set_ends(post, told, findings)
    findings.drafts += told


def _names_title(found: Introduction, current: Draft | None) -> bool:
    """Take over the title that a sentence gives to the talk told before it: "Her talk was ¶"."""
    if current is None or current.titled or current.block != found.block or found.people:
        return False
    if not found.titled or not (OF_THE_SAME.match(found.words) or THEY_CALLED.search(found.words)):
        return False
    current.title, current.titled = found.title, True
    return True


def _is_of_that_kind(found: Introduction, current: Draft) -> bool:
    """Whether a sentence says more of the keynote that was told without its speaker."""
    if current.speakers or found.titled:
        return False
    return current.rule in OF_KIND_RULES and kind_of(found.words) is current.kind


def _are_named(people: list[Mention]) -> bool:
    """Whether none is a mere handle, which may be a company's."""
    return all(mention.name for mention in people)


def _is_told(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and bool(block.text.strip())


def _set_ends(post: Post, told: list[Draft], findings: Findings) -> None:
    """A talk's notes go on to the next talk or heading, or to what closes the post."""
    stops = sorted(
        {draft.start for draft in (*told, *findings.drafts)}
        | {b.start for b in post.blocks if b.kind is BlockKind.HEADING or _closes_post(post, b)}
        | {len(post.text)}
    )
    for draft in told:
        draft.end = stops[min(bisect_right(stops, draft.start), len(stops) - 1)]


def _closes_post(post: Post, block: Block) -> bool:
    """Whether a paragraph no longer tells of a talk: "All in all, it was a good day"."""
    if block.kind is not BlockKind.PARAGRAPH or block.parent is not None:
        return False
    opening = block.text[:100]
    closing = re.match(rf"(?:{post.words.closing})\b", opening, re.IGNORECASE)
    return closing is not None and not talk_word(post.words).search(opening.lower())
