"""What talks are commonly about: topics known beforehand, with the other names they go by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from .folding import fold

MARK = " !"
"""Stands behind a name that is an everyday word as well: "Go !"."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as one of its names leads to it; `ambiguous` is said of that name alone.

    "Golang" can only be the language; "go" is it with a capital or as code.
    """

    name: str
    aliases: tuple[str, ...]
    field: str
    ambiguous: bool


@lru_cache(maxsize=1)
def vocabulary() -> Mapping[str, Topic]:
    """Every topic by each of its names, folded: `vocabulary()["k8s"].name` is "Kubernetes"."""
    text = files(__package__).joinpath("vocabulary.txt").read_text(encoding="utf-8")
    return MappingProxyType(dict(read_topics(text)))


@lru_cache(maxsize=1)
def technical_words() -> frozenset[str]:
    """The names that are one word, in lower case: "kubernetes"; no single letters."""
    return frozenset(name for name in vocabulary() if " " not in name and len(name) > 2)


def read_topics(text: str) -> Iterator[tuple[str, Topic]]:
    """The topics of a vocabulary's text, once for each name.

    >>> for name, topic in read_topics("# Languages\\nGo ! = Golang"): print(name, topic.ambiguous)
    go True
    golang False
    """
    field = ""
    for line in text.splitlines():
        if line.startswith("# "):
            field = line.removeprefix("# ")
        elif line.strip():
            yield from _read_line(line, field)


def _read_line(line: str, field: str) -> Iterator[tuple[str, Topic]]:
    name, _, aliases = line.partition(" = ")
    marked = [name, *aliases.split(", ")] if aliases else [name]
    name, *others = (each.removesuffix(MARK) for each in marked)
    for each, plain in zip(marked, (name, *others), strict=True):
        yield fold(plain), Topic(name, tuple(others), field, each.endswith(MARK))
