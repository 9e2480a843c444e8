"""Which conference and days an outline means."""

from django.db.models import Q

from conferences.importing.identity import conference_tokens, day_tokens, without_year
from conferences.importing.match.claims import Match, clip
from conferences.keys import key_of
from conferences.models import Day, Removed
from conferences.recaps.outline import DayEntry, Outline
from conferences.slugs import make_slug


def match_conference(match: Match) -> str:
    entry = match.outline.conference
    assert entry is not None  # plan.py turns away posts that name no conference
    name = clip(entry.name, 200)
    tokens = conference_tokens(name, entry.year, entry.url)
    key = match.settle("conference", tokens)
    label = conference_label(match.outline)
    return match.claim(
        "conference",
        key,
        entry,
        "conference",
        name=name,
        slug=make_slug("conference", label, key_of("conference", label)),
        series=without_year(name, entry.year),
        year=entry.year,
        website=match.web_address(entry.url, 500, entry),
        place=clip(entry.place, 200),
        starts=entry.starts,
        ends=entry.ends,
    )


def conference_label(outline: Outline) -> str:
    """Its name with its year: what addresses are made of."""
    entry = outline.conference
    assert entry is not None
    named = entry.year is None or str(entry.year) in entry.name
    return entry.name if named else f"{entry.name} {entry.year}"


def match_days(match: Match, conference: str) -> list[str | None]:
    return [
        _match_day(match, conference, entry, f"days/{index}")
        for index, entry in enumerate(match.outline.days)
    ]


def _match_day(match: Match, conference: str, entry: DayEntry, place: str) -> str | None:
    tokens = day_tokens(conference, entry.number, entry.date)
    if not tokens:
        return None
    key = match.settle("day", tokens)
    return match.claim(
        "day",
        _twin_of_day(key, conference, entry) or key,
        entry,
        place,
        conference=conference,
        number=entry.number,
        date=entry.date,
        title=clip(entry.title, 200),
        introduction=entry.introduction,
    )


def _twin_of_day(key: str, conference: str, entry: DayEntry) -> str | None:
    """The day that is on the site under the number or date, where the one meant is not there.

    None of it was meant by a post: a person renumbered it.
    """
    if Day.objects.filter(key=key, removed__in=["", Removed.BY_PERSON]).exists():
        return None
    same = Q(number=entry.number) if entry.number is not None else Q(date=entry.date)
    days = Day.objects.filter(same, removed="", conference__key=conference)
    return days.order_by().values_list("key", flat=True).first()
