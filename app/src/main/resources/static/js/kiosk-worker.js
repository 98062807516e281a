/* Keeps the tablet's empty page and its styles in the browser, so that a tablet that is switched off and on without a
   connection still takes arrivals. It answers for /kiosk and for files that never change, and for nothing else: what is
   kept is the same for every tablet and holds neither a key nor a name. */
"use strict";

const KEPT = "trellis-kiosk";
const PAGE = "/kiosk";
const SHELL = "/kiosk/shell";
const FOREVER = /^\/(css|js|fonts|vendor)\/|\.svg$/;

/* The empty page and every file that it names; what it names no longer goes. */
const keep = async () => {
    const answer = await fetch(SHELL, { cache: "no-store" });
    if (!answer.ok) {
        return;
    }
    const words = await answer.clone().text();
    const named = [...words.matchAll(/(?:href|src)="(\/[^"#]+)/g)]
        .map((match) => new URL(match[1], location.origin))
        .filter((file) => FOREVER.test(file.pathname))
        .map((file) => file.href);
    const box = await caches.open(KEPT);
    const wanted = new Set(named);
    const had = new Set((await box.keys()).map((request) => request.url));
    await Promise.all([...wanted].filter((file) => !had.has(file)).map((file) => box.add(file)));
    await box.put(SHELL, answer);
    const old = [...had].filter((file) => !wanted.has(file) && new URL(file).pathname !== SHELL);
    await Promise.all(old.map((file) => box.delete(file)));
};
const forget = async () => {
    indexedDB.deleteDatabase("trellis-kiosk-key");
    await caches.delete(KEPT);
    await self.registration.unregister();
};

const page = async (event) => {
    try {
        const answer = await fetch(event.request);
        if (answer.status < 500) {
            event.waitUntil(answer.status === 404 ? forget() : keep().catch(() => {}));
            return answer;
        }
        return (await caches.match(SHELL)) ?? answer;
    } catch (down) {
        const kept = await caches.match(SHELL);
        if (kept) {
            return kept;
        }
        throw down;
    }
};

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
    const there = new URL(event.request.url);
    if (event.request.method !== "GET" || there.origin !== location.origin) {
        return;
    }
    if (event.request.mode === "navigate") {
        if (there.pathname === PAGE) {
            event.respondWith(page(event));
        }
    } else if (FOREVER.test(there.pathname)) {
        event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
    }
});
