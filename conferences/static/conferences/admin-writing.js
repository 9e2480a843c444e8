/* Writing Markdown: keys for what is typed most, and a draft kept until the form is saved. */

const PAUSE = 300; // milliseconds
const SENT = "sent-drafts";
const WRAPS = { b: ["**", "**"], i: ["*", "*"], k: ["[", "](https://)"] };
const waiting = new WeakMap();

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) {
    return;
  }
  const area = event.target.closest("textarea.markdown");
  const key = event.key.toLowerCase();
  if (area && key in WRAPS) {
    event.preventDefault();
    wrap(area, ...WRAPS[key]);
  } else if (area && key === "s") {
    event.preventDefault();
    area.form.requestSubmit(area.form.elements._continue ?? area.form.elements._save);
  }
});

document.addEventListener("input", (event) => {
  if (event.target.matches(".with-preview textarea")) {
    clearTimeout(waiting.get(event.target));
    waiting.set(event.target, setTimeout(keep, PAUSE, event.target));
  }
});

document.addEventListener("submit", (event) => {
  if (!event.submitter?.formAction.endsWith("/preview/")) {
    const areas = [...event.target.querySelectorAll(".with-preview textarea")];
    areas.filter((area) => area.value !== area.defaultValue).forEach(keep);
    sessionStorage.setItem(SENT, JSON.stringify(areas.map(nameOf)));
  }
});

forgetSaved();
document.querySelectorAll(".with-preview textarea").forEach(offer);

/** Put signs around what is selected; what the browser inserts, its own Undo takes back. */
function wrap(area, before, after) {
  const { selectionStart: start, selectionEnd: end } = area;
  const text = area.value.slice(start, end);
  document.execCommand("insertText", false, before + text + after);
  area.setSelectionRange(start + before.length, start + before.length + text.length);
}

function nameOf(area) {
  return `draft ${location.pathname} ${area.name}`;
}

/** A full or forbidden store is no reason to disturb anybody who writes. */
function keep(area) {
  clearTimeout(waiting.get(area));
  try {
    localStorage.setItem(nameOf(area), area.value);
  } catch {
    return;
  }
}

/** The page that follows a form says whether it was saved; a login page, say, does not. */
function forgetSaved() {
  const sent = JSON.parse(sessionStorage.getItem(SENT) ?? "[]");
  if (document.querySelector(".messagelist .success")) {
    sent.forEach((name) => localStorage.removeItem(name));
  }
  sessionStorage.removeItem(SENT);
}

function offer(area) {
  const draft = localStorage.getItem(nameOf(area));
  const bar = area.closest(".with-preview").querySelector(".draft");
  if (draft === null || draft === area.value) {
    return;
  }
  bar.hidden = false;
  bar.querySelector("[data-draft=take]").addEventListener("click", () => {
    area.value = draft;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    bar.hidden = true;
  });
  bar.querySelector("[data-draft=drop]").addEventListener("click", () => {
    localStorage.removeItem(nameOf(area));
    bar.hidden = true;
  });
}
