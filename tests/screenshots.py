"""python -m tests.screenshots: takes the pictures of the README anew.

It starts the site on a base of its own with the sample posts, and needs Debian's chromium and
playwright, as the tests in a browser do.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from tests.browser.steps import follow
from tests.documents import ROOT, copy_project, environment
from tests.ports import free_port

DOCS = ROOT / "notes" / "docs"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run"]  # no sandbox: as root
WIDTH, ROOM, LARGEST = 1280, 24, 120_000
TALK = "Silt 2.0 from the inside"
POST = ROOT / "fixtures" / "recaps" / "estuary-2018-day-one.md"
# What its author put right since, one of it what an editor put right too.
CORRECTIONS = {
    "##Silt 2.0 from the inside": "##Silt 2.0, from the inside out",
    "* a writer never waits for a reader": "* a writer waits for no reader",
    "is planned for next year, on top of WebAssembly": "is in beta since Friday",
}


def main():
    with (
        tempfile.TemporaryDirectory() as home,
        served(Path(home)) as (address, password),
        sync_playwright() as playwright,
    ):
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        window = {"width": WIDTH, "height": 800}
        page = browser.new_page(base_url=address, viewport=window, color_scheme="light")
        log_in(page, password)
        upload(page, POST.read_text(encoding="utf-8"))
        follow(page, "[value=Apply]")
        take_talk(page)
        retitle(page, "Silt 2.0 from the inside, with error bars")
        take_plan(page)
        browser.close()


def take_talk(page):
    """As far as what was announced in the talk, or else as far as the notes."""
    page.goto("/talks/silt-2-0-from-the-inside-estuary-2018/")
    for after in ("Around it", "Announced here"):
        if take(page, "talk.png", end=top_of(page, f"text={after}")) <= LARGEST:
            return


def take_plan(page):
    """What the import of the corrected post would do, as far as the talk and its note."""
    page.click("#toggle-nav-sidebar")  # here, so that it has stopped moving on the next page
    upload(page, corrected(POST.read_text(encoding="utf-8")))
    take(page, "plan.png", end=top_of(page, "tbody tr:has(td:text-is('announcement'))") + ROOM)


@contextmanager
def served(home):
    """The address of a site with the other sample posts, and the password of its editor."""
    site = copy_project(home)
    (site / POST.relative_to(ROOT)).unlink()
    python = [sys.executable, "manage.py"]
    told = {"cwd": site, "env": environment(home), "text": True, "check": True}
    subprocess.run([*python, "migrate", "-v0"], **told)
    editor = subprocess.run([*python, "create_editor"], **told, capture_output=True)
    subprocess.run([*python, "import_recaps", "fixtures/recaps"], **told, capture_output=True)
    address = f"127.0.0.1:{free_port()}"
    command = [*python, "runserver", "--noreload", address]
    server = subprocess.Popen(
        command, cwd=site, env=told["env"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://{address}/")
        yield f"http://{address}", editor.stdout.split()[-1]
    finally:
        server.terminate()
        server.wait()


def wait_for(address):
    for _ in range(300):
        try:
            urlopen(address).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"{address} does not answer")


def log_in(page, password):
    page.goto("/admin/login/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", password)
    follow(page, "[type=submit]")


def upload(page, text):
    page.goto("/admin/conferences/recap/import/")
    file = {"name": POST.name, "mimeType": "text/markdown", "buffer": text.encode()}
    page.set_input_files("#id_files", file)
    follow(page, "[value='Show the plan']")


def retitle(page, title):
    page.goto(f"/admin/conferences/talk/?q={TALK}")
    follow(page, f"#result_list th a:has-text('{TALK}')")
    page.fill("#id_title", title)
    follow(page, "[name=_save]")


def corrected(text):
    for old, new in CORRECTIONS.items():
        text = text.replace(old, new)
    return text


def top_of(page, selector):
    return page.locator(selector).first.bounding_box()["y"]


def take(page, name, *, end):
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": end - ROOM}
    page.screenshot(path=DOCS / name, clip=clip, full_page=True)
    size = (DOCS / name).stat().st_size
    print(f"notes/docs/{name}: {size} bytes")
    return size


if __name__ == "__main__":
    main()
