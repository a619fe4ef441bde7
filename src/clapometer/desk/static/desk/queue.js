// The keys of the queue: each presses the button, or follows the link, that bears it. Without this
// script the buttons do the same.

const OFF = "clapometer-queue-keys-off";
const off = document.getElementById("keys-off");

function isOff() {
  try {
    return localStorage.getItem(OFF) === "yes";
  } catch {
    return false;
  }
}

if (off) {
  off.checked = isOff();
  off.addEventListener("change", () => {
    try {
      if (off.checked) localStorage.setItem(OFF, "yes");
      else localStorage.removeItem(OFF);
    } catch {
      // A browser that keeps nothing has the keys on again with the next page.
    }
  });
}

const typing = (place) =>
  place.closest("textarea, select, [contenteditable]") ||
  (place.matches("input") && !["checkbox", "radio", "button", "submit"].includes(place.type));

let pressed = false;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const place = event.target;
  if (event.key === "Escape") {
    const leave = place.closest?.("[data-leave]")?.dataset.leave;
    if (leave) location.assign(leave);
    return;
  }
  if (isOff() || (place instanceof Element && typing(place))) return;
  const key = event.key.toLowerCase();
  const found = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  if (!found || pressed) return;
  event.preventDefault();
  if (found.form) {
    // A form is on its way: a second key would send another one.
    pressed = true;
    window.addEventListener("pageshow", () => (pressed = false), { once: true });
  }
  found.click();
  if (key === "?") found.focus();
});
