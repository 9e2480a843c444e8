/* Shows Markdown as the server will render it, whenever typing pauses. */

const PAUSE = 400; // milliseconds
const waiting = new WeakMap();

document.documentElement.classList.add("scripted");

document.addEventListener("input", (event) => {
  if (event.target.matches(".with-preview textarea")) {
    showLater(event.target);
  }
});

/** Ask once nothing has been typed for a while; an answer to what stood before is dropped. */
function showLater(area) {
  waiting.get(area)?.abort();
  const controller = new AbortController();
  waiting.set(area, controller);
  setTimeout(() => controller.signal.aborted || show(area, controller.signal), PAUSE);
}

async function show(area, signal) {
  const box = area.closest(".with-preview");
  const panel = box.querySelector(".preview");
  try {
    panel.innerHTML = await rendered(area, box.dataset.address, signal);
  } catch {
    if (!signal.aborted) {
      panel.textContent = box.dataset.failed;
    }
  }
}

async function rendered(area, address, signal) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", area.form.elements.csrfmiddlewaretoken.value);
  body.set("fragment", "1");
  body.set("preview", "text");
  body.set("text", area.value);
  const response = await fetch(address, { method: "POST", body, signal, redirect: "error" });
  if (!response.ok) {
    throw new Error(response.statusText);
  }
  return response.text();
}
