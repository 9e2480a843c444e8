"""What a page is about, in the words of schema.org."""

from django.urls import reverse

from conferences.templatetags.catalogue import full_title

MOST_TALKS = 50


def website(request):
    home = request.build_absolute_uri(reverse("conferences:home"))
    search = request.build_absolute_uri(reverse("conferences:search"))
    return {
        "@type": "WebSite",
        "@id": home,
        "url": home,
        "name": "Talk notes",
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{search}?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
    }


def conference(request, row, talks):
    """A conference with those of its talks that stand on the page."""
    return _conference(request, row) | {
        "description": row.description,
        "sameAs": row.website,
        "subEvent": [_talk(request, talk) for talk in talks[:MOST_TALKS]],
    }


def day(request, row, talks):
    return _thing(request, "Event", row, str(row)) | {
        "startDate": _date(row.date),
        "endDate": _date(row.date),
        "superEvent": _conference(request, row.conference),
        "subEvent": [_talk(request, talk) for talk in talks[:MOST_TALKS]],
    }


def talk(request, row, topics, notes):
    recaps = {note.recap for note in notes if note.recap}
    return _talk(request, row) | {
        "superEvent": _conference(request, row.conference),
        "inLanguage": row.language,
        "about": [_topic(request, topic) for topic in topics],
        "subjectOf": [
            _article(request, recap) for recap in sorted(recaps, key=lambda recap: recap.pk)
        ],
    }


def speaker(request, row, names, handles):
    return _thing(request, "Person", row, row.name) | {
        "alternateName": [name.name for name in names],
        "description": row.biography,
        "sameAs": [handle.url for handle in handles if handle.url],
    }


def topic(request, row, aliases):
    return _topic(request, row) | {
        "alternateName": [alias.name for alias in aliases],
        "description": row.description,
    }


def recap(request, row, conferences):
    return _article(request, row) | {
        "license": row.licence,
        "about": [_conference(request, conference) for conference in conferences],
    }


def _conference(request, row):
    return _thing(request, "Event", row, row.name) | {
        "startDate": _date(row.starts),
        "endDate": _date(row.ends or row.starts),
        "location": row.place and {"@type": "Place", "name": row.place},
    }


def _talk(request, row):
    there = row.day if row.day and row.day.is_visible else None
    return _thing(request, "Event", row, full_title(row)) | {
        "startDate": _date(there and there.date),
        "performer": [_person(request, appearance) for appearance in row.visible_appearances],
    }


def _person(request, appearance):
    if appearance.speaker is None:
        return {"@type": "Person", "name": appearance.credited_as}
    return _thing(request, "Person", appearance.speaker, appearance.speaker.name)


def _topic(request, row):
    return _thing(request, "DefinedTerm", row, row.name)


def _article(request, row):
    """The post itself, which is its author's."""
    data = _thing(request, "Article", row, row.title)
    return data | {
        "headline": data.pop("name"),
        "author": row.author and {"@type": "Person", "name": row.author},
        "datePublished": _date(row.published),
        "inLanguage": row.language,
        "isBasedOn": row.url,
    }


def _thing(request, kind, row, name):
    address = request.build_absolute_uri(row.get_absolute_url())
    return {"@type": kind, "@id": address, "url": address, "name": name}


def _date(day):
    return day and day.isoformat()
