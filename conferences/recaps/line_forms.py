"""The forms of a line that names a talk: "Title - Speaker", "Speaker: Title" and so on."""

import re
from functools import lru_cache

from .skeleton import PERSON
from .words import Words

COMPANY = (
    r"(?:,?\s*\([^()§]{1,60}\)|\s*\[[^\[\]§]{1,60}\]|,\s[^§.:!?]{2,60}|\s+(?:from|of|at|@)\s[^.:!?]{2,40})?"
    r"[.!]?"
)
BY = r"(?:by|bu|von|por|par)"
GIVEN = (
    r"(?:(?:(?:was|is)\s)?(?:presented|given|held|delivered|convened|called|hosted|led"
    r"|run|facilitated|a talk|talk|presentation)\s)?"
)
FEATURING = r"(?:w/|ft\.?|feat\.?)"
SESSION = r"(?:opening |closing |lightning )?(?:keynotes?|talks?|sessions?|panels?|presentations?)"
PARTS = r"(?:[-–—―|~/·•→»>]+|::)"  # what parts a title from its speaker, between blanks
DASH = rf"(?:\s{PARTS}\s*|—\s?|;\s)"
PLACE = r"[^§:!?|]{2,40}"
ROLE = r"(?:speakers?|presenters?|presented by|given by|who)"


@lru_cache(maxsize=16)
def line_forms(words: Words) -> list[tuple[str, int, re.Pattern[str]]]:
    """The forms that a line may have, the surest first; `who` is the speakers' sign."""
    by = words.by.replace("|of", "")
    who = rf"(?P<who>{PERSON})"
    return [
        (name, evidence, re.compile(pattern, re.IGNORECASE))
        for name, evidence, pattern in (
            ("keynote_by", 3, rf"(?P<title>.*[?!.] )keynote by {who}{COMPANY}$"),
            (
                "title_by",
                3,
                rf"(?P<title>.+?)[,;:.]?\s[*_(]?(?:[-–—]\s)?{GIVEN}{BY}(?: the)?:? {who}\)?"
                rf"{COMPANY}$",
            ),
            (
                "brackets",
                3,
                rf"(?P<title>.+?)\s*[(\[](?:{GIVEN}{BY} |(?:{by}|{FEATURING}) )?{who}{COMPANY}[)\]]"
                r"\.?$",
            ),
            ("fields", 3, rf"(?P<title>.+?)[\s,;|*_]+{ROLE}(?:\(s\))?\s*[:–-]\s*{who}{COMPANY}$"),
            ("line_speaker", 3, rf"(?P<title>.+)\n\W*(?:{GIVEN}{BY}:? )?{who}{COMPANY}$"),
            (
                "dash_speaker",
                2,
                rf"(?P<title>.+){DASH}{who}(?:\s{PARTS}\s{PLACE}|{COMPANY})$",
            ),
            ("colon_speaker", 2, rf"(?P<title>.+):\s*{who}{COMPANY}$"),
            ("title_with", 2, rf"(?P<title>.+),?\s(?:{by}|{FEATURING})\s{who}{COMPANY}$"),
            ("by_title", 3, rf"^(?:{SESSION} )?{BY}\s{who}[:,]?\s(?P<title>.+)$"),
            (
                "keynote_speaker",
                3,
                rf"^{SESSION}\s?[:–—-]\s?{who}(?:\s?\([^()]{{1,60}}\))?\s?[:,–—-]\s(?P<title>.+)$",
            ),
            ("genitive", 3, rf"^(?:.{{0,30}} )?{who}(?:['’]s?)\s(?P<title>.+)$"),
            ("speaker_dash", 2, rf"^{who}{COMPANY}(?:\s*[-–—|]+|\s{PARTS}|;)\s(?P<title>.+)$"),
            ("speaker_colon", 2, rf"^{who}{COMPANY}:\s(?P<title>.+)$"),
            ("speaker_about", 2, rf"^{who}\s(?:on|about|sobre|[uü]ber|sur)\s(?P<title>.+)$"),
            ("title_by_rest", 2, rf"(?P<title>.{{4,120}}?),?\s{BY}\s{who}(?=\s)"),
            ("comma_speaker", 1, rf"(?P<title>.+),\s{who}{COMPANY}$"),
            ("speaker_comma", 1, rf"^{who}{COMPANY},\s(?P<title>.+)$"),
        )
    ]
