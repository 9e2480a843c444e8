/* Says that posts are being read or imported, and keeps a form from being sent twice. */

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-busy]")) {
    show(event.target);
  }
});

/* A page that is come back to is as it was left, busy or not. */
addEventListener("pageshow", () => {
  document.querySelectorAll("[data-busy]").forEach(rest);
});

function show(form) {
  const row = form.querySelector(".submit-row");
  const says = document.createElement("p");
  says.className = "busy";
  says.role = "status";
  says.append(document.createElement("progress"), form.dataset.busy);
  row.append(says);
  row.querySelectorAll("[type=submit]").forEach((button) => (button.disabled = true));
}

function rest(form) {
  form.querySelectorAll(".busy").forEach((says) => says.remove());
  form.querySelectorAll("[type=submit]").forEach((button) => (button.disabled = false));
}
