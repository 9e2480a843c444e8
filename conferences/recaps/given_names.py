"""Given names of many countries: who is called by one is likely a person."""

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "words" / "given_names.txt"


def is_given_name(word: str) -> bool:
    """Whether people are called so.

    >>> is_given_name("Jane"), is_given_name("Jean-Luc"), is_given_name("Docker")
    (True, True, False)
    """
    return word.casefold().partition("-")[0] in _names()


@cache
def _names() -> frozenset[str]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())
