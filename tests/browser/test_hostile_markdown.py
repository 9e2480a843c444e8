"""No note makes a browser run anything, whatever a reader then does with the page."""

import json

import markdown
import pytest

from conferences.rendering import render_inline, render_markdown
from tests.rendering.vectors import CONTEXTS, in_context, vectors

VECTORS = vectors(lambda number: f"top.fire({number})")
SITE = "http://notes.example/"

# Each page in a frame of its own, so that what one leaves open does not hide the next. Then all
# a reader can do: point, click, focus, type; and what scripts do: take HTML out and in again.
HARNESS = """
<!DOCTYPE html><title>harness</title><body><script>
const fired = new Set();
window.fire = number => fired.add(number);
window.alert = window.confirm = window.prompt = () => 0;
const EVENTS = ["mouseover", "mouseenter", "pointerover", "focus", "click", "dblclick", "keydown",
                "blur", "submit", "scroll", "toggle"];
const pause = time => new Promise(done => setTimeout(done, time));

function touch(view) {
  for (const element of view.document.querySelectorAll("*")) {
    for (const name of EVENTS) element.dispatchEvent(new view.Event(name, {bubbles: true}));
    if (/^(a|area|button|summary|text)$/i.test(element.localName)) follow(element, view);
  }
}

function follow(element, view) {
  const link = element.closest("a, area");
  const address = link && (link.protocol || "javascript:");
  if (address === "http:" || address === "https:" || address === "mailto:") return;
  element.dispatchEvent(new view.MouseEvent("click", {bubbles: true, cancelable: true}));
}

async function show(html) {
  const frame = document.createElement("iframe");
  const loaded = new Promise(done => { frame.onload = done; });
  frame.srcdoc = "<!DOCTYPE html><body>" + html;
  document.body.append(frame);
  await Promise.race([loaded, pause(500)]);
  try {
    touch(frame.contentWindow);
    const again = frame.contentDocument.createElement("div");
    again.innerHTML = frame.contentDocument.body.innerHTML;
    again.innerHTML = again.innerHTML;
    frame.contentDocument.body.append(again);
    touch(frame.contentWindow);
  } catch (gone) { /* the page has led elsewhere */ }
  await pause(5);
  return frame;
}

async function showAll(pages) {
  for (let start = 0; start < pages.length; start += 24) {
    const frames = await Promise.all(pages.slice(start, start + 24).map(show));
    await pause(250);
    frames.forEach(frame => frame.remove());
  }
  return [...fired];
}
</script>
"""


@pytest.fixture
def fired(page):
    """Shows pages and says which vectors fired."""

    def answer(route):
        if route.request.url == SITE:
            route.fulfill(body=HARNESS, content_type="text/html; charset=utf-8")
        else:
            route.abort()

    page.route("**/*", answer)
    page.goto(SITE)
    return lambda pages: sorted(page.evaluate(f"showAll({json.dumps(pages)})"))


def test_harness_sees_what_fires_without_care(fired):
    assert len(fired([markdown.markdown(vector) for vector in VECTORS])) > 50


@pytest.mark.parametrize("render", [render_markdown, render_inline])
def test_no_vector_fires(render, fired):
    pages = [
        "\n".join(render(in_context(context, vector)) for context in CONTEXTS) for vector in VECTORS
    ]

    assert fired(pages) == []
