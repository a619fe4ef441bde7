// Where a fact comes from, without leaving the page: with the focus on a link to a fact or an entry,
// the key s shows what its page says of source and dates. Enter follows the link, as ever; without
// this script that is the way.

const KEY = "s";
let shown = null;

function close() {
  if (shown) {
    const { box, link } = shown;
    shown = null;
    box.remove();
    link.focus();
  }
}

function leadsToFact(link) {
  return link.origin === location.origin && /^\/(fact|entry)\/\d+$/.test(link.pathname);
}

async function open(link) {
  const answer = await fetch(link.href);
  if (!answer.ok) {
    location.assign(link.href);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const box = document.createElement("div");
  box.className = "provenance";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", page.querySelector("h1").textContent);
  const title = document.createElement("p");
  title.className = "provenance-title";
  title.textContent = page.querySelector("h1").textContent;
  box.append(title, ...[...page.querySelectorAll("main dl.told")].map((one) => document.importNode(one, true)));
  close();
  shown = { box, link };
  document.body.append(box);
  const place = link.getBoundingClientRect();
  const left = Math.min(place.left, document.documentElement.clientWidth - box.offsetWidth - 8);
  box.style.setProperty("left", `${Math.max(8, left) + scrollX}px`);
  box.style.setProperty("top", `${place.bottom + scrollY + 6}px`);
  box.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && shown) {
    close();
    return;
  }
  const link = document.activeElement?.closest?.("a[href]");
  const plain = !(event.ctrlKey || event.altKey || event.metaKey);
  if (event.key === KEY && plain && link && leadsToFact(link)) {
    event.preventDefault();
    open(link);
  }
});

document.addEventListener("pointerdown", (event) => {
  if (shown && !shown.box.contains(event.target)) {
    shown.box.remove();
    shown = null;
  }
});
