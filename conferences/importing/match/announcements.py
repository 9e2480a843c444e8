"""Which announcements an outline means."""

from collections.abc import Sequence

from conferences.importing.identity import announcement_token, rows_of
from conferences.importing.match.align import align
from conferences.importing.match.claims import Before, Match, at
from conferences.importing.match.parts import part_of_news


def match_announcements(
    match: Match,
    conference: str,
    days: Sequence[str | None],
    talks: Sequence[str],
    before: Before | None,
) -> list[str]:
    entries = match.outline.announcements
    tokens = [
        announcement_token(conference, at(talks, entry.talk) or "", entry.text) for entry in entries
    ]
    known = rows_of(tokens)
    aligned = _align_announcements(match, before)
    keys = []
    for index, (entry, token) in enumerate(zip(entries, tokens, strict=True)):
        if token.key not in known:
            # Said once more further down, it is the same announcement.
            known[token.key] = aligned.get(index, token.key)
            match.tokens.append(("announcement", token, known[token.key]))
        key = known[token.key]
        day = entry.day
        if day is None and entry.talk is not None:
            day = match.outline.talks[entry.talk].day
        match.claim(
            "announcement",
            key,
            entry,
            f"announcements/{index}",
            conference=conference,
            day=at(days, day),
            talk=at(talks, entry.talk),
            text=entry.text,
            status=str(entry.status),
            order=index,
        )
        keys.append(key)
    return keys


def _align_announcements(match: Match, before: Before | None) -> dict[int, str]:
    if before is None:
        return {}
    old, new = before.outline, match.outline
    pairs = align(
        [part_of_news(old, entry) for entry in old.announcements],
        [part_of_news(new, entry) for entry in new.announcements],
    )
    keys = {
        new: before.keys[f"announcements/{old}"]
        for new, old in pairs.items()
        if f"announcements/{old}" in before.keys
    }
    now = match.where_now("announcement", keys.values())
    return {new: now[key] for new, key in keys.items()}
