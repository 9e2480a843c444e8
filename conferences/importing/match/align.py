"""Which entries of a new version of a recap are which of the version before it."""

from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from conferences.recaps.folding import fold

# How much each likeness counts. The body outweighs the title: titles get corrected.
BODY, TITLE, SPEAKERS, ORDER = 0.5, 0.3, 0.15, 0.05
ENOUGH = 0.4


@dataclass(frozen=True, slots=True)
class Part:
    """An entry as seen by its likeness to another: three texts, each a bag of words."""

    text: str
    title: Counter[str]
    body: Counter[str]
    speakers: Counter[str]

    @classmethod
    def of(cls, title: str, body: str, speakers: Sequence[str] = ()) -> "Part":
        texts = (title, body, " ".join(speakers))
        return cls("\n".join(texts), *(Counter(fold(text).split()) for text in texts))


def align(old: Sequence[Part], new: Sequence[Part]) -> dict[int, int]:
    """Index of the old part for each new part that has one.

    Equal parts pair first, in order; then the likest pair, and the likest of the rest, as
    long as they are like enough. Taking the likest first instead of the best sum over all
    is as good wherever one pair stands out, and n² log n instead of n³.
    """
    pairs = _equal_pairs(old, new)
    taken = set(pairs.values())
    scores = sorted(
        (-score, abs(i - j), j, i)
        for j, part in enumerate(new)
        if j not in pairs
        for i, other in enumerate(old)
        if i not in taken
        if (score := likeness(other, part, distance=abs(i / len(old) - j / len(new)))) >= ENOUGH
    )
    for _score, _gap, j, i in scores:
        if j not in pairs and i not in taken:
            pairs[j] = i
            taken.add(i)
    return pairs


def _equal_pairs(old: Sequence[Part], new: Sequence[Part]) -> dict[int, int]:
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for i, part in enumerate(old):
        waiting[part.text].append(i)
    return {j: waiting[part.text].popleft() for j, part in enumerate(new) if waiting[part.text]}


def likeness(one: Part, other: Part, *, distance: float) -> float:
    """From 0 to 1; `distance` is how far apart the two stand, from 0 to 1."""
    return (
        BODY * _overlap(one.body, other.body)
        + TITLE * _overlap(one.title, other.title)
        + SPEAKERS * _overlap(one.speakers, other.speakers)
        + ORDER * (1 - distance)
    )


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    """Sørensen-Dice of two bags of words; two empty ones tell nothing."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
