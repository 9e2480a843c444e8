"""A newer reader: what it makes of the posts that an older one read, shown before it is done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from conferences.admin.applying import PORTION, carry_out, chosen_in, plan_posts, portion_of, run_of
from conferences.admin.importing import another_plan, tell
from conferences.admin.rows import is_number
from conferences.importing.apply import Importer
from conferences.importing.posts import read_by_another
from conferences.importing.rereading import stored_post


class RereadAdmin:
    """An admin of recaps with a page that reads them again; it has the import page beside it."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.reread_view)
        return [path("reread/", view, name="conferences_recap_reread"), *super().get_urls()]

    def reread_view(self, request):
        if not self.may_import(request):
            raise PermissionDenied
        if request.method == "POST":
            return self._reread(request)
        after = request.GET.get("after", "")
        versions = read_by_another().filter(recap__gt=int(after) if is_number(after) else 0)
        run = run_of(request.user, request.GET.get("run", ""))
        posts = portion_of(_posts(versions))
        return self._show_reread(request, posts, run, plan_posts(_importer(request, run), posts))

    def _reread(self, request):
        run = run_of(request.user, request.POST.get("run", ""))
        numbers = [number for number in request.POST.getlist("recap") if is_number(number)]
        posts, importer = (
            _posts(read_by_another().filter(recap__in=numbers)),
            _importer(request, run),
        )
        plan, is_done = carry_out(importer, posts, chosen_in(request.POST))
        if not is_done:
            messages.warning(request, another_plan(plan))
            return self._show_reread(request, posts, run, plan)
        tell(request, plan, importer.run)
        on = {"after": max(map(int, numbers), default=0)}
        on |= {"run": importer.run.pk} if importer.run else {}
        return redirect(f"{reverse('admin:conferences_recap_reread')}?{urlencode(on)}")

    def _show_reread(self, request, posts, run, plan):
        last = posts[-1].recap.pk if posts else 0
        context = {
            "plan": plan,
            "posts": posts,
            "run": run,
            "count": read_by_another().count(),
            "more": read_by_another().filter(recap__gt=last).count() if posts else 0,
        }
        return self.page(request, "reread.html", title=_("A newer reader"), **context)


def _posts(versions):
    """The first of them, as they came."""
    found = versions.order_by("recap_id").select_related("recap").prefetch_related("recap__paths")
    return list(map(stored_post, found.defer("outline")[:PORTION]))


def _importer(request, run):
    return Importer(arguments=["--reread"], user=request.user, run=run)
