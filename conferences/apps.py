from django.apps import AppConfig
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig


class ConferencesConfig(AppConfig):
    name = "conferences"
    verbose_name = "Talk notes"
    default = True


class NotesAdminConfig(AdminConfig):
    default_site = "conferences.admin_site.NotesAdminSite"

    def ready(self):
        super().ready()
        # Topics are rows of our own; taggit's stay empty and would only confuse.
        from taggit.models import Tag  # models load after this module

        admin.site.unregister(Tag)
