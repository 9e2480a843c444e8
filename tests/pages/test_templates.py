import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from conferences.models import Talk
from conferences.templatetags.catalogue import beginning, date_span, full_title, host, marked

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# Scripts of our own are files, as the policy wants it.
UNTRUSTED = (
    r"\|\s*safe\b|autoescape off|<script(?! type=\"module\" src=\"{% static )"
    r"|<style|\sstyle=|\son[a-z]+="
)
STYLES = sorted((ROOT / "conferences/static/conferences").glob("*.css"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_trusts_nothing_and_carries_no_style_or_script(path):
    found = re.findall(UNTRUSTED, path.read_text())

    assert found == []


def test_styles_of_readers_pages_are_small():
    public = [path for path in STYLES if not path.name.startswith("admin")]

    assert sum(path.stat().st_size for path in public) < 20_000


@pytest.mark.parametrize(
    ("starts", "ends", "year", "span"),
    [
        (None, None, None, ""),
        (None, None, 2015, "2015"),
        (None, date(2015, 6, 5), 2015, "2015"),
        (date(2015, 6, 5), None, 2015, "5 Jun 2015"),
        (date(2015, 6, 5), date(2015, 6, 5), 2015, "5 Jun 2015"),
        (date(2015, 6, 5), date(2015, 6, 7), 2015, "5–7 Jun 2015"),
        (date(2015, 6, 30), date(2015, 7, 2), 2015, "30 Jun – 2 Jul 2015"),
        (date(2015, 12, 30), date(2016, 1, 2), 2015, "30 Dec 2015 – 2 Jan 2016"),
    ],
)
def test_date_span_is_as_short_as_it_can_be(starts, ends, year, span):
    assert date_span(SimpleNamespace(starts=starts, ends=ends, year=year)) == span


@pytest.mark.parametrize(
    ("title", "subject", "names", "full"),
    [
        ("Taming tests", "", ["Jane"], "Taming tests"),
        ("", "scaling", ["Jane", "Bob"], "Untitled talk by Jane, Bob on scaling"),
        ("", "", ["Jane"], "Untitled talk by Jane"),
        ("", "scaling", [], "Untitled talk on scaling"),
        ("", "", [], "Untitled talk"),
    ],
)
def test_full_title_names_what_is_known(title, subject, names, full):
    talk = Talk(title=title, subject=subject)
    talk.visible_appearances = [SimpleNamespace(speaker=None, credited_as=name) for name in names]

    assert full_title(talk) == full


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.example.org/a/b", "example.org"),
        ("http://example.org", "example.org"),
        ("nothing", ""),
    ],
)
def test_host_is_what_a_site_is_called(url, name):
    assert host(url) == name


def test_beginning_is_plain_text():
    assert beginning("<p>a &lt;b&gt;</p><ul><li>c.</li><li>d</li></ul>") == "a <b> · c. d"


def test_marked_escapes_what_is_asked_for_and_what_is_not():
    stretches = (("<b>&amp; ", False), ("<i>", True), ("</mark>", False))

    assert marked(stretches) == "&lt;b&gt;&amp;amp; <mark>&lt;i&gt;</mark>&lt;/mark&gt;"
