"""Who and what is named in the texts of a page, and where else its own row is."""

from collections import defaultdict

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from conferences.models import Mention, Speaker, Talk, Topic
from conferences.rendering import Link

NAMED = {"speaker": Speaker, "topic": Topic, "talk": Talk}
FORMS = {"speaker": "person"}
MOST = 12


def attach_mentions(texts, row=None):
    """Give each text on a page its `links_in_text`; in one query, whatever the page.

    Gives back what the page shows of the newest mentions of `row` in other texts.
    """
    texts = list(texts)
    wanted = Q(text_key__in=[text.key for text in texts])
    if row:
        wanted |= Q(pk__in=_newest(row))
    found = list(Mention.objects.filter(wanted).annotate(target=_slug_of_what_is_named()))
    links = defaultdict(list)
    for mention in found:
        if mention.target:
            links[mention.text_key].append(_link(mention))
    for text in texts:
        text.links_in_text = links[text.key]
    of_row = [mention for mention in found if row and mention.key == row.key and not mention.is_own]
    newest = sorted(of_row, key=lambda mention: (-mention.year, mention.text_key))
    return {"mentions": newest[:MOST], "are_mentions_more": len(newest) > MOST}


def _newest(row):
    mentions = Mention.objects.filter(key=row.key, is_own=False)
    return mentions.order_by(F("year").desc(), "text_key").values("pk")[: MOST + 1]


def _slug_of_what_is_named():
    visible = (model.objects.visible().filter(key=OuterRef("key")) for model in NAMED.values())
    return Coalesce(*(Subquery(rows.values("slug")[:1]) for rows in visible))


def _link(mention):
    url = NAMED[mention.kind](slug=mention.target).get_absolute_url()
    text = " ".join(mention.sentence[1].split())
    return Link(mention.start, mention.end, text, url, FORMS.get(mention.kind, mention.kind))
