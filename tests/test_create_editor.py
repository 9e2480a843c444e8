import re

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


@pytest.fixture
def create_editor(capsys):
    def create_editor(*arguments):
        call_command("create_editor", *arguments)
        return capsys.readouterr().out

    return create_editor


def password_in(output):
    return re.fullmatch(r"Account:  \S+\nPassword: ([A-Za-z0-9]{16})\n", output)[1]


def test_account_can_log_in_with_the_printed_password(create_editor, client):
    password = password_in(create_editor())

    response = client.post("/admin/login/", {"username": "editor", "password": password})

    assert response.status_code == 302
    assert client.get("/admin/conferences/talk/add/").status_code == 200


def test_account_may_edit_every_row_and_do_nothing_else(create_editor, django_user_model):
    create_editor("--name", "ed")

    editor = django_user_model.objects.get(username="ed")
    rights = editor.get_all_permissions()
    assert (editor.is_staff, editor.is_superuser) == (True, False)
    assert {right.partition(".")[0] for right in rights} == {"conferences"}
    assert {right.partition(".")[2].partition("_")[0] for right in rights} == {
        "view",
        "add",
        "change",
    }
    assert "conferences.change_note" in rights


def test_second_time_changes_nothing(create_editor):
    password = password_in(create_editor())

    output = create_editor()

    assert output == "The account editor exists; --reset-password gives it a new password.\n"
    assert authenticate(username="editor", password=password)


def test_new_password_takes_the_place_of_the_old(create_editor):
    old = password_in(create_editor())

    new = password_in(create_editor("--reset-password"))

    assert authenticate(username="editor", password=new)
    assert authenticate(username="editor", password=old) is None


def test_new_password_of_an_account_that_is_not_there_makes_it(create_editor):
    password = password_in(create_editor("--name", "ed", "--reset-password"))

    assert authenticate(username="ed", password=password)


def test_two_editors_share_the_rights_of_one_group(create_editor, django_user_model):
    create_editor("--name", "ann")
    create_editor("--name", "ben")

    groups = [list(user.groups.all()) for user in django_user_model.objects.all()]
    assert groups[0] == groups[1]


@pytest.mark.parametrize("name", ["", "two words", "x" * 151, "a\nb"])
def test_name_that_cannot_be_one_is_refused(create_editor, django_user_model, name):
    with pytest.raises(CommandError, match="--name="):
        create_editor("--name", name)

    assert django_user_model.objects.count() == 0


@pytest.mark.parametrize(
    ("role", "group"),
    [("editor", "editors"), ("reviewer", "reviewers"), ("administrator", "administrators")],
)
def test_account_has_the_rights_of_its_role(create_editor, django_user_model, role, group):
    create_editor("--name", "ann", "--role", role)

    account = django_user_model.objects.get(username="ann")
    assert [own.name for own in account.groups.all()] == [group]
    assert (account.is_staff, account.is_superuser) == (True, False)
