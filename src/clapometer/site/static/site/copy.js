// Adds a button to each sentence that copies it. Without this script the field can be selected.
const quotes = document.querySelector("[data-copy]");

async function copy(field, button) {
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Pages that come without https have no clipboard; selecting is what a hand would do.
    field.select();
    document.execCommand("copy");
  }
  button.textContent = quotes.dataset.copied;
  setTimeout(() => (button.textContent = quotes.dataset.copy), 2000);
}

for (const field of quotes?.querySelectorAll("textarea") ?? []) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = quotes.dataset.copy;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => copy(field, button));
  field.nextElementSibling.prepend(button);
  field.addEventListener("focus", () => field.select());
}
