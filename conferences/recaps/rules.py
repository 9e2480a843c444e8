"""The rules that say which session a sentence introduces, and which of them may hold for it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .phrasings import NEEDS, ONE_TALK, WHAT, WHO, phrasings
from .skeleton import PERSON, TITLE
from .turns import TURN_NEEDS, turns
from .word_order import own_rules
from .words import Words

# Rules of a subject and its verb: who is only met or thanked gives no talk by them.
SUBJECTS = frozenset(("gave_talk", "presents", "tells", "acts", "also_about"))
UNSIGNED = frozenset(("his_talk", "own_talk", "own_talk_on"))


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
    subject: bool
    """Whether the person is the subject of a sentence, which others may be too."""
    opens: bool
    """Whether it holds at the beginning of a sentence only."""

    needs: tuple[str, ...]
    """Words of which one must stand in the sentence; empty where any may do."""

    def find(self, sentence: str) -> Iterable[re.Match[str]]:
        """The places at which it holds, in order."""
        if self.needs and not any(word in sentence for word in self.needs):
            return ()
        if not self.opens:
            return self.pattern.finditer(sentence)
        found = self.pattern.match(sentence)
        return (found,) if found else ()


@lru_cache(maxsize=16)
def rules(words: Words) -> tuple[Rule, ...]:
    """The rules of a language, the surest first."""
    return tuple(
        Rule(
            name,
            strength,
            re.compile(pattern),
            words.talk in pattern or ONE_TALK in pattern,
            "" if name in UNSIGNED else PERSON * (WHO in pattern) + TITLE * (WHAT in pattern),
            subject=name in SUBJECTS,
            opens=pattern.startswith("^"),
            needs=(NEEDS | TURN_NEEDS).get(name, ()),
        )
        for name, strength, pattern in (*own_rules(words), *turns(words), *phrasings(words))
    )


@lru_cache(maxsize=64)
def rules_for(words: Words, signs: str, *, talks: bool) -> tuple[Rule, ...]:
    """The rules that may hold for a sentence with these signs, with a word for a session or not."""
    return tuple(
        rule
        for rule in rules(words)
        if (talks or not rule.talks) and all(sign in signs for sign in rule.signs)
    )


@lru_cache(maxsize=16)
def talk_word(words: Words) -> re.Pattern[str]:
    """A word for a session, in lower case."""
    return re.compile(rf"\b(?:{words.talk})\b")
