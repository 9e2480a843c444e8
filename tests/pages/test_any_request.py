"""Whatever is asked of any public address is answered, and nothing is changed by asking.

Every address of the URLconf is tried, so a new page is held to the same.
"""

import re
from urllib.parse import quote, urlencode

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from hypothesis import given
from hypothesis import strategies as st

from tests.importing.state import fresh_base
from tests.shelf import PAGES, make_shelf

ANSWERS = {200, 301, 302, 304, 400, 403, 404, 405, 410}
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
HOSTILE = [
    "",
    "0",
    "-1",
    "1e9",
    "9" * 30,
    "10" * 200,
    "١",
    "\0",
    "a\0b",
    "..",
    "%2e%2e%2f",
    "' OR 1=1 --",
    '"',
    "*",
    "NEAR(",
    "title:",
    "year:2014..",
    "year:..",
    "speaker:",
    "-",
    "( ((",
    "\u202e",
    "\ufdfa",
    "José",
    "<script>alert(1)</script>",
    "x" * 3000,
    "a " * 2000,
]
NAMES = [
    "q",
    "page",
    "letter",
    "year",
    "conference",
    "series",
    "topic",
    "speaker",
    "kind",
    "status",
    "has",
    "sort",
    "at",
    "title",
    "format",
    "topic[]",
    "__proto__",
]
KNOWN = [part for page in PAGES for part in page.split("/") if part]


def public_routes(resolver=None, before=""):
    """Every route outside the admin, as it stands in the URLconf."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if route.startswith("admin/"):
            continue
        if hasattr(pattern, "url_patterns"):
            yield from public_routes(pattern, route)
        else:
            yield route


ROUTES = sorted(set(public_routes()))
part = st.sampled_from(KNOWN + HOSTILE) | st.text(max_size=20)
value = st.sampled_from(KNOWN + HOSTILE) | st.text(max_size=20)
query = st.lists(st.tuples(st.sampled_from(NAMES), value), max_size=4)


@st.composite
def addresses(draw):
    route = draw(st.sampled_from(ROUTES))
    path = re.sub(r"<[^>]+>", lambda _: quote(encodable(draw(part)), safe=""), route)
    asked = [(name, encodable(text)) for name, text in draw(query)]
    return f"/{path}" + (f"?{urlencode(asked)}" if asked else "")


def encodable(text):
    return text.encode("utf-8", "replace").decode()


def test_every_page_is_among_the_routes():
    assert {"", "talks/", "talks/<slug:slug>/", "search/", "robots.txt"} <= set(ROUTES)


@given(address=addresses(), method=st.sampled_from(METHODS))
def test_any_request_is_answered_and_changes_nothing(client, address, method):
    with fresh_base():
        make_shelf()
        with CaptureQueriesContext(connection) as queries:
            response = client.generic(method, address)

    assert response.status_code in ANSWERS
    assert [q["sql"] for q in queries if re.match(r"INSERT|UPDATE|DELETE", q["sql"])] == []
