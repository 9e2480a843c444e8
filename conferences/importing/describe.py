"""Rows in a few words, for reports and plans."""

from collections.abc import Callable
from typing import Any

PHRASES: dict[str, Callable[[Any], str]] = {
    "speaker name": lambda row: f"“{row.name}” of {row.speaker}",
    "handle": lambda row: f"{row} ({row.site}) of {row.speaker}",
    "link": lambda row: f"{row.url} of “{row.talk}”",
    "appearance": lambda row: f"{row} on “{row.talk}”",
    "note": lambda row: f"on “{row.talk}”",
    "talk topic": lambda row: f"{row.tag} of “{row.content_object}”",
    "announcement topic": lambda row: f"{row.tag} of “{row.content_object}”",
    "announcement": lambda row: f"{row.text} ({row.status})",
}


def describe(kind: str, row: Any) -> str:
    """What a person would call the row, on one line."""
    return " ".join(PHRASES.get(kind, str)(row).split())
