"""What the markups that are read line by line have in common."""

from collections.abc import Iterator


def lines_of(text: str, begin: int) -> Iterator[tuple[int, int, str]]:
    """Start, end (before the newline) and content of each line from `begin` on."""
    while begin < len(text):
        newline = text.find("\n", begin)
        end = len(text) if newline < 0 else newline
        yield begin, end, text[begin:end]
        begin = end + 1
