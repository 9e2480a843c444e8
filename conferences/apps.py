from django.apps import AppConfig
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class ConferencesConfig(AppConfig):
    name = "conferences"
    verbose_name = "Talk notes"
    default = True

    def ready(self):
        from conferences.roles import create_roles  # models load after this module

        post_migrate.connect(create_roles, sender=self)


class NotesAdminConfig(AdminConfig):
    default_site = "conferences.admin_site.NotesAdminSite"

    def ready(self):
        super().ready()
        # Topics are rows of our own; taggit's stay empty and would only confuse.
        from taggit.models import Tag  # models load after this module

        admin.site.unregister(Tag)
