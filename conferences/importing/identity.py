"""What identifies a row: the tokens of a conference, a day, a talk, an announcement.

A token is a key made of words ("talk", conference, folded title) that means a row. Speakers
are identified by their names and handles, topics by their names and aliases (people.py,
topics.py), which people edit.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from conferences.keys import key_of
from conferences.models import Identity
from conferences.recaps.folding import fold

# Titles that many talks of one conference bear: "Opening keynote", "Lightning talks 2".
GENERIC_TITLE = re.compile(
    r"(?:the )?(?:(?:opening|closing|morning|afternoon|evening|final|first|second|third|last"
    r"|day \w+|main|community|sponsor) )*"
    r"(?:keynotes?|general sessions?|plenary|lightning talks?|panel(?: discussion)?|workshops?"
    r"|tutorials?|demos?|q a|ask me anything|ama|opening|closing|welcome|remarks|intro(?:duction)?"
    r"|wrap up|unconference|open spaces?|birds of a feather|bofs?|sprints?|fishbowl)"
    r"(?: remarks| session| sessions| speech| talk)?(?: (?:day )?(?:\d+|one|two|three|four|i+))?"
)


class Token(NamedTuple):
    key: str
    text: str


def make_token(kind: str, *parts: object) -> Token:
    return token_of_text(kind, " | ".join(str(part) for part in parts))


def token_of_text(kind: str, text: str) -> Token:
    return Token(key_of(kind, text), text)


def conference_tokens(name: str, year: int | None, website: str = "") -> list[Token]:
    """Its folded name with its year; its website with its year."""
    tokens = [make_token("conference", "name", fold(without_year(name, year)), year)]
    if address := re.sub(r"^https?://(?:www\.)?|/+$", "", website.casefold()):
        tokens.append(make_token("conference", "website", address, year))
    return tokens


def without_year(name: str, year: int | None) -> str:
    """The name of the series: "DockerCon EU" of "DockerCon EU 2015" or "DockerCon EU '15"."""
    if year is None:
        return name
    pattern = rf"(?:\b{year}\b|['’]{year % 100:02}\b)"
    return " ".join(re.sub(pattern, " ", name).split()).strip(" -,:") or name


def day_tokens(conference: str, number: int | None, date: str | None) -> list[Token]:
    tokens = []
    if number is not None:
        tokens.append(make_token("day", conference, "number", number))
    if date:
        tokens.append(make_token("day", conference, "date", date))
    return tokens


def is_generic(title: str) -> bool:
    """Whether many talks may bear the title.

    >>> is_generic("Opening Keynote"), is_generic("Keynote: the future of Go")
    (True, False)
    """
    return bool(GENERIC_TITLE.fullmatch(fold(title)))


def talk_tokens(
    conference: str, recap: str, *, title: str, subject: str, day: str, speakers: Sequence[str]
) -> list[Token]:
    """A title within its conference; where many talks may bear it, the title on its day with
    each of its speakers, so that one speaker in common is enough.

    What no title tells from other talks of the conference is a talk of this recap alone.
    """
    people = sorted({fold(name) for name in speakers})
    # A title of signs alone ("???") folds to nothing and is taken as it stands.
    named = fold(title) or title
    if named and not is_generic(title):
        return [make_token("talk", conference, named)]
    if named and (day or people):
        return [make_token("talk", conference, named, day, name) for name in people or [""]]
    return [make_token("talk", conference, recap, named, fold(subject) or subject, *people)]


def announcement_token(conference: str, talk: str, text: str) -> Token:
    return make_token("announcement", conference, talk, fold(text) or text)


def member_key(kind: str, says: Mapping[str, Any]) -> str:
    """The key of a row that is what it is by what it hangs on: a note by talk and recap."""
    return key_of(kind, *MEMBER_PARTS[kind](says))


def _appearance_parts(says: Mapping[str, Any]) -> list[Any]:
    if says["speaker"]:
        return [says["talk"], "speaker", says["speaker"]]
    return [says["talk"], "name", fold(says["credited_as"]) or says["credited_as"]]


def _handle_parts(says: Mapping[str, Any]) -> list[Any]:
    """An account is one person's; a homepage may be several people's."""
    parts = [says["site"], says["folded"]]
    return [*parts, says["speaker"]] if says["site"] == "website" else parts


MEMBER_PARTS: dict[str, Callable[[Mapping[str, Any]], list[Any]]] = {
    "speaker name": lambda says: [says["speaker"], says["folded"]],
    "handle": _handle_parts,
    "appearance": _appearance_parts,
    "link": lambda says: [says["talk"], says["url"]],
    "note": lambda says: [says["talk"], says["recap"]],
    "talk topic": lambda says: [says["content_object"], says["tag"]],
    "announcement topic": lambda says: [says["content_object"], says["tag"]],
}


def rows_of(tokens: Iterable[Token]) -> dict[str, str]:
    """Key of the row for each key of a token that is known."""
    keys = {token.key for token in tokens}
    known = Identity.objects.filter(key__in=keys)
    return dict(known.values_list("key", "row_key"))
