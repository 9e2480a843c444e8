"""What ends a comment, a code span, an element: sought once ahead, never twice in vain."""

import re

# A blank line, an item, a heading: code within a line does not reach over it.
NEXT_BLOCK = re.compile(r"\n[ \t>]{0,40}(?:\n|(?:[-*+]|#{1,6}|\d{1,9}[.)])[ \t\n])")


class Lookahead:
    """Over a text that is read forwards: what was found, or not, far ahead is remembered."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.limit = len(text)
        """Where the next code block begins, over which nothing reaches."""
        self._found: dict[str, re.Match[str] | None] = {}

    def end_of_comment(self, place: int) -> int | None:
        found = self._find(r"-->", place)
        return found.end() if found else None

    def closing_ticks(self, ticks: str, place: int) -> int | None:
        """Where a run of just as many backticks stands in the same paragraph."""
        found = self._find(rf"(?<!`){ticks}(?!`)", place)
        if found is None or NEXT_BLOCK.search(self.text, place, found.start()):
            return None
        return found.start()

    def closing_tag(self, name: str, place: int) -> re.Match[str] | None:
        return self._find(rf"</{name}\s{{0,9}}>", place)

    def _find(self, pattern: str, place: int) -> re.Match[str] | None:
        found = self._found.get(pattern)
        if pattern not in self._found or (found and found.start() < place):
            found = re.compile(pattern, re.IGNORECASE).search(self.text, place)
            self._found[pattern] = found
        return found if found and found.start() < self.limit else None
