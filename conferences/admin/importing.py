"""The import page: posts uploaded or pasted, the plan shown, then carried out as it was shown."""

import base64

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _

from conferences.admin.planning import carry_out, plan_import
from conferences.admin.rows import row_link
from conferences.admin.uploads import UploadForm, sent_again
from conferences.importing.apply import Status


class ImportAdmin:
    """An admin of recaps with a page that imports them."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name="conferences_recap_import"), *super().get_urls()]

    def import_view(self, request):
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        if request.method != "POST":
            return self._ask(request, UploadForm())
        return self._apply(request) if "plan" in request.POST else self._plan(request)

    def _plan(self, request):
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._ask(request, form)
        return self._show(request, form.posts, plan_import(form.posts, request.user))

    def _apply(self, request):
        try:
            posts = sent_again(request.POST)
        except ValidationError as error:
            messages.error(request, error.message)
            return self._ask(request, UploadForm())
        plan, run = carry_out(posts, request.user, request.POST["plan"])
        if plan.digest != request.POST["plan"]:
            messages.warning(request, _("The catalogue has changed since: this is the new plan."))
            return self._show(request, posts, plan)
        _tell(request, plan, run)
        return redirect("admin:conferences_recap_changelist")

    def _ask(self, request, form):
        return self._page(request, "import.html", title=_("Import posts"), form=form)

    def _show(self, request, posts, plan):
        sent = [(post.path, base64.b64encode(post.data).decode()) for post in posts]
        title = _("What the import will do")
        return self._page(request, "import_plan.html", title=title, plan=plan, sent=sent)

    def _page(self, request, template, **context):
        shared = self.admin_site.each_context(request) | {"opts": self.opts, "media": self.media}
        return TemplateResponse(request, f"admin/conferences/{template}", shared | context)


def _tell(request, plan, run):
    if run:
        done = format_html(_("Done, as {}: {}."), row_link(run), plan.summary)
        messages.success(request, done)
    for post in plan.posts:
        if post.status == Status.FAILED:
            messages.error(request, f"{post.name}:{post.line}: {post.reason}")
