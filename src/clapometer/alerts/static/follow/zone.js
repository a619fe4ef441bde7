// Reads hours in the time zone of the browser from the beginning, and says so.

const place = document.querySelector("[data-zone]");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (place && zone) {
  place.querySelector("input").value = zone;
  place.querySelector("output").textContent = zone;
  place.hidden = false;
}
