/* Taps during group, also without a connection. What is not delivered yet waits in this browser as opaque ids, codes and
   times only, sealed with a key that no script can read out; it is wiped on delivery and on signing out. */
"use strict";

(() => {
    const NAME = "trellis-taps";
    const AGAIN_SECONDS = 10;
    const room = document.querySelector("[data-chips]");
    const says = document.querySelector("[data-chip-queue]");

    const asked = (request) =>
        new Promise((done, failed) => {
            request.onsuccess = () => done(request.result);
            request.onerror = () => failed(request.error);
        });
    const store = async (mode, work) => {
        const opening = indexedDB.open(NAME, 1);
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
    const keep = async (place, tap) => {
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const words = new TextEncoder().encode(JSON.stringify(tap));
        const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(), words);
        await store("readwrite", (box) => asked(box.objectStore("taps").put({ iv, sealed }, place)));
    };
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
    const wipe = () => indexedDB.deleteDatabase(NAME);

    document.addEventListener("submit", ({ target }) => target.action?.endsWith("/sign-out") && wipe());
    if (!room) {
        return;
    }

    const tell = (count) => {
        says.textContent = count === 0 ? "Every tap is sent" : `${count} kept on this device, not sent yet`;
        says.dataset.state = count === 0 ? "saved" : "unsent";
    };
    let delivering = Promise.resolve();
    const deliver = () =>
        (delivering = delivering.then(async () => {
            const taps = (await waiting()).filter((tap) => tap.session === room.dataset.session);
            tell(taps.length);
            if (taps.length === 0) {
                return;
            }
            const body = new URLSearchParams();
            taps.forEach(({ id, client, code, at }) => {
                Object.entries({ id, client, code, at }).forEach(([name, value]) => body.append(name, value));
            });
            const token = document.querySelector("meta[name=csrf-token]").content;
            const header = document.querySelector("meta[name=csrf-header]").content;
            const answer = await fetch(room.dataset.chips, { method: "POST", headers: { [header]: token }, body });
            if (answer.status === 204) {
                await drop(taps.map((tap) => tap.place));
                const left = await waiting();
                tell(left.filter((tap) => tap.session === room.dataset.session).length);
                if (left.length === 0) {
                    wipe();
                }
            } else {
                document.querySelector("#signed-out").hidden = false;
            }
        }).catch(() => {}));

    /* Kept first, then sent: a tap is never only in the air. */
    const record = async (tap) => {
        const order = String(Date.now()).padStart(15, "0") + "-" + crypto.randomUUID();
        await keep(order, { session: room.dataset.session, at: new Date().toISOString(), ...tap });
        deliver();
    };
    const show = (card, code, step) => {
        const place = card.querySelector(`[data-code="${code}"] b`);
        const count = Number(place.dataset.count) + step;
        place.dataset.count = count;
        place.textContent = count > 0 ? count : "";
    };

    room.addEventListener("click", ({ target }) => {
        const card = target.closest("[data-client]");
        const tap = target.closest("[data-code]");
        const back = target.closest("[data-take-back]");
        const undo = card?.querySelector("[data-take-back]");
        if (tap) {
            const id = crypto.randomUUID();
            show(card, tap.dataset.code, 1);
            Object.assign(card.dataset, { last: id, lastCode: tap.dataset.code });
            undo.disabled = false;
            record({ id, client: card.dataset.client, code: tap.dataset.code });
        } else if (back && card.dataset.last) {
            show(card, card.dataset.lastCode, -1);
            record({ id: card.dataset.last, client: card.dataset.client, code: "BACK" });
            card.dataset.last = "";
            undo.disabled = true;
        }
    });

    waiting().then((taps) => {
        const own = taps.filter((tap) => tap.session === room.dataset.session);
        own.filter((tap) => tap.code !== "BACK").forEach((tap) => {
            const card = room.querySelector(`[data-client="${tap.client}"]`);
            card && show(card, tap.code, 1);
        });
        deliver();
    });
    window.addEventListener("online", deliver);
    setInterval(deliver, AGAIN_SECONDS * 1000);
})();
