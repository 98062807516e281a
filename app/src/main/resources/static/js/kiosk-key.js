/* The tablet's own key. It is taken out of the page as soon as the page stands, cannot be read again, and stays in this
   browser so that a page without a connection has it too; a browser that is no tablet any more loses it. */
"use strict";

const tabletKey = (() => {
    const NAME = "trellis-kiosk-key";
    const asked = (request) =>
        new Promise((done, failed) => {
            request.onsuccess = () => done(request.result);
            request.onerror = () => failed(request.error);
        });
    const box = async (mode, work) => {
        const opening = indexedDB.open(NAME, 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("key");
        const database = await asked(opening);
        try {
            return await work(database.transaction("key", mode).objectStore("key"));
        } finally {
            database.close();
        }
    };
    const read = async () => {
        const place = document.querySelector('meta[name="kiosk-key"]');
        const written = place.content;
        place.remove();
        if (!written) {
            return box("readonly", (keys) => asked(keys.get("tablet")));
        }
        const bytes = Uint8Array.from(written.match(/../g), (pair) => parseInt(pair, 16));
        const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
        bytes.fill(0);
        await box("readwrite", (keys) => asked(keys.put(key, "tablet")));
        return key;
    };
    return { read };
})();
