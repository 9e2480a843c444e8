import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def rights_of(name):
    found = Permission.objects.filter(group__name=name)
    return set(found.values_list("content_type__app_label", "codename"))


def test_every_role_has_a_group():
    names = set(Group.objects.values_list("name", flat=True))

    assert names == {"editors", "reviewers", "administrators"}


def test_reviewers_look_at_everything_and_decide():
    rights = rights_of("reviewers")

    assert ("conferences", "decide") in rights
    assert ("conferences", "view_note") in rights
    assert {name for _app, name in rights if not name.startswith("view_")} == {"decide"}


def test_editors_have_no_right_beyond_the_catalogue():
    apps = {app for app, _name in rights_of("editors")}
    deeds = {name.partition("_")[0] for _app, name in rights_of("editors")}

    assert apps == {"conferences"}
    assert deeds == {"view", "add", "change"}


def test_administrators_manage_accounts_and_delete_nothing_of_the_catalogue():
    rights = rights_of("administrators")

    assert rights_of("editors") | rights_of("reviewers") < rights
    assert {name for app, name in rights if name.startswith("delete_")} == {
        "delete_user",
        "delete_group",
        "delete_permission",
    }


def test_what_a_site_gave_or_took_stays_when_it_migrates_again():
    editors = Group.objects.get(name="editors")
    editors.permissions.remove(Permission.objects.get(codename="add_link"))
    editors.permissions.add(Permission.objects.get(codename="view_user"))
    before = rights_of("editors")

    call_command("migrate", verbosity=0)

    assert rights_of("editors") == before


def test_group_that_was_deleted_is_made_again():
    Group.objects.get(name="reviewers").delete()

    call_command("migrate", verbosity=0)

    assert ("conferences", "decide") in rights_of("reviewers")
