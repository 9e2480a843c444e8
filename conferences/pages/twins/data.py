"""JSON: what a page says, as data. Every address in it is whole."""

from django.http import JsonResponse
from django.urls import reverse

from conferences.models import Source
from conferences.pages.releases import attach_releases, saying_if_tied
from conferences.pages.twins import twin_of
from conferences.templatetags.catalogue import full_title, place_of

HAVE_DATA = ("conference", "talk", "speaker", "topic", "recap")


def list_data(request, title, path, page, data_of):
    """A page of a list, and where the pages before and after it are."""
    return JsonResponse(
        {
            "title": title,
            "url": request.build_absolute_uri(path),
            "count": page.paginator.count,
            "page": page.number,
            "pages": page.paginator.num_pages,
            "previous": _page(request, page.number - 1) if page.has_previous() else None,
            "next": _page(request, page.number + 1) if page.has_next() else None,
            "rows": [data_of(request, row) for row in page],
        }
    )


def detail_data(request, row):
    more = MORE[row.kind](request, row) if row.kind in MORE else {}
    return JsonResponse(row_data(request, row) | more)


def row_data(request, row):
    """What a line of a list says of a row; no more is asked of the database."""
    address = place_of(row)
    data = {"kind": row.kind, "key": row.key, "url": request.build_absolute_uri(address)}
    if row.kind in HAVE_DATA:
        data["json"] = request.build_absolute_uri(twin_of(row.get_absolute_url(), "json"))
    return data | ROWS[row.kind](request, row) | {"changed": row.changed_at.isoformat()}


def hit_data(request, hit):
    """What the list says of a row that was found, and where what was asked for is read."""
    text = "".join(text for text, _is_hit in hit.snippet)
    passage = {"url": request.build_absolute_uri(hit.url), "text": text}
    return row_data(request, hit.row) | {"passage": passage}


def _conference(request, row):
    return {
        "name": row.name,
        "series": row.series,
        "year": row.year,
        "starts": row.starts,
        "ends": row.ends,
        "place": row.place,
        "website": row.website,
        "talks": row.talk_count,
        "announcements": row.announcement_count,
    }


def _talk(request, row):
    return {
        "title": full_title(row),
        "is_titled": bool(row.title),
        "talk_kind": row.talk_kind,
        "language": row.language,
        "conference": _link(request, row.conference),
        "day": _day(row.day),
        "speakers": [
            {
                "credited_as": appearance.credited_as,
                "role": appearance.role,
                "speaker": _link(request, appearance.speaker) if appearance.speaker else None,
            }
            for appearance in row.visible_appearances
        ],
    }


def _speaker(request, row):
    return {"name": row.name, "talks": row.talk_count}


def _announcement(request, row):
    talk = row.talk if row.talk and row.talk.is_visible else None
    return {
        "html": row.html,
        "status": row.status,
        "conference": _link(request, row.conference),
        "day": _day(row.day),
        "talk": _link(request, talk) if talk else None,
        "earlier": [_told(request, one) for one in row.earlier],
        "later": [_told(request, one) for one in row.later],
    }


def _told(request, row):
    """Another announcement of the same thing, as a person confirmed."""
    address = request.build_absolute_uri(place_of(row))
    conference = _link(request, row.conference)
    return {"key": row.key, "url": address, "status": row.status, "conference": conference}


def _recap(request, row):
    return {
        "title": row.title,
        "author": row.author,
        "published": row.published,
        "language": row.language,
        "licence": row.licence,
        "original": row.url,
        "notes": row.note_count,
    }


ROWS = {
    "conference": _conference,
    "talk": _talk,
    "speaker": _speaker,
    "topic": _speaker,
    "announcement": _announcement,
    "recap": _recap,
}


def _more_of_conference(request, row):
    days, talks = row.days.visible(), reverse("conferences:talks-twin", args=["json"])
    return {
        "html": row.html,
        "days": [_day(day) | {"title": day.title} for day in days],
        "talks_json": f"{request.build_absolute_uri(talks)}?conference={row.slug}",
    }


def _more_of_talk(request, row):
    notes = Source.objects.attach_to(row.notes.visible().select_related("recap"))
    announcements = attach_releases(saying_if_tied(row.announcements.visible().for_cards()))
    topics = row.topic_rows.visible().select_related("tag")
    return {
        "topics": [_link(request, topic.tag) for topic in topics],
        "links": [
            {"url": link.url, "text": link.text, "kind": link.link_kind}
            for link in row.links.visible()
        ],
        "notes": [_note(request, note) for note in notes],
        "announcements": [row_data(request, news) for news in announcements],
    }


def _note(request, note):
    return {
        "key": note.key,
        "url": request.build_absolute_uri(place_of(note)),
        "html": note.html,
        "author": note.recap.author if note.recap else None,
        "recap": _link(request, note.recap) if note.recap else None,
        "lines": [[place.line, place.last_line] for place in note.places],
    }


def _more_of_speaker(request, row):
    handles = row.handles.visible()
    return {
        "html": row.html,
        "names": [name.name for name in row.names.visible()],
        "handles": [{"site": one.site, "handle": one.handle, "url": one.url} for one in handles],
    }


def _more_of_topic(request, row):
    return {"html": row.html, "aliases": [alias.name for alias in row.aliases.visible()]}


MORE = {
    "conference": _more_of_conference,
    "talk": _more_of_talk,
    "speaker": _more_of_speaker,
    "topic": _more_of_topic,
}


def _link(request, row):
    return {"name": str(row), "url": request.build_absolute_uri(row.get_absolute_url())}


def _day(day):
    if day is None or not day.is_visible:
        return None
    return {"number": day.number, "date": day.date}


def _page(request, number):
    query = request.GET.copy()
    query["page"] = number
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
