"""Claims: what the entries of an outline say of which rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from conferences.importing.decisions.apart import apart
from conferences.importing.decisions.joining import join_rows
from conferences.importing.identity import Token, member_key, rows_of
from conferences.importing.kinds import KINDS
from conferences.models import Identity, Removed, Run
from conferences.recaps.line_index import LineIndex
from conferences.recaps.outline import Entry, Outline, ReadingWarning
from conferences.web import check_web_address


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
    warnings: list[ReadingWarning] = field(default_factory=list)
    """What the base cannot hold of what the outline says, and leaves out."""
    joined: dict[str, str] = field(default_factory=dict)
    """Keys of rows that were joined into another, with that row's key."""
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
        return self.claim(kind, member_key(kind, says), entry, place, **says)

    def web_address(self, url: str, limit: int, entry: Entry) -> str:
        """The address where it is one that readers may be led to; else nothing, and a warning."""
        try:
            check_web_address(url, limit)
        except ValueError as error:
            line = self.lines.line(entry.start)
            self.warnings.append(ReadingWarning(line=line, message=f"left out: {error}"))
            return ""
        return url

    def settle(self, kind: str, tokens: Sequence[Token]) -> str:
        """The row that the tokens mean. Several rows they mean are joined into one."""
        known = rows_of(tokens)
        meant = [known[token.key] for token in tokens if token.key in known]
        return self.settle_rows(kind, tokens, meant, known)

    def settle_rows(
        self, kind: str, tokens: Sequence[Token], meant: Sequence[str], known: Collection[str]
    ) -> str:
        """The same where the rows meant, and the keys of all known tokens, are at hand.

        Of rows that a person ruled not to be the same the first of `meant` is.
        """
        now = list(dict.fromkeys(self.joined.get(row, row) for row in meant))
        rows = _of_one(kind, sorted(_joinable(kind, set(now))), now)
        key = rows[0] if rows else tokens[0].key
        for other in rows[1:]:
            reason = "a recap ties " + " and ".join(token.text for token in tokens)
            self.touched |= join_rows(kind, key, other, run=self.run, reason=reason)
            self.joined |= {old: key for old, new in self.joined.items() if new == other}
            self.joined[other] = key
        self.tokens += [(kind, token, key) for token in tokens if token.key not in known]
        return key

    def where_now(self, kind: str, keys: Collection[str]) -> dict[str, str]:
        """The row that each key means after what was joined so far."""
        moved: dict[str, str] = {}
        if self.touched:
            model = KINDS[kind].model
            merged = model.objects.filter(key__in=keys, merged_into__isnull=False)
            moved = dict(merged.values_list("key", "merged_into__key"))
        return {key: moved.get(key, key) for key in keys}


def _joinable(kind: str, keys: set[str]) -> set[str]:
    """Those of the rows that nobody removed, if there are any: what people remove ties nothing."""
    if len(keys) < 2:
        return keys
    return keys - removed_by_people(kind, keys) or keys


def _of_one(kind: str, rows: list[str], order: Sequence[str]) -> list[str]:
    """The rows, without those that are not the same as the first of them in `order`."""
    if len(rows) < 2 or not (ruled := apart(kind, rows)):
        return rows
    one = [next(row for row in order if row in rows)]
    for row in rows:
        if row not in one and ruled.get(row, set()).isdisjoint(one):
            one.append(row)
    return one


def removed_by_people(kind: str, keys: Collection[str]) -> set[str]:
    rows = KINDS[kind].model.objects.filter(key__in=keys, removed=Removed.BY_PERSON)
    return set(rows.order_by().values_list("key", flat=True))


def remember_tokens(match: Match) -> None:
    """Store what identifies the rows from now on."""
    rows = {
        token.key: Identity(
            kind=kind, key=token.key, row_key=match.joined.get(key, key), token=token.text
        )
        for kind, token, key in match.tokens
    }
    Identity.objects.bulk_create(rows.values(), ignore_conflicts=True)


def at(keys: Sequence[Any], index: int | None) -> Any:
    return None if index is None else keys[index]


def clip(text: str, limit: int) -> str:
    """The text on one line, cut to `limit` characters where it is longer."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
