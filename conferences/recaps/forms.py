"""Lines of one make -> one reading each, by the form that explains most of them.

One heading "Growing Kites: A Field Guide" may name a speaker before its colon; beside nine
headings "Title - Speaker" it does not. So the headings of a level, the items of a list, the
lines in bold and the rows of a table decide their form together, each by the people it knows.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from .naming import SURE, TitleLine
from .people import Mention
from .post import Post

LOOSE = ("colon_speaker", "speaker_colon", "comma_speaker", "speaker_comma")
"""Signs that more often part something else."""


def agree(post: Post, lines: Sequence[list[TitleLine]]) -> list[TitleLine | None]:
    """Of the readings of each line the one that fits the others; None where none does.

    The form that most lines have raises the evidence of each of them.
    """
    strengths = [[_strength(post, reading) for reading in readings] for readings in lines]
    form, share = _common_form(lines, strengths)
    naming = sum(max(strong, default=0) >= 1 for strong in strengths)
    least = 1 if len(lines) > 2 and naming >= 0.75 * len(lines) else 2
    return [
        _chosen(readings, strong, form, share, least)
        for readings, strong in zip(lines, strengths, strict=True)
    ]


def _common_form(
    lines: Sequence[list[TitleLine]], strengths: Sequence[list[float]]
) -> tuple[str, float]:
    """The form that knows most people, and the share of the lines that have it."""
    votes: Counter[str] = Counter()
    having: Counter[str] = Counter()
    titles: dict[str, set[str]] = defaultdict(set)
    for readings, strong in zip(lines, strengths, strict=True):
        best: dict[str, float] = {}
        for reading, strength in zip(readings, strong, strict=True):
            if reading.rule not in best:
                titles[reading.rule].add(reading.title)
            best[reading.rule] = max(strength, best.get(reading.rule, 0))
        for form, strength in best.items():
            votes[form] += round(10 * strength)
            having[form] += strength > 0
    if not votes:
        return "", 0
    # What is the same in many lines is a company rather than a title.
    form = max(votes, key=lambda form: votes[form] * min(len(titles[form]), having[form]))
    return (form, having[form] / len(lines)) if having[form] > 1 else ("", 0)


def _chosen(
    readings: list[TitleLine], strengths: list[float], form: str, share: float, least: int
) -> TitleLine | None:
    """The reading in the common form, else the surest that is `least` sure of its speakers."""
    ranked = sorted(zip(readings, strengths, strict=True), key=lambda row: row[1], reverse=True)
    for reading, strength in ranked:
        if reading.rule == form and strength > -1:
            evidence = max(reading.evidence, 2 + (share >= 0.5))
            return TitleLine(reading.title, reading.speakers, evidence, reading.rule)
    for reading, strength in zip(readings, strengths, strict=True):
        if reading.evidence >= SURE or strength >= (least if form or reading.rule in LOOSE else 1):
            return reading
    return None


def _strength(post: Post, reading: TitleLine) -> float:
    """How surely the speakers of a reading are people, and its title none."""
    known = min((_knowledge(post, mention) for mention in reading.speakers), default=-1)
    return known - 3 * is_name(post, reading.title)


def _knowledge(post: Post, mention: Mention) -> float:
    person = post.person(mention)
    if person and person.handles:
        return 3
    weight = max(mention.weight, person.weight if person else 0)
    if " " not in mention.name and mention.name:
        return min(weight, 1)
    return min(weight, 3) if weight > 0 else weight * 0.5


def is_name(post: Post, title: str) -> bool:
    """Whether a title is nothing but the name of someone known."""
    person = post.people.of(Mention(0, 0, 0, 0, title)) if " " in title else None
    return person is not None and (person.weight >= 2 or bool(person.handles))
