"""Every kind of page of the admin that editors use, to those who cannot see it as meant."""

import pytest

from conferences import models
from tests.admin.conftest import address_of, list_of
from tests.admin.uploading import DAY
from tests.browser.steps import follow
from tests.factories import make_run, make_source, make_speaker, make_topic
from tests.shelf import make_shelf

IMPORT = "/admin/conferences/recap/import/"
# In what Django brings along, and we can mend only by keeping copies of it: tables of rows have
# headings over nothing, and select2 gives the box within its named box a role but no name.
DJANGOS_OWN = (
    ("empty-table-header", '<th class="original"></th>'),
    ("empty-table-header", "<th></th>"),
    ("aria-input-field-name", '<span class="select2-selection__rendered"'),
)


@pytest.fixture
def shelf(transactional_db):
    """A catalogue in which each kind of page has something to show."""
    shelf = make_shelf()
    shelf.talk.title = "New title"
    shelf.talk.save()
    models.Talk.objects.update(said={"title": "New"})
    shelf.conflict = models.Conflict.objects.create(
        kind="talk",
        key=shelf.talk.key,
        field="title",
        said="New\n",
        value="New title",
        run=make_run(),
    )
    return shelf


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_lists(visit, page, shelf, axe_finds, theme):
    page.emulate_media(color_scheme=theme)
    lists = [
        models.Conference,
        models.Talk,
        models.Note,
        models.Announcement,
        models.Speaker,
        models.Topic,
        models.Recap,
        models.Run,
    ]
    addresses = [
        "/admin/",
        "/quality/",
        list_of(models.Conflict) + "?outcome=open",
        *map(list_of, lists),
    ]

    found = []
    for address in addresses:
        visit(address)
        found += axe_finds()

    assert ours(found) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_forms(visit, page, shelf, axe_finds, theme):
    page.emulate_media(color_scheme=theme)
    rows = [
        shelf.conference,
        shelf.day,
        shelf.talk,
        shelf.talk.notes.first(),
        shelf.announcement,
        shelf.speaker,
        shelf.topic,
        shelf.recap,
        shelf.conflict,
        models.Talk,
        models.Note,
    ]

    found = []
    for row in rows:
        visit(address_of(row))
        found += axe_finds()

    assert ours(found) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_other_pages(visit, page, shelf, axe_finds, theme):
    page.emulate_media(color_scheme=theme)
    history = f"/admin/conferences/talk/{shelf.talk.pk}/history/"
    old = f"{history}{shelf.talk.history.last().pk}/"

    found = []
    post = shelf.recap.get_absolute_url()
    for address in (history, old, "/admin/password_change/", post, IMPORT):
        visit(address)
        found += axe_finds()
    page.fill("#id_text", DAY)
    page.fill("#id_name", "one.md")
    follow(page, "text=Show the plan")
    found += axe_finds()
    follow(page, "[value=Apply]")
    run = models.Run.objects.get(arguments=["upload:one.md"])
    visit(address_of(run))
    found += axe_finds()
    follow(page, "text=Undo…")
    found += axe_finds()
    visit(address_of(shelf.talk))
    follow(page, "text=Remove from the site")
    found += axe_finds()
    page.context.clear_cookies()
    visit("/admin/login/")
    found += axe_finds()

    assert ours(found) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_where_is_decided_what_is_one(visit, page, shelf, axe_finds, theme):
    page.emulate_media(color_scheme=theme)
    one, other = shelf.speaker, make_speaker(name="J. Doe", biography="Tests.")
    models.Speaker.objects.filter(pk=one.pk).update(biography="Tests things.")
    make_topic(status="proposed")
    make_source(row=one, doubt="a guess")
    decision = models.Decision.objects.create(
        ruling="not same", kind="speaker", key=one.key, other_key=make_speaker(name="Bo").key
    )
    merge = f"/admin/merge/speaker/?stay={one.pk}"

    found = []
    for address in (
        "/admin/review/",
        "/admin/duplicates/speaker/",
        merge,
        f"{merge}&go={other.pk}",
        f"/admin/undo/{decision.pk}/",
        f"/admin/split/{one.pk}/",
        address_of(one),
    ):
        visit(address)
        found += axe_finds()

    assert ours(found) == []


def ours(found):
    """What axe found but for what is Django's own."""
    return [
        (url, rule, html)
        for url, rule, html in found
        if not any(rule == known and html.startswith(start) for known, start in DJANGOS_OWN)
    ]
