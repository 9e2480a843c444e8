"""Posts that come by upload or paste: taken as bytes, refused by name, never a path on disk."""

import base64
import binascii

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conferences.importing.posts import UPLOADED, Post
from conferences.recaps.formats import POST_LIMIT, RECAP_ENDINGS, decode
from conferences.recaps.outline import RecapError

FILES_LIMIT = 200
TOGETHER_LIMIT = 4 * 1024 * 1024
"""Of all posts: they come back with the plan as Base64, which a request must have room for."""
NAME_LIMIT = 255


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A list of files; what is wrong with each is said by the form, which names it."""

    widget = SeveralFiles(attrs={"accept": ",".join(RECAP_ENDINGS)})

    def clean(self, data, initial=None):
        return data or []


class UploadForm(forms.Form):
    files = FilesField(
        label=gettext_lazy("Files"),
        required=False,
        help_text=gettext_lazy("One or more posts, as they were written: Markdown, HTML, text."),
    )
    text = forms.CharField(
        label=gettext_lazy("Or the text of a post"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"class": "vLargeTextField markdown", "rows": 12}),
    )
    name = forms.CharField(
        label=gettext_lazy("Its file name"),
        required=False,
        max_length=NAME_LIMIT,
        widget=forms.TextInput(attrs={"class": "vTextField", "placeholder": "my-first-day.md"}),
        help_text=gettext_lazy("By its name a post is known when it comes again, corrected."),
    )

    def clean(self):
        files, text = self.cleaned_data.get("files", []), self.cleaned_data.get("text", "")
        self.posts = self._collect("files", _check_together, files) or []
        self.posts = [self._collect("files", _read, file) for file in self.posts]
        if text.strip():
            self.posts.append(self._collect("text", self._pasted, text))
        if not self.posts and not self.errors:
            self.add_error("files", _("Choose a file, or paste a text."))
        if not self.errors:
            self._collect("files", check_set, self.posts)

    def _collect(self, field, make, value):
        """What `make` makes of the value; what it refuses is an error of the field."""
        try:
            return make(value)
        except ValidationError as error:
            self.add_error(field, error)
            return None

    def _pasted(self, text):
        name = self.cleaned_data.get("name", "")
        if not name and "name" not in self.errors:
            raise ValidationError(_("Give the text a file name below."))
        return make_post(name, text.replace("\r\n", "\n").encode("utf-8", "replace"))


def make_post(name, data):
    """The post; its place says that it was uploaded. Raises ValidationError naming it."""
    if not name.isprintable() or len(name) > NAME_LIMIT or {"/", "\\"} & set(name):
        raise ValidationError(_("%s: not a file name.") % name.encode("unicode_escape").decode())
    if not data:
        raise ValidationError(_("%s: the file is empty.") % name)
    try:
        decode(data)
    except RecapError as error:
        raise ValidationError(f"{name}: {error}") from error
    return Post(name, f"{UPLOADED}{name}", data)


def sent_again(values):
    """The posts that stand in the form of a plan. Raises ValidationError."""
    names, texts = values.getlist("name"), values.getlist("data")
    if len(names) != len(texts):
        raise ValidationError(_("The plan has come back in part: upload the posts again."))
    try:
        posts = [
            make_post(name, base64.b64decode(text, validate=True))
            for name, text in zip(names, texts, strict=True)
        ]
    except binascii.Error as error:
        raise ValidationError(_("The plan has come back damaged: upload it again.")) from error
    return check_set(posts)


def check_set(posts):
    """The posts, as a whole as good as each. Raises ValidationError."""
    names = [post.path for post in posts]
    for name in names:
        if names.count(name) > 1:
            raise ValidationError(_("%s: there are two files of this name.") % name)
    _check_numbers(len(posts), sum(len(post.data) for post in posts))
    return posts


def _check_together(files):
    """The files, before any is read."""
    _check_numbers(len(files), sum(file.size for file in files if file.size <= POST_LIMIT))
    return files


def _check_numbers(count, size):
    if count > FILES_LIMIT:
        told = {"count": count, "most": FILES_LIMIT}
        raise ValidationError(_("%(count)d posts, at most %(most)d at once: take fewer.") % told)
    if size > TOGETHER_LIMIT:
        told = {"size": filesizeformat(size), "most": filesizeformat(TOGETHER_LIMIT)}
        raise ValidationError(_("%(size)s, at most %(most)s at once: take fewer.") % told)


def _read(file):
    if file.size > POST_LIMIT:
        told = {"name": file.name, "size": file.size, "most": POST_LIMIT}
        raise ValidationError(
            _("%(name)s: the post has %(size)d bytes, at most %(most)d are read: split it") % told
        )
    return make_post(file.name, file.read())
