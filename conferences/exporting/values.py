"""Values of rows as they stand in files: JSON that people can read and compare.

A text of several lines is written line by line, so that a change of one line changes one line.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

LINES = "lines"


def to_file(value: Any) -> Any:
    """The value as JSON has it, the same for equal values.

    >>> to_file("one\\ntwo")
    {'lines': ['one', 'two']}
    """
    if isinstance(value, str):
        return {LINES: value.split("\n")} if "\n" in value else value
    if isinstance(value, Mapping):
        return {name: to_file(value[name]) for name in sorted(value)}
    if isinstance(value, list | tuple):
        return [to_file(item) for item in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def from_file(value: Any) -> Any:
    """What `to_file` wrote, but for dates, which only their fields tell from texts."""
    if isinstance(value, list):
        return [from_file(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {LINES} and _are_texts(value[LINES]):
        return "\n".join(value[LINES])
    return {name: from_file(item) for name, item in value.items()}


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
