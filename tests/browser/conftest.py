"""Debian's chromium, driven by playwright: `page` is a fresh page in one browser a run.

Without them the tests that ask for a page skip, or fail where TESTS_REQUIRE_ALL=1.
"""

import os
import shutil
from collections.abc import Iterator

import pytest

ARGUMENTS = [
    "--no-sandbox",  # as root, as in a container, chromium starts with no other
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unavailable("playwright is not installed: pip install -e '.[test]'")
    executable = shutil.which("chromium")
    if executable is None:
        unavailable("chromium is not installed: apt install chromium")
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser) -> Iterator[object]:
    page = browser.new_page()
    yield page
    page.close()


def unavailable(reason: str) -> None:
    if os.environ.get("TESTS_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
