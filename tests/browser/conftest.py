"""Debian's chromium, driven by playwright: `page` is a fresh page in one browser a run.

Without them the tests that ask for a page skip, or fail where TESTS_REQUIRE_ALL=1.
"""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from conferences.management.commands.create_editor import new_editor
from tests.browser.steps import follow

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


@pytest.fixture
def complaints(page) -> list[str]:
    """What the browser has to say against what it shows, filled as pages are opened.

    What the policy blocks and what is not found stand in the console too.
    """
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("dialog", lambda dialog: (found.append(dialog.message), dialog.dismiss()))
    return found


@pytest.fixture
def visit(page, live_server, complaints, transactional_db) -> Callable[[str], object]:
    """Open a page of the admin as an editor."""
    editor = new_editor("ed")
    editor.set_password("a-good-password")
    editor.save()
    page.goto(f"{live_server.url}/admin/login/")
    page.fill("#id_username", "ed")
    page.fill("#id_password", "a-good-password")
    follow(page, "[type=submit]")

    def visit(address: str) -> object:
        page.goto(live_server.url + address)
        return page

    return visit


@pytest.fixture
def axe_finds(page) -> Callable[..., list[tuple[str, str, str]]]:
    """What axe has against the page that is shown, at any of its levels or by one rule alone."""
    # Here, so that the other tests can be told to skip where playwright is not installed.
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()

    def axe_finds(only: str = "") -> list[tuple[str, str, str]]:
        options = {"runOnly": {"type": "rule", "values": [only]}} if only else {}
        return [
            (page.url, rule["id"], node["html"])
            for rule in axe.run(page, options=options).response["violations"]
            for node in rule["nodes"]
        ]

    return axe_finds


def unavailable(reason: str) -> None:
    if os.environ.get("TESTS_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
