"""What templates need Python for: stored HTML, spans of dates, titles of the untitled."""

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from conferences.rendering import linked_html, plain_text

register = template.Library()

BEGINNING_WORDS = 45
LINE_ENDS = (".", "!", "?", ":", ";", ",", "…", "”", '"')


@register.filter
def shown_html(row):
    """The rendered text of a row; with the links that the page has attached to it, if any."""
    return linked_html(row.html, getattr(row, "links_in_text", ()))


@register.filter
def beginning(html):
    """The first words of rendered HTML, as plain text; a dot where a line ends without a sign."""
    lines = [
        line if line.endswith(LINE_ENDS) else f"{line} ·" for line in plain_text(html).split("\n")
    ]
    return Truncator(" ".join(lines).removesuffix(" ·")).words(BEGINNING_WORDS)


@register.filter
def date_span(conference):
    """When a conference was: "16–17 Nov 2015"; only its year where no date is known."""
    starts, ends = conference.starts, conference.ends
    if not starts:
        return str(conference.year or "")
    if not ends or ends == starts:
        return date_format(starts)
    if starts.year != ends.year:
        return f"{date_format(starts)} – {date_format(ends)}"
    first = "j" if starts.month == ends.month else "j M"
    joint = "–" if first == "j" else " – "
    return f"{date_format(starts, first)}{joint}{date_format(ends)}"


@register.filter
def full_title(talk):
    """A talk's title; where it has none, who spoke on what: "Untitled talk by Jane on scaling"."""
    names = ", ".join(
        row.speaker.name if row.speaker else row.credited_as for row in talk.visible_appearances
    )
    if talk.title or not names:
        return str(talk)
    if not talk.subject:
        return _("Untitled talk by %(names)s") % {"names": names}
    return _("Untitled talk by %(names)s on %(subject)s") % {
        "names": names,
        "subject": talk.subject,
    }


@register.filter
def place_of(row):
    """Where to read a row: a note or an announcement in its place on its talk's page.

    The keys' first digits tell the places on one page apart.
    """
    talk = getattr(row, "talk", None)
    if talk is None or not talk.is_visible:
        return row.get_absolute_url()
    return f"{talk.get_absolute_url()}#{row.kind}-{row.key[:8]}"


@register.filter
def address_beside(topic, other):
    """Where the talks on both topics are listed, which are named in one order everywhere."""
    return reverse("conferences:topics-both", args=sorted([topic.slug, other.slug]))


@register.filter
def marked(stretches):
    """Stretches of text as HTML, escaped, with a mark on those that were asked for."""
    return format_html_join(
        "",
        "{}",
        ((format_html("<mark>{}</mark>", text) if is_hit else text,) for text, is_hit in stretches),
    )


@register.filter
def host(url):
    """The host of an address, as a reader knows a site: "example.org"."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


@register.inclusion_tag("includes/header.html", takes_context=True)
def header(context):
    """The site's name, its sections, the one that the page belongs to marked, and its search."""
    path = context["request"].path if "request" in context else ""
    sections = (
        ("conferences", _("Conferences")),
        ("talks", _("Talks")),
        ("speakers", _("Speakers")),
        ("topics", _("Topics")),
        ("announcements", _("Announcements")),
        ("recaps", _("Recaps")),
    )
    addresses = [(reverse(f"conferences:{name}"), label) for name, label in sections]
    return {
        "searched": context.get("searched", ""),
        "sections": [
            {"url": url, "label": label, "is_current": path.startswith(url)}
            for url, label in addresses
        ],
    }
