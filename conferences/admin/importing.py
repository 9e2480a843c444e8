"""The import page: posts uploaded or pasted, the plan shown, then carried out as it was shown.

Many posts are shown portion by portion: each is planned when the one before it is done, and all
that are chosen go into one run. What is still to come travels with the form.
"""

import base64

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _

from conferences.admin.applying import carry_out, chosen_in, plan_posts, portion_of, run_of
from conferences.admin.rows import row_link
from conferences.admin.uploads import FILES_LIMIT, UploadForm, sent_again
from conferences.importing.apply import Importer, Status
from conferences.importing.posts import digest_at
from conferences.models import RecapPath


class ImportAdmin:
    """An admin of recaps with a page that imports them."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name="conferences_recap_import"), *super().get_urls()]

    def may_import(self, request):
        return self.has_add_permission(request) and self.has_change_permission(request)

    def import_view(self, request):
        if not self.may_import(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._ask(request, UploadForm())
        return self._apply(request) if "total" in request.POST else self._plan(request)

    def _plan(self, request):
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._ask(request, form)
        return self._show_next(request, form.posts, len(form.posts))

    def _apply(self, request):
        try:
            posts = sent_again(request.POST)
        except ValidationError as error:
            messages.error(request, error.message)
            return self._ask(request, UploadForm())
        run, total = run_of(request.user, request.POST.get("run", "")), _total(request, posts)
        importer, portion = _importer(request, posts, run), portion_of(posts)
        plan, is_done = carry_out(importer, portion, chosen_in(request.POST))
        if not is_done:
            messages.warning(request, another_plan(plan))
            return self._show(request, posts, total, run, plan)
        tell(request, plan, importer.run)
        rest = posts[len(portion) :]
        if rest:
            return self._show_next(request, rest, total, importer.run)
        return redirect("admin:conferences_recap_changelist")

    def _ask(self, request, form):
        return self.page(request, "import.html", title=_("Import posts"), form=form)

    def _show_next(self, request, posts, total, run=None):
        plan = plan_posts(_importer(request, posts, run), portion_of(posts))
        return self._show(request, posts, total, run, plan)

    def _show(self, request, posts, total, run, plan):
        done = total - len(posts)
        context = {
            "plan": plan,
            "sent": [(post.path, base64.b64encode(post.data).decode()) for post in posts],
            "run": run,
            "total": total,
            "done": done,
            "first": done + 1,
            "last": done + len(plan.posts),
        }
        title = _("What the import will do")
        return self.page(request, "import_plan.html", title=title, **context)

    def page(self, request, template, **context):
        shared = self.admin_site.each_context(request) | {"opts": self.opts}
        return TemplateResponse(request, f"admin/conferences/{template}", shared | context)


def another_plan(plan):
    if any(post.is_left_out for post in plan.posts):
        return _(
            "Without the posts left out, or because the catalogue has changed since, "
            "the others do something else: this is the new plan."
        )
    return _("The catalogue has changed since: this is the new plan.")


def tell(request, plan, run):
    """What was done by now, which posts were left out and which failed."""
    if run:
        done = format_html(_("Done, as {}: {}."), row_link(run), run.did or _("no row changed"))
        messages.success(request, done)
    if left_out := sum(post.is_left_out for post in plan.posts):
        messages.info(request, _("Left out: %d.") % left_out)
    for post in plan.posts:
        if post.status == Status.FAILED:
            messages.error(request, f"{post.name}:{post.line}: {post.reason}")


def _importer(request, posts, run):
    """What stands at the places of the upload is what it holds, then and now."""
    digests = {post.place: post.sha256 for post in posts}
    if run:
        seen = RecapPath.objects.filter(recap__versions__run=run)
        digests = dict(seen.values_list("path", "sha256")) | digests
    return Importer(
        arguments=sorted(digests),
        user=request.user,
        run=run,
        digest_at=lambda place: digests.get(place) or digest_at(place),
    )


def _total(request, posts):
    """Of how many posts these are the last."""
    told = request.POST["total"]
    is_number = told.isascii() and told.isdigit() and len(told) < 5
    return max(len(posts), min(int(told), FILES_LIMIT)) if is_number else len(posts)
