// Runs when no page is open: shows messages, leads to what they tell, and says when there is no
// network. The server writes SITE above this: names, addresses and words.
"use strict";

const SHOWN = "clapometer-shown";
const OFFLINE = "clapometer-offline-";
const MOST_REMEMBERED = 200;

self.addEventListener("install", (event) => event.waitUntil(keepOfflinePage()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("push", (event) => event.waitUntil(show(read(event.data))));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const asked = event.action === "manage" ? SITE.manage : event.notification.data?.url;
  event.waitUntil(lead(own(asked)));
});
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));
self.addEventListener("fetch", (event) => {
  // Nothing else is ever answered from here, so that no page is older than its record.
  const { mode, method } = event.request;
  if (mode === "navigate" && method === "GET") event.respondWith(page(event));
});

async function keepOfflinePage() {
  const cache = await caches.open(OFFLINE + SITE.edition);
  await cache.add(new Request(SITE.offline, { cache: "reload" }));
  // No page depends on this worker, so a new one need not wait until all are closed.
  await self.skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OFFLINE) && name !== OFFLINE + SITE.edition);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function page(event) {
  try {
    return (await event.preloadResponse) || (await fetch(event.request));
  } catch {
    const cache = await caches.open(OFFLINE + SITE.edition);
    return (await cache.match(SITE.offline)) || Response.error();
  }
}

// Returns what a message says; one that cannot be read says only where to look.
function read(data) {
  let said = null;
  try {
    said = data?.json();
  } catch {
    // Not ours, or cut off on its way.
  }
  const text = (name, most) => (typeof said?.[name] === "string" ? said[name].slice(0, most) : "");
  const title = text("title", 200);
  return {
    id: text("id", 100),
    title: title || SITE.name,
    body: title ? text("body", 1000) : SITE.words.unreadable,
    url: own(text("url", 2000)),
    tag: text("tag", 100),
    kind: text("kind", 20),
    at: Number.isFinite(said?.at) ? said.at : Date.now(),
  };
}

// Browsers demand that every message shows something, and end the subscription of a site whose
// messages do not. So one that came before is shown again without a sound, under its tag: what is
// on the screen stays as it is.
async function show(message) {
  const before = await wasShown(message.id);
  const up = before && message.tag ? await onScreen(message.tag) : null;
  const { title, body, url, tag, at } = up ?? message;
  await self.registration.showNotification(title, {
    body,
    tag,
    timestamp: at,
    icon: SITE.icon,
    badge: SITE.badge,
    lang: SITE.language,
    silent: before ? true : null,
    // One message replaces an older one of its tag quietly, but nobody should miss a correction.
    renotify: Boolean(tag) && message.kind === "correction" && !before,
    actions: [{ action: "manage", title: SITE.words.manage }],
    data: { url, at, id: message.id },
  });
  if (message.id && !before) await remember(message.id);
  await tellPages(message.id);
}

// A page that waits for its test message can then say that it came.
async function tellPages(id) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const one of pages) one.postMessage({ shown: id });
}

async function onScreen(tag) {
  const [up] = await self.registration.getNotifications({ tag });
  return up ? { title: up.title, body: up.body, tag, url: own(up.data?.url), at: up.data?.at } : null;
}

async function wasShown(id) {
  if (!id) return false;
  const cache = await caches.open(SHOWN);
  return Boolean(await cache.match(placeOf(id)));
}

async function remember(id) {
  const cache = await caches.open(SHOWN);
  await cache.put(placeOf(id), new Response(""));
  // Keys come in the order in which they were put, the oldest first.
  const places = await cache.keys();
  await Promise.all(places.slice(0, -MOST_REMEMBERED).map((place) => cache.delete(place)));
}

function placeOf(id) {
  return `/shown/${encodeURIComponent(id)}`;
}

// Returns an address of this site: no message leads anywhere else.
function own(address) {
  try {
    const found = new URL(address || SITE.manage, self.location.origin);
    if (found.origin === self.location.origin) return found.href;
  } catch {
    // No address at all.
  }
  return new URL(SITE.manage, self.location.origin).href;
}

async function lead(address) {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = open.find((one) => one.url === address);
  if (there) return there.focus();
  return self.clients.openWindow(address);
}

// The push service has ended a subscription, or given it another address: the site is told by the
// old one, which nobody else knows.
async function renew(event) {
  const old = event.oldSubscription?.endpoint ?? (await lastEndpoint());
  let found = event.newSubscription ?? (await self.registration.pushManager.getSubscription());
  if (!found || found.endpoint === old) {
    const { key } = await (await fetch(SITE.key)).json();
    found = await self.registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: key,
    });
  }
  const answer = await fetch(SITE.change, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ old, subscription: found.toJSON() }),
  });
  if (answer.ok) await keepEndpoint(found.endpoint);
}

// Some browsers do not say which subscription was changed, so pages leave its address here.
async function lastEndpoint() {
  const kept = await (await caches.open(SITE.kept)).match(SITE.key);
  return kept ? kept.text() : "";
}

async function keepEndpoint(endpoint) {
  await (await caches.open(SITE.kept)).put(SITE.key, new Response(endpoint));
}
