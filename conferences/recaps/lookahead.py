"""What ends a comment, a code span, an element: sought once ahead, never twice in vain."""

import re


class Lookahead:
    """Over a text that is read forwards, so that what is missing once stays missing."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._missing: set[str] = set()

    def end_of_comment(self, place: int) -> int | None:
        found = self._find(r"-->", place)
        return found.end() if found else None

    def closing_ticks(self, ticks: str, place: int) -> int | None:
        """Where a run of just as many backticks stands in the same paragraph."""
        found = self._find(rf"(?<!`){ticks}(?!`)", place)
        if found is None or "\n\n" in self.text[place : found.start()]:
            return None
        return found.start()

    def closing_tag(self, name: str, place: int) -> re.Match[str] | None:
        return self._find(rf"</{name}\s{{0,9}}>", place)

    def _find(self, pattern: str, place: int) -> re.Match[str] | None:
        if pattern in self._missing:
            return None
        found = re.compile(pattern, re.IGNORECASE).search(self.text, place)
        if found is None:
            self._missing.add(pattern)
        return found
