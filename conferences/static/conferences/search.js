/* The search box while one types: "/" comes to it, and names that begin so are offered under it.
   Without this it is a plain form. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */

const PAUSE = 150; // milliseconds
const SHORTEST = 2; // letters
const FIELDS = "input, textarea, select, [contenteditable]";

const boxes = [...document.querySelectorAll(".search-form input")];
boxes.forEach(offerNames);
boxes[0]?.setAttribute("aria-keyshortcuts", "/");

document.addEventListener("keydown", (event) => {
  const isAlone = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
  if (event.key === "/" && isAlone && !event.target.closest?.(FIELDS)) {
    event.preventDefault();
    boxes[0]?.focus();
    boxes[0]?.select();
  }
});

function offerNames(box, number) {
  const list = document.createElement("ul");
  let asked = new AbortController();

  Object.assign(list, { id: `suggestions-${number}`, className: "suggestions", hidden: true });
  describe(list, { role: "listbox", "aria-label": box.dataset.label });
  describe(box, {
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  });
  box.form.append(list);

  box.addEventListener("input", askLater);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const isKnown = !list.hidden && KEYS[event.key]?.();
    if (isKnown) {
      event.preventDefault();
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus
  list.addEventListener("click", (event) => follow(event.target.closest("li")));

  const KEYS = {
    ArrowDown: () => choose(1),
    ArrowUp: () => choose(-1),
    Enter: () => follow(chosen()),
    Escape: close,
  };

  /** Ask once nothing has been typed for a moment; an answer to what stood before is dropped. */
  function askLater() {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const text = box.value.trim();
    if (text.length < SHORTEST) {
      close();
    } else {
      setTimeout(() => signal.aborted || ask(text, signal), PAUSE);
    }
  }

  async function ask(text, signal) {
    try {
      const query = new URLSearchParams({ q: text });
      const response = await fetch(`${box.dataset.suggestions}?${query}`, { signal });
      const [, names, descriptions, addresses] = await response.json();
      show(names.map((name, row) => [name, descriptions[row], addresses[row]]));
    } catch {
      if (!signal.aborted) {
        close();
      }
    }
  }

  function show(rows) {
    list.replaceChildren(...rows.map(option));
    list.hidden = rows.length === 0;
    box.setAttribute("aria-expanded", String(!list.hidden));
    box.removeAttribute("aria-activedescendant");
  }

  function option([name, description, address], row) {
    const item = document.createElement("li");
    item.id = `${list.id}-${row}`;
    item.dataset.address = address;
    describe(item, { role: "option", "aria-selected": "false" });
    item.append(element("bdi", name), " ", element("span", description));
    return item;
  }

  function close() {
    asked.abort();
    show([]);
    return true;
  }

  function chosen() {
    return list.querySelector("[aria-selected=true]");
  }

  /** The option so many places on; before the first and after the last there is none. */
  function choose(step) {
    const places = [null, ...list.children];
    const old = chosen();
    const place = (places.indexOf(old) + step + places.length) % places.length;
    old?.setAttribute("aria-selected", "false");
    box.removeAttribute("aria-activedescendant");
    if (places[place]) {
      places[place].setAttribute("aria-selected", "true");
      places[place].scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", places[place].id);
    }
    return true;
  }

  function follow(item) {
    if (item) {
      location.assign(item.dataset.address);
    }
    return Boolean(item);
  }
}

function describe(element, attributes) {
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
