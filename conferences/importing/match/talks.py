"""Which talks an outline means, with their notes and links."""

from collections.abc import Mapping, Sequence

from conferences.importing.decisions.apart import apart
from conferences.importing.identity import (
    Token,
    is_generic,
    make_token,
    rows_of,
    talk_tokens,
)
from conferences.importing.match.align import align
from conferences.importing.match.claims import Before, Match, at, clip, removed_by_people
from conferences.importing.match.connect import connected
from conferences.importing.match.events import conference_label
from conferences.importing.match.parts import names_of, part_of_talk
from conferences.recaps.folding import fold
from conferences.recaps.outline import Outline, TalkEntry
from conferences.slugs import make_slug


def match_talks(
    match: Match, conference: str, days: Sequence[str | None], before: Before | None
) -> list[str]:
    keys = _talk_keys(match, conference, before)
    for index, (entry, key) in enumerate(zip(match.outline.talks, keys, strict=True)):
        _claim_talk(match, key, entry, index, conference, at(days, entry.day))
    return keys


def _talk_keys(match: Match, conference: str, before: Before | None) -> list[str]:
    """The row of each talk: that of the same talk in the version before, else the one that
    its title means. Rows of other recaps that turn out to be the same talk are joined.
    """
    tokens = _tokens_of_all(match, conference)
    known = rows_of(token for group in tokens for token in group)
    groups = _connected(tokens, known)
    aligned = _align_talks(match, before)
    own = set(before.keys.values()) if before else set()
    removed = removed_by_people("talk", aligned.values()) if aligned else set()
    keys: list[str] = []
    for index, group in enumerate(groups):
        meant = [known[token.key] for token in group if token.key in known]
        if index in aligned:
            # Titles may have been swapped between talks of the recap: bodies tell them.
            meant = [aligned[index], *(row for row in meant if row not in own)]
        if aligned.get(index) in removed:
            meant = [aligned[index]]
        keys.append(match.settle_rows("talk", group, meant, known))
    return [match.joined.get(key, key) for key in keys]


def _connected(tokens: Sequence[Sequence[Token]], known: Mapping[str, str]) -> list[list[Token]]:
    """The tokens of each talk's connected set, talks that people ruled apart being two."""
    rows = {key: (row,) for key, row in known.items()}
    groups = connected(tokens, rows)
    bearers = [{known[token.key] for token in group if token.key in known} for group in groups]
    tied = {row for rows in bearers if len(rows) > 1 for row in rows}
    ruled = apart("talk", tied) if tied else {}
    return connected(tokens, rows, ruled) if ruled else groups


def _tokens_of_all(match: Match, conference: str) -> list[list[Token]]:
    """Tokens of each talk; the same untitled talk twice in a post is two."""
    groups: list[list[Token]] = []
    seen = set()
    for talk in match.outline.talks:
        tokens = _tokens(match, talk, conference)
        if not talk.titled and tokens[0] in seen:
            tokens = [make_token("talk", tokens[0].text, len(groups))]
        seen.update(tokens)
        groups.append(tokens)
    return groups


def _tokens(match: Match, talk: TalkEntry, conference: str) -> list[Token]:
    return talk_tokens(
        conference,
        match.recap,
        title=talk.title if talk.titled else "",
        subject="" if talk.titled else talk.title,
        day=_day_label(match.outline, talk.day),
        speakers=names_of(talk.speakers),
    )


def _day_label(outline: Outline, index: int | None) -> str:
    """The day as it stands in the identity of a talk; empty where it has none."""
    if index is None:
        return ""
    day = outline.days[index]
    return f"day {day.number}" if day.number is not None else day.date or ""


def _align_talks(match: Match, before: Before | None) -> dict[int, str]:
    """Row key for each talk that the version before had too."""
    if before is None:
        return {}
    old, new = before.outline.talks, match.outline.talks
    pairs = align([part_of_talk(talk) for talk in old], [part_of_talk(talk) for talk in new])
    keys = {
        new: before.keys[f"talks/{old}"]
        for new, old in pairs.items()
        if f"talks/{old}" in before.keys
    }
    now = match.where_now("talk", keys.values())
    return {new: now[key] for new, key in keys.items()}


def _claim_talk(
    match: Match,
    key: str,
    entry: TalkEntry,
    index: int,
    conference: str,
    day: str | None,
) -> None:
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
        slug=_talk_slug(match, entry),
        talk_kind=str(entry.kind),
        language=clip(match.outline.language, 35),
        recap_order=index,
    )
    for number, link in enumerate(entry.links):
        if url := match.web_address(link.url, 2000, link):
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


def _talk_slug(match: Match, entry: TalkEntry) -> str:
    outline = match.outline
    conference = conference_label(outline)
    people = " ".join(names_of(entry.speakers)[:3])
    day = _day_label(outline, entry.day)
    # Digits out of what the post says, not out of the key: that depends on who came first.
    digits = _tokens(match, entry, conference)[0].key
    if entry.titled and not is_generic(entry.title):
        # Without a word in the title, the conference alone would be the address.
        words = f"{entry.title} {conference}"
        return make_slug("talk", words, digits, always=not fold(entry.title))
    if entry.titled and (people or day):
        return make_slug("talk", f"{entry.title} {people} {day} {conference}", digits)
    subject = f"{entry.title} {people}" if entry.titled else f"{people} on {entry.title}"
    return make_slug("talk", f"{subject} {conference}", digits, always=True)
