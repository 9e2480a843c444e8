"""A line that names a talk -> its title and its speakers."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from .outline import TalkKind
from .people import Mention
from .post import Post
from .skeleton import PERSON, TITLE_MARKS, Skeleton, skeleton
from .words import Words, in_any_language


@dataclass(slots=True)
class TitleLine:
    """What a heading, bold line or list item says of a talk."""

    title: str
    speakers: list[Mention] = field(default_factory=list)
    evidence: int = 0
    """How sure it is that a talk is named: 0 not at all, 3 as good as certain."""
    rule: str = ""


# "[K6] ", "STG351 - ", "CON5107: ", "1. Vortrag: ", "Talk 3: "
TAG = re.compile(
    r"^\s*(?:\[[A-Z]?\w{1,3}\]\s*|[A-Z]{2,5}-?\d{2,5}(?:-\w\d?)?\s*[-–—:|]\s+"
    r"|\d{1,2}\.\s*(?:vortrag|talk|session|charla|palestra)\b[\s_*:.-]*"
    r"|(?:talk|session|vortrag|charla|palestra)\s*(?:\#?\d{1,2})?\s*[_*]?[:–—-][\s_*]*)",
    re.IGNORECASE,
)
TIME = re.compile(
    r"^\s*\d{1,2}[:.h]\d{2}(?:\s*[ap]m)?(?:\s*[-–—]\s*\d{1,2}[:.]\d{2})?\s*[-–—:|]?\s*", re.I
)
KEYNOTE_END = re.compile(r"[?.!]\s+keynote$", re.IGNORECASE)
EDGES = ' \t\n"“”«»„`*_,;:–—|-'
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
    text = TIME.sub("", TAG.sub("", " ".join(text.split())))
    text = KEYNOTE_END.sub("?", text)
    text = text.strip(EDGES)
    if text.endswith(".") and not text.endswith(("..", " P.")):
        text = text[:-1]
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    for opening, closing in (("'", "'"), ("‘", "’")):
        if len(text) > 2 and text.startswith(opening) and text.endswith(closing):
            text = text[1:-1]
    return text.strip(EDGES)


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


@lru_cache(maxsize=16)
def _patterns(words: Words) -> list[tuple[str, int, re.Pattern[str]]]:
    by = words.by.replace("|of", "")
    company = r"(?:,?\s*\([^()§]{1,60}\)|,\s[^§.:!?]{2,60}|\s+(?:from|of|at)\s[^§.:!?]{2,40})?[.!]?"
    return [
        (name, evidence, re.compile(pattern, re.IGNORECASE))
        for name, evidence, pattern in (
            ("keynote_by", 3, rf"(?P<title>.*[?!.] )keynote by {PERSON}{company}$"),
            (
                "title_by",
                3,
                rf"(?P<title>.+?)[,;:]?\s[*_(]?(?:(?:presented|given|held|delivered|a talk|talk"
                rf"|presentation)\s)?(?:by|bu|von|por|par)(?: the)?:? {PERSON}\)?{company}$",
            ),
            ("brackets", 3, rf"(?P<title>.+?)\s*[(\[]{PERSON}{company}[)\]]\.?$"),
            ("dash_speaker", 2, rf"(?P<title>.+)\s[-–—|~]+\s*{PERSON}{company}$"),
            ("colon_speaker", 2, rf"(?P<title>.+):\s*{PERSON}{company}$"),
            ("title_with", 2, rf"(?P<title>.+),?\s(?:{by})\s{PERSON}{company}$"),
            (
                "by_title",
                3,
                rf"^(?:by|von|por|par)\s{PERSON}[:,]?\s(?P<title>.+)$",
            ),
            (
                "genitive",
                3,
                rf"^(?:.{{0,30}} )?{PERSON}(?:['’]s?)\s(?P<title>.+)$",
            ),
            ("speaker_dash", 2, rf"^{PERSON}{company}\s*[-–—|]+\s(?P<title>.+)$"),
            ("speaker_colon", 2, rf"^{PERSON}{company}:\s(?P<title>.+)$"),
            ("speaker_about", 2, rf"^{PERSON}\s(?:on|about|sobre|[uü]ber|sur)\s(?P<title>.+)$"),
            ("title_by_rest", 2, rf"(?P<title>.{{4,120}}?),?\s(?:by|von|por|par)\s{PERSON}(?=\s)"),
            ("comma_speaker", 1, rf"(?P<title>.+),\s{PERSON}{company}$"),
        )
    ]


# "Talk: X", "talk on X", "talk, X" after a genitive
TALK_OF = re.compile(
    r"^(?:\w+ ){0,2}(?:talk|keynote|presentation|session|workshop|lecture|chat)s?"
    r"(?:\s*[:,–—-]\s*|\s(?:on|about|called|titled)\s)",
    re.IGNORECASE,
)


def read_title_line(post: Post, index: int, start: int = 0, end: int | None = None) -> TitleLine:
    """Title and speakers of a line; without speakers the whole line is the title."""
    bones = skeleton(post, index, start, end, marked=False)
    offset = 0
    if tag := TAG.match(bones.text) or TIME.match(bones.text):
        offset = tag.end()
    line = bones.text[offset:].rstrip(' \n"”’*_')
    for name, evidence, pattern in _patterns(post.words):
        if PERSON not in line:
            break
        if found := pattern.match(line):
            title = _original(post, index, bones, offset, found, name)
            if not is_title_like(title):
                continue
            at = found.end() - 1 if name == "title_by_rest" else -1
            people = (
                bones.group(offset + at)
                if at >= 0
                else bones.group(
                    offset + line.rindex(PERSON) if _last(name) else offset + line.index(PERSON)
                )
            )
            if name == "title_by_rest" and not offset:
                continue
            if _are_people(post, people, name):
                return TitleLine(title, people, evidence + bool(offset), name)
    text = post.blocks[index].text[start:end]
    return TitleLine(clean_title(text), [], 2 if offset else 0, "")


def _last(rule: str) -> bool:
    return rule not in ("by_title", "genitive", "speaker_dash", "speaker_colon", "speaker_about")


def _original(
    post: Post, index: int, bones: Skeleton, offset: int, found: re.Match[str], rule: str
) -> str:
    first, last = bones.original(offset + found.start("title"), offset + found.end("title"))
    inline = post.blocks[index].inline
    for span in inline.spans:
        # Where the title is marked, what follows the mark is no longer it.
        begins = 0 <= span.start - first <= 2 and span.end < last - 3
        if (
            begins
            and span.mark in TITLE_MARKS
            and " " in inline.text[span.start : span.end].strip()
        ):
            last = span.end
    title = inline.text[first:last].strip()
    if rule in ("genitive", "speaker_dash", "speaker_colon", "by_title"):
        title = TALK_OF.sub("", title)
    return clean_title(title)


def _are_people(post: Post, people: list[Mention], rule: str) -> bool:
    """Whether all of a group look like people; a dash or colon alone proves little."""
    for mention in people:
        person = post.person(mention)
        known = person is not None and (person.weight >= 2 or bool(person.handles))
        if rule in ("title_by", "keynote_by", "genitive", "by_title"):
            if not known and " " not in mention.name and mention.weight < 0:
                return False
        elif not known and not 2 <= len(mention.name.split()) <= 5:
            return False
    return True
