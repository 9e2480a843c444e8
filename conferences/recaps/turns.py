"""Turns by which prose introduces a session beside the plain sentences of `phrasings`."""

from collections.abc import Iterator

from .phrasings import WHAT, WHO, WITHIN
from .words import Words

# One of these words stands in every sentence of the rule.
TURN_NEEDS = {
    "both_in_brackets": ("(",),
    "talk_of_some": (" by", " from", " of"),
    "next_of_some": (" by", " from", " of"),
}

# "by a student, §", "from one of my colleagues, §"
OF_A_KIND = r" (?:by|from|of) (?:an?|one|two|three|our|my) [^.§¶;:,!?]{2,40},"
NEXT = r"\b(?:next|first|second|third|last|final|other|best|favou?rite)\b"


def turns(words: Words) -> Iterator[tuple[str, int, str]]:
    """Name, strength (see Rule) and pattern of each, to be tried before the plain sentences."""
    talk = rf"\b(?:{words.talk})\b"
    # "the one on tests (¶, §)"
    yield "both_in_brackets", 3, rf"\({WHAT},? (?:by |with )?{WHO}(?= ?[),–—-])"
    # "a talk of two guys from Acme, §"
    yield "talk_of_some", 3, rf"{talk}(?: (?:given|held))?{OF_A_KIND} {WHO}"
    # "the second paper was by a student, §"
    yield "next_of_some", 3, rf"{NEXT}{WITHIN}{{0,40}}? (?:was|were|is|came|comes){OF_A_KIND} {WHO}"
