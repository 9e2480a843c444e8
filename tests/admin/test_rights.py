import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import NoReverseMatch, reverse

from conferences import models
from conferences.management.commands.create_editor import new_editor
from tests.admin.examples import EXAMPLES
from tests.factories import make_speaker, make_topic

ROW = "rows that people edit"
TEXT = "rows with a text in Markdown"
RECAP = "recaps, which are imported"
JOURNAL = "what is only read"
DECIDED = "what is read and decided"
RUN = "runs, which are undone"

KINDS = {
    models.Announcement: TEXT,
    models.AnnouncementTopic: ROW,
    models.Appearance: ROW,
    models.Conference: TEXT,
    models.Conflict: DECIDED,
    models.Day: TEXT,
    models.Decision: JOURNAL,
    models.Handle: ROW,
    models.Identity: JOURNAL,
    models.Link: ROW,
    models.Mention: JOURNAL,
    models.Note: TEXT,
    models.OldAddress: JOURNAL,
    models.Recap: RECAP,
    models.RecapPath: JOURNAL,
    models.Run: RUN,
    models.Source: JOURNAL,
    models.Speaker: TEXT,
    models.SpeakerName: ROW,
    models.Talk: ROW,
    models.TalkTopic: ROW,
    models.Topic: TEXT,
    models.TopicAlias: ROW,
    models.Version: JOURNAL,
}

# What GET, then POST without any data, answer: to the anonymous, to staff without rights, to
# those who may view, to reviewers, to editors, to superusers. 302 is the way to the login page,
# 200 after POST a form with errors.
ANSWERS = {
    ROW: {
        "changelist": [(302, 302), (403, 403), (200, 200), (200, 200), (200, 200), (200, 200)],
        "add": [(302, 302), (403, 403), (403, 403), (403, 403), (200, 200), (200, 200)],
        "change": [(302, 302), (403, 403), (200, 403), (200, 403), (200, 200), (200, 200)],
        "history": [(302, 302), (403, 403), (200, 200), (200, 200), (200, 200), (200, 200)],
        "simple_history": [(302, 302), (403, 403), (200, 403), (200, 403), (200, 200), (200, 200)],
        "delete": [(302, 302), (403, 403), (403, 403), (403, 403), (403, 403), (403, 403)],
        "decide": None,
        "import": None,
        "preview": None,
        "reread": None,
        "undo": None,
    },
    JOURNAL: {
        "changelist": [(302, 302), (403, 403), (200, 200), (200, 200), (200, 200), (200, 200)],
        "add": [(302, 302), (403, 403), (403, 403), (403, 403), (403, 403), (403, 403)],
        "change": [(302, 302), (403, 403), (200, 403), (200, 403), (200, 403), (200, 403)],
        "history": [(302, 302), (403, 403), (200, 200), (200, 200), (200, 200), (200, 200)],
        "simple_history": None,
        "delete": [(302, 302), (403, 403), (403, 403), (403, 403), (403, 403), (403, 403)],
        "decide": None,
        "import": None,
        "preview": None,
        "reread": None,
        "undo": None,
    },
}
ANSWERS[TEXT] = ANSWERS[ROW] | {
    "preview": [(302, 302), (403, 403), (403, 403), (403, 403), (405, 200), (405, 200)],
}
ANSWERS[RECAP] = ANSWERS[ROW] | {
    "import": [(302, 302), (403, 403), (403, 403), (403, 403), (200, 200), (200, 200)],
    "reread": [(302, 302), (403, 403), (403, 403), (403, 403), (200, 302), (200, 302)],
}
ANSWERS[DECIDED] = ANSWERS[JOURNAL] | {
    "decide": [(302, 302), (403, 403), (403, 403), (405, 400), (405, 400), (405, 400)],
}
ANSWERS[RUN] = ANSWERS[JOURNAL] | {
    "undo": [(302, 302), (403, 403), (403, 403), (200, 200), (200, 200), (200, 200)],
}


@pytest.fixture
def browsers(db, django_user_model):
    """A client for each sort of people, as the answers stand in the table."""
    create = django_user_model.objects.create_user
    viewer = create("viewer", is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    superuser = django_user_model.objects.create_superuser("super")
    reviewer = new_editor("rev", "reviewer")
    users = [create("staff", is_staff=True), viewer, reviewer, new_editor("ed"), superuser]
    clients = [Client() for _ in (None, *users)]
    for client, user in zip(clients[1:], users, strict=True):
        client.force_login(user)
    return clients


ROWLESS = ("changelist", "add", "import", "preview", "reread")
"""Views of a model that are not about one row."""


def address(model, view, row):
    arguments = [] if view in ROWLESS else [row.pk]
    if view == "simple_history" and hasattr(row, "history"):
        arguments.append(row.history.first().pk)
    try:
        return reverse(f"admin:conferences_{model._meta.model_name}_{view}", args=arguments)
    except NoReverseMatch:
        return None


def answers(client, address):
    return client.get(address).status_code, client.post(address).status_code


def test_rights_are_told_for_every_model_of_the_admin():
    ours = {model for model in admin.site._registry if model._meta.app_label == "conferences"}

    assert ours == set(KINDS) == set(EXAMPLES)


def test_rights_are_told_for_every_address_of_the_admin():
    told = set(ANSWERS[ROW]) | {""}

    for model in KINDS:
        routes = admin.site.get_model_admin(model).get_urls()
        prefix = f"conferences_{model._meta.model_name}_"
        assert {(route.name or "").removeprefix(prefix) for route in routes} <= told


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_rights_of_everybody(browsers, model):
    row = EXAMPLES[model](1)

    found = {
        view: where and [answers(client, where) for client in browsers]
        for view in ANSWERS[KINDS[model]]
        for where in [address(model, view, row)]
    }

    assert found == ANSWERS[KINDS[model]]
    assert model.objects.get(pk=row.pk) == row


# What reviewers, editors and administrators get at the addresses that are of no single model.
PAGES = {
    "/admin/": (200, 200, 200),
    "/admin/review/": (200, 200, 200),
    "/admin/duplicates/speaker/": (200, 200, 200),
    "/admin/merge/speaker/?stay={speaker}": (200, 200, 200),
    "/admin/split/{speaker}/": (200, 200, 200),
    "/admin/undo/{decision}/": (200, 200, 200),
    "/quality/": (200, 200, 200),
    "/quality/talks-without-topics/": (404, 200, 200),
    "/admin/auth/user/": (403, 403, 200),
    "/admin/auth/user/add/": (403, 403, 200),
    "/admin/auth/group/": (403, 403, 200),
}


@pytest.mark.parametrize("address", PAGES)
def test_pages_of_each_role(client, db, address):
    numbers = {"speaker": make_speaker().pk, "decision": EXAMPLES[models.Decision](1).pk}

    found = []
    for role in ("reviewer", "editor", "administrator"):
        client.force_login(new_editor(role, role))
        found.append(client.get(address.format(**numbers)).status_code)

    assert tuple(found) == PAGES[address]


@pytest.mark.parametrize("role", ["reviewer", "editor", "administrator"])
def test_who_decides_approves_topics(client, db, role):
    client.force_login(new_editor("ann", role))
    topic = make_topic(status="proposed")

    client.post("/admin/review/", {"topic": topic.pk, "status": "approved"})

    topic.refresh_from_db()
    assert topic.status == "approved"


def test_who_only_decides_changes_no_text(client, db):
    client.force_login(new_editor("ann", "reviewer"))
    topic = make_topic(name="Docker")

    answer = client.post(f"/admin/conferences/topic/{topic.pk}/change/", {"name": "Podman"})

    topic.refresh_from_db()
    assert (answer.status_code, topic.name) == (403, "Docker")
