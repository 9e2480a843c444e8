"""Which speakers an outline means, and their appearances."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from conferences.importing.decisions.apart import apart, dealt
from conferences.importing.decisions.joining import join_rows
from conferences.importing.match.claims import Match, clip
from conferences.importing.match.people import Known, Person, look_up, match_people, tokens_of
from conferences.keys import key_of
from conferences.recaps.folding import fold
from conferences.recaps.outline import SpeakerEntry
from conferences.slugs import make_slug


def match_speakers(match: Match, talks: Sequence[str]) -> None:
    rows = [
        (talk_key, entry, f"talks/{index}/speakers/{number}", number)
        for index, (talk, talk_key) in enumerate(zip(match.outline.talks, talks, strict=True))
        for number, entry in enumerate(talk.speakers)
    ]
    entries = [row[1] for row in rows]
    known = look_up(entries)
    people = _match_people(match, entries, known)
    people = _as_dealt(people, [(talk, entry) for talk, entry, *_place in rows], known)
    for tied in dict.fromkeys(person for person in people if person):
        for other in tied.others:
            reason = f"a recap ties {tied.tie}"
            match.touched |= join_rows("speaker", tied.key, other, run=match.run, reason=reason)
    for (talk, entry, place, number), person in zip(rows, people, strict=True):
        key = person.key if person else None
        if key:
            _claim_speaker(match, key, entry, place)
        _claim_appearance(match, talk, key, entry, place, number)


def _match_people(
    match: Match, entries: Sequence[SpeakerEntry], known: Known
) -> list[Person | None]:
    """The person each entry means, people that were ruled apart being two."""
    people = match_people(entries, known, match.recap)
    tied = {key for p in people if p and p.others for key in (p.key, *p.others)}
    ruled = apart("speaker", tied) if tied else {}
    return match_people(entries, replace(known, apart=ruled), match.recap) if ruled else people


def _as_dealt(
    people: Sequence[Person | None], told: Sequence[tuple[str, SpeakerEntry]], known: Known
) -> list[Person | None]:
    """The same, with whom a decision says that a name shared by several means on a talk."""
    shared = {
        index: known.rows.get(tokens[0].key, set())
        for index, (person, (_talk, entry)) in enumerate(zip(people, told, strict=True))
        if person is None and (tokens := tokens_of(entry))
    }
    deals = dealt(set().union(*shared.values())) if shared else {}
    found = list(people)
    for index, bearers in shared.items():
        key = deals.get(told[index][0])
        if key in bearers:
            found[index] = Person(key, (), "a decision")
    return found


def _claim_speaker(match: Match, key: str, entry: SpeakerEntry, place: str) -> None:
    name = clip(entry.name or "", 200)
    # Digits out of the name, not out of the key: that depends on which recap came first.
    slug = make_slug("speaker", name, key_of("speaker", name)) if name else ""
    says: dict[str, Any] = {"name": name, "slug": slug}
    if entry.handles:
        site, handle = min(entry.handles.items())
        says["name_of_handle"] = clip(f"@{handle}", 200)
        says["slug_of_handle"] = make_slug(
            "speaker", f"{handle} {site}", key_of("speaker", site, handle)
        )
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
