"""What makes a sentence news, and a list one of news: the words of a language weighed.

A sentence is news by a verb of announcing, by a state ("is out") or by what it says is to come;
not where the verb tells of the past, of a case, of slides and videos, or of what "I" will do.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .outline import Status
from .words import Words

# How far before its verb a sentence may say that it tells of the past or of no news.
REACH = 40
YEAR = re.compile(r"(?<![\w.])(?:19|20)\d\d(?![\w.]*\d)")
STEM = 5
AROUND_WORDS = ".,;:!?()[]\"'“”«»„…"
LEADS_IN = (":", "…", "-", "–", "—")


@dataclass(frozen=True, slots=True)
class Signals:
    """The patterns of one language."""

    stems: frozenset[str]
    """Of words without which nothing is news: to ask for them first is ten times as fast."""
    sure: re.Pattern[str]
    perhaps: re.Pattern[str]
    formerly: re.Pattern[str]
    other_subject: re.Pattern[str]
    other_object: re.Pattern[str]
    preview: re.Pattern[str]
    planned: re.Pattern[str]
    lists: tuple[tuple[Status, re.Pattern[str]], ...]
    other_list: re.Pattern[str]
    heading: re.Pattern[str]
    talk: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of news; `sure` where it is one in any post."""

    status: Status
    sure: bool


@lru_cache(maxsize=16)
def signals_of(words: Words) -> Signals:
    """The patterns of a language's table."""
    to_come = rf"(?:{words.arrives})\b[^.;!?§¶]{{0,{REACH}}}? (?:{words.later})"
    return Signals(
        stems=_stems(words.news_stems) | _stems(words.months.replace(" ", "|")),
        sure=re.compile(rf"(?<!\w)(?:{words.announces}|{words.comes}|{to_come})(?!\w)"),
        perhaps=re.compile(rf"(?<!\w)(?:{words.perhaps_news})(?!\w)"),
        formerly=re.compile(rf"\b(?:{words.formerly})\b[^,;:—–]{{0,{REACH}}}$", re.IGNORECASE),
        other_subject=re.compile(
            rf"\b(?:{words.no_news})(?: (?:{words.by}) [^,;:—–]{{2,{REACH}}}?)?"
            rf"(?: (?:{words.are}))* ?$"
            rf"|\b(?:{words.we}) (?:\w+ly |also )?$",
            re.IGNORECASE,
        ),
        other_object=re.compile(rf"\s(?:\w+\s)?(?:{words.no_news})\b", re.IGNORECASE),
        preview=_words(words.preview),
        planned=_words(f"{words.planned}|{to_come}"),
        lists=(
            (Status.PLANNED, _words(words.planned_list)),
            (Status.PREVIEW, _words(words.preview_list)),
            (Status.RELEASED, _words(words.news_list)),
        ),
        other_list=_words(words.other_list),
        heading=re.compile(rf"(?:{words.news_heading})\b", re.IGNORECASE),
        talk=_words(words.news_talk),
    )


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words.split("|"))


def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives})(?!\w)", re.IGNORECASE)


def may_be_news(text: str, signals: Signals) -> bool:
    """Whether a text has a word that news is told with."""
    return not signals.stems.isdisjoint(
        [word.strip(AROUND_WORDS)[:STEM] for word in text.lower().split()]
    )


def said_in(text: str, start: int, end: int, signals: Signals, year: int | None) -> Said | None:
    """The news that a sentence of a text is; None where it is none.

    >>> from .words import ENGLISH
    >>> text = "Acme 2.0 was released today."
    >>> said_in(text, 0, len(text), signals_of(ENGLISH), None)
    Said(status=<Status.RELEASED: 'released'>, sure=True)
    """
    sentence = text[start].lower() + text[start + 1 : end]
    if sentence.rstrip().endswith((":", "?")) or not may_be_news(sentence, signals):
        return None
    if year and _is_of_past(sentence, year):
        return None
    for pattern in (signals.sure, signals.perhaps):
        for found in pattern.finditer(sentence):
            before = sentence[max(0, found.start() - 2 * REACH) : found.start()]
            if signals.other_subject.search(before) or signals.other_object.match(
                sentence, found.end()
            ):
                return None
            if not signals.formerly.search(before):
                return Said(status_of(sentence, signals), sure=pattern is signals.sure)
    return None


def _is_of_past(sentence: str, year: int) -> bool:
    years = [int(found) for found in YEAR.findall(sentence)]
    return bool(years) and max(years) < year


def status_of(text: str, signals: Signals, otherwise: Status = Status.RELEASED) -> Status:
    """What a piece of news says of itself; a plan to show a preview is a preview."""
    if otherwise is not Status.RELEASED:
        return otherwise
    if signals.preview.search(text):
        return Status.PREVIEW
    return Status.PLANNED if signals.planned.search(text) else otherwise


def list_status(lead: str, signals: Signals) -> Status | None:
    """Of the items that follow a lead-in; None where it leads to no news.

    >>> from .words import ENGLISH
    >>> list_status("They also told us the roadmap:", signals_of(ENGLISH))
    <Status.PLANNED: 'planned'>
    """
    if signals.other_list.search(lead):
        return None
    return next((status for status, cue in signals.lists if cue.search(lead)), None)
