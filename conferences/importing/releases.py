"""What was planned, and what may be its release: pairs of announcements with what speaks for
and against it in plain words.

They are for people to decide; nothing ever ties them by itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from conferences.importing.decisions.releasing import NOT_RELEASE, RELEASE, ruled_pairs
from conferences.importing.duplicates import Likely
from conferences.importing.retold import News, Retold, find_retold, near
from conferences.models import Announcement, AnnouncementTopic

TOLD = 5
"""So many words are told of those that both have."""
OF_ONE = 3
"""Proposals for one announcement, the likeliest."""
SAID = {"planned": "planned", "preview": "in preview", "released": "released"}


def likely_releases() -> list[Likely]:
    """The likeliest first, without those that a person has ruled on."""
    return _undecided(find_retold(_news()))


def releases_about(key: str) -> list[Likely]:
    """Those that the announcement of that key is one of."""
    found = find_retold(near(key, _news()))
    return _undecided(retold for retold in found if key in (retold.one.key, retold.other.key))


def _undecided(retold_pairs: Iterable[Retold]) -> list[Likely]:
    found = sorted(retold_pairs, key=_likeness)
    keys = {key for retold in found for key in (retold.one.key, retold.other.key)}
    ruled = ruled_pairs(keys, RELEASE, NOT_RELEASE) if found else set()
    undecided = [retold for retold in found if (retold.one.key, retold.other.key) not in ruled]
    return _told(_best_of_each(undecided))


def _news() -> list[News]:
    topics = defaultdict(set)
    named = AnnouncementTopic.objects.visible().order_by()
    for key, name in named.values_list("content_object__key", "tag__name"):
        topics[key].add(name)
    rows = Announcement.objects.visible().order_by("pk")
    columns = ("key", "text", "status", "conference__year", "conference__starts")
    return [
        News(key, text, status, year, str(starts or ""), frozenset(topics[key]))
        for key, text, status, year, starts in rows.values_list(*columns)
    ]


def _likeness(retold: Retold) -> tuple[int, int, str, str]:
    return -len(retold.topics), -len(retold.words), retold.one.key, retold.other.key


def _best_of_each(found: Iterable[Retold]) -> list[Retold]:
    by_plan = defaultdict(list)
    for retold in found:
        by_plan[retold.one.key].append(retold)
    return [retold for own in by_plan.values() for retold in own[:OF_ONE]]


def _told(found: list[Retold]) -> list[Likely]:
    """The pairs with their rows, in two words each: why, and why not."""
    keys = {key for retold in found for key in (retold.one.key, retold.other.key)}
    rows = Announcement.objects.select_related("conference").in_bulk(keys, field_name="key")
    return [
        Likely(
            Announcement.kind,
            rows[retold.one.key],
            rows[retold.other.key],
            _reasons(retold, rows[retold.one.key], rows[retold.other.key]),
            _doubts(retold),
        )
        for retold in found
    ]


def _reasons(retold: Retold, one: Any, other: Any) -> list[str]:
    when = [f"{SAID[row.status]} at “{row.conference.name}”" for row in (one, other)]
    words = "both say " + ", ".join(f"“{word}”" for word in retold.words[:TOLD])
    topics = [f"both are on “{name}”" for name in sorted(retold.topics)]
    return [", ".join(when), *topics, words]


def _doubts(retold: Retold) -> list[str]:
    doubts = [] if retold.topics else ["they have no topic in common"]
    if retold.one.versions and not retold.other.versions:
        doubts.append(f"the later does not name the version, {min(retold.one.versions)}")
    return doubts
