"""What a sentence says of people and titles without telling of a session that the author saw."""

import re
from functools import lru_cache

from .rules import Rule
from .words import Words

OF_TITLES = frozenset(("title_by", "title_given_by", "title_with", "bare"))
# Where what one half of a sentence says no longer holds: "I missed ¶, but saw ¶".
TURN = re.compile(
    r";|[,.]? but\b|\binstead\b|\bhowever\b|\bthough\b|\bwhile\b|\bthe other(?: one)?\b"
    r"|\bin favou?r of\b|\bopted for\b"
)
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
    r"|\b(?:thanks?|thank you|kudos|(?:ran|bumped) into|met|meet(?:ing)?|chat\w*|conversations?"
    r"|(?:talk(?:ed|ing)?|spoke) (?:to|with)"
    r"|(?:lunch|dinner|photos?|books?|blog|work|questions?|written) (?:with|by|of|from)"
    r"|according to|wrote)\b[^.;:]{0,30})$"
)
# "A talk about bread baked by §": what was done by them is not the talk, unless it was given.
DONE_BY = re.compile(
    r"\b(?!(?:given|held|presented|delivered|hosted|moderated|performed|provided|offered|chaired"
    r"|opened|closed|featured|keynoted|titled|named|gehalten) )\w{2,20}(?:ed|en|ilt) "
    r"(?:(?:home|up|out|off|over|back|together|around) )?by\b[^§]{0,40}$"
)
# "The session was chaired by §"
CHAIRED = re.compile(r"\b(?:chaired|sponsored) by $")
# "The slides of §'s talk": it may have been told elsewhere, or watched by nobody.
RECORD = re.compile(
    r"\b(?:slides?|videos?|recordings?|notes|questions?|tickets?) (?:of|for|from|to|about) $"
)


def is_missed(words: Words, sentence: str, first: int = 0, last: int = 1_000_000) -> bool:
    """Whether a sentence says that the author was not there; of its part around a match."""
    start, end = 0, len(sentence)
    for turn in TURN.finditer(sentence):
        if turn.end() <= first:
            start = turn.end()
        elif turn.start() >= last:
            end = turn.start()
            break
    return _missed(words).search(sentence, start, end) is not None or any(
        other.start("other") <= first < other.end()
        for other in _not_chosen(words).finditer(sentence)
    )


@lru_cache(maxsize=16)
def _not_chosen(words: Words) -> re.Pattern[str]:
    """ "Instead of §'s talk I saw", "I saw §'s talk rather than §'s"."""
    return re.compile(
        rf"\b(?:{words.not_chosen})\b(?P<other>[^.;:!?]*?)(?=$|[.;:!?]|,|\b(?:{words.we})\b)"
    )


@lru_cache(maxsize=16)
def _missed(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.missed})\b")


def is_no_session(rule: Rule, sentence: str, found: re.Match[str]) -> bool:
    """Whether what a rule found is a book, a meeting, a talk's slides."""
    parts = found.groupdict()
    if parts.get("what") and rule.name in OF_TITLES:
        return is_artefact(sentence, found.start("what"))
    if CHAIRED.search(sentence, 0, found.start("who") if parts.get("who") else 0):
        return True
    if rule.name == "talk_by":
        return DONE_BY.search(sentence, 0, found.start("who")) is not None
    if rule.name == "genitive_talk":
        return RECORD.search(sentence, 0, found.start("who")) is not None
    if rule.talks or not parts.get("who") or parts.get("what"):
        return False
    return ASIDE.search(sentence) is not None or is_no_subject(sentence, found.start("who"))


def is_artefact(sentence: str, place: int) -> bool:
    """Whether the title at a place is a book's or a tool's."""
    return ARTEFACT.search(sentence, 0, place) is not None


def is_no_subject(sentence: str, place: int) -> bool:
    """Whether the person at a place is met, thanked or quoted."""
    return NO_SUBJECT.search(sentence, 0, place) is not None
