"""The sentences in which a session is introduced, as patterns on their skeletons.

In order, the surest first: the first that matches decides. `who` is the `§` of the speakers,
`what` the `¶` of the title. Every gap is bounded, so a match costs no more than its sentence.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .skeleton import PERSON, TITLE
from .words import Words


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    strength: int
    """1: perhaps a session. 2: likely. 3: as good as certain."""
    pattern: re.Pattern[str]
    """On the skeleton in lower case."""
    talks: bool
    """Whether it holds only where a word for a session stands."""
    signs: str
    """The signs it cannot do without."""


WHO, WHAT = f"(?P<who>{PERSON})", f"(?P<what>{TITLE})"
WITHIN = r"[^.§¶;:!?]"
# Whoever made the thing that is named gave no talk by that.
MADE = (
    r"(?!(?:creat|develop|ma[dk]|written|maintain|organi|built|found|sponsor|inspir|run|own|host)"
    r"\w*)"
)
BY = r"\b(?:by|von|por|par)\b"
FILLER = (
    r"(?: (?:by|with|from|the|a|an|our|again|keynoted?|opening|closing|speaker|talk|given|held|of"
    r"|professor|dr\.?|my|friend|\w+['’]s?|\w+ly))*"
)


@lru_cache(maxsize=16)
def rules(words: Words) -> tuple[Rule, ...]:
    """The rules of a language."""
    talk = rf"\b(?:{words.talk})\b"
    table = (
        # "¶, by §", "¶ (¶) delivered by Acme's §", "the ¶ was performed by §"
        (
            "title_by",
            3,
            rf"{WHAT}[,:;]?(?: \(¶\))?(?: {MADE}{WITHIN}{{0,24}})? {BY}{WITHIN}{{0,30}}?{WHO}",
        ),
        # "¶ (§)"
        ("title_brackets", 3, rf"{WHAT} ?\({WHO}"),
        # "§ (¶)"
        ("brackets_title", 3, rf"{WHO} ?\({WHAT}\)"),
        # "§'s ¶", "§'s great ¶"
        ("genitive_title", 3, rf"{WHO}(?:['’]s?) (?:{WITHIN}{{0,40}} )?{WHAT}"),
        # "§'s great talk"
        ("genitive_talk", 3, rf"{WHO}(?:['’]s?) (?:[\w-]+ ){{0,3}}(?:{words.talk})\b"),
        # "a palestra do §"
        ("talk_of", 3, rf"{talk} (?:\w+ ){{0,3}}?(?:d[oae]|von|de la)(?: amigo| nosso)? {WHO}"),
        # "§ is so and so and gave an engaging talk on"
        (
            "gave_talk",
            3,
            rf"{WHO}[^.§¶;:!?]{{0,90}}?"
            r"\b(?:gave|gives|held|delivered|presented|provided|did|led|ran|kicked off)\b"
            rf"[^.§;:!?]{{0,60}}?{talk}",
        ),
        # "a presentation on x by Acme's §", "talks about ¶ by §"
        ("talk_by", 3, rf"{talk}[^.§]{{0,110}}?{BY}:?[^.§,]{{0,40}}?{WHO}"),
        # "the keynote with §", "the talk from Acme's §"
        (
            "talk_from",
            3,
            rf"(?:{talk}[^.§¶;:!?]{{0,40}}? from"
            r"|\b(?:keynotes?|sessions?|panels?|workshops?|training)\b"
            rf"{WITHIN}{{0,40}}? (?:with|featuring)){WITHIN}{{0,24}}?{WHO}",
        ),
        # "§ (Acme) then talked about", "§ of Acme presented"
        (
            "presents",
            3,
            rf"{WHO},?(?: {WITHIN}{{0,40}}?)? ?\b(?:(?:then|also|next|really|first|who|\w+ly) )*"
            rf"(?:{words.presents})\b",
        ),
        # "Next was §", "the day was opened by §", "Next stop was §", "first up: §"
        (
            "next_was",
            3,
            r"\b(?:next|first|then|second|third|final|last|up|stop|finally|followed|opened|closed"
            rf"|keynoted|started|closing)\b{WITHIN}{{0,40}}?\b(?:was|were|is|by|with|came|from)\b:?"
            rf"{FILLER} {WHO}",
        ),
        # "§ was the opening keynote", "§ was next"
        ("was_keynote", 3, rf"{WHO} (?:was|were|is) (?:\w+ ){{0,4}}?(?:{words.talk}|next|up)\b"),
        # "listening to § sharing", "watch § discuss"
        (
            "heard",
            3,
            rf"\b(?:{words.attended})\b(?:{WITHIN}{{0,16}})? {WHO} "
            r"(?:\w+ing|tell|discuss|talk|speak|presents?|explain|show)\b",
        ),
        # "an understandable practice made by §"
        (
            "made_by",
            2,
            r"\b(?:made|held|provided|presented|given|taught)\b"
            rf"{WITHIN}{{0,60}}? by{WITHIN}{{0,20}}?{WHO}",
        ),
        # "¶ with §"
        ("title_with", 2, rf"{WHAT},? (?:with|from) {WHO}"),
        # "the session was called ¶", "the first one was labelled ¶"
        ("called", 2, rf"\b(?:{words.called}) (?:was |of )?{WHAT}"),
        # "I went to the ¶"
        ("attended_title", 2, rf"\b(?:{words.attended})\b{WITHIN}{{0,60}}?{WHAT}"),
        # "the presenter, §", "speaker §"
        ("presenter", 2, rf"\b(?:presenters?|speakers?|disertantes?|palestrantes?),? {WHO}"),
        # "In his first talk (¶), §"; who "he" is, the sentences before say
        (
            "his_talk",
            3,
            rf"\bin (?:his|her|their) (?:\w+ )?{talk}(?: \(?{TITLE}\)?)?(?:,[^.§]{{0,60}}?{WHO})?",
        ),
        # "The talk ¶", "de las charlas en las que estuve fue ¶"
        (
            "talk_title",
            2,
            rf"{talk},?:? (?:(?:on|about|was|is|were|the|a|his|her|called|fue|foi|era|que|las?|en"
            r"|los?"
            rf"|estuve|\(para mi\)|for me|i saw|i attended) ){{0,6}}{WHAT}",
        ),
        # "To close this session, §"
        (
            "closes",
            2,
            rf"\b(?:clos\w*|end\w*|finish\w*) (?:this|the|that) (?:{words.talk}),? {WHO}",
        ),
        # "§ ¶", "§ and § on ¶"
        ("bare", 2, rf"^{WHO}(?: on| about)?:? {WHAT}"),
        # "§ explained"
        (
            "tells",
            1,
            rf"{WHO},?(?: {WITHIN}{{0,30}}?)? ?\b(?:then |also |\w+ly )*(?:{words.tells})\b",
        ),
    )
    return tuple(
        Rule(
            name,
            strength,
            re.compile(pattern),
            talk in pattern or words.talk in pattern,
            "" if name == "his_talk" else PERSON * (WHO in pattern) + TITLE * (WHAT in pattern),
        )
        for name, strength, pattern in table
    )


@lru_cache(maxsize=16)
def talk_word(words: Words) -> re.Pattern[str]:
    """A word for a session, in lower case."""
    return re.compile(rf"\b(?:{words.talk})\b")
