"""An account for somebody who edits: all of the catalogue, but no accounts and no deleting."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.db import transaction
from django.utils.crypto import get_random_string

from conferences.management.base import CatalogueCommand

GROUP = "editors"
MAY = ("view_", "add_", "change_")


class Command(CatalogueCommand):
    help = "Creates an account for an editor and prints its password, which is told only once."

    def add_arguments(self, parser):
        parser.add_argument("--name", default="editor", help="of the account (default: editor)")
        parser.add_argument(
            "--reset-password", action="store_true", help="give the account a new password"
        )

    @transaction.atomic
    def handle(self, *, name, reset_password, **options):
        editor = get_user_model().objects.filter(username=name).first()
        if editor and not reset_password:
            self.stdout.write(
                f"The account {name} exists; --reset-password gives it a new password."
            )
            return
        password = get_random_string(16)
        editor = editor or new_editor(name)
        editor.set_password(password)
        editor.save()
        self.stdout.write(f"Account:  {name}\nPassword: {password}")


def new_editor(name):
    editor = get_user_model()(username=name, is_staff=True)
    try:
        editor.clean_fields(exclude=["password"])
    except ValidationError as error:
        raise CommandError(f"--name={name!r}: {' '.join(error.messages)}") from error
    editor.save()
    editor.groups.add(editors())
    return editor


def editors():
    """The group whose members may view, add and change every row."""
    group, is_new = Group.objects.get_or_create(name=GROUP)
    if is_new:
        ours = Permission.objects.filter(content_type__app_label="conferences")
        group.permissions.set(rule for rule in ours if rule.codename.startswith(MAY))
    return group
