"""How much speaks for a name being that of a person who gives a talk: its form, what is around."""

import re
from functools import lru_cache

from .given_names import is_given_name
from .people import Mention
from .vocabulary import technical_words
from .words import Words, common_words

STRICTLY_BY = ("by", "von", "por", "par")
# "thanks to Jane Doe and Joe St. Roe", all in lower case: met, thanked or quoted; none of these
# gives a talk.
MET = re.compile(
    r"\b(?:thanks?(?: again)? (?:to|goes to)|thank you|kudos|shout-?outs?|met|meet|meeting"
    r"|(?:lunch|dinner|drinks?|beers?|coffee|hang(?:ing)? out|catch(?:ing)? up|caught up) with"
    r"|(?:ran|run|bumped) into|chat(?:s|ted|ting)? (?:to|with)"
    r"|(?:talk(?:ed|ing)?|spoke|speaking|speak) (?:to|with)"
    r"|hello to|hi to|blog (?:of|by)|books? by|(?:created|written|developed|organi[sz]ed"
    r"|maintained|coined|photos?) by|according to|quot(?:ed|ing)|sponsored by)"
    r"\b(?:[^.!?;:\n]|\b(?:st|dr|mr|mrs|ms|prof|[a-z])\.){0,50}$"
)
ROLES = frozenset(
    (
        *("professor", "prof", "prof.", "dr", "dr.", "mr", "mr.", "ms", "ms.", "mrs", "mrs."),
        *("ceo", "cto", "founder", "creator", "author", "maintainer", "developer", "engineer"),
        *("speaker", "speakers", "presenter", "presenters", "host", "colleague", "friend"),
        *("student", "lawyer", "scientist", "researcher", "chap", "guy", "lady", "man", "woman"),
    )
)
ARTICLES = frozenset(
    (
        *("the", "a", "an", "our", "this", "your", "its", "using", "new", "about", "called"),
        *("named", "into", "via"),
    )
)
WORKPLACE = frozenset(("at", "from", "of"))


@lru_cache(maxsize=16)
def signals_of(words: Words) -> "Signals":
    return Signals(words)


class Signals:
    """The patterns of one language around a name."""

    def __init__(self, words: Words) -> None:
        self.capitalises = words.capitalises
        self.common = common_words(words)
        self.by = re.compile(words.by)
        self.joins = re.compile(rf"(?:,|,? (?:{words.joins})) ")
        verb_first = words.verb_first
        self.verb_before = re.compile(rf"\b(?:{verb_first})(?: \w+)? $") if verb_first else None
        self.after = re.compile(
            rf"\s*,?\s*(?:then |also |who |himself |herself |has |have |\w+ly |from [\w.]+ ){{0,4}}"
            rf"(?:{words.presents})\b",
        )
        self.verb = re.compile(
            rf"{words.presents}|{words.tells}|{words.acts}|{words.attended}|{words.talk}"
        )
        self.tells = re.compile(
            rf"\s+(?:then |also |who |\w+ly ){{0,4}}(?:{words.tells}|{words.acts})\b"
        )
        self.heard = re.compile(
            r"\s+(?:discuss|talk|speak|present|explain|show|sharing|talking|discussing|presenting)\b"
        )
        self.genitive = re.compile(
            r"(?:['’]s?|\s(?:from|of|at)\s[\w.-]{1,30}(?:['’]s?)?)\s+"
            rf"(?:\w+\s+){{0,2}}(?:{words.talk})\b",
            re.IGNORECASE,
        )

    def is_common(self, word: str) -> bool:
        return word.casefold() in self.common


def weigh(text: str, mention: Mention, signals: Signals) -> int:
    words = mention.name.split()
    weight = 1 if 2 <= len(words) <= 4 else -1
    given = is_given_name(words[0])
    if given:
        weight += 2 if len(words) > 1 else 1
    elif words[0].endswith("ing") and "-" not in words[0] and len(words) > 1:
        weight -= 2  # "Teaching Python" is a subject
    elif len(words) > 1 and not technical_words().isdisjoint(mention.name.casefold().split()):
        weight -= 4  # "Docker Swarm"
    if signals.capitalises and "." not in mention.name:
        weight -= 2
    weight += _weight_before(text, mention, signals, is_full=len(words) > 1 or given)
    if any(p.match(text, mention.outer) for p in (signals.genitive, signals.after, signals.heard)):
        weight += 3
    elif signals.tells.match(text, mention.outer):
        weight += 1
    return weight


def _weight_before(text: str, mention: Mention, signals: Signals, *, is_full: bool) -> int:
    """What the words before a name say: "by Jane Doe", "the presenter, Jane Doe"."""
    before = text[max(0, mention.start - 80) : mention.start]
    words = before[-30:].casefold().split()
    if not words or not before[-1].isspace():
        return 0
    if MET.search(before.lower()):
        return -3
    if is_full and signals.verb_before and signals.verb_before.search(before[-30:]):
        return 3
    last = words[-1].rstrip(",")
    if last in ("called", "named") and len(words) > 1:
        last = words[-2] if words[-2] in ROLES else last  # "a student called Jane Doe"
    if last in WORKPLACE and not is_full:
        return -3
    if last in ROLES:
        return 2
    if last in ARTICLES:
        if " " in mention.name or not is_full or len(words) < 2:
            return -2
        last = words[-2]  # "a session with the Paul from Acme"
    if last.endswith(("'s", "’s")) and len(words) > 1:
        last = words[-2]
    return 2 * bool(signals.by.fullmatch(last) if is_full else last in STRICTLY_BY)
