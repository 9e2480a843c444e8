"""Outcomes of an import in words: for people, and as JSON lines for programs."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from conferences.importing.apply import Importer, Outcome, Status
from conferences.importing.changes import Action, RowChange
from conferences.importing.conflicts import PRESENCE
from conferences.importing.kinds import KINDS
from conferences.importing.merge import FieldConflict
from conferences.recaps.explaining import Statement, explain
from conferences.recaps.reading import as_reading

SIGNS = {Action.CREATE: "+", Action.UPDATE: "~", Action.HIDE: "-", Action.SHOW: "+"}
STYLES = {"+": "SUCCESS", "~": "WARNING", "-": "ERROR", "!": "NOTICE"}
VALUE_LIMIT = 60


class Output(Protocol):
    """Where lines go: a management command's stdout and stderr."""

    def write(self, text: str) -> Any: ...


class Report:
    """Problems to stderr, one line each, as editors and CI jump to them; the rest by format."""

    needs_no_rows = False
    """Whether a dry run tells all it has to from the posts alone, without a database."""

    def __init__(
        self, importer: Importer, *, out: Output, err: Output, style: Any, verbosity: int = 1
    ) -> None:
        self.importer = importer
        self.out, self.err, self.style, self.verbosity = out, err, style, verbosity
        self.counts: Counter[str] = Counter()
        self.is_dry_run = False

    @property
    def has_failures(self) -> bool:
        return bool(self.counts[Status.FAILED])

    def add(self, outcome: Outcome) -> None:
        self.counts[outcome.status] += 1
        self.counts["conflicts"] += outcome.conflicts
        post = printable(outcome.post)
        for warning in outcome.warnings:
            self.err.write(f"{post}:{warning.line}: warning: {printable(warning.message)}")
        if outcome.status == Status.SKIPPED:
            self.err.write(f"{post}:0: warning: skipped: {printable(outcome.reason)}")
        if outcome.status == Status.FAILED:
            self.err.write(
                self.style.ERROR(f"{post}:{outcome.line}: error: {printable(outcome.reason)}")
            )

    def finish(self) -> None:
        """Say how it ended."""

    def summary(self) -> str:
        """All counts on one line."""
        posts = sum(self.counts[status] for status in Status)
        parts = [f"{self.counts[name]} {name}" for name in (*Status, "conflicts")]
        return f"{counted(posts, 'post')}: {', '.join(parts)}"


class TextReport(Report):
    """For people: a line a post and, of a dry run, each row that would change."""

    def add(self, outcome: Outcome) -> None:
        super().add(outcome)
        if outcome.status in (Status.CREATED, Status.UPDATED):
            self.out.write(self._headline(outcome))
            if self.is_dry_run or self.verbosity > 1:
                for line in change_lines(outcome.changes, self.style):
                    self.out.write(line)
        elif outcome.status == Status.UNCHANGED and self.verbosity > 1:
            self.out.write(f"{outcome.status:<10}{printable(outcome.post)}")

    def finish(self) -> None:
        self.out.write(self.summary())
        if self.is_dry_run:
            self.out.write("Nothing was written: this was a dry run.")
        elif self.importer.run:
            self.out.write(f"This was run {self.importer.run.pk}.")

    def _headline(self, outcome: Outcome) -> str:
        status = f"{outcome.status:<10}"
        rows = row_counts(outcome.changes)
        return f"{self.style.SUCCESS(status)}{printable(outcome.post)}  {rows}".rstrip()


class JsonReport(Report):
    """For programs: one object a post, what it says and what became of it."""

    needs_no_rows = True

    def add(self, outcome: Outcome) -> None:
        super().add(outcome)
        if outcome.outline is None:
            return
        reading = as_reading(outcome.outline, outcome.post)
        if not self.is_dry_run:
            reading["outcome"] = str(outcome.status)
        self.out.write(json.dumps(reading))


class ExplainedReport(Report):
    """For people who ask why: each post in full, what was read from a line told below it."""

    needs_no_rows = True

    def add(self, outcome: Outcome) -> None:
        super().add(outcome)
        if outcome.outline is None:
            return
        self.out.write(self.style.MIGRATE_HEADING(printable(outcome.post)))
        lines = explain(outcome.outline)
        width = len(str(len(lines)))
        before = ""
        for line in lines:
            name = line.passage if line.passage != before else ""
            before = line.passage
            self.out.write(f"{line.number:>{width}} {name:<12} │ {printable(line.text)}".rstrip())
            for statement in line.statements:
                self._write(f"{'':>{width}} {'':<12} └ ", statement)

    def _write(self, margin: str, statement: Statement) -> None:
        words = f"{statement.kind}: {shorten(statement.what)}  [{statement.rule}]"
        self.out.write(margin + self.style.SUCCESS(words))
        if statement.doubt:
            self.out.write(margin + self.style.WARNING(f"  in doubt: {printable(statement.doubt)}"))


REPORTS: dict[str, type[Report]] = {
    "text": TextReport,
    "jsonl": JsonReport,
    "explained": ExplainedReport,
}


def row_counts(changes: Iterable[RowChange]) -> str:
    """How many rows of which kind: "+2 talks, ~1 note"."""
    rows = Counter(
        (change.kind, change.action)
        for change in changes
        if KINDS[change.kind].is_counted and change.kind != "recap"
    )
    return ", ".join(
        f"{SIGNS[action]}{counted(count, kind)}" for (kind, action), count in rows.items()
    )


def counted(count: int, noun: str) -> str:
    """ "1 talk", "2 talks"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def change_lines(changes: Iterable[RowChange], style: Any) -> Iterator[str]:
    """Each row with its sign, below it its fields and conflicts."""
    for change in changes:
        for sign, text in _lines_of(change):
            yield getattr(style, STYLES[sign])(text)


def _lines_of(change: RowChange) -> Iterator[tuple[str, str]]:
    sign = SIGNS[change.action]
    line = f"  line {change.line}" if change.line else ""
    yield sign, f"  {sign} {change.kind:<18}  {shorten(change.label)}{line}"
    if change.action in (Action.UPDATE, Action.SHOW):
        for name, value in change.after.items():
            yield "~", f"      {name}: {shorten(change.before.get(name))} → {shorten(value)}"
    for conflict in change.conflicts:
        yield "!", f"      ! {_conflict(conflict)}"


def _conflict(conflict: FieldConflict) -> str:
    if conflict.field == PRESENCE:
        return "kept as it was edited; no recap speaks of it any more"
    kept, said = shorten(conflict.value), shorten(conflict.said)
    return f"{conflict.field}: kept {kept}; the posts say {said}"


def shorten(value: Any) -> str:
    """A value on one line of bearable length."""
    text = "nothing" if value in (None, "") else printable(" ".join(str(value).split()))
    return text if len(text) <= VALUE_LIMIT else text[: VALUE_LIMIT - 1] + "…"


def printable(text: str) -> str:
    """The text with line breaks and control signs spelled out: a post cannot forge a line."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
