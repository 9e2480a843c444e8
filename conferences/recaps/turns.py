"""Turns by which prose introduces a session beside the plain sentences of `phrasings`."""

from collections.abc import Iterator

from .phrasings import BETWEEN, FILLER, WHAT, WHO, WITHIN
from .words import Words

# One of these words stands in every sentence of the rule.
TURN_NEEDS = {
    "both_in_brackets": ("(",),
    "talk_of_some": (" by", " from", " of"),
    "next_of_some": (" by", " from", " of"),
    "introduces": ("introduc", "welcom"),
    "was_of": (" was §",),
    "one_by": ("one", "another", "second"),
    "had_slot": (" had ", " got ", " took ", " did "),
    "had_another": (" another",),
    "own_talk_titled": (" my ",),
    "each_on": (" on ", " about "),
    "first_of_all": (":",),
    "was_speaker": ("speaker", "presenter"),
    "the_one_by": ("the one ",),
    "heard_from": (" from ",),
}

# "by a student, §", "from one of my colleagues, §"
OF_A_KIND = r" (?:by|from|of) (?:an?|one|two|three|our|my) [^.§¶;:,!?]{2,40},"
IS_AFTER_ALL = r"(?:turned out to be|was none other than)"
OF_ACME = r"§ (?:of|from|at) [^.§¶;:,!?]{1,40},"
# "§ on stage": a picture's words.
NO_PLACE = r"(?!(?:the |her |his |a |my )?(?:stage|left|right|screen|twitter|video|way|photo)\b)"
NEXT = r"\b(?:next|first|second|third|last|final|other|best|favou?rite)\b"


def turns(words: Words) -> Iterator[tuple[str, int, str]]:
    """Name, strength (see Rule) and pattern of each, to be tried before the plain sentences."""
    talk = rf"\b(?:{words.talk})\b"
    # "the one on tests (¶, §)"
    yield "both_in_brackets", 3, rf"\({WHAT},? (?:by |with )?{WHO}(?= ?[),–—-])"
    # "a talk of two guys from Acme, §"
    yield "talk_of_some", 3, rf"{talk}(?: (?:given|held))?{OF_A_KIND} {WHO}"
    # "the surprise speaker turned out to be §"
    yield "turned_out", 3, rf"(?:{talk}|\bspeaker){WITHIN}{{0,40}} {IS_AFTER_ALL} {WHO}"
    # "the second paper was by a student, §"
    yield "next_of_some", 3, rf"{NEXT}{WITHIN}{{0,40}}? (?:was|were|is|came|comes){OF_A_KIND} {WHO}"
    # "§ introduced the first speaker, §"
    yield (
        "introduces",
        3,
        rf"(?:§{BETWEEN} )?\b(?:introduc|welcom)\w+ {WITHIN}{{0,40}}?"
        rf"\b(?:speaker|presenter|keynoter|guest),? {WHO}",
    )
    # "The evening keynote, after dinner, was §'s."
    yield "was_of", 3, rf"{talk}{WITHIN}{{0,80}}? was {WHO}['’]s?(?=[.,;]|$)"
    # "One by a sailor, §, who", "and another was § about maps"
    yield (
        "one_by",
        3,
        r"^(?:and |then )?(?:the )?(?:one|another|second)(?: one)?"
        r"(?: (?:(?:given|held) )?(?:by|from)| was| came from)"
        r"(?: (?:an?|our|my) [^.§¶;:!?]{2,40}?,?)?"
        rf" {WHO}(?!['’])",
    )
    # "§ had the ¶ slot", "§ did a bit on maps"
    yield (
        "had_slot",
        3,
        rf"{WHO}{BETWEEN} (?:had|got|took|did) (?:the|an?) (?:{WHAT} (?:slot|talk|session)"
        r"|(?:[\w-]+ ){0,3}(?:bit|slot|encore|talk|piece|set)"
        rf" (?:{WITHIN}{{1,30}}? )?(?=on\b|about\b))",
    )
    # "§ had another, shorter one, on maps"
    yield (
        "had_another",
        3,
        rf"{WHO}{BETWEEN} (?:had|gave|did) another\b{WITHIN}{{0,30}}? (?=on\b|about\b)",
    )
    # "then came my own ¶"
    yield (
        "own_talk_titled",
        3,
        rf"\b(?:came|was|is|gave|did|for|with) my own (?:[\w-]+ ){{0,2}}{WHAT}",
    )
    # "First talk: § about kites", "Another highlight: § showing how"
    yield (
        "first_of_all",
        3,
        rf"^(?:{WITHIN}{{0,30}} )?(?:talk|session|keynote|highlight|favou?rite|speaker)s?:"
        rf"(?: (?:an?|the|our))? {WHO}(?: [\w-]+ing\b|,? (?:on|about|with|who)\b)",
    )
    # "the next speaker was §", "§ was the next speaker"
    yield (
        "was_speaker",
        3,
        rf"{WHO}{BETWEEN} (?:was|were|is) (?:the|our) (?:\w+ ){{0,2}}(?:speaker|presenter)s?\b",
    )
    # ", as was the one on sails by §"
    yield "the_one_by", 3, rf"\bthe one (?:on|about) {WITHIN}{{1,40}}? (?:by|from) {WHO}"
    # "We heard about kites from §"
    yield (
        "heard_from",
        3,
        rf"\b(?:heard|learn(?:ed|t)) (?:\w+ )?(?:about|how) {WITHIN}{{1,60}}? from {WHO}(?!['’])",
    )
    # "§ was joined by §": the other, `introductions` adds
    yield "was_joined", 3, rf"{WHO},? (?:was|were) (?:\w+ )?joined\b(?=[^.§;:!?]{{0,40}}§)"
    # "The close was by §"
    yield "close_was_by", 3, rf"\b(?:clos|open|end)\w* (?:was|came) (?:by|from){FILLER} {WHO}"
    # "¶ was §'s contribution"
    yield "title_is_of", 3, rf"{WHAT} (?:was|is) {WHO}['’]s?(?!\w)"
    # "In order: § on maps, § about kites", "§ on maps" where sessions are spoken of
    yield (
        "each_on",
        3,
        rf"(?:^|[,;:(] |\band |\bwas )(?:\w+ )?{WHO}(?: again)?(?: \([^)§¶]{{1,40}}\))?,?"
        rf"(?: this time)? (?:on|about) {NO_PLACE}",
    )
    # "15:30 – § of Acme, on maps", "A sailor (§) on kites"
    yield (
        "who_on",
        2,
        rf"^(?=\d|an? |our |{OF_ACME})(?:\d[\d:.h]{{0,4}}[ap]?m? ?[-–—:]* ?)?"
        rf"(?:(?:an?|our) [\w -]{{2,40}} )?\(?{WHO}\)?(?:{OF_ACME[1:]})? (?:on|about) {NO_PLACE}",
    )
