// Messages in this browser: how it stands, turning them on in two steps, off, and a test. Nothing
// is asked of the browser before the reader has pressed OK on our own panel.
const panel = document.querySelector("[data-push]");
const told = panel.dataset;
const words = panel.querySelector("[data-words]").dataset;
const ask = panel.querySelector("[data-ask]");
const DECLINED = "clapometer-push-declined";
let awaited = "";

const shown = (selector, visible) => {
  for (const one of panel.querySelectorAll(selector)) one.hidden = !visible;
};

function say(sentence = "", missed = false) {
  panel.querySelector("[data-told]").textContent = sentence;
  shown("[data-missed]", missed);
}

function show(state) {
  for (const one of panel.querySelectorAll("[data-is]")) one.hidden = one.dataset.is !== state;
  shown("[data-declined]", declined());
  ask.hidden = true;
  if (state === "blocked") showWays(way());
}

// Reading and keeping may both be forbidden; then nothing is remembered, and nothing is asked.
function declined() {
  try {
    return localStorage.getItem(DECLINED) !== null;
  } catch {
    return true;
  }
}

function keepDeclined(reason) {
  try {
    if (reason) localStorage.setItem(DECLINED, reason);
    else localStorage.removeItem(DECLINED);
  } catch {
    // See above.
  }
}

function way() {
  const agent = navigator.userAgent;
  if (/iPhone|iPad/.test(agent) || "standalone" in navigator) return "apple";
  if (/Android/.test(agent)) return "android";
  if (/Firefox\//.test(agent)) return "firefox";
  if (/Edg\//.test(agent)) return "edge";
  return /Chrome\//.test(agent) ? "chrome" : "safari";
}

function showWays(only) {
  for (const one of panel.querySelectorAll("[data-way]")) {
    one.hidden = Boolean(only) && one.dataset.way !== only;
  }
  shown('[data-do="ways"]', Boolean(only));
}

async function call(name, said) {
  const answer = await fetch(told[name], {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...said, token: told.token }),
  });
  const answered = await answer.json();
  if (!answer.ok) throw new Refused(answered.refusal);
  return answered;
}

class Refused extends Error {}

// What this browser can never do, or not here.
function hindrance() {
  if (!window.isSecureContext) return "insecure";
  const complete = "serviceWorker" in navigator && "PushManager" in window;
  if (complete && "Notification" in window) return "";
  if (navigator.standalone === false) return "home-screen";
  // Firefox keeps workers, and nothing else of this, out of private windows.
  if ("PushManager" in window && !("serviceWorker" in navigator)) return "private";
  return "unsupported";
}

async function subscription() {
  const registration = await navigator.serviceWorker.getRegistration("/");
  return (await registration?.pushManager.getSubscription()) ?? null;
}

async function stateNow() {
  const hindered = hindrance();
  if (hindered) return hindered;
  if (Notification.permission === "denied") return "blocked";
  const found = await subscription();
  if (!found || Notification.permission !== "granted") return "off";
  const { state } = await call("state", { endpoint: found.endpoint });
  return state === "on" ? "on" : "off";
}

// The first step: our own panel. `press`: whether the reader asked for it.
function openPanel(press) {
  say();
  ask.hidden = false;
  shown('[data-do="ask"]', false);
  if (press) ask.focus();
}

async function later() {
  keepDeclined("later");
  closePanel();
  await call("decline", {});
}

function closePanel() {
  ask.hidden = true;
  shown('[data-do="ask"]', true);
  shown("[data-declined]", declined());
  panel.querySelector('[data-is]:not([hidden]) [data-do="ask"]')?.focus();
}

// The second step: the browser's own question, and only now.
async function agree() {
  say(words.asking);
  const answer = await Notification.requestPermission();
  say();
  closePanel();
  if (answer !== "granted") {
    // Closing the question is an answer too.
    keepDeclined("refused");
    await call("decline", {});
    show(answer === "denied" ? "blocked" : "off");
    return;
  }
  keepDeclined("");
  const found = await subscribed();
  if (!found) {
    show(Notification.permission === "granted" ? "unreachable" : "blocked");
    return;
  }
  await call("subscribe", { subscription: found.toJSON() });
  showAnew();
}

// The whole page tells where messages go, so all of it is shown as it is now.
function showAnew() {
  history.replaceState(null, "", `${location.pathname}#push`);
  location.reload();
}

async function subscribed() {
  const options = { scope: "/", updateViaCache: "none" };
  const registration = await navigator.serviceWorker.register(told.worker, options);
  await navigator.serviceWorker.ready;
  const { key } = await (await fetch(told.key)).json();
  const known = await registration.pushManager.getSubscription();
  if (known && !isFor(known, key)) {
    // The site has another key by now, so nothing could be sent to this one any more.
    await call("unsubscribe", { endpoint: known.endpoint });
    await known.unsubscribe();
  }
  try {
    const found = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: key,
    });
    await (await caches.open(told.kept)).put(told.key, new Response(found.endpoint));
    return found;
  } catch {
    return null;
  }
}

function isFor(known, key) {
  const bytes = new Uint8Array(known.options.applicationServerKey ?? new ArrayBuffer(0));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") === key;
}

async function turnOff() {
  const found = await subscription();
  let heard = true;
  try {
    if (found) await call("unsubscribe", { endpoint: found.endpoint });
  } catch {
    heard = false;
  }
  await found?.unsubscribe();
  await (await navigator.serviceWorker.getRegistration("/"))?.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith("clapometer-")) await caches.delete(name);
  }
  if (heard) {
    showAnew();
  } else {
    show("off");
    say(words.left);
  }
}

async function test() {
  const { id } = await call("test", { endpoint: (await subscription())?.endpoint ?? "" });
  awaited = id;
  say(words.sent, true);
}

const acts = {
  ask: () => openPanel(true),
  ok: agree,
  later,
  off: turnOff,
  test,
  ways: () => showWays(""),
};

// Whatever is said of one press is gone at the next, and no press counts twice.
async function act(button) {
  if (button.ariaDisabled === "true") return;
  button.ariaDisabled = "true";
  try {
    await acts[button.dataset.do]();
  } catch (problem) {
    say(problem instanceof Refused ? problem.message : words.failed);
  }
  button.ariaDisabled = null;
}

panel.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) void act(button);
});

navigator.serviceWorker?.addEventListener("message", ({ data }) => {
  if (awaited && data?.shown === awaited) say(words.came);
});

try {
  const state = await stateNow();
  show(state);
  if (state === "off" && told.asks && !declined()) openPanel(false);
} catch {
  show("off");
  say(words.failed);
}
