import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from conferences.importing.decisions.releasing import RELEASE, ruled_pairs
from conferences.management.commands.create_editor import new_editor
from conferences.models import Announcement, Decision
from tests.admin.conftest import address_of, told
from tests.factories import make_announcement, make_conference

PAGE = "/admin/releases/"


def make_news(year, status):
    conference = make_conference(name=f"LoomConf {year}", year=year)
    return make_announcement(conference=conference, text=f"**Loom 2.0** {year}", status=status)


@pytest.fixture
def plan(db):
    return make_news(2016, "planned")


@pytest.fixture
def release(db):
    return make_news(2018, "released")


def sent(one, other, act="confirm", **more):
    return {"one": one.pk, "other": other.pk, "act": act} | more


def forms_on(client, address):
    """What the pairs on a page are decided by: the pair, and where it leads back to."""
    response = client.get(address)
    pairs = response.context.get("releases") or response.context.get("page") or ()
    return [(pair.one, pair.other) for pair in pairs], response.content.count(b'value="confirm"')


def confirmed():
    return ruled_pairs(Announcement.objects.values_list("key", flat=True), RELEASE)


def test_pair_waits_and_is_decided_on_three_pages(editor_client, plan, release):
    (waiting,) = editor_client.get("/admin/").context["waiting"]
    assert (waiting.count, waiting.what, waiting.address) == (
        1,
        "plan that may have been released since",
        PAGE,
    )
    assert editor_client.get("/admin/review/").content.count(b'value="confirm"') == 1
    for address in (PAGE, address_of(plan), address_of(release)):
        assert forms_on(editor_client, address) == ([(plan, release)], 1)


def test_confirmed_pair_waits_no_more_and_stands_on_both(editor_client, editor, plan, release):
    response = editor_client.post(PAGE, sent(plan, release, back=address_of(plan)))

    assert (response.url, told(response)) == (address_of(plan), ["Confirmed."])
    assert confirmed() == {(plan.key, release.key)}
    assert Decision.objects.get().user == editor
    assert editor_client.get("/admin/").context["waiting"] == []
    for row, other in ((plan, release), (release, plan)):
        (ruling,) = editor_client.get(address_of(row)).context["rulings"]
        assert (ruling.get_ruling_display(), ruling.other_row) == ("planned and released", other)


def test_refused_pair_is_not_proposed_again(editor_client, plan, release):
    response = editor_client.post(PAGE, sent(plan, release, "refuse", reason="another loom"))

    assert (response.url, told(response)) == (PAGE, ["Remembered."])
    assert (Decision.objects.get().ruling, Decision.objects.get().reason) == (
        "not release",
        "another loom",
    )
    assert forms_on(editor_client, PAGE) == ([], 0)


@pytest.mark.parametrize("act", ["confirm", "refuse"])
def test_what_was_decided_can_be_taken_back(editor_client, plan, release, act):
    editor_client.post(PAGE, sent(plan, release, act))

    address = f"/admin/undo/{Decision.objects.get().pk}/"
    assert editor_client.get(address).status_code == 200
    editor_client.post(address)

    assert confirmed() == set()
    assert forms_on(editor_client, PAGE) == ([(plan, release)], 1)


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org/", "", "javascript:1"])
def test_way_back_stays_on_the_site(editor_client, plan, release, back):
    assert editor_client.post(PAGE, sent(plan, release, back=back)).url == PAGE


@pytest.mark.parametrize("other", ["", "0", "x", "9" * 40])
def test_what_is_no_announcement_is_not_tied(editor_client, plan, other):
    response = editor_client.post(PAGE, {"one": plan.pk, "other": other, "act": "confirm"})

    assert told(response) == [
        "Nothing was decided: one of the announcements is not on the site any more."
    ]
    assert Decision.objects.count() == 0


def test_unknown_act_is_refused(editor_client, plan, release):
    assert editor_client.post(PAGE, sent(plan, release, "perhaps")).status_code == 400


def test_only_who_may_change_announcements_decides(client, admin_user, plan, release):
    assert client.post(PAGE, sent(plan, release)).status_code == 302
    admin_user.is_superuser = False
    admin_user.save()
    client.force_login(admin_user)
    assert client.post(PAGE, sent(plan, release)).status_code == 403

    assert Decision.objects.count() == 0


def test_who_may_only_look_sees_no_buttons(client, django_user_model, plan, release):
    viewer = django_user_model.objects.create_user("eve", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_announcement"))
    client.force_login(viewer)

    assert forms_on(client, PAGE) == ([(plan, release)], 0)
    assert client.post(PAGE, sent(plan, release)).status_code == 403


def test_other_sites_cannot_send_it(db, plan, release):
    client = Client(enforce_csrf_checks=True)
    client.force_login(new_editor("ed"))

    assert client.post(PAGE, sent(plan, release)).status_code == 403
