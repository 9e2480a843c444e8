"""The vocabulary by the spellings a post may use: plural or not, with a hyphen or without."""

from functools import cache

from ..folding import fold
from ..vocabulary import Topic, vocabulary
from .page import WORD

NO_PLURAL = ("ss", "js", "us", "is", "ics", "os", "ls")


def known_as(spelling: str) -> Topic | None:
    """The topic of a spelling in lower case."""
    return _spellings().get(spelling) or _spellings().get(singular(spelling))


def common_name(name: str) -> str:
    """What most call the topic that a post calls by this name: "k8s" is "Kubernetes"."""
    topic = known_as(name.lower())
    return topic.name if topic else name


def singular(word: str) -> str:
    """Without a plural's s: "containers" as "container", but "redis" and "node.js" as they are."""
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith(NO_PLURAL)
    return word[:-1] if is_plural else word


@cache
def beginnings() -> dict[str, list[tuple[str, str]]]:
    """Every spelling by its first word, plural or not: its second, if any, and the whole."""
    found: dict[str, list[tuple[str, str]]] = {}
    for spelling in _spellings():
        if words := WORD.findall(spelling):
            second = words[1] if len(words) > 1 else ""
            found.setdefault(words[0], []).append((second, spelling))
    for first, spellings in list(found.items()):
        found[f"{first}s"] = [*found.get(f"{first}s", ()), *spellings]
    return found


@cache
def _spellings() -> dict[str, Topic]:
    found: dict[str, Topic] = {}
    for topic in vocabulary().values():
        for name in (topic.name, *topic.aliases):
            named = vocabulary().get(fold(name), topic)
            for spelling in (name.lower(), name.lower().replace("-", " ")):
                found.setdefault(spelling, named)
                found.setdefault(singular(spelling), named)
    return found
