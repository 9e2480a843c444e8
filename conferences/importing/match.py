"""Which row each entry of an outline means: from an outline to claims on rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from conferences.importing import identity
from conferences.importing.align import Part, align
from conferences.importing.decisions import join_rows
from conferences.importing.identity import Token
from conferences.importing.lines import LineIndex
from conferences.importing.people import look_up, match_people
from conferences.importing.topics import match_topics
from conferences.models import Identity, Run
from conferences.recaps.folding import fold
from conferences.recaps.outline import (
    AnnouncementEntry,
    DayEntry,
    Entry,
    Outline,
    RecapError,
    SpeakerEntry,
    TalkEntry,
)
from conferences.rendering import NoteTooLong, check_note
from conferences.slugs import make_slug

TALK_LIMIT, ANNOUNCEMENT_LIMIT = 500, 2000


@dataclass(frozen=True, slots=True)
class Claim:
    """What one entry says of one row; rows it refers to stand as their keys."""

    kind: str
    key: str
    says: dict[str, Any]
    entry: str
    """Its place in the outline: "talks/3/speakers/0"."""
    start: int
    end: int
    line: int
    last_line: int
    rule: str
    doubt: str


@dataclass(frozen=True, slots=True)
class Before:
    """The version before: its outline, and the row that each of its entries meant."""

    outline: Outline
    keys: dict[str, str]
    """Row key by the entry's place in the outline."""


@dataclass(slots=True)
class Match:
    """What matching an outline gives; filled step by step."""

    outline: Outline
    recap: str
    run: Run
    claims: list[Claim] = field(default_factory=list)
    tokens: list[tuple[str, Token, str]] = field(default_factory=list)
    """Kind, token and row key of what identifies the rows from now on."""
    touched: set[tuple[str, str]] = field(default_factory=set)
    """Kind and key of rows that joining people, days or conferences changed."""
    lines: LineIndex = field(init=False)

    def __post_init__(self) -> None:
        self.lines = LineIndex(self.outline.text)

    def claim(self, kind: str, key: str, entry: Entry, place: str, /, **says: Any) -> str:
        """Add a claim; gives back the key."""
        self.claims.append(
            Claim(
                kind=kind,
                key=key,
                says=says,
                entry=place,
                start=entry.start,
                end=entry.end,
                line=self.lines.line(entry.start),
                last_line=self.lines.last_line(entry.start, entry.end),
                rule=entry.rule[:60],
                doubt=clip(entry.doubt or "", 500),
            )
        )
        return key

    def claim_member(self, kind: str, entry: Entry, place: str, /, **says: Any) -> str:
        """Add a claim on a row that is what it is by the rows it hangs on."""
        return self.claim(kind, identity.member_key(kind, says), entry, place, **says)

    def settle(self, kind: str, tokens: Sequence[Token]) -> str:
        """The row that the tokens mean. Several rows they mean are joined into one."""
        known = identity.rows_of(tokens)
        rows = sorted(set(known.values()))
        key = rows[0] if rows else tokens[0].key
        for other in rows[1:]:
            reason = "a recap ties " + " and ".join(token.text for token in tokens)
            self.touched |= join_rows(kind, key, other, run=self.run, reason=reason)
        self.tokens += [(kind, token, key) for token in tokens if token.key not in known]
        return key


def match_outline(outline: Outline, *, recap: str, before: Before | None, run: Run) -> Match:
    """The claims of an outline. Joins are carried out at once: what follows is looked up
    among joined rows, and the transaction around it all rolls back as one.

    Raises RecapError where the post says more than the base can hold of one recap.
    """
    _check_limits(outline)
    match = Match(outline, recap, run)
    conference = _match_conference(match)
    days = _match_days(match, conference)
    talks = _match_talks(match, conference, days, before)
    _match_speakers(match, talks)
    announcements = _match_announcements(match, conference, days, talks, before)
    _match_topics(match, talks, announcements)
    return match


def _check_limits(outline: Outline) -> None:
    for name, entries, limit in (
        ("talks", outline.talks, TALK_LIMIT),
        ("announcements", outline.announcements, ANNOUNCEMENT_LIMIT),
    ):
        if len(entries) > limit:
            line = outline.line_of(entries[limit].start)
            raise RecapError(
                f"{len(entries)} {name} in one post; the limit is {limit}: split the post",
                line=line,
            )
    for talk in outline.talks:
        try:
            check_note(talk.notes)
        except NoteTooLong as error:
            message = f"the notes on {talk.title!r}: {error}"
            raise RecapError(message, line=outline.line_of(talk.start)) from error


def _match_conference(match: Match) -> str:
    entry = match.outline.conference
    assert entry is not None  # plan.py turns away posts that name no conference
    name = clip(entry.name, 200)
    tokens = identity.conference_tokens(name, entry.year, entry.url)
    key = match.settle("conference", tokens)
    return match.claim(
        "conference",
        key,
        entry,
        "conference",
        name=name,
        slug=make_slug("conference", conference_label(match.outline), key),
        series=identity.without_year(name, entry.year),
        year=entry.year,
        website=web_address(entry.url, 500),
        place=clip(entry.place, 200),
        starts=entry.starts,
        ends=entry.ends,
    )


def conference_label(outline: Outline) -> str:
    """Its name with its year: what addresses are made of."""
    entry = outline.conference
    assert entry is not None
    named = entry.year is None or str(entry.year) in entry.name
    return entry.name if named else f"{entry.name} {entry.year}"


def _match_days(match: Match, conference: str) -> list[str | None]:
    return [
        _match_day(match, conference, entry, f"days/{index}")
        for index, entry in enumerate(match.outline.days)
    ]


def _match_day(match: Match, conference: str, entry: DayEntry, place: str) -> str | None:
    tokens = identity.day_tokens(conference, entry.number, entry.date)
    if not tokens:
        return None
    return match.claim(
        "day",
        match.settle("day", tokens),
        entry,
        place,
        conference=conference,
        number=entry.number,
        date=entry.date,
        title=clip(entry.title, 200),
        introduction=entry.introduction,
    )


def _match_talks(
    match: Match, conference: str, days: Sequence[str | None], before: Before | None
) -> list[str]:
    outline = match.outline
    tokens = _talk_tokens(match, conference)
    known = identity.rows_of(tokens)
    aligned = _align_talks(outline, before)
    keys = []
    for index, (entry, token) in enumerate(zip(outline.talks, tokens, strict=True)):
        key = aligned.get(index) or known.get(token.key, token.key)
        if token.key not in known:
            match.tokens.append(("talk", token, key))
        keys.append(_claim_talk(match, key, entry, index, conference, _at(days, entry.day), token))
    return keys


def _talk_tokens(match: Match, conference: str) -> list[Token]:
    """One a talk; the same untitled talk twice in a post is two."""
    tokens, seen = [], set()
    for talk in match.outline.talks:
        token = identity.talk_token(
            conference,
            match.recap,
            title=talk.title if talk.titled else "",
            subject="" if talk.titled else talk.title,
            day=_day_label(match.outline, talk.day),
            speakers=_names(talk.speakers),
        )
        if token.key in seen and not talk.titled:
            token = identity.make_token("talk", token.text, len(tokens))
        seen.add(token.key)
        tokens.append(token)
    return tokens


def _day_label(outline: Outline, index: int | None) -> str:
    """The day as it stands in the identity of a talk; empty where it has none."""
    if index is None:
        return ""
    day = outline.days[index]
    return f"day {day.number}" if day.number is not None else day.date or ""


def _names(speakers: Sequence[SpeakerEntry]) -> list[str]:
    return [speaker.name or speaker.credited_as for speaker in speakers]


def _align_talks(outline: Outline, before: Before | None) -> dict[int, str]:
    """Row key for each talk that the version before had too."""
    if before is None:
        return {}
    pairs = align([_part(t) for t in before.outline.talks], [_part(t) for t in outline.talks])
    return {
        new: before.keys[f"talks/{old}"]
        for new, old in pairs.items()
        if f"talks/{old}" in before.keys
    }


def _part(talk: TalkEntry) -> Part:
    return Part.of(talk.title, talk.notes, _names(talk.speakers))


def _claim_talk(
    match: Match,
    key: str,
    entry: TalkEntry,
    index: int,
    conference: str,
    day: str | None,
    token: Token,
) -> str:
    place = f"talks/{index}"
    title = clip(entry.title, 500)
    match.claim(
        "talk",
        key,
        entry,
        place,
        conference=conference,
        day=day,
        title=title if entry.titled else "",
        subject="" if entry.titled else title,
        slug=_talk_slug(match.outline, entry, key),
        talk_kind=str(entry.kind),
        language=clip(match.outline.language, 35),
        recap_order=index,
        token=token.text,
    )
    for number, link in enumerate(entry.links):
        if url := web_address(link.url, 2000):
            match.claim_member(
                "link",
                link,
                f"{place}/links/{number}",
                talk=key,
                url=url,
                text=clip(link.text, 300),
                link_kind=str(link.kind),
                order=number,
            )
    if entry.notes.strip():
        says = {"talk": key, "recap": match.recap, "text": entry.notes, "order": index}
        match.claim_member("note", entry, place + "/note", **says)
    return key


def _talk_slug(outline: Outline, entry: TalkEntry, key: str) -> str:
    conference = conference_label(outline)
    people = " ".join(_names(entry.speakers)[:3])
    if entry.titled and not identity.is_generic(entry.title):
        # Without a word in the title, the conference alone would be the address.
        return make_slug("talk", f"{entry.title} {conference}", key, always=not fold(entry.title))
    day = _day_label(outline, entry.day)
    if entry.titled and (people or day):
        return make_slug("talk", f"{entry.title} {people} {day} {conference}", key)
    words = (
        f"{entry.title} {people} {conference}"
        if entry.titled
        else (f"{people} on {entry.title} {conference}")
    )
    return make_slug("talk", words, key, always=True)


def _match_speakers(match: Match, talks: Sequence[str]) -> None:
    rows = [
        (talk_key, entry, f"talks/{index}/speakers/{number}", number)
        for index, (talk, talk_key) in enumerate(zip(match.outline.talks, talks, strict=True))
        for number, entry in enumerate(talk.speakers)
    ]
    entries = [row[1] for row in rows]
    people = match_people(entries, look_up(entries), match.recap)
    joined: dict[str, str] = {}
    for person in people:
        for other in person.others if person else ():
            if other not in joined:
                joined[other] = person.key
                reason = f"a recap ties {person.tie}"
                match.touched |= join_rows(
                    "speaker", person.key, other, run=match.run, reason=reason
                )
    for (talk, entry, place, number), person in zip(rows, people, strict=True):
        key = person.key if person else None
        if key:
            _claim_speaker(match, key, entry, place)
        _claim_appearance(match, talk, key, entry, place, number)


def _claim_speaker(match: Match, key: str, entry: SpeakerEntry, place: str) -> None:
    name = clip(entry.name or "", 200)
    says: dict[str, Any] = {"name": name, "slug": make_slug("speaker", name, key) if name else ""}
    if entry.handles:
        site, handle = min(entry.handles.items())
        says["name_of_handle"] = clip(f"@{handle}", 200)
        says["slug_of_handle"] = make_slug("speaker", f"{handle} {site}", key)
    match.claim("speaker", key, entry, place, **says)
    if name:
        says = {"speaker": key, "name": name, "folded": fold(name)[:250]}
        match.claim_member("speaker name", entry, place + "/name", **says)
    for site, handle in sorted(entry.handles.items()):
        folded = handle.casefold()[:300]
        says = {"speaker": key, "site": site, "handle": clip(handle, 300), "folded": folded}
        match.claim_member("handle", entry, f"{place}/{site}", **says)


def _claim_appearance(
    match: Match, talk: str, speaker: str | None, entry: SpeakerEntry, place: str, number: int
) -> None:
    credited = clip(entry.credited_as or entry.name or "", 200)
    if not credited and speaker is None:
        return
    match.claim_member(
        "appearance",
        entry,
        place + "/appearance",
        talk=talk,
        speaker=speaker,
        credited_as=credited,
        role=clip(entry.role, 50),
        order=number,
    )


def _match_announcements(
    match: Match,
    conference: str,
    days: Sequence[str | None],
    talks: Sequence[str],
    before: Before | None,
) -> list[str]:
    entries = match.outline.announcements
    tokens = [
        identity.announcement_token(conference, _at(talks, entry.talk) or "", entry.text)
        for entry in entries
    ]
    known = identity.rows_of(tokens)
    aligned = _align_announcements(match.outline, before)
    keys = []
    for index, (entry, token) in enumerate(zip(entries, tokens, strict=True)):
        key = known.get(token.key) or aligned.get(index, token.key)
        if token.key not in known:
            match.tokens.append(("announcement", token, key))
        day = entry.day
        if day is None and entry.talk is not None:
            day = match.outline.talks[entry.talk].day
        match.claim(
            "announcement",
            key,
            entry,
            f"announcements/{index}",
            conference=conference,
            day=_at(days, day),
            talk=_at(talks, entry.talk),
            text=entry.text,
            status=str(entry.status),
            order=index,
        )
        keys.append(key)
    return keys


def _align_announcements(outline: Outline, before: Before | None) -> dict[int, str]:
    if before is None:
        return {}

    def part(outline: Outline, entry: AnnouncementEntry) -> Part:
        talk = outline.talks[entry.talk].title if entry.talk is not None else ""
        return Part.of(talk, entry.text)

    pairs = align(
        [part(before.outline, entry) for entry in before.outline.announcements],
        [part(outline, entry) for entry in outline.announcements],
    )
    return {
        new: before.keys[f"announcements/{old}"]
        for new, old in pairs.items()
        if f"announcements/{old}" in before.keys
    }


def _match_topics(match: Match, talks: Sequence[str], announcements: Sequence[str]) -> None:
    outline = match.outline
    topics = {topic.name: topic for topic in outline.topics if topic.name.strip()}
    keys = match_topics(topics)
    for index, (name, entry) in enumerate(topics.items()):
        says = {"name": clip(name, 100), "slug": make_slug("topic", name, keys[name])}
        match.claim("topic", keys[name], entry, f"topics/{index}", **says)
    attached = [
        (kind, owner, entry, f"{place}/{index}/topics", name)
        for kind, place, owners, entries in (
            ("talk topic", "talks", talks, outline.talks),
            ("announcement topic", "announcements", announcements, outline.announcements),
        )
        for index, (owner, entry) in enumerate(zip(owners, entries, strict=True))
        for name in entry.topics
        if name in keys
    ]
    for kind, owner, entry, place, name in attached:
        match.claim_member(kind, entry, place, tag=keys[name], content_object=owner)


def remember_tokens(match: Match) -> None:
    """Store what identifies the rows from now on."""
    rows = {
        token.key: Identity(kind=kind, key=token.key, row_key=key, token=token.text)
        for kind, token, key in match.tokens
    }
    Identity.objects.bulk_create(rows.values(), ignore_conflicts=True)


def _at(keys: Sequence[Any], index: int | None) -> Any:
    return None if index is None else keys[index]


def clip(text: str, limit: int) -> str:
    """The text on one line, cut to `limit` characters where it is longer."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def web_address(url: str, limit: int) -> str:
    """The address if it is one of the web's, whole and of bearable length; else nothing."""
    is_web = url.startswith(("http://", "https://")) and len(url) <= limit
    return url if is_web and not any(sign.isspace() for sign in url) else ""
