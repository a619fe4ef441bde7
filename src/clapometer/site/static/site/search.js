// Search as you type: fetches the results of the same search page and puts them below the field.
// Without this script the form does the same with a page load.

const PAUSE = 150;

for (const form of document.querySelectorAll("form[data-live]")) {
  const field = form.elements.namedItem("q");
  const results = document.getElementById(form.dataset.live);
  let timer = 0;
  let asking = null;

  async function show() {
    asking?.abort();
    asking = new AbortController();
    const words = field.value.trim();
    const address = new URL(form.action);
    if (!words) {
      results.replaceChildren();
      return;
    }
    address.searchParams.set("q", words);
    const page = address.href;
    address.searchParams.set("part", "results");
    try {
      const answer = await fetch(address, { signal: asking.signal });
      if (!answer.ok) return;
      const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
      results.replaceChildren(...parsed.body.childNodes);
      // On the search page the address follows, so that the results can be linked and reloaded.
      if (location.pathname === address.pathname) history.replaceState(null, "", page);
    } catch (problem) {
      if (problem.name !== "AbortError") throw problem;
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
}
