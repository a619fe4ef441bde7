// Has the texts that wait read one after the other while the page is open, and shows how far it is.
// Without this script a button does it; and the site's worker reads what is left in any case.

const form = document.getElementById("read-on");
const place = document.getElementById("taken-list");
const told = document.getElementById("read-told");
const AGAIN = 4000;

async function readOn() {
  const data = new FormData(form);
  data.set("part", "yes");
  const answer = await fetch(form.action, { method: "POST", body: data });
  if (!answer.ok) return 0;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = page.querySelector("[data-waiting]");
  if (!part) return 0;
  const waiting = Number(part.dataset.waiting);
  const count = document.getElementById("waiting-texts");
  if (count) count.textContent = waiting ? page.querySelector(".progress").firstChild.textContent : "";
  if (place) {
    // Whoever stands on a link of the list stands on the same one afterwards.
    const held = place.contains(document.activeElement) && document.activeElement.getAttribute("href");
    place.replaceChildren(part);
    if (held) [...place.querySelectorAll("a")].find((one) => one.getAttribute("href") === held)?.focus();
    if (told && !waiting) told.textContent = part.querySelector(".progress").textContent;
  }
  return waiting;
}

async function all() {
  let before = Infinity;
  for (;;) {
    const waiting = await readOn();
    if (!waiting) break;
    // Another worker has what is left in hand: look again in a while.
    if (waiting >= before) await new Promise((after) => setTimeout(after, AGAIN));
    before = waiting;
  }
  if (form && place) form.hidden = true;
}

if (form) all();

for (const area of document.querySelectorAll(".taking textarea")) {
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      area.form.requestSubmit();
    }
  });
}
