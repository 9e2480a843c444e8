"""What the markups that are read line by line have in common."""

from collections.abc import Callable, Iterator

from .rewriting import Rewriting


def lines_of(text: str, begin: int) -> Iterator[tuple[int, int, str]]:
    """Start, end (before the newline) and content of each line from `begin` on."""
    while begin < len(text):
        newline = text.find("\n", begin)
        end = len(text) if newline < 0 else newline
        yield begin, end, text[begin:end]
        begin = end + 1


def rewrite_lines(
    rewriting: Rewriting, begin: int, rewrite: Callable[[int, int, str], None]
) -> None:
    """Each line from `begin` on by `rewrite`, the newlines as they are."""
    for start, end, line in lines_of(rewriting.source, begin):
        rewrite(start, end, line)
        rewriting.keep(end, end + 1)
