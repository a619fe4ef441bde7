// Reads a review while it is typed: asks this site how it understands the fields, fills in who
// probably wrote it, and offers names. Without this script “Preview” does the same.

const PAUSE = 120;

for (const form of document.querySelectorAll("form[data-reading]")) {
  const shown = document.getElementById(form.dataset.reading);
  const field = (name) => form.elements.namedItem(name);
  // What the script filled in may be filled in anew; what a person typed may not.
  const touched = new Set();
  for (const name of ["critic", "outlet"]) if (field(name)?.value) touched.add(name);
  let timer = 0;
  let asking = null;

  function fill(told) {
    for (const name of ["outlet", "critic"]) {
      const guess = told.dataset[name];
      if (guess && !touched.has(name)) field(name).value = guess;
    }
    if (told.dataset.top) field("top").checked = true;
    // The guesses stand in the fields now and have been seen: saving need not show them again.
    if (told.dataset.outlet || told.dataset.critic) field("looked").value = "yes";
  }

  function offer(told) {
    for (const names of told.querySelectorAll("template[data-names]")) {
      const list = field(names.dataset.names)?.list;
      if (list && names.content.childElementCount) {
        list.replaceChildren(...names.content.cloneNode(true).children);
      }
    }
  }

  async function read() {
    asking?.abort();
    asking = new AbortController();
    const data = new FormData(form);
    data.set("do", "read");
    // A guess that the script made is not what was typed: a new link guesses anew.
    for (const name of ["critic", "outlet"]) {
      if (!touched.has(name)) data.set(name, "");
    }
    data.set("looked", "");
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, signal: asking.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const told = page.querySelector(".reading");
      if (!told) return;
      fill(told);
      offer(told);
      shown.replaceChildren(told);
    } catch (problem) {
      if (problem.name !== "AbortError") throw problem;
    }
  }

  function soon(event) {
    const name = event.target.name;
    if (name === "critic" || name === "outlet") {
      touched.add(name);
      // Emptied on purpose: it stays empty, and is not asked about when it is saved.
      if (!event.target.value) field("looked").value = "yes";
    }
    clearTimeout(timer);
    timer = setTimeout(read, event.type === "paste" ? 0 : PAUSE);
  }

  form.addEventListener("input", soon);
  form.addEventListener("submit", () => clearTimeout(timer));
}
