"""What a talk is called: titles cleaned, their kinds told."""

import re
from functools import cache

from .outline import TalkKind
from .words import in_any_language

# "[K6] ", "STG351 - ", "CON5107: ", "1. Vortrag: ", "Talk 3: "
TAG = re.compile(
    r"^\s*(?:\[[A-Z]?\w{1,3}\]\s*|[A-Z]{2,5}-?\d{2,5}(?:-\w\d?)?\s*[-–—:|]\s+"
    r"|\d{1,2}\.\s*(?:vortrag|talk|session|charla|palestra)\b[\s_*:.-]*"
    r"|(?:talk|session|vortrag|charla|palestra)\s*(?:\#?\d{1,2})?\s*[_*]?[:–—-][\s_*]*)",
    re.IGNORECASE,
)
TIME = re.compile(
    r"^\s*[(\[]?(?:\d{1,2}[:.h]\d{2}(?:\s*[ap]m)?(?:\s*[-–—]\s*\d{1,2}[:.h]\d{2})?"
    r"|\d{1,2}\s?(?:h|uhr|[ap]m)(?=\s?[-–—:|]))"
    r"\s*[)\]]?\s*[-–—:|]{0,2}\s*",
    re.IGNORECASE,
)
# "1. ", "12) ", "(3) ", "#3: ", "[x] "
NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)]|\#\d{1,2}[:.)]?|\[[ xX]\])\s+(?=\D)")
PICTURES = (
    ("\u2600", "\u27bf"),
    ("\u2b00", "\u2bff"),
    ("\ufe0f", "\ufe0f"),
    ("\U0001f000", "\U0001faff"),
)
KEYNOTE_END = re.compile(r"[?.!]\s+keynote$", re.IGNORECASE)
EDGES = ' \t\n"“”«»„`*_,;:–—|-'
QUOTES = '"“”«»„'
INNER_QUOTE = re.compile(
    r"(?=[\"“”„»«])"
    r"(?:(?P<opens>(?<![^\s(])(?:[\"“„»](?=\S)|«))|(?P<closes>(?<=\S)[\"”“«](?!\w)|»))"
)
KINDS = (
    (TalkKind.LIGHTNING_TALK, "lightning"),
    (TalkKind.KEYNOTE, "keynote"),
    (TalkKind.WORKSHOP, "workshop"),
    (TalkKind.TUTORIAL, "tutorial"),
    (TalkKind.PANEL, "panel"),
    (TalkKind.DEMO, "demo"),
)
GENERIC = re.compile(
    r"(?:the )?(?:(?:opening|closing|general|second|first|day \w+|morning|ceo|ending) )*"
    r"(?:keynotes?|general session|lightning talks?|panel|q ?& ?a(?: panel)?|demos?|workshop"
    r"|charlas rel[aá]mpago)",
    re.IGNORECASE,
)


def clean_title(text: str) -> str:
    """The title without its quotes, tags and trailing punctuation.

    >>> clean_title("[K6] “Why containers?” ")
    'Why containers?'
    """
    text = without_pictures(text)
    text = TIME.sub("", TAG.sub("", NUMBER.sub("", " ".join(text.split()))))
    text = KEYNOTE_END.sub("?", text)
    text = _with_its_quotes(text, text.strip(EDGES))
    if text.endswith(".") and not text.endswith(("..", " P.")):
        text = text[:-1]
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    for opening, closing in (("'", "'"), ("‘", "’")):
        if len(text) > 2 and text.startswith(opening) and text.endswith(closing):
            text = text[1:-1]
    return _with_its_quotes(text, text.strip(EDGES))


def _with_its_quotes(text: str, title: str) -> str:
    """A title with the marks at its edges that pair with marks inside: not `"Yes" and no`."""
    inside = [*INNER_QUOTE.finditer(title)]
    if not inside:
        return title
    start = text.index(title)
    end = start + len(title)
    if inside[0]["closes"] and text[start - 1 : start] in QUOTES and start:
        start -= 1
    if inside[-1]["opens"] and text[end : end + 2].strip()[:1] in QUOTES and end < len(text):
        end = next(place for place in range(end, len(text)) if text[place] in QUOTES) + 1
    return text[start:end]


def without_pictures(text: str, *, behind: bool = True) -> str:
    """A text without the emoji before it, and `behind` it."""
    first, last = 0, len(text)
    while first < last and _is_picture(text[first]):
        first += 1
    while behind and first < last and _is_picture(text[last - 1]):
        last -= 1
    return text[first:last]


def _is_picture(sign: str) -> bool:
    return sign.isspace() or any(low <= sign <= high for low, high in PICTURES)


def kind_of(*texts: str) -> TalkKind:
    """The kind that the first telling text names."""
    for text in texts:
        for kind, column in KINDS:
            if _names_kind(column).search(text):
                return kind
    return TalkKind.TALK


@cache
def _names_kind(column: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{in_any_language(column)})\b", re.IGNORECASE)


def is_title_like(text: str) -> bool:
    """Whether words may be a title at all: some letters, not a whole paragraph."""
    words = text.split()
    return 1 <= len(words) <= 24 and sum(c.isalpha() for c in text) >= 2
