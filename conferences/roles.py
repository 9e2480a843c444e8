"""Who may do what: a group for each role, made by `migrate`.

A group is made once. Afterwards its rights are the site's own: what is given or taken there stays.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

DECIDE = "conferences.decide"
"""The right to decide what waits without the right to change rows at will."""

EDITORS, REVIEWERS, ADMINISTRATORS = "editors", "reviewers", "administrators"
WRITES = ("view_", "add_", "change_")
MAY = {
    EDITORS: {"conferences": WRITES},
    REVIEWERS: {"conferences": ("view_", "decide")},
    ADMINISTRATORS: {"conferences": (*WRITES, "decide"), "auth": (*WRITES, "delete_")},
}
"""By role and app how the names of the rights begin."""
ROLES = {"editor": EDITORS, "reviewer": REVIEWERS, "administrator": ADMINISTRATORS}


def create_roles(using="default", **_signal):
    """Make the groups that are not there yet; a receiver of `post_migrate`."""
    groups = Group.objects.using(using)
    missing = MAY.keys() - set(groups.filter(name__in=MAY).values_list("name", flat=True))
    if not missing:
        return
    for app in ("conferences", "auth"):
        create_permissions(apps.get_app_config(app), verbosity=0, using=using)
    rights = list(Permission.objects.using(using).select_related("content_type"))
    for name in sorted(missing):
        group = groups.create(name=name)
        group.permissions.set(right for right in rights if _has(MAY[name], right))


def _has(allowed, right):
    return right.codename.startswith(allowed.get(right.content_type.app_label, ()))
