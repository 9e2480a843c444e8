"""The stretches of a post: front matter, introduction, talks, the rest; they tile the text."""

from collections.abc import Sequence

from .outline import Passage, PassageKind


def tile(length: int, body: int, talks: Sequence[tuple[int, int]]) -> tuple[Passage, ...]:
    """Passages over a text of `length` whose body begins at `body`; `talks` are in order.

    A talk that begins inside another one ends it; what neither holds is introduction before the
    first talk and other after it.
    """
    passages: list[Passage] = []
    place = 0
    if body:
        passages.append(Passage(kind=PassageKind.FRONT_MATTER, start=0, end=min(body, length)))
        place = min(body, length)
    for index, (start, end) in enumerate(talks):
        start = max(start, place)
        following = talks[index + 1][0] if index + 1 < len(talks) else length
        end = min(max(end, start), max(following, start), length)
        if start >= end:
            continue
        if start > place:
            passages.append(_between(passages, place, start))
        passages.append(Passage(kind=PassageKind.TALK, start=start, end=end, talk=index))
        place = end
    if place < length:
        passages.append(_between(passages, place, length))
    return tuple(passages)


def _between(before: Sequence[Passage], start: int, end: int) -> Passage:
    told = any(passage.kind is PassageKind.TALK for passage in before)
    kind = PassageKind.OTHER if told else PassageKind.INTRODUCTION
    return Passage(kind=kind, start=start, end=end)
