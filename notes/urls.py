"""Addresses: the admin, and everything readers see."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import TemplateView

from conferences.pages.home import favicon

handler404 = "conferences.pages.missing.page_not_found"

urlpatterns = [
    path("admin/", admin.site.urls),
    path("favicon.ico", favicon),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain")),
    path("", include("conferences.pages.urls")),
]
