"""Addresses: the admin, and everything readers see."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("conferences.pages.urls")),
]
