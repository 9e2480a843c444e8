"""An account for somebody who edits, reviews or administers."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.db import transaction
from django.utils.crypto import get_random_string

from conferences.management.base import CatalogueCommand
from conferences.roles import ROLES, create_roles


class Command(CatalogueCommand):
    help = "Creates an account for an editor and prints its password, which is told only once."

    def add_arguments(self, parser):
        parser.add_argument("--name", default="editor", help="of the account (default: editor)")
        parser.add_argument(
            "--role",
            choices=ROLES,
            default="editor",
            help="what a new account may do (default: editor)",
        )
        parser.add_argument(
            "--reset-password", action="store_true", help="give the account a new password"
        )

    @transaction.atomic
    def handle(self, *, name, role, reset_password, **options):
        editor = get_user_model().objects.filter(username=name).first()
        if editor and not reset_password:
            self.stdout.write(
                f"The account {name} exists; --reset-password gives it a new password."
            )
            return
        password = get_random_string(16)
        editor = editor or new_editor(name, role)
        editor.set_password(password)
        editor.save()
        self.stdout.write(f"Account:  {name}\nPassword: {password}")


def new_editor(name, role="editor"):
    editor = get_user_model()(username=name, is_staff=True)
    try:
        editor.clean_fields(exclude=["password"])
    except ValidationError as error:
        raise CommandError(f"--name={name!r}: {' '.join(error.messages)}") from error
    editor.save()
    create_roles()
    editor.groups.add(Group.objects.get(name=ROLES[role]))
    return editor
