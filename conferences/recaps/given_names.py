"""Given names of many countries: who is called by one is likely a person."""

from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"


def is_given_name(word: str) -> bool:
    """Whether people are called so.

    >>> is_given_name("Jane"), is_given_name("Jean-Luc"), is_given_name("Docker")
    (True, True, False)
    """
    return word.casefold().partition("-")[0] in words_in("given_names")


@cache
def words_in(name: str) -> frozenset[str]:
    """The words of a file in `words/`."""
    lines = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())
