/* What could not be sent yet waits in this browser as opaque ids, codes and times only, sealed with a key that no script
   can read out; whoever uses it wipes it on delivery and on signing out. */
"use strict";

const sealedQueue = (name) => {
    const asked = (request) =>
        new Promise((done, failed) => {
            request.onsuccess = () => done(request.result);
            request.onerror = () => failed(request.error);
        });
    const store = async (mode, work) => {
        const opening = indexedDB.open(name, 1);
        opening.onupgradeneeded = () => {
            opening.result.createObjectStore("key");
            opening.result.createObjectStore("taps");
        };
        const database = await asked(opening);
        try {
            return await work(database.transaction(["key", "taps"], mode));
        } finally {
            database.close();
        }
    };

    /* The key of this shift: made with the first tap, gone with the last delivery. */
    const keyOf = async () => {
        const known = await store("readonly", (box) => asked(box.objectStore("key").get("shift")));
        if (known) {
            return known;
        }
        const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
        await store("readwrite", (box) => asked(box.objectStore("key").put(made, "shift")));
        return made;
    };
    const keep = async (tap) => {
        const place = String(Date.now()).padStart(15, "0") + "-" + crypto.randomUUID();
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const words = new TextEncoder().encode(JSON.stringify(tap));
        const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(), words);
        await store("readwrite", (box) => asked(box.objectStore("taps").put({ iv, sealed }, place)));
    };
    /* In the order in which they were made. */
    const waiting = async () => {
        const [places, boxes] = await store("readonly", async (box) => {
            const taps = box.objectStore("taps");
            return Promise.all([asked(taps.getAllKeys()), asked(taps.getAll())]);
        });
        const key = places.length > 0 ? await keyOf() : null;
        return Promise.all(
            places.map(async (place, i) => {
                const { iv, sealed } = boxes[i];
                const words = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed);
                return { place, ...JSON.parse(new TextDecoder().decode(words)) };
            }),
        );
    };
    const drop = (places) =>
        store("readwrite", (box) => Promise.all(places.map((place) => asked(box.objectStore("taps").delete(place)))));
    const wipe = () => indexedDB.deleteDatabase(name);
    return { keep, waiting, drop, wipe };
};
